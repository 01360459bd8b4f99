"""How commands print: results to standard output, messages to standard error."""

import json
from collections.abc import Iterable, Mapping

import click

from dossierpress.errors import Problem, Severity, errors

_KEPT = frozenset({"DP103", "DP201", "DP202", "DP203", "DP401"})
"""Errors that leave their file in: a reference leads nowhere, or something is missing."""


def json_line(record: Mapping[str, object]) -> str:
    """Return one object as one line of JSON, keys in the order given."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


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
        have = "file has errors and was" if len(files) == 1 else "files have errors and were"
        click.echo(f"{len(files)} {have} left out; see `dossier check`", err=True)
