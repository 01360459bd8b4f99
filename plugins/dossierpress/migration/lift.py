"""One file: its text as it was → its text as it is written today.

What a step changes it changes by lines, as a curator's edit does, so that comments, order and line
ends stay. The result is read back; where it says anything else than the step promises, nothing is
written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dossierpress.errors import DossierError
from dossierpress.frontmatter import (
    FrontMatterError,
    Mapping,
    parse_document,
    parse_yaml,
    plain,
)
from dossierpress.schema import CURRENT, KEY, version_of

_STATED = re.compile(rf"^{KEY}:[^\r\n]*", re.MULTILINE)
_OPENING = re.compile(r"\A\ufeff?---(\r?\n)")
_FIRST_KEY = re.compile(r"^[^\s#\ufeff-]", re.MULTILINE)


class MigrationError(DossierError):
    """A file cannot be lifted as its step promises; nothing was written."""


@dataclass(frozen=True)
class Step:
    """The way from one version to the next.

    Attributes:
        to: the version that it leads to.
        says: what it changes, for the person who runs it.
        change: returns the text of a file, changed; the version itself is written afterwards.
        values: returns what the file then says, of what it said.
    """

    to: int
    says: str
    change: Callable[[str], str] = lambda text: text
    values: Callable[[dict[str, object]], dict[str, object]] = lambda values: values


STEPS = (Step(1, "each file says the version of its form"),)
"""All steps, in order. The files of the first users said no version."""


def lift(text: str, path: str, *, document: bool, steps: tuple[Step, ...] = STEPS) -> str:
    """Return a file as today's version has it; the same text where it is of that version.

    Args:
        text: the whole file, with its line ends.
        path: what to call it.
        document: whether it is front matter with a body, rather than YAML alone.
        steps: all steps, in order.

    Raises:
        FrontMatterError: the file cannot be read.
        MigrationError: a step does not give what it promises.
    """
    before = _read(text, document=document)
    said = version_of(before)
    values = _values(before)
    lifted = text
    for step in steps:
        if step.to > (said or 0):
            lifted = _state(step.change(lifted), step.to, document=document)
            values = step.values(values)
    if lifted == text:
        return text
    try:
        after = _values(_read(lifted, document=document))
    except FrontMatterError as error:
        raise MigrationError(f"{path}: cannot be lifted: {error}; lift it by hand") from error
    if after != values or _body(text) != _body(lifted):
        raise MigrationError(f"{path}: cannot be lifted line by line; lift it by hand")
    return lifted


def is_current(version: int | None, steps: tuple[Step, ...] = STEPS) -> bool:
    """Say whether a file of this version needs no step."""
    return (version or 0) >= max((step.to for step in steps), default=CURRENT)


def _state(text: str, version: int, *, document: bool) -> str:
    line = f"{KEY}: {version}"
    opening = _OPENING.match(text) if document else None
    end = text.find("\n---", 3) if document else len(text)
    stated = _STATED.search(text, 0, end if end >= 0 else len(text))
    if stated:
        return f"{text[: stated.start()]}{line}{text[stated.end() :]}"
    if opening:
        return f"{text[: opening.end()]}{line}{opening[1]}{text[opening.end() :]}"
    first = _FIRST_KEY.search(text)
    at = first.start() if first else len(text)
    return f"{text[:at]}{line}{_line_end(text)}{text[at:]}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _read(text: str, *, document: bool) -> Mapping:
    plain_text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    node = parse_document(plain_text).metadata if document else parse_yaml(plain_text)
    return node if isinstance(node, Mapping) else Mapping((), 1)


def _values(node: Mapping) -> dict[str, object]:
    values = plain(node)
    assert isinstance(values, dict)  # noqa: S101  # a mapping gives one, for mypy
    values.pop(KEY, None)
    return values


def _body(text: str) -> str:
    """Return what stands below front matter; of YAML alone nothing that matters here."""
    if not _OPENING.match(text):
        return ""
    close = re.search(r"\n---\r?(?:\n|\Z)", text[3:])
    return text[3 + close.end() :] if close else ""
