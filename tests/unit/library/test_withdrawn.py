"""Notices on articles, and what is left of one that was withdrawn."""

from pathlib import Path

import pytest

from dossierpress.library.load import load_library
from dossierpress.model import CorrectionKind
from dossierpress.publication import read_publication
from dossierpress.rights import published
from dossierpress.site.model import ArticlePage, CorrectionsPage
from dossierpress.site.site import build_site
from harness.building import copy_small

STORY = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
NOTICES = """corrections:
  - {date: 2019-07-02, kind: %s, text: The second notice.}
  - {date: 2019-07-01, kind: clarification, text: The first notice.}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def note(publication: Path, kind: str, file: str = STORY) -> None:
    path = publication / file
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{NOTICES % kind}", 1), "utf-8")


def test_notices_are_read_in_the_order_of_their_dates(small: Path) -> None:
    note(small, "correction")
    library, problems = load_library(small)
    (article,) = [a for a in library.articles if a.path == STORY]
    assert [(c.date.text, c.kind) for c in article.corrections] == [
        ("2019-07-01", CorrectionKind.CLARIFICATION),
        ("2019-07-02", CorrectionKind.CORRECTION),
    ]
    assert article.body
    assert not [p for p in problems if p.path == STORY]


@pytest.mark.parametrize("kind", ["withdrawal", "removal"])
def test_of_a_withdrawn_article_nothing_is_read_but_what_names_it(small: Path, kind: str) -> None:
    note(small, kind)
    of = read_publication(small)
    (article,) = [a for a in of.library.articles if a.path == STORY]
    assert [field.name for field in published(article)] == ["title"]
    assert (article.body, article.summary, article.standfirst, article.images) == ("", None, (), ())
    assert of.mentions[article.ref] == ()
    assert not [a for a in of.assignments if a.article == article.ref]


def test_a_retracted_article_stays_to_be_read(small: Path) -> None:
    note(small, "retraction")
    library, _ = load_library(small)
    (article,) = [a for a in library.articles if a.path == STORY]
    assert article.is_retracted
    assert article.body


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        ("{date: 2019-07-01, kind: erratum, text: x}", "DP005"),
        ("{date: soon, kind: correction, text: x}", "DP010"),
        ("{kind: correction, text: x}", "DP006"),
        ("{date: 2019-07-01, text: x}", "DP006"),
        ("{date: 2019-07-01, kind: correction}", "DP006"),
        ("a text", "DP005"),
    ],
)
def test_a_notice_that_lacks_something_is_a_problem(small: Path, notice: str, code: str) -> None:
    path = small / STORY
    text = path.read_text("utf-8").replace("---\n", f"---\ncorrections: [{notice}]\n", 1)
    path.write_text(text, "utf-8")
    _, problems = load_library(small)
    assert [p.code for p in problems if p.path == STORY] == [code]


def test_pages_show_the_notices_and_mark_a_withdrawn_article(small: Path) -> None:
    note(small, "withdrawal")
    pages = {
        page.address.name: page.context
        for page in build_site(read_publication(small), title="Desk", directory_urls=True).pages
    }
    article = pages["dossiers/gulf/2019-06-14-tanker-burns"]
    assert isinstance(article, ArticlePage)
    assert [n.text for n in article.notices] == ["The second notice.", "The first notice."]
    assert article.standing.startswith("This article was withdrawn")
    assert article.entities == ()
    listed = pages["corrections"]
    assert isinstance(listed, CorrectionsPage)
    assert [(c.notice.kind, c.row.mark) for c in listed.notices] == [
        ("Withdrawal", "withdrawn"),
        ("Clarification", "withdrawn"),
    ]
