"""`dossier cite`: how a release, a dossier of it or an article is cited."""

from collections.abc import Callable
from pathlib import Path

import click

from dossierpress.bundling.describing import citation_cff
from dossierpress.bundling.edition import Edition, edition
from dossierpress.citation.bibtex import bibtex
from dossierpress.citation.csl import csl
from dossierpress.citation.plain import plain
from dossierpress.citation.reference import Reference, article_reference
from dossierpress.citation.ris import ris
from dossierpress.cli.articles import select_articles
from dossierpress.cli.main import find_publication
from dossierpress.errors import UsageError
from dossierpress.library.load import load_library
from dossierpress.mkdocs_plugin.host import read_settings
from dossierpress.model import Dossier, DossierId, Rights
from dossierpress.release.shelf import load, shelf

FORMS: dict[str, Callable[[Reference], str]] = {
    "text": lambda reference: f"{plain(reference)}\n",
    "bibtex": bibtex,
    "ris": ris,
    "csl": csl,
}


@click.command(short_help="Print how a release, a dossier or an article is cited.")
@click.argument("what", metavar="VERSION | ARTICLE")
@click.option("--dossier", help="Only this dossier of the release.", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS, "cff"]),
    default="text",
    help="The form. Default: text.",
)
@click.pass_obj
def command(directory: Path | None, what: str, dossier: str | None, form: str) -> None:
    """Print how the dossiers of a release are cited, or the original of an article."""
    root = find_publication(directory)
    entries, _ = shelf(root)
    entry = next((entry for entry in entries if entry.version == what), None)
    if entry is None:
        if form == "cff":
            raise UsageError(f"there is no release {what!r}; CFF is for the dossiers of a release")
        library, problems = load_library(root)
        (article,) = select_articles(library, (what,), problems)
        click.echo(FORMS[form](article_reference(article)), nl=False)
        return
    settings = read_settings(root)
    snapshot = load(entry)
    editions = [
        edition(
            Dossier(
                DossierId(item.id),
                "",
                item.title,
                item.description,
                editors=item.editors,
                licence=item.licence,
                rights=Rights(item.rights),
                language=item.language,
            ),
            snapshot.version,
            snapshot.date,
            settings.site_name,
            settings.site_url or "",
        )
        for item in snapshot.dossiers
        if dossier in (None, item.id)
    ]
    if not editions:
        raise UsageError(f"the release {what} has no dossier {dossier!r}")
    if form == "cff" and len(editions) > 1:
        raise UsageError("CFF describes one thing; name a dossier with --dossier")
    for item in editions:
        click.echo(_written(item, form), nl=False)


def _written(item: Edition, form: str) -> str:
    return citation_cff(item).decode() if form == "cff" else FORMS[form](item.reference)
