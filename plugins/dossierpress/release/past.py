"""Articles as they were in a release, read from git, and proved by the digests of its snapshot."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dossierpress.library.articles import read_article
from dossierpress.library.files import text_of
from dossierpress.library.withdrawn import tombstone
from dossierpress.model import Article, ArticleId, ArticleRef, Dossier, DossierId, Rights
from dossierpress.release.repository import Repository, RepositoryError
from dossierpress.release.shelf import Entry
from dossierpress.release.snapshot import ArticleRecord, Revision, Snapshot
from dossierpress.release.take import digest_of_text
from dossierpress.release.words import compare
from dossierpress.rights import narrower, published

Past = Mapping[tuple[str, str], Article]
"""Articles by dossier and id."""


def past_articles(root: Path, entry: Entry, records: Iterable[ArticleRecord]) -> Past:
    """Return those of some articles of a release whose files git still has.

    The release's own files stand in the commit that brought its snapshot, or in the one before it.
    A file counts only where its texts have the digests that the snapshot keeps.
    """
    wanted = list(records)
    found: dict[tuple[str, str], Article] = {}
    if not wanted:
        return found
    try:
        repository = Repository(root)
        commit = repository.commit_of(entry.path.relative_to(root).as_posix())
        for place in (commit, f"{commit}^") if commit else ("HEAD",):
            left = [record for record in wanted if record.key not in found]
            texts = repository.read(place, [record.path for record in left]) if left else {}
            for record in left:
                article = _article(texts.get(record.path), record)
                if article:
                    found[record.key] = article
    except RepositoryError:  # a copy without history: the words of that time are not known
        return found
    return found


def revisions(before: Snapshot, then: Past, after: Snapshot, now: Past) -> Iterator[Revision]:
    """Yield the words of bodies that changed, cut to the narrower of the rights then and now."""
    old = {article.key: article for article in before.articles}
    for record in after.articles:
        was, article, former = old.get(record.key), now.get(record.key), then.get(record.key)
        if was is None or article is None or former is None or _body(was) == _body(record):
            continue
        rights = narrower(Rights(was.rights), Rights(record.rights))
        pieces = compare(_shown(former, rights), _shown(article, rights))
        if pieces:
            yield Revision(record.dossier, record.id, "body", rights.value, pieces)


def revised(before: Snapshot, after: Snapshot) -> tuple[ArticleRecord, ...]:
    """Return the records of the earlier snapshot whose bodies the later one has in other words."""
    new = {article.key: article for article in after.articles}
    return tuple(
        article
        for article in before.articles
        if article.key in new and _body(article) != _body(new[article.key])
    )


def _body(record: ArticleRecord) -> str | None:
    return next((text.sha256 for text in record.texts if text.field == "body"), None)


def _shown(article: Article, rights: Rights) -> str:
    texts = published(replace(article, rights=rights))
    return next((field.text for field in texts if field.name == "body"), "")


def _article(data: bytes | None, record: ArticleRecord) -> Article | None:
    text = text_of(data) if data is not None else None
    if text is None:
        return None
    ref = ArticleRef(DossierId(record.dossier), ArticleId(record.id))
    dossier = Dossier(ref.dossier, "", "", rights=Rights(record.rights), language=record.language)
    article, _ = read_article(text, ref, record.path, dossier)
    if article is None:
        return None
    article = tombstone(article)
    digests = {field.name: digest_of_text(field.text) for field in article.fields}
    known = {text.field: text.sha256 for text in record.texts}
    return article if {**known, "title": digests.get("title")} == digests else None
