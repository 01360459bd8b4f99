"""`dossier add`: clippings into articles."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.meter import Meter
from dossierpress.cli.output import json_line, problem_record
from dossierpress.cli.writing import writing
from dossierpress.edtf import When, parse_when
from dossierpress.errors import UsageError, errors
from dossierpress.ingest.date_order import Ordering
from dossierpress.ingest.draft import Options
from dossierpress.ingest.existing import dossier_names, dossier_ordering
from dossierpress.ingest.fetch.page import Fetcher
from dossierpress.ingest.intake import Intake, Outcome, Status
from dossierpress.ingest.journal import Journal
from dossierpress.ingest.language import language_tag
from dossierpress.ingest.run import Run
from dossierpress.ingest.sources import find_sources
from dossierpress.model import DateOrder, Rights

_COLOURS = {
    Status.WRITTEN: "green",
    Status.UNCHANGED: "blue",
    Status.DUPLICATE: "yellow",
    Status.REFUSED: "red",
}

_BRIEF = (
    "subtitle", "publisher", "agency", "authors", "dateline", "url", "archived_url", "language",
    "section", "rights", "duplicate_of",
)  # fmt: skip


@click.command("add", short_help="Turn clippings into articles, one file a story.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("-d", "--dossier", required=True, metavar="DOSSIER", help="The dossier to add to.")
@click.option("--publisher", metavar="NAME", help="Who published the stories.")
@click.option(
    "--accessed",
    metavar="DATE",
    help="When they were captured: 2020-01-24 or 2020-01-24T10:00:00Z. Anchors relative dates.",
)
@click.option("--rights", metavar="TIER", help="full, excerpt or metadata.")
@click.option("--language", metavar="TAG", help="The language of the stories, as en or ar.")
@click.option("--date-order", metavar="ORDER", help="dmy, mdy or ymd: how 05/12/2019 is meant.")
@click.option("--fetch", is_flag=True, help="Get the pages of addresses over the network.")
@click.option("--resume", is_flag=True, help="Pass over clippings that an earlier run added.")
@click.option("--dry-run", is_flag=True, help="Show what would be done; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line, one a story.")
@click.pass_obj
def command(
    directory: Path | None,
    sources: tuple[str, ...],
    dossier: str,
    publisher: str | None,
    accessed: str | None,
    rights: str | None,
    language: str | None,
    date_order: str | None,
    fetch: bool,
    resume: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Turn clippings into articles of a dossier, one file a story.

    SOURCE is a file with one story or several, a folder, a pattern in quotation marks, a ZIP or
    web archive, or with --fetch an address or a list of addresses; - is standard input.
    """
    publication = find_publication(directory)
    _check_dossier(publication, dossier)
    ordering = _ordering(date_order) or dossier_ordering(publication, dossier)
    options = Options(publisher, _when(accessed), _rights(rights), _language(language), ordering)
    found = tuple(find_sources(sources))
    failed = False
    with (
        nullcontext() if dry_run else writing(publication, "add"),
        Meter(len(found), sys.stderr) as meter,
    ):
        intake = Intake(publication, dossier, options, dry_run=dry_run)
        journal = Journal(publication, dossier, options, read=resume)
        run = Run(intake, journal, sys.stdin.buffer, Fetcher() if fetch else None)
        for outcome in run.add(found, meter.step):
            click.echo(as_json_line(outcome) if as_json else _described(outcome, dry_run))
            for problem in outcome.problems:
                click.echo(str(problem), err=True)
            failed = failed or bool(errors(outcome.problems))
    click.echo(run.tally.told(dry_run=dry_run), err=True)
    sys.exit(1 if failed else 0)


def as_json_line(outcome: Outcome) -> str:
    """Return the outcome as one line of the contract in docs/reference/add.md."""
    article = outcome.article
    record = {
        **(article.front_matter if article else {}),
        "id": outcome.id,
        "dossier": outcome.dossier,
        "path": outcome.path,
        "body": article.body if article else None,
        "status": str(outcome.status),
        "problems": [problem_record(problem) for problem in outcome.problems],
    }
    return json_line(record)


def _check_dossier(publication: Path, dossier: str) -> None:
    names = dossier_names(publication)
    if dossier in names:
        return
    known = ", ".join(names) if names else "none yet"
    raise UsageError(f"there is no dossier {dossier!r}; the dossiers here: {known}")


def _when(text: str | None) -> When | None:
    if text is None:
        return None
    try:
        return parse_when(text)
    except ValueError as error:
        raise UsageError(
            f"--accessed: {error}; write it as 2020-01-24 or 2020-01-24T10:00:00Z"
        ) from error


def _rights(text: str | None) -> Rights | None:
    if text is None:
        return None
    try:
        return Rights(text)
    except ValueError as error:
        raise UsageError(f"--rights: {text!r} is not one of {', '.join(Rights)}") from error


def _ordering(text: str | None) -> Ordering | None:
    if text is None:
        return None
    try:
        return Ordering(DateOrder(text), "--date-order")
    except ValueError as error:
        raise UsageError(f"--date-order: {text!r} is not one of {', '.join(DateOrder)}") from error


def _language(text: str | None) -> str | None:
    if text is None:
        return None
    tag = language_tag(text)
    if tag is None:
        raise UsageError(f"--language: {text!r} is no language tag, as en, ar or fa")
    return tag


def _described(outcome: Outcome, dry_run: bool) -> str:
    """What was understood: where it stands, the headline, the dates, and a line of the rest."""
    status = str(outcome.status)
    if dry_run and outcome.status is Status.WRITTEN:
        status = "would be written"
    label = click.style(status, fg=_COLOURS[outcome.status], bold=True)
    if outcome.draft is None:
        return f"{outcome.source}: {label}"
    story = outcome.draft.story
    lines = [f"{outcome.source}:{story.lines}: {label} {outcome.path or ''}".rstrip()]
    if outcome.article is not None:
        keys = outcome.article.front_matter
        lines += [str(keys.get("title", "")), "; ".join(_dates(keys))]
        lines += ["; ".join((*_rest(keys), _size(outcome.article.body)))]
        lines += (
            [f"split by {', '.join(story.anchors)}"] if outcome.status is Status.WRITTEN else []
        )
    return "\n  ".join(filter(None, lines))


def _dates(keys: dict[str, Any]) -> Iterator[str]:
    """The dates of an article, each with the words that it was read from, where they are kept."""
    ingest = keys.get("ingest")
    noted = ingest.get("dates") if isinstance(ingest, dict) else None
    notes = [note for note in noted if isinstance(note, dict)] if isinstance(noted, list) else []
    for name in ("published", "modified", "accessed"):
        value = keys.get(name)
        own = [note for note in notes if note.get("field") == name]
        explained = [note for note in own if note.get("value") == value]
        for note in explained:
            against = f", against {note['anchor']}" if note.get("anchor") else ""
            words = f"{note.get('status')}{against}: {note.get('raw')!r}"
            yield f"{name} {value or 'empty'} ({words})"
        if value is not None and not explained:
            yield f"{name} {value}"


def _rest(keys: dict[str, Any]) -> Iterator[str]:
    """The other fields, briefly."""
    for name in _BRIEF:
        value = keys.get(name)
        if value:
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield f"{name} {shown}"
    for one, many, name in (
        ("standfirst", "standfirsts", "standfirst"),
        ("image", "images", "images"),
    ):
        value = keys.get(name)
        if isinstance(value, list):
            yield f"{len(value)} {one if len(value) == 1 else many}"


def _size(body: str) -> str:
    paragraphs, words = len(body.split("\n\n")) if body else 0, len(body.split())
    return f"{paragraphs} paragraph{'s'[: paragraphs != 1]}, {words} word{'s'[: words != 1]}"
