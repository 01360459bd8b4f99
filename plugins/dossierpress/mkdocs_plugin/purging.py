"""`dossier publish --purge`: an article out of every published version, for good."""

from pathlib import Path

from dossierpress.building.kept_back import sentences_of, shown_texts
from dossierpress.errors import UsageError
from dossierpress.library.articles import read_article
from dossierpress.library.load import load_library
from dossierpress.mkdocs_plugin.host import dossiers_of, read_settings
from dossierpress.mkdocs_plugin.publishing import Request, where_to
from dossierpress.model import ArticleId, ArticleRef, Dossier, DossierId
from dossierpress.publishing.git import Git, file_history
from dossierpress.publishing.purge import Purged, purge
from dossierpress.publishing.traces import Traces


def purge_article(root: Path, name: str, request: Request, reason: str = "") -> Purged:
    """Take an article out of every published version.

    Args:
        name: the article, as "gulf/2019-06-14-tanker-burns".
        reason: for the tombstone.

    Raises:
        UsageError: there is no such article in the publication or its history, or on the branch.
        DossierError: as `purge` has it.
    """
    dossier, slash, article = name.partition("/")
    if not (dossier and slash and article) or "/" in article:
        raise UsageError(
            f"{name!r} is no article; give its dossier and id, as gulf/2019-06-14-tanker"
        )
    where = where_to(root, request)
    ref = ArticleRef(DossierId(dossier), ArticleId(article))
    return purge(root, _traces(root, ref), where, reason=reason, dry_run=request.dry_run)


def _traces(root: Path, ref: ArticleRef) -> Traces:
    """Return how an article is known, by every text that its file ever had."""
    folder = dossiers_of(read_settings(root))
    library, _ = load_library(root, folder)
    own = next((d for d in library.dossiers if d.id == ref.dossier), None)
    dossier = own or Dossier(ref.dossier, "", ref.dossier)
    path = f"{folder}/{ref.dossier}/articles/{ref.article}.md"
    read = (read_article(text, ref, path, dossier)[0] for text in file_history(Git(root), path))
    texts = [article for article in read if article]
    texts += [article for article in library.articles if article.ref == ref]
    if not texts:
        raise UsageError(
            f"neither the publication nor its history has {path}, so that its words are not known; "
            "run this in a clone with the whole history"
        )
    others = tuple(article for article in library.articles if article.ref != ref)
    return Traces(
        ref,
        sentences_of(texts).without(shown_texts(others)),
        tuple(dict.fromkeys(article.title for article in texts)),
        alone=all(article.ref.article != ref.article for article in others),
    )
