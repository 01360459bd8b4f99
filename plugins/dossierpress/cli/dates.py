"""`dossier dates`: what the words of the articles tell about time, and how that is known."""

from pathlib import Path

import click

from dossierpress.cli.articles import select_articles
from dossierpress.cli.main import find_publication
from dossierpress.cli.output import json_line, report_left_out
from dossierpress.library.load import load_library
from dossierpress.model import ArticleRef
from dossierpress.text.when.dating import Dating
from dossierpress.text.when.find import datings_of


@click.command(short_help="Show the dates that the texts tell, and how.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one date a line.")
@click.pass_obj
def command(directory: Path | None, articles: tuple[str, ...], as_json: bool) -> None:
    """Show each date that a text tells, resolved against the article's own date.

    ARTICLE is an id, DOSSIER/ID or a file; without it, all articles are shown.
    """
    library, problems = load_library(find_publication(directory))
    report_left_out(problems)
    for article in select_articles(library, articles, problems):
        if not as_json:
            click.secho(f"{article.ref}  {article.title}", bold=True)
        for dating in datings_of(article):
            record = dating_record(article.ref, dating)
            click.echo(json_line(record) if as_json else describe(dating))


def dating_record(ref: ArticleRef, dating: Dating) -> dict[str, object]:
    """Return a dating as its JSON object."""
    return {
        "dossier": ref.dossier,
        "article": ref.article,
        "field": dating.field,
        "start": dating.start,
        "end": dating.end,
        "raw": dating.raw,
        "value": dating.value,
        "precision": dating.precision,
        "approximate": dating.approximate,
        "status": dating.status,
        "anchor": dating.anchor,
        "rule": dating.rule,
        "reason": dating.reason,
    }


def describe(dating: Dating) -> str:
    """Return a dating as one line for a person."""
    place = f"{dating.field} {dating.start}-{dating.end}"
    value = f"→ {dating.value}" if dating.value else "not resolved"
    against = f" against {dating.anchor}" if dating.anchor else ""
    why = f"; {dating.reason}" if dating.reason else ""
    return f"  {place:<22} {dating.raw!r} {value}  [{dating.rule}: {dating.status}{against}{why}]"
