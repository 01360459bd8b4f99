"""Aliases that are doubtful as they are written, and as the texts use them."""

from pathlib import Path

import pytest

from dossierpress.errors import Problem
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.lint_form import lint_forms
from dossierpress.matching.lint_use import lint_use
from dossierpress.matching.matcher import match
from dossierpress.model import Article, ArticleId, ArticleRef, DossierId, Registry, Rights
from dossierpress.publication import read_publication
from dossierpress.registry import build_registry, parse_registry_file


def registry_of(aliases: str, name: str = "Some Name") -> Registry:
    text = f"some-name:\n  name: {name}\n  kind: organization\n  aliases: {aliases}\n"
    problems: list[Problem] = []
    registry = build_registry(parse_registry_file(text, "r.yml", problems), problems)
    assert problems == []
    return registry


def form_codes(aliases: str, name: str = "Some Name") -> list[str]:
    return [problem.code for problem in lint_forms(registry_of(aliases, name))]


def use_codes(aliases: str, text: str, *, unused: bool = False) -> list[str]:
    registry = registry_of(aliases)
    ref = ArticleRef(DossierId("d"), ArticleId("a"))
    article = Article(ref, "a.md", "untitled", Rights.FULL, body=text)
    mentions = match(article, build_lexicon(registry))
    return [problem.code for problem in lint_use(registry, mentions, unused=unused)]


@pytest.mark.parametrize(
    ("aliases", "codes"),
    [
        ("[Al]", ["DP106"]),
        ("[SN]", []),
        ("[{text: Sn, case: exact}]", []),
        ("[{text: Al, needs: [militia]}]", []),
        ("[F-4]", []),
        ('["737"]', ["DP107"]),
        ('["B 737"]', ["DP107"]),
        ('[{text: "737", needs: [aircraft]}]', []),
        ("[RQ-4]", []),
        ("[Some-Name]", ["DP108"]),
        ("[Other, 'Oth''er']", ["DP108"]),
        ("[some name]", []),
        ("[SOME NAME]", ["DP108"]),
        ("[{text: Some Name, strength: weak}]", []),
        ("[Some Names]", []),
    ],
)
def test_the_form_of_an_alias(aliases: str, codes: list[str]) -> None:
    assert form_codes(aliases) == codes


def test_an_alias_that_the_texts_write_small_is_a_common_word() -> None:
    text = "A show of unity. They want unity. Unity came. With unity it will go."
    assert use_codes("[Unity]", text) == ["DP109"]
    assert use_codes("[{text: Unity, case: exact}]", text) == []


def test_a_few_hits_show_nothing() -> None:
    assert use_codes("[Unity]", "A show of unity. Unity came.") == []


def test_an_alias_that_mostly_touches_capitals_is_part_of_other_names() -> None:
    text = "Jordan Henderson ran. Then Jordan Pickford. Later Jordan Ayew. Only Jordan slept."
    assert use_codes("[Jordan]", text) == ["DP110"]


def test_unused_aliases_are_named_when_asked_for() -> None:
    assert use_codes("[Misspelt]", "Some Name came.") == []
    assert use_codes("[Misspelt]", "Some Name came.", unused=True) == ["DP111"]


def test_this_repository_has_no_problems(repository: Path) -> None:
    assert read_publication(repository).problems == ()
