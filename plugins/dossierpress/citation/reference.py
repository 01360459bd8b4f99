"""What a citation says, before it has a form."""

from dataclasses import dataclass

from dossierpress.edtf import When
from dossierpress.model import Article


@dataclass(frozen=True)
class Reference:
    """A thing to be cited. The names of the fields are ours; `csl` gives those of CSL.

    Attributes:
        key: short and unique among what is cited together.
        type: the CSL type, `article-newspaper` or `dataset`.
        container: what it appeared in: the publisher of an article.
        agency: the wire service that is credited.
        issued: when it was published, as exactly as that is known.
        accessed: when it was captured.
        archived: the address of an archived copy.
        version: of a release.
    """

    key: str
    type: str
    title: str
    authors: tuple[str, ...] = ()
    container: str | None = None
    agency: str | None = None
    issued: When | None = None
    accessed: When | None = None
    url: str | None = None
    archived: str | None = None
    language: str | None = None
    section: str | None = None
    version: str | None = None


def article_reference(article: Article) -> Reference:
    """Return the reference to the original of an article."""
    return Reference(
        key=f"{article.ref.dossier}-{article.ref.article}",
        type="article-newspaper",
        title=article.title,
        authors=article.authors,
        container=article.publisher,
        agency=article.agency,
        issued=article.published,
        accessed=article.accessed,
        url=article.url,
        archived=article.archived_url,
        language=article.language,
        section=article.section,
    )


def parts(when: When) -> tuple[int, ...] | None:
    """Return year, month and day of a date as far as they are known; None for a longer span."""
    if "/" in when.text:
        return None
    first, last = when.earliest, when.latest
    if first == last:
        return (first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return (first.year, first.month)
    is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return (first.year,) if is_year and first.year == last.year else None


def is_doubtful(when: When) -> bool:
    """Say whether a date is approximate or uncertain (EDTF `~`, `?`, `%`)."""
    return when.text[-1:] in "~?%"
