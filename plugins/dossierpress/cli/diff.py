"""`dossier diff`: what changed between two releases."""

from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import json_line
from dossierpress.cli.release import read_content
from dossierpress.library.load import load_library
from dossierpress.release.changes import Change
from dossierpress.release.comparing import compare_releases, compare_with_now
from dossierpress.release.report import HEADINGS, markdown, sentence

_MARKS = {"gone": "-", "new": "+", "same": "", "cut": ""}


@click.command(short_help="Show what changed between two releases.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option("--dossier", "dossier", help="Only the changes of this dossier.", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one change a line.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
@click.pass_obj
def command(
    directory: Path | None,
    before: str,
    after: str | None,
    dossier: str | None,
    as_json: bool,
    as_markdown: bool,
) -> None:
    """Show what changed from the release A to the release B, or to the files as they are now.

    Words of a text are shown as far as its rights allow, at both times and now.
    """
    root = find_publication(directory)
    changes = (
        compare_releases(root, load_library(root)[0], before, after)
        if after is not None
        else compare_with_now(root, read_content(root), before)
    )
    if dossier:
        changes = tuple(change for change in changes if change.dossier == dossier)
    if as_json:
        for change in changes:
            click.echo(json_line(change_record(change)))
    elif as_markdown:
        title = f"# Changes from {before} to {after}" if after else f"# Changes since {before}"
        click.echo(f"{title}\n\n{markdown(changes)}", nl=False)
    else:
        _print(changes)


def change_record(change: Change) -> dict[str, object]:
    """Return a change as its JSON object."""
    return {
        "kind": change.what,
        "dossier": change.dossier or None,
        "id": change.id,
        "title": change.title,
        "field": change.field or None,
        "before": change.before,
        "after": change.after,
        "because": change.because or None,
        "words": [[piece.is_, piece.text] for piece in change.words],
    }


def _print(changes: tuple[Change, ...]) -> None:
    heading = None
    for change in changes:
        if change.what is not heading:
            heading = change.what
            click.secho(HEADINGS[change.what], bold=True)
        id_ = "/".join(filter(None, dict.fromkeys((change.dossier, change.id))))
        click.echo(f"  {id_}  {change.title}")
        said = " ".join(sentence(change).split())
        if said:
            click.echo(f"      {said}")
        for piece in change.words:
            mark = _MARKS[piece.is_]
            colour = {"-": "red", "+": "green"}.get(mark)
            text = "…" if piece.is_ == "cut" else " ".join(piece.text.split())
            click.echo(f"      {mark or ' '} {click.style(text, fg=colour)}")
    if not changes:
        click.echo("nothing changed", err=True)
