"""Every golden page is read as a person reads it: each field that it names, and its text."""

import pytest

from harness.pages import GoldenPage, body_f1, golden_pages

PAGES = golden_pages()


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_golden_page_is_read(page: GoldenPage) -> None:
    draft = page.draft()
    expected = {k: v for k, v in page.gold.items() if k not in ("body", "problems")}
    found = {key: draft.front_matter.get(key) for key in expected}
    assert found == expected
    assert [problem.code for problem in draft.problems] == page.gold.get("problems", [])
    assert body_f1(draft.story.body, page.gold["body"]) > 0.985


def test_there_are_many_pages_in_many_layouts() -> None:
    layouts = {page.name.rpartition("-")[0] for page in PAGES}
    assert len(PAGES) >= 40
    assert len(layouts) >= 12


def test_no_call_leaves_anything_for_the_next() -> None:
    first, other = PAGES[0], PAGES[7]
    before = first.draft()
    other.draft()
    assert first.draft() == before
