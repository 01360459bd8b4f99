"""What the words of a date say, with a capture time and without."""

import pytest

from dossierpress.edtf import parse_when
from dossierpress.ingest.dates import Anchor, Status, read_date
from dossierpress.ingest.stamps import read_stamps

CAPTURE = (Anchor("accessed", parse_when("2020-01-24T10:00:00Z")),)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("05 December 2019", "2019-12-05"),
        ("Thursday, 5th of December 2019", "2019-12-05"),
        ("Dec. 5, 2019", "2019-12-05"),
        ("05-Dec-2019", "2019-12-05"),
        ("2019/12/05", "2019-12-05"),
        ("2019-12-05T10:32:00+03:00", "2019-12-05T10:32:00+03:00"),
        ("5 December 2019, 10:32 GMT+3", "2019-12-05T10:32:00+03:00"),
        ("December 5, 2019 at 2:30 p.m. EST", "2019-12-05T14:30:00-05:00"),
        ("1032 GMT 5 December 2019", "2019-12-05T10:32:00Z"),
        ("5 December 2019 12:15 am UTC", "2019-12-05T00:15:00Z"),
        ("5 December 2019 10:32", "2019-12-05"),
        ("5 December 2019 10:32 IST", "2019-12-05"),
        ("December 2019", "2019-12"),
        ("5 décembre 2019", "2019-12-05"),
        ("5. Dezember 2019", "2019-12-05"),
        ("5 de diciembre de 2019", "2019-12-05"),
        ("٥ كانون الأول ٢٠١٩", "2019-12-05"),
    ],
)
def test_a_full_date_is_exact_whatever_the_anchor(words: str, value: str) -> None:
    for anchors in ((), CAPTURE):
        reading = read_date(words, anchors)
        assert reading is not None
        assert (reading.status, reading.value, reading.anchor) == (Status.EXACT, value, None)
    parse_when(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("19 min 23 sec ago", "2020-01-24"),
        ("11 hours ago", "2020-01-23"),
        ("yesterday at 10:30", "2020-01-23"),
        ("two days ago", "2020-01-22"),
        ("2 weeks ago", "2020-01-10~"),
        ("1 month ago", "2019-12"),
        ("2 years ago", "2018"),
        ("Wednesday", "2020-01-22"),
        ("Friday", "2020-01-24"),
        ("last Friday", "2020-01-17"),
        ("24 January", "2020-01-24"),
        ("25 January", "2019-01-25"),
        ("29 February", "2016-02-29"),
        ("منذ 3 ساعات", "2020-01-24"),
    ],
)
def test_a_relative_date_is_resolved_only_against_an_anchor(words: str, value: str) -> None:
    bare, anchored = read_date(words), read_date(words, CAPTURE)
    assert bare is not None
    assert anchored is not None
    assert (bare.status, bare.value) == (Status.UNANCHORED, None)
    assert (anchored.status, anchored.value) == (Status.RESOLVED, value)
    assert str(anchored.anchor) == "accessed 2020-01-24T10:00:00Z"
    parse_when(value)


@pytest.mark.parametrize(
    "words", ["05/12/2019", "5.12.2019", "5-12-2019", "5/12/19", "5 Dec 19", "31 April 2019"]
)
def test_words_of_several_meanings_are_ambiguous_and_say_why(words: str) -> None:
    reading = read_date(words, CAPTURE)
    assert reading is not None
    assert (reading.status, reading.value) == (Status.AMBIGUOUS, None)
    assert reading.reason


@pytest.mark.parametrize(
    "words", ["soon", "2019", "the spring", "5", "in 3 hours", "9999 years ago", "10:32", "May"]
)
def test_other_words_are_no_date(words: str) -> None:
    assert read_date(words, CAPTURE) is None


def test_ago_does_not_count_from_a_story_s_own_date() -> None:
    stated = (Anchor("published", parse_when("2019-12-05")),)
    reading = read_date("2 hours ago", stated)
    assert reading is not None
    assert reading.status is Status.UNANCHORED


def test_ago_needs_a_capture_on_a_single_day() -> None:
    month = (Anchor("accessed", parse_when("2020-01")),)
    reading = read_date("2 hours ago", month)
    assert reading is not None
    assert reading.status is Status.UNANCHORED


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Updated 05 December 2019", ["modified"]),
        ("Last updated: Dec 5, 2019 10:32 GMT", ["modified"]),
        ("Published: 5 December 2019 | Updated: 6 December 2019", ["published", "modified"]),
        ("5 December 2019 / Updated 6 December 2019", ["published", "modified"]),
        ("Accessed on 5 December 2019", ["accessed"]),
        ("Mis à jour le 5 décembre 2019", ["modified"]),
        ("5 December 2019", ["published"]),
        ("December 2019", []),
        ("Updated rules come into force on 5 December 2019.", []),
        ("Published works of 2019", []),
        ("Updated: what we know about the tankers", []),
        ("Tankers leave on 5 December 2019", []),
    ],
)
def test_a_stamp_line_consists_of_stamps(line: str, fields: list[str]) -> None:
    assert [stamp.field for stamp in read_stamps(line, 1)] == fields
