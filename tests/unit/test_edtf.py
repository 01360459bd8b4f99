"""Dates as they are known."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.edtf import parse_when

PARTS = st.sampled_from(
    [*"0123456789", "-", "/", "X", "..", "~", "?", "%", "T", "Z", ":", "+", "٣"]
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12-05", date(2019, 12, 5), date(2019, 12, 5)),
        ("2019-12-05~", date(2019, 12, 5), date(2019, 12, 5)),
        ("2019-12?", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31)),
        ("2019-22~", date(2019, 6, 1), date(2019, 8, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2019-12-XX", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-XX-XX", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-06/2019-09", date(2019, 6, 1), date(2019, 9, 30)),
        ("2019-06/..", date(2019, 6, 1), date.max),
        ("../2019", date.min, date(2019, 12, 31)),
        ("2019-12-05T10:00:00Z", date(2019, 12, 5), date(2019, 12, 5)),
    ],
)
def test_a_date_spans_the_days_that_it_may_mean(text: str, earliest: date, latest: date) -> None:
    when = parse_when(text)
    assert (when.text, when.earliest, when.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5/12/2019",
        "05 December 2019",
        "2019-13",
        "2019-02-30",
        "2019-21-03",
        "20XX-05",
        "0000",
        "../..",
        "/",
        "2020/2019",
        "2019/2020/2021",
        "2019-12-05T10:00:00",
        "2019-12-05T25:00:00Z",
        "2019-12-05 10:00:00Z",
        "0001-01-01T00:00:00+10:00",
        "9999-12-31T23:59:59-10:00",
        "٢٠١٩",
        "２０１９-１２",
        "2019\n",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the message is for people
        parse_when(text)


def test_a_time_is_kept_in_utc_and_its_day_as_it_was_written() -> None:
    when = parse_when("2019-12-05T23:30:00-05:00")

    assert when.earliest == date(2019, 12, 5)
    assert when.time is not None
    assert when.time.isoformat() == "2019-12-06T04:30:00+00:00"


def test_dates_sort_by_their_earliest_moment() -> None:
    texts = ["2020", "2019-12-05T10:00:00Z", "2019", "2019-12-05", "2019-12"]

    assert sorted(texts, key=lambda text: parse_when(text).sort_key) == [
        "2019",
        "2019-12",
        "2019-12-05",
        "2019-12-05T10:00:00Z",
        "2020",
    ]


@given(st.one_of(st.text(), st.lists(PARTS).map("".join)))
def test_any_text_is_a_span_of_days_or_a_value_error(text: str) -> None:
    try:
        when = parse_when(text)
    except ValueError:
        return
    assert when.text == text
    assert when.earliest <= when.latest


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_every_day_of_the_calendar_is_read(day: date, mark: str) -> None:
    when = parse_when(f"{day.isoformat()}{mark}")
    assert when.earliest == when.latest == day


@pytest.mark.parametrize(
    "text", ["5/12/2019", "2019-02-30", "2019-13", "2020/2019", "2019-06-13T25:00:00Z"]
)
def test_what_is_no_date_is_shown_as_it_was_written(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f": {text!r}")):
        parse_when(text)
