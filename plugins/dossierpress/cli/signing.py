"""The options that every decision takes: why, when, by whom."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from dossierpress.curation.accept import Signature
from dossierpress.edtf import parse_when
from dossierpress.errors import UsageError


def signing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--reason`, `--date` and `--by` to a command."""
    options = (
        click.option("--reason", default="", help="Why; kept in decisions.yml.", metavar="TEXT"),
        click.option("--date", help="When it was decided. Default: today.", metavar="DATE"),
        click.option("--by", help="Who decided.", metavar="NAME"),
    )
    for option in reversed(options):
        function = option(function)
    return function


def signature(reason: str, date: str | None, by: str | None) -> Signature:
    """Return the signature of a decision; today's date where none is given.

    Raises:
        UsageError: the date is none.
    """
    text = date or datetime.now(tz=UTC).date().isoformat()
    try:
        return Signature(reason, parse_when(text), by)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from error
