"""`dossier mentions`: what is linked, what is not, and why."""

import sys
from pathlib import Path

import click

from dossierpress.cli.articles import select_articles
from dossierpress.cli.explanation import explain
from dossierpress.cli.main import find_publication
from dossierpress.cli.output import json_line, report_left_out
from dossierpress.errors import UsageError
from dossierpress.model import Mention
from dossierpress.publication import CACHE, read_publication


@click.command(short_help="Show what is linked, what is not, and why.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one mention a line.")
@click.option("--explain", "explained", is_flag=True, help="Print the sentences, each with why.")
@click.pass_obj
def command(
    directory: Path | None, articles: tuple[str, ...], as_json: bool, explained: bool
) -> None:
    """Show each mention of an entity, and each abstention, with its rule and evidence.

    ARTICLE is an id, DOSSIER/ID or a file; without it, all articles are shown.
    """
    if as_json and explained:
        raise UsageError("--json and --explain exclude each other; the JSON says why already")
    root = find_publication(directory)
    publication = read_publication(root, cache=root / CACHE)
    report_left_out(publication.problems)
    for article in select_articles(publication.library, articles, publication.problems):
        mentions = publication.mentions[article.ref]
        if not as_json:
            click.secho(f"{article.ref}  {article.title}", bold=True)
        if explained:
            click.echo("\n".join(explain(article, mentions, colour=sys.stdout.isatty())))
            continue
        for mention in mentions:
            click.echo(json_line(mention_record(mention)) if as_json else describe(mention))


def mention_record(mention: Mention) -> dict[str, object]:
    """Return a mention as its JSON object."""
    return {
        "dossier": mention.article.dossier,
        "article": mention.article.article,
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "entity": mention.entity,
        "candidates": list(mention.candidates),
        "alias": mention.alias,
        "use": mention.use,
        "rule": mention.rule,
        "evidence": mention.evidence,
        "linked": mention.linked,
    }


def describe(mention: Mention) -> str:
    """Return a mention as one line for a person."""
    place = f"{mention.field} {mention.start}-{mention.end}"
    meaning = f"→ {mention.entity}" if mention.entity else "not linked"
    mark = " (link)" if mention.linked else ""
    why = f"{mention.rule}: {mention.evidence}"
    return f"  {place:<22} {mention.surface!r} {meaning}{mark}  [{why}]"
