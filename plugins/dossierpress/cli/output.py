"""How commands print: results to standard output, messages to standard error."""

import json
from collections.abc import Iterable, Mapping

import click

from dossierpress.errors import Problem, Severity


def json_line(record: Mapping[str, object]) -> str:
    """Return one object as one line of JSON, keys in the order given."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def print_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print a problem a line; colour only where the stream is a terminal."""
    for problem in problems:
        place, _, rest = str(problem).partition(": ")
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        click.echo(f"{click.style(place, fg=colour)}: {rest}", err=err)
