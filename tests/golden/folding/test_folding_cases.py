"""The cases that Python's folding shares with the JavaScript of the search."""

from pathlib import Path

import pytest
import yaml

from dossierpress.matching.candidates.skeletons import skeleton
from dossierpress.text.folding import fold_key

HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str]]:
    return [tuple(case) for case in yaml.safe_load((HERE / name).read_text("utf-8"))]


@pytest.mark.parametrize(("text", "folded"), cases("cases.yml"))
def test_a_text_folds_as_its_case_says(text: str, folded: str) -> None:
    assert fold_key(text) == folded


@pytest.mark.parametrize(("name", "bones"), cases("skeletons.yml"))
def test_a_name_has_the_skeleton_that_its_case_says(name: str, bones: str) -> None:
    assert skeleton(name) == bones
