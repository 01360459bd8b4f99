"""The timeline: what it is made of, how exactly it is drawn, how it is cut into pages."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.edtf import parse_when
from dossierpress.language.words import ENGLISH
from dossierpress.model import (
    Assignment,
    Clause,
    Rights,
    Scope,
    Topic,
    TopicId,
    TopicStrength,
)
from dossierpress.publication import Publication
from dossierpress.site.model import ArticlePage, Mark, TimelineDrawing, TimelinePage
from dossierpress.site.site import build_site
from dossierpress.site.timeline.drawing import Drawn, draw
from dossierpress.site.timeline.occasions import Occasion, in_time
from dossierpress.site.timeline.pages import MANY, by_years
from harness.making import article, mention, publication

BODY = "A ship sank on 3 May 2019. Divers of Iran came in June 2019."


def pages(of: Publication) -> dict[str, TimelinePage]:
    site = build_site(of, title="Desk", directory_urls=True)
    return {
        page.address.name: page.context
        for page in site.pages
        if isinstance(page.context, TimelinePage)
    }


def drawn(*whens: str) -> TimelineDrawing:
    found = in_time(Occasion(article(), parse_when(when)) for when in whens)
    drawing = draw(ENGLISH, [Drawn(occasion, "words", ()) for occasion in found])
    assert drawing is not None
    return drawing


def test_it_has_the_dates_of_articles_and_what_their_texts_tell() -> None:
    entries = pages(publication(article("a", "2019-07-01", body=BODY)))["timeline"].timeline.entries
    assert [entry.date.text for entry in entries] == ["3 May 2019", "Jun 2019", "1 Jul 2019"]
    told, _, own = entries
    assert told.quote is not None
    assert [part.text for part in told.quote.parts if part.named] == ["on 3 May 2019"]
    assert (told.link.text, own.quote) == ("A", None)


def test_all_topics_are_named_on_the_first_page_of_the_first_timeline_alone() -> None:
    topics = tuple(
        Topic(TopicId(f"t{n}"), f"T{n}", "t.md", 1, Scope.PARAGRAPH, Clause()) for n in range(3)
    )
    articles = [article(f"a{n}", f"{1990 + n % 30}-07-01") for n in range(2 * MANY)]
    placed = tuple(
        Assignment(topic.id, one.ref, TopicStrength.PRIMARY, ())
        for topic in topics
        for one in articles
    )
    found = pages(publication(*articles, topics=topics, assignments=placed))
    assert [item.link.text for item in found["timeline"].topics] == ["T0", "T1", "T2"]
    assert [name for name, page in found.items() if page.topics] == ["timeline"]
    assert len(found) > 3 * len(topics)


def test_a_counted_date_says_what_it_was_counted_from() -> None:
    entries = pages(publication(article("a", "2019-07-05", body="It sank on Monday.")))
    assert [entry.note for entry in entries["timeline"].timeline.entries] == [
        "counted from 5 Jul 2019",
        "",
    ]


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.METADATA])
def test_what_rights_keep_back_is_not_told(rights: Rights) -> None:
    hidden = article("a", "2019-07-01", body="words " * 60 + BODY, rights=rights)
    assert len(pages(publication(hidden))["timeline"].timeline.entries) == 1


def test_an_entry_knows_the_kinds_that_its_sentence_names() -> None:
    item = article("a", body=BODY)
    shown = pages(publication(item, mentions=(mention(item, "Iran"),)))["timeline"].timeline
    assert [entry.kinds for entry in shown.entries] == [(), ("place",)]
    assert shown.kinds == (("place", "Places"),)


def test_a_date_told_twice_in_a_sentence_is_one_entry() -> None:
    item = article("a", body="On 3 May 2019 it rained, and on 3 May 2019 a ship sank.")
    assert len(pages(publication(item))["timeline"].timeline.entries) == 1


def test_a_day_is_a_point_and_everything_less_exact_a_bar_of_its_length() -> None:
    day, month, year = sorted(mark.width for mark in drawn("2019-01-10", "2019-02", "2019").marks)
    assert day == 0
    assert month / year == pytest.approx(28 / 365, abs=0.002)


def test_one_date_is_no_order_to_draw() -> None:
    found = [Occasion(article(name), parse_when("2019-01-10")) for name in ("a", "b")]
    assert draw(ENGLISH, [Drawn(occasion, "words", ()) for occasion in found]) is None


def test_a_doubtful_date_is_drawn_as_one() -> None:
    assert [mark.doubtful for mark in drawn("2019-01-10", "2019-02~", "2019-03?").marks] == [
        False,
        True,
        True,
    ]


def test_an_open_span_runs_to_the_edge() -> None:
    span = next(
        mark for mark in drawn("2019-01-01", "2019-06/..", "2019-12-31").marks if mark.width
    )
    assert span.x + span.width == 960


WHENS = st.one_of(
    st.dates(date(2018, 1, 1), date(2021, 12, 31)).map(str),
    st.dates(date(2018, 1, 1), date(2021, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    st.sampled_from(["2019", "2020-22", "2018-05~", "../2019", "2019-03/2019-08", "198X"]),
)


@given(st.lists(WHENS, min_size=2, max_size=80).filter(lambda whens: len(set(whens)) > 1))
def test_no_mark_covers_another_or_leaves_the_drawing(whens: list[str]) -> None:
    drawing = drawn(*whens)
    lanes: dict[int, list[Mark]] = {}
    for mark in drawing.marks:
        assert 0 <= mark.x <= drawing.width
        assert mark.x + mark.width <= drawing.width
        assert 0 < mark.y < drawing.height
        lanes.setdefault(mark.y, []).append(mark)
    full = max(lanes) if len(lanes) == 60 else None
    for y, marks in lanes.items():
        ordered = sorted(marks, key=lambda mark: mark.x)
        for left, right in itertools.pairwise(ordered):
            assert y == full or left.x + max(left.width, 4) <= right.x


@given(st.lists(st.integers(1979, 2021), max_size=400))
def test_pages_hold_everything_once_and_none_holds_too_much(years: list[int]) -> None:
    found = in_time(
        Occasion(article(f"a{n}"), parse_when(str(year))) for n, year in enumerate(years)
    )
    portions = list(by_years(ENGLISH, found))
    assert [item for portion in portions for item in portion.items] == list(found)
    assert all(len(portion.items) <= MANY for portion in portions)
    assert len({portion.name for portion in portions}) == len(portions)


def test_an_articles_page_tells_when_its_text_says_that_it_happened() -> None:
    item = article("a", "2019-07-05", body=f"{BODY} On Monday, and in 1979, others sank.")
    site = build_site(publication(item), title="Desk", directory_urls=True)
    page = next(page.context for page in site.pages if page.address.name == "dossiers/gulf/a")
    assert isinstance(page, ArticlePage)
    fact = next(fact for fact in page.facts if fact.label == "In the text")
    assert [(value.text, value.note, value.quoted) for value in fact.values] == [
        ("3 May 2019", "as written", "on 3 May 2019"),
        ("Jun 2019", "as written", "in June 2019"),
        ("1 Jul 2019", "counted from 5 Jul 2019", "On Monday"),
    ]
