"""Days of other languages: only what the words give, and never by a clock."""

import datetime as clock
import subprocess
import sys

import pytest

from dossierpress.ingest.dates import Status
from dossierpress.ingest.other_languages import read_other_language


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("5 Aralık 2019", "tr", "2019-12-05"),
        ("Perşembe, 5 Aralık 2019", None, "2019-12-05"),
        ("2019 Aralık 5", "tr-TR", "2019-12-05"),
        ("5 декабря 2019 г.", None, "2019-12-05"),
        ("5 декабря 2019, 14:05 UTC", "ru", "2019-12-05T14:05:00Z"),
        ("5 грудня 2019", "uk", "2019-12-05"),
        ("۵ دسامبر ۲۰۱۹", "fa", "2019-12-05"),
        ("5 בדצמבר 2019", "he", "2019-12-05"),
        ("5 listopada 2019", "pl", "2019-11-05"),
        ("5 listopada 2019", "hr", "2019-10-05"),
    ],
)
def test_a_day_with_its_year_is_read(text: str, language: str | None, value: str) -> None:
    reading = read_other_language(text, language)
    assert reading is not None
    assert (reading.status, reading.value) == (Status.EXACT, value)


def test_languages_that_disagree_are_ambiguous() -> None:
    reading = read_other_language("5 listopada 2019")
    assert reading is not None
    assert (reading.status, reading.value) == (Status.AMBIGUOUS, None)


@pytest.mark.parametrize(
    "text",
    [
        "вчера", "сегодня", "2 часа назад", "dün", "دیروز",  # relative
        "5 декабря", "декабрь 2019", "2019",  # not a whole day
        "5 Aralık 19", "05.12.2019", "5 آذر 1398",  # of two meanings, or another calendar
        "5 декабря 2019 Петров", "5 2019", "", "31 ноября 2019",
    ],
)  # fmt: skip
def test_what_is_no_day_with_its_year_stays_unread(text: str) -> None:
    assert read_other_language(text) is None


def test_a_language_that_is_not_known_is_not_guessed_at() -> None:
    assert read_other_language("5 Aralık 2019", "en") is None


def test_no_clock_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateparser import date as dates
    from dateparser import date_parser, freshness_date_parser, parser

    class Stopped(clock.datetime):
        @classmethod
        def now(cls, tz: clock.tzinfo | None = None) -> "Stopped":
            raise AssertionError("the clock was read")

        @classmethod
        def utcnow(cls) -> "Stopped":
            raise AssertionError("the clock was read")

        @classmethod
        def today(cls) -> "Stopped":
            raise AssertionError("the clock was read")

    for module in (date_parser, dates, freshness_date_parser, parser):
        monkeypatch.setattr(module, "datetime", Stopped, raising=False)
    assert read_other_language("5 Ocak 2018", "tr") is not None
    assert read_other_language("вчера") is None


def test_the_library_is_imported_only_where_it_is_needed() -> None:
    code = "import sys, dossierpress.ingest.chronology; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
