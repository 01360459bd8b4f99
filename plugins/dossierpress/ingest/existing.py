"""The articles that a publication has already, as far as adding needs to know them.

A broken article is passed over: `dossier check` reports it, and its name still counts as taken.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossierpress.frontmatter import Document, FrontMatterError, parse_document, plain
from dossierpress.ingest.date_order import Ordering
from dossierpress.ingest.headline import headline_key
from dossierpress.library.dossiers import parse_dossier
from dossierpress.model import DossierId
from dossierpress.text.words import words_of

NOT_DOSSIERS = frozenset({"entities", "topics", "releases"})
"""Folders beside the dossiers that hold something else."""

ENOUGH_WORDS = 12
"""A shorter text ("More to follow.") is the same story only under the same headline and date."""


@dataclass(frozen=True)
class Existing:
    """What tells one story from another.

    Attributes:
        dossier: the dossier's id.
        id: the article's id, unique in its dossier.
        text: the `text_key` of its text.
        sha256: the digest of the clipping that it was made of.
        lines: the lines of that clipping.
    """

    dossier: str
    id: str
    title: str
    text: bytes
    url: str | None = None
    sha256: str | None = None
    lines: str | None = None

    @property
    def path(self) -> str:
        """The file, relative to the publication."""
        return f"dossiers/{self.dossier}/articles/{self.id}.md"


def text_key(title: str, body: str, day: str | None) -> bytes:
    """Return what is equal for two copies of one text: a digest of its folded words."""
    words = " ".join(words_of(body))
    if words.count(" ") + 1 < ENOUGH_WORDS:
        words = f"{headline_key(title)}|{day or ''}|{words}"
    return hashlib.sha256(words.encode()).digest()


def dossier_names(publication: Path) -> tuple[str, ...]:
    """Return the ids of the publication's dossiers, in order."""
    folders = sorted(publication.glob("dossiers/*/dossier.yml"))
    return tuple(file.parent.name for file in folders if file.parent.name not in NOT_DOSSIERS)


def dossier_ordering(publication: Path, dossier: str) -> Ordering | None:
    """Return the order of dates in numbers that a dossier's own file names."""
    file = publication / "dossiers" / dossier / "dossier.yml"
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    order = parse_dossier(text, DossierId(dossier), file.name, "", []).date_order
    return Ordering(order, "the dossier") if order else None


def taken_ids(publication: Path, dossier: str) -> frozenset[str]:
    """Return the ids that a dossier's files have, readable or not."""
    folder = publication / "dossiers" / dossier / "articles"
    return frozenset(file.stem.casefold() for file in folder.glob("*.md"))


def existing_articles(publication: Path) -> Iterator[Existing]:
    """Yield every readable article of the publication, by dossier and id."""
    for dossier in dossier_names(publication):
        for file in sorted((publication / "dossiers" / dossier / "articles").glob("*.md")):
            try:
                document = parse_document(file.read_text("utf-8"))
            except (OSError, UnicodeDecodeError, FrontMatterError):
                continue
            yield _existing(dossier, file.stem, document)


def existing_texts(publication: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every article that has front matter, in order."""
    for dossier in dossier_names(publication):
        for file in sorted((publication / "dossiers" / dossier / "articles").glob("*.md")):
            try:
                _, mark, body = file.read_text("utf-8").partition("\n---\n")
            except (OSError, UnicodeDecodeError):
                continue
            if mark:
                yield f"{dossier}/{file.stem}", body


def _existing(dossier: str, stem: str, document: Document) -> Existing:
    keys = plain(document.metadata)
    values = keys if isinstance(keys, dict) else {}
    ingest = values.get("ingest")
    origin = ingest if isinstance(ingest, dict) else {}
    title = _text(values.get("title")) or ""
    day = _text(values.get("published")) or _text(values.get("modified"))
    return Existing(
        dossier,
        stem,
        title=title,
        text=text_key(title, document.body, day),
        url=_text(values.get("url")),
        sha256=_text(origin.get("sha256")),
        lines=_text(origin.get("lines")),
    )


def _text(value: object) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value).strip() or None
