"""Articles over time: bars, and the months that have none."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.edtf import When, parse_when
from dossierpress.language.words import ENGLISH
from dossierpress.site.bars import HEIGHT, bars, gaps
from dossierpress.site.dates import month_name

MONTHS = st.lists(st.tuples(st.integers(2015, 2018), st.integers(1, 12)), max_size=30)


def whens(months: list[tuple[int, int]]) -> list[When]:
    return [parse_when(f"{year}-{month:02}-07") for year, month in months]


@given(MONTHS)
def test_gaps_are_the_months_that_nothing_stands_in(months: list[tuple[int, int]]) -> None:
    known = sorted(set(months))
    every = [
        (year, month)
        for year in range(2015, 2019)
        for month in range(1, 13)
        if known and known[0] <= (year, month) <= known[-1]
    ]
    missing = [month for month in every if month not in known]
    named = [text.split(" to ") for text in gaps(ENGLISH, whens(months))]
    told = []
    names = [month_name(ENGLISH, *month) for month in every]
    for span in named:
        told += names[names.index(span[0]) : names.index(span[-1]) + 1]
    assert told == [month_name(ENGLISH, *month) for month in missing]


@given(MONTHS)
def test_a_bar_stands_for_each_month_with_articles(months: list[tuple[int, int]]) -> None:
    drawn = bars(ENGLISH, whens(months))
    if len(set(months)) < 2:
        assert drawn is None
        return
    assert drawn is not None
    counts = {month: months.count(month) for month in months}
    heights = [int(tall) for tall in re.findall(r"v-(\d+)", drawn.path)]
    assert len(heights) == len(counts)
    assert drawn.most == max(counts.values())
    assert max(heights) == HEIGHT
    first = min(counts)
    xs = [int(x) for x in re.findall(r"M(\d+) ", drawn.path)]
    assert xs == [((y - first[0]) * 12 + m - first[1]) * 5 for y, m in sorted(counts)]


def test_a_long_span_is_drawn_by_year_and_says_what_it_cannot_place() -> None:
    texts = ("2001-03", "2009-05-01", "2009", "201X")
    drawn = bars(ENGLISH, (parse_when(text) for text in texts))
    assert drawn is not None
    assert (drawn.unit, drawn.first, drawn.last, drawn.unplaced) == ("year", "2001", "2009", 1)
    assert (drawn.most, drawn.most_at) == (2, "2009")


def test_a_year_fills_no_month() -> None:
    dates = [parse_when(text) for text in ("2019-01", "2019", "2019-03")]
    assert gaps(ENGLISH, dates) == ("Feb 2019",)
