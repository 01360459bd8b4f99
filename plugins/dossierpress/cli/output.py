"""How commands print: results to standard output, messages to standard error."""

import json
from collections.abc import Iterable, Mapping

import click

from dossierpress.errors import Problem, Severity, errors
from dossierpress.site.plain import plain

_KEPT = frozenset({"DP103", "DP201", "DP202", "DP203", "DP401"})
"""Errors that leave their file in: a reference leads nowhere, or something is missing."""


def json_line(record: Mapping[str, object]) -> str:
    """Return one object as one line of JSON, keys in the order given.

    It holds no "<", so that it stays data even where a server calls it a page.
    """
    line = json.dumps(record, ensure_ascii=False, separators=(", ", ": "))
    return line.replace("<", "\\u003c")  # which stands only inside texts


def count(number: int, noun: str) -> str:
    """Return a number with its noun, as "1 article" and "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def plain_words(field: str, text: str) -> str:
    """Return a piece of a field on one line for a person; a body is Markdown, the rest is not."""
    return plain(text) if field == "body" else " ".join(text.split())


def problem_record(problem: Problem) -> dict[str, object]:
    """Return a problem as its JSON object."""
    return {
        "path": problem.path,
        "line": problem.line,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def print_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print a problem a line; colour only where the stream is a terminal."""
    for problem in problems:
        place, _, rest = str(problem).partition(": ")
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        click.echo(f"{click.style(place, fg=colour)}: {rest}", err=err)


def report_left_out(problems: Iterable[Problem]) -> None:
    """Say on standard error how many files the results lack, where there are any."""
    files = {problem.path for problem in errors(problems) if problem.code not in _KEPT}
    if files:
        have = "has errors and was" if len(files) == 1 else "have errors and were"
        found = count(len(files), "file")
        click.echo(f"{found} {have} left out; see `dossier check`", err=True)
