"""Runs the golden clippings: a YAML file each, with what must be understood of it."""

import pytest

from harness.clippings import GoldenClipping, agrees, common_stories, golden_clippings

CASES = list(golden_clippings())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_golden_clipping_is_understood_as_its_file_says(case: GoldenClipping) -> None:
    drafts, noticed = case.understood()
    assert common_stories(case, drafts) == len(case.stories) == len(drafts)
    for story, draft in zip(case.stories, drafts, strict=True):
        assert {key: expected for key, expected in story.items()
                if not agrees(draft, key, expected)} == {}  # fmt: skip
    assert sorted((str(p.line), p.code) for p in noticed) == sorted(case.problems)


def test_there_are_many_clippings_in_many_layouts() -> None:
    assert len(CASES) >= 60
    assert len({case.layout for case in CASES}) >= 20
