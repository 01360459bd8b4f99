import pytest

from dossierpress.edtf import parse_when
from dossierpress.language.words import ENGLISH
from dossierpress.site import dates
from dossierpress.site.dates import Date


@pytest.mark.parametrize(
    ("edtf", "text", "machine"),
    [
        ("2019-12-05", "5 Dec 2019", "2019-12-05"),
        ("2019-12", "Dec 2019", "2019-12"),
        ("2019", "2019", "2019"),
        ("2019-21", "spring 2019", "2019"),
        ("2019-12-XX", "Dec 2019", "2019-12"),
        ("2019-XX-XX", "2019", "2019"),
        ("201X", "2010s", None),
        ("19XX", "1900 to 1999", None),
        ("2019-12-05~", "about 5 Dec 2019", "2019-12-05"),
        ("2019-12?", "Dec 2019, uncertain", "2019-12"),
        ("2014/2017-03", "2014 to Mar 2017", None),
        ("2014/..", "since 2014", None),
        ("../2017", "until 2017", None),
        ("2019-12-05T23:30:00-05:00", "5 Dec 2019, 23:30 UTC−05:00", "2019-12-06T04:30:00+00:00"),
        ("2019-12-05T10:00:00Z", "5 Dec 2019, 10:00 UTC", "2019-12-05T10:00:00+00:00"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(
    edtf: str, text: str, machine: str | None
) -> None:
    assert dates.shown(ENGLISH, parse_when(edtf)) == Date(text, machine)


def test_a_list_shows_the_day_that_its_source_wrote() -> None:
    assert dates.day(ENGLISH, parse_when("2019-12-05T23:30:00-05:00")) == Date(
        "5 Dec 2019", "2019-12-05"
    )


@pytest.mark.parametrize(
    ("edtf", "month"),
    [("2019-12-05", "December 2019"), ("2019-12", "December 2019"), ("2019-21", "spring 2019")],
)
def test_an_article_is_filed_under_its_month_or_what_is_known(edtf: str, month: str) -> None:
    assert dates.month(ENGLISH, parse_when(edtf)) == month


def test_a_span_leaves_out_open_ends() -> None:
    whens = tuple(map(parse_when, ("2019-12-05", "2018-03", "2014/..")))
    assert dates.span(ENGLISH, whens) == "Mar 2018 to 5 Dec 2019"
    assert dates.span(ENGLISH, ()) == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [("2014", None, "since 2014"), (None, "2017", "until 2017"), ("2014", "2017", "2014 to 2017")],
)
def test_a_relation_says_when_it_held(start: str | None, end: str | None, words: str) -> None:
    first, last = (parse_when(text) if text else None for text in (start, end))
    assert dates.period(ENGLISH, first, last) == words
