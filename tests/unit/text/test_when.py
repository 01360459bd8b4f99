"""What must hold for the dates of any text at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.edtf import parse_when
from dossierpress.model import Article, ArticleId, ArticleRef, DossierId, Rights
from dossierpress.text.when import find
from dossierpress.text.when.cues import Cue
from dossierpress.text.when.find import datings_of

PIECES = st.sampled_from(
    [
        "on Wednesday", "in May", "last year", "over the summer", "31 February",
        "September 11", "two days later", "99 decades ago", "999 years ago", "2014-17",
        "the 1990s", "14 آذر 1398", "يوم الأحد", "will meet", "said", ", ", ". ", "\n\n",
        "[link](x)", "`code in 2014`", "from 30 to 5 May", "0000-00-00",
        "between May and March 2019", "next month", "0 الثلاثاء",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map(" ".join)
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}"),
    st.sampled_from(
        ["0001-01-01", "9999-12-31", "2019", "2019-22", "2019-12~", "../2019", "2019/.."]
    ),
)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(TEXTS, ANCHORS)
def test_any_text_gives_valid_dates_at_valid_places_in_order(text: str, anchor: str | None) -> None:
    article = Article(
        ArticleRef(DossierId("d"), ArticleId("a")), "a.md", "", Rights.FULL, body=text,
        published=parse_when(anchor) if anchor else None,
    )  # fmt: skip
    end = 0
    for dating in datings_of(article):
        assert dating.raw == text[dating.start : dating.end]
        assert dating.raw.strip() == dating.raw != ""
        assert dating.start >= end
        end = dating.end
        assert dating.value or dating.reason
        assert (dating.value is None) == (dating.status in ("unanchored", "ambiguous"))
        if dating.value:
            when = parse_when(dating.value)
            assert date.min <= when.earliest <= when.latest


FILLING = st.text(
    alphabet=st.sampled_from("abc on the of 0123456789-/'.,;:()مهسال\n "), min_size=1, max_size=90
)
FILLED_TEXTS = st.lists(st.one_of(PIECES, FILLING), max_size=25).map(" ".join)


def everywhere(text: str) -> Mapping[Cue, list[tuple[int, int]]]:
    return {cue: [(0, len(text))] for cue in Cue}


def raw_times(text: str) -> list[tuple[Any, ...]]:
    ref = ArticleRef(DossierId("d"), ArticleId("a"))
    found = find.datings_of(Article(ref, "a.md", "", Rights.FULL, body=text))
    return [(time.start, time.raw, time.rule, time.value) for time in found]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(FILLED_TEXTS)
def test_around_the_cues_the_forms_find_what_they_find_anywhere(text: str) -> None:
    quick = raw_times(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "places", everywhere)
        assert raw_times(text) == quick
