"""Dates in numbers, whose order somebody must name, and days of other calendars."""

from pathlib import Path

import pytest

from dossierpress.ingest.chronology import settle
from dossierpress.ingest.date_order import Ordering, ordering_of
from dossierpress.ingest.dates import read_date
from dossierpress.ingest.existing import dossier_ordering
from dossierpress.ingest.stamps import Stamp
from dossierpress.model import DateOrder

DMY = Ordering(DateOrder.DMY, "the dossier")


@pytest.mark.parametrize(
    ("words", "order", "value"),
    [
        ("05/12/2019", DateOrder.DMY, "2019-12-05"),
        ("05/12/2019", DateOrder.MDY, "2019-05-12"),
        ("5.12.2019 10:00 GMT", DateOrder.DMY, "2019-12-05T10:00:00Z"),
        ("05/12/2019", DateOrder.YMD, None),
        ("05/12/19", DateOrder.DMY, None),
        ("25/12/2019", DateOrder.MDY, "2019-12-25"),
    ],
)
def test_an_order_decides_only_what_has_two_meanings(
    words: str, order: DateOrder, value: str | None
) -> None:
    stamp = Stamp("published", f"Published {words}", words, 1)
    assert settle("c", [stamp], ordering=Ordering(order, "the dossier")).published == value


def test_the_note_says_who_named_the_order() -> None:
    (note,) = settle("c", [Stamp("published", "05/12/2019", "05/12/2019", 1)], ordering=DMY).notes
    assert (note.status, note.value) == ("resolved", "2019-12-05")
    assert note.anchor == "date order dmy, from the dossier"


def test_without_an_order_the_date_stays_empty() -> None:
    dates = settle("c", [Stamp("published", "05/12/2019", "05/12/2019", 1)])
    assert dates.published is None
    assert [problem.code for problem in dates.problems] == ["DP509"]


@pytest.mark.parametrize(
    ("url", "order"),
    [
        ("https://www.example.co.uk/a", DateOrder.DMY),
        ("https://example.us/a", DateOrder.MDY),
        ("https://example.org/a", None),
        ("https://example.ca/a", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_a_country_names_an_order_where_its_custom_is_clear(
    url: str | None, order: DateOrder | None
) -> None:
    found = ordering_of(url)
    assert (found.order if found else None) == order


def test_a_dossier_names_an_order(tmp_path: Path) -> None:
    file = tmp_path / "dossiers" / "gulf" / "dossier.yml"
    file.parent.mkdir(parents=True)
    file.write_text("title: Gulf\ndate_order: mdy\n", "utf-8")
    assert dossier_ordering(tmp_path, "gulf") == Ordering(DateOrder.MDY, "the dossier")
    file.write_text("title: Gulf\ndate_order: backwards\n", "utf-8")
    assert dossier_ordering(tmp_path, "gulf") is None
    assert dossier_ordering(tmp_path, "none") is None


@pytest.mark.parametrize(
    ("words", "status", "value"),
    [
        ("الخميس 8 ربيع الآخر 1441 هـ - 5 ديسمبر 2019 م", "exact", "2019-12-05"),
        ("5 December 2019 / 8 Rabi al-Thani 1441 AH", "exact", "2019-12-05"),
        ("8 ربيع الآخر 1441 هـ", "resolved", "2019-12-05~"),
        ("Thursday, 8 Rabi al-Thani 1441 AH", "resolved", "2019-12-05~"),
        ("پنجشنبه ۱۴ آذر ۱۳۹۸ - 5 December 2019", "exact", "2019-12-05"),
        ("پنجشنبه ۱۴ آذر ۱۳۹۸", "resolved", "2019-12-05"),
        ("31 آذر 1398", "ambiguous", None),
        ("31 صفر 1442", "ambiguous", None),
    ],
)
def test_the_gregorian_day_counts_and_another_is_converted_where_it_stands_alone(
    words: str, status: str, value: str | None
) -> None:
    reading = read_date(words)
    assert reading is not None
    assert (reading.status, reading.value) == (status, value)
    assert ("converted" in reading.by) == (status == "resolved")
