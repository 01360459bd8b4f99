"""Faults, in two forms.

A `Problem` is a fault in the content: data, collected with all the others, shown to the person
who can mend it. A `DossierError` ends a command: it is raised anywhere and turned into one exit
message by the command line.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType


class DossierError(Exception):
    """The root of every error that DossierPress raises on purpose; its text is for the user."""


class UsageError(DossierError):
    """The command was asked for something it cannot do: exit status 2."""


class Severity(StrEnum):
    """How bad a problem is: an error keeps something out of the site, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Code:
    """One kind of problem, as documented on its page.

    Attributes:
        effect: what an error does, where it does not keep out what it stands in.
    """

    id: str
    severity: Severity
    title: str
    why: str
    example: str
    fix: str
    effect: str = ""


@dataclass(frozen=True, order=True)
class Problem:
    """A fault found in the content.

    Attributes:
        path: the file, relative to the publication, with "/" between its parts.
        line: the line in that file, counted from 1.
        code: the id of its `Code`, as "DP012".
        message: what is wrong.
        hint: what to do about it.

    Its text is one line that is safe to print, whatever file names and contents hold.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str

    @property
    def severity(self) -> Severity:
        """Return the severity that the catalogue gives this code."""
        return codes()[self.code].severity

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.code} {self.message}; {self.hint}"
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


@cache
def codes() -> Mapping[str, Code]:
    """Return the catalogue of problem codes, by id, in the order of `problems.toml`."""
    text = resources.files("dossierpress").joinpath("problems.toml").read_text("utf-8")
    return MappingProxyType(
        {
            code: Code(code, Severity(entry.pop("severity")), **entry)
            for code, entry in tomllib.loads(text).items()
        }
    )


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return only the problems that are errors."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)
