"""What changed between two snapshots, case by case."""

from pathlib import Path
from typing import Any

import pytest

from dossierpress.release.changes import Change, What
from dossierpress.release.diff import diff
from dossierpress.release.form import canonical
from dossierpress.release.making import by_key
from dossierpress.release.past import revisions
from dossierpress.release.report import HEADINGS, markdown
from harness.cases import params
from harness.layout import lay_out
from harness.releasing import change, content_of, snapshot_at

CASES = Path(__file__).resolve().parents[2] / "golden" / "diff"


def told(item: Change) -> list[Any]:
    row = [item.what.value, item.id, item.field, item.before, item.after]
    return [*row, item.because] if item.because else row


@pytest.mark.parametrize("case", params(CASES))
def test_the_changes_are_those_of_the_case(case: dict[str, Any], tmp_path: Path) -> None:
    root = lay_out(tmp_path, case["files"])
    then = by_key(content_of(root).library)
    before = snapshot_at(root, "1")
    change(root, case["changed"])
    bare = snapshot_at(root, "2", previous="1")
    found = tuple(revisions(before, then, bare, by_key(content_of(root).library)))
    after = snapshot_at(root, "2", previous="1", revisions=found)
    changes = diff(before, after)
    assert [told(item) for item in changes] == case["changes"]
    words = {f"{c.dossier}/{c.id}": [[p.is_, p.text] for p in c.words] for c in changes if c.words}
    assert words == case.get("words", {})
    published = canonical(before).decode() + canonical(after).decode() + markdown(changes)
    for word in case.get("unseen", ()):
        assert word not in published


@pytest.mark.parametrize("case", params(CASES))
def test_nothing_changed_between_a_snapshot_and_itself(
    case: dict[str, Any], tmp_path: Path
) -> None:
    root = lay_out(tmp_path, case["files"])
    assert diff(snapshot_at(root, "1"), snapshot_at(root, "2")) == ()


def test_every_kind_of_change_has_a_heading() -> None:
    assert list(HEADINGS) == list(What)
