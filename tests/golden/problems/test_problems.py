"""Runs the cases of this folder: files with a fault, the problems they give, and what still loads.

A case is laid over the files of `BASE`; a file of `null` takes one of these away. Its problems
are complete, each as `path:line: code`; the case's name begins with the code that it shows.
"""

from pathlib import Path
from typing import Any

import pytest

from dossierpress.errors import codes
from dossierpress.publication import Publication, read_publication
from harness.cases import load, params
from harness.layout import lay_out

FOLDER = Path(__file__).parent
BASE = {
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: full\n",
    "dossiers/gulf/articles/good.md": "---\ntitle: On Iran\n---\nIran is a country.\n",
    "dossiers/entities/places.yml": "iran: {name: Iran, kind: place}\n",
    "dossiers/topics/iran.md": "---\ntitle: Iran\nrule: {any: [entity:iran]}\n---\n",
}
UNTOUCHED = {
    "dossiers": ["gulf"],
    "articles": ["good"],
    "entities": ["iran"],
    "topics": ["iran"],
    "decisions": [],
    "full": ["good"],
}
"""What of `BASE` is loaded; a case names only what differs."""
ELSEWHERE = ("DP021", "DP024", "DP111", "DP5", "DP6", "DP7")
"""No fault of content as it is read today: of clippings, the site, a later version, on request."""


@pytest.mark.parametrize("case", params(FOLDER))
def test_a_fault_gives_its_problems_and_loses_nothing_else(
    case: dict[str, Any], tmp_path: Path
) -> None:
    files = {name: text for name, text in {**BASE, **case["files"]}.items() if text is not None}
    for name, content in case.get("outside", {}).items():
        lay_out(tmp_path / "outside", {name: content})

    publication = read_publication(lay_out(tmp_path / "publication", files))

    found = [f"{p.path}:{p.line}: {p.code}" for p in publication.problems]
    assert found == case["problems"]
    assert loaded(publication) == {**UNTOUCHED, **case.get("loaded", {})}
    for problem, words in zip(publication.problems, case.get("messages", []), strict=False):
        assert words in f"{problem.message}; {problem.hint}"
    assert all(str(problem).isprintable() for problem in publication.problems)


def test_every_code_of_content_is_shown_by_a_case() -> None:
    shown = {name.split("-")[0] for name in load(FOLDER)}
    assert {code for code in codes() if not code.startswith(ELSEWHERE)} == shown


def test_every_case_shows_the_code_of_its_name() -> None:
    for name, case in load(FOLDER).items():
        assert name.split("-")[0] in {problem.split(": ")[1] for problem in case["problems"]}, name


def loaded(publication: Publication) -> dict[str, list[str]]:
    """Return the ids of what the library holds."""
    library = publication.library
    return {
        "dossiers": [dossier.id for dossier in library.dossiers],
        "articles": [article.ref.article for article in library.articles],
        "entities": [entity.id for entity in library.registry.entities],
        "topics": [topic.id for topic in library.topics],
        "decisions": [decision.subject for decision in library.decisions],
        "full": [a.ref.article for a in library.articles if a.rights == "full"],
    }
