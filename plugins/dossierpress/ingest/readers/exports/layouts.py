"""The layouts of exports, from `layouts/*.toml`; a new product is a new file there.

Forms are regular expressions that a whole line must match, its runs of blanks made one. Keys:

- `name`; `detect`: forms that must each be found in an export of this kind.
- `start`: the line that opens a document, with the groups `number` and `total` where it has them;
  or `end`: the line that closes one. `declared`: a line that tells how many documents there are.
- `drop`: lines that are never text: page headers, copyright, the list of contents.
- `head`: the lines above the labels, in their order: `field`, `form` and `optional`. The one of the
  field `date` is found first, the others from there upward and downward.
- `labels`: a field for each form, with the group `value`; `body` goes on until the next label.
- `body_start`, `body_end`: forms of lines between which the text stands.
- `labelled_text`: whether the text stands below its own label only.
- `names`: `natural` (Jane Doe) or `inverted` (Doe, Jane).
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

SAMPLE = 4000
"""A layout is recognised within so many lines."""


@dataclass(frozen=True)
class Slot:
    """One line of a document's head: the field that it fills, and its form where it has one."""

    field: str
    form: re.Pattern[str] | None = None
    optional: bool = False

    def takes(self, text: str) -> bool:
        """Say whether a line may be this one."""
        return self.form is None or self.form.fullmatch(text) is not None


@dataclass(frozen=True)
class Layout:
    """How one product prints its documents; see the module's head for the keys."""

    name: str
    detect: tuple[re.Pattern[str], ...]
    head: tuple[Slot, ...]
    start: re.Pattern[str] | None = None
    end: re.Pattern[str] | None = None
    declared: re.Pattern[str] | None = None
    drop: tuple[re.Pattern[str], ...] = ()
    labels: tuple[tuple[str, re.Pattern[str]], ...] = ()
    body_start: tuple[re.Pattern[str], ...] = ()
    body_end: tuple[re.Pattern[str], ...] = ()
    labelled_text: bool = False
    names: str = "natural"

    def is_dropped(self, text: str) -> bool:
        """Say whether a line is never text."""
        return any(form.fullmatch(text) for form in self.drop)

    def label(self, text: str) -> tuple[str, str] | None:
        """Return the field and the value of a labelled line."""
        for field, form in self.labels:
            match = form.fullmatch(text)
            if match is not None:
                return field, (match.groupdict().get("value") or "").strip()
        return None


def find_layout(lines: Sequence[str]) -> Layout | None:
    """Return the layout of an export; None where the lines are of no known one."""
    sample = lines[:SAMPLE]
    for layout in layouts():
        if all(any(form.fullmatch(line) for line in sample) for form in layout.detect):
            return layout
    return None


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout, in the order of their files' names."""
    folder = resources.files(__package__).joinpath("layouts")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")),
                   key=lambda file: file.name)  # fmt: skip
    return tuple(_layout(tomllib.loads(file.read_text("utf-8"))) for file in files)


def _layout(data: dict[str, Any]) -> Layout:
    def forms(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, data.get(key, [])))

    def form(key: str) -> re.Pattern[str] | None:
        return re.compile(data[key]) if key in data else None

    return Layout(
        name=data["name"],
        detect=forms("detect"),
        head=tuple(
            Slot(
                slot["field"],
                re.compile(slot["form"]) if "form" in slot else None,
                slot.get("optional", False),
            )
            for slot in data.get("head", [])
        ),
        start=form("start"),
        end=form("end"),
        declared=form("declared"),
        drop=forms("drop"),
        labels=tuple(
            (field, re.compile(text))
            for field, texts in data.get("labels", {}).items()
            for text in texts
        ),
        body_start=forms("body_start"),
        body_end=forms("body_end"),
        labelled_text=data.get("labelled_text", False),
        names=data.get("names", "natural"),
    )
