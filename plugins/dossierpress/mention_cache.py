"""Keeps what matching found, so that an unchanged article is not matched again.

One file in the publication's `.cache/`, safe to delete. It is used only where the digests of the
registry and of the matcher's own code are those it was written under, and each article's mentions
only under the digest of all that matching reads of the article. It holds the articles of the last
run and no others, and is replaced in one step, so that two runs at once leave one or the other. It
is believed only where it lies as a run left it, so that no repository can bring one along.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dossierpress.files import atomic_write, clear, is_sealed, seal
from dossierpress.model import Article, ArticleRef, EntityId, Mention, Registry, Use

_CODE = ("matching", "text", "model", "edtf.py", "rights.py")
"""The files of the package that decide what matching finds."""


class MentionCache:
    """The mentions of the last run, and those of this one."""

    def __init__(self, file: Path, registry: Registry) -> None:
        """Open a cache; a file that is absent, broken or of another registry is an empty one."""
        self._file = file
        self._key = _digest([code_digest(), repr(registry.entities)])
        self._known = _read(file, self._key)
        self._used: dict[str, list[list[object]]] = {}

    def recall(self, article: Article) -> tuple[Mention, ...] | None:
        """Return what was found in an article; None where it has to be matched."""
        key = _article_digest(article)
        records = self._known.get(key)
        if records is None:
            return None
        try:
            texts = {field.name: field.text for field in article.fields}
            mentions = tuple(_mention(article.ref, texts, record) for record in records)
        except (TypeError, ValueError, KeyError):
            return None
        self._used[key] = records
        return mentions

    def keep(self, article: Article, mentions: Iterable[Mention]) -> None:
        """Remember what was found in an article."""
        self._used[_article_digest(article)] = [_record(mention) for mention in mentions]

    def write(self) -> None:
        """Replace the file, where anything changed; a folder that cannot be written is left."""
        if self._used == self._known:
            return
        text = json.dumps([self._key, self._used], ensure_ascii=False, separators=(",", ":"))
        with contextlib.suppress(OSError):  # the next run matches again, no more
            clear(self._file.parent)
            atomic_write(self._file, text.encode())
            seal(self._file)


@cache
def code_digest() -> str:
    """Return the digest of the code that matches: the version of the rules."""
    package = Path(__file__).parent
    files = [
        file
        for part in _CODE
        for file in (sorted((package / part).glob("*.py")) or [package / part])
    ]
    parts = [file.read_text("utf-8") for file in files]
    return _digest([version("ahocorasick_rs"), *parts])


def _read(file: Path, key: str) -> dict[str, Any]:
    if not is_sealed(file):
        return {}
    try:
        found_key, known = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
    return known if found_key == key and isinstance(known, dict) else {}


def _article_digest(article: Article) -> str:
    links = [(link.text, link.entity) for link in article.links]
    fields = [(field.name, field.text) for field in article.fields]
    date = article.date
    parts = (str(article.ref), article.language, article.rights, date and date.text, links, fields)
    return _digest([repr(parts)])


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return whole.hexdigest()


def _record(mention: Mention) -> list[object]:
    return [
        mention.field,
        mention.start,
        mention.end,
        mention.entity,
        list(mention.candidates),
        mention.alias,
        mention.rule,
        mention.evidence,
        mention.use,
        mention.linked,
    ]


def _mention(ref: ArticleRef, texts: Mapping[str, str], record: list[Any]) -> Mention:
    field, start, end, entity, candidates, alias, rule, evidence, use, linked = record
    return Mention(
        article=ref,
        field=field,
        start=start,
        end=end,
        surface=texts[field][start:end],
        entity=EntityId(entity) if entity is not None else None,
        candidates=tuple(EntityId(candidate) for candidate in candidates),
        alias=alias,
        rule=rule,
        evidence=evidence,
        use=Use(use),
        linked=linked,
    )
