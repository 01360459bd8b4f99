"""Two stories in our own words, with the traps of real ones, against the repository's registry.

`missiles.md` and `no-rise.md` are read as articles; the YAML file beside each says which entities
and topics they must come to.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossierpress.library.load import load_library
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.model import Article, Assignment, Library, Mention
from dossierpress.topics.assign import assign
from dossierpress.topics.index import build_index
from harness.build import article_of

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def library(repository: Path) -> Library:
    return load_library(repository)[0]


@pytest.fixture(params=["missiles", "no-rise"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def wanted(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8")))


@pytest.fixture
def article(name: str) -> Article:
    return article_of((FOLDER / f"{name}.md").read_text("utf-8"))


@pytest.fixture
def mentions(article: Article, library: Library) -> tuple[Mention, ...]:
    return match(article, build_lexicon(library.registry))


@pytest.fixture
def assignments(
    article: Article, mentions: tuple[Mention, ...], library: Library
) -> tuple[Assignment, ...]:
    index = build_index(library.topics, library.registry)
    return assign(article, mentions, index)


def test_each_name_means_what_a_reader_takes_it_for(
    mentions: tuple[Mention, ...], wanted: dict[str, Any]
) -> None:
    found = [f"{m.field}: {m.surface} = {m.entity}" for m in mentions if m.entity]
    assert [line.replace("\u00a0", " ") for line in found] == wanted["mentions"]


def test_unnamed_militias_are_no_militia(mentions: tuple[Mention, ...], library: Library) -> None:
    militias = {
        entity.id
        for entity in library.registry.entities
        if "militia" in entity.description and entity.kind == "organization"
    }
    assert len(militias) > 5
    assert militias.isdisjoint({mention.entity for mention in mentions})


def test_the_topics_come_with_the_sentences_that_say_so(
    assignments: tuple[Assignment, ...], wanted: dict[str, Any]
) -> None:
    assert {
        assignment.topic: {
            "strength": str(assignment.strength),
            "evidence": [" ".join(e.text.split()) for e in assignment.evidence],
        }
        for assignment in assignments
    } == wanted["topics"]
