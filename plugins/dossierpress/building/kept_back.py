"""The sentences that rights keep back, and whether one of them stands in a file all the same.

What may be shown is decided in `dossierpress.rights` alone. This module only searches: texts and
files are brought to their bare letters and digits, so that neither tags, nor line ends, nor the
way in which a format writes a sign can hide a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from html import unescape
from pathlib import Path
from types import MappingProxyType

from ahocorasick_rs import BytesAhoCorasick

from dossierpress.kept import Kept
from dossierpress.model import Article, ArticleRef
from dossierpress.rights import is_cut, published
from dossierpress.text.prose import prose_of

FILE = "sentences"
"""The name of the file that keeps them, in the folder of all that is kept."""
MIN_WORDS = 6
"""A shorter sentence ("He did not elaborate.") is no one's own and is not searched for."""
_MIN_LETTERS = 30
_SEED = 32
"""So many bytes of a sentence are searched for at first; a hit is then compared in full."""

_DROPPED = bytes(b for b in range(128) if not chr(b).isalnum())
_LOWER = bytes.maketrans(bytes(range(ord("A"), ord("Z") + 1)), bytes(range(ord("a"), ord("z") + 1)))
_TYPOGRAPHY = b"\xe2\x80"
"""Begins each of the quotation marks, dashes and spaces of U+2000 to U+203F, of three bytes."""
_NO_BREAK_SPACE = b"\xc2\xa0"
_TAG = re.compile(r"<[^>]*>")
_REFERENCE = re.compile(r"&[^\t\n\f <&;]+;?")
"""The name or number of a sign in HTML, whole; without a semicolon perhaps more than that."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrtbf])")


@dataclass(frozen=True)
class KeptBack:
    """The sentences of some articles that may not be published.

    Attributes:
        sentences: each in its bare letters, with the article and the words as they stand.
    """

    sentences: tuple[tuple[bytes, ArticleRef, str], ...]

    def find(self, text: str) -> Iterator[tuple[ArticleRef, str]]:
        """Yield the article and the words of each sentence that stands in a text of any format."""
        found: dict[tuple[ArticleRef, str], None] = {}
        for form in forms(text) if self.sentences else ():
            found.update(dict.fromkeys(self.sentences[number][1:] for number in self._in(form)))
        yield from found

    def standing_in(self, text: str) -> Iterator[bytes]:
        """Yield the digests of the sentences that stand in a text as it is."""
        return (self.digests[number] for number in self._in(bare(text)))

    def beyond(self, known: Set[bytes]) -> "KeptBack":
        """Return only the sentences whose digest is not among some that are known."""
        numbered = zip(self.digests, self.sentences, strict=True)
        return KeptBack(tuple(item for digest, item in numbered if digest not in known))

    def without(self, texts: Iterable[str]) -> "KeptBack":
        """Return only the sentences that stand in none of some texts that may be published."""
        return self.beyond({digest for text in texts for digest in self.standing_in(text)})

    @cached_property
    def digests(self) -> tuple[bytes, ...]:
        """The digest of each sentence's bare letters."""
        return tuple([blake2b(item[0], digest_size=16).digest() for item in self.sentences])

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        return BytesAhoCorasick([item[0][:_SEED] for item in self.sentences])

    def _in(self, form: bytes) -> Iterator[int]:
        """Yield the number of each sentence that stands in some bare letters."""
        if not self.sentences:
            return
        hits = self._automaton.find_matches_as_indexes(form, overlapping=True)
        for number, start, _ in hits:
            if form.startswith(self.sentences[number][0], start):
                yield number


def kept_back(
    articles: Iterable[Article],
    digests: Mapping[ArticleRef, bytes] = MappingProxyType({}),
    file: Path | None = None,
) -> KeptBack:
    """Return the sentences of articles that are shown in part; what is shown is among them.

    Take away what may be published by `without`.

    Args:
        articles: all of a publication.
        digests: what tells each article from what it was, where that is known.
        file: where the sentences are kept for the next run; None keeps nothing.
    """
    known = Kept(file, b"", list[tuple[bytes, str]])
    found: list[tuple[bytes, ArticleRef, str]] = []
    for article in filter(is_cut, articles):
        digest = digests.get(article.ref)
        sentences = known.recall(digest) if digest else None
        if sentences is None:
            sentences = list(_sentences(article))
            if digest:
                known.keep(digest, sentences)
        found += [(letters, article.ref, words) for letters, words in sentences]
    known.write()
    return KeptBack(tuple(found))


def sentences_of(articles: Iterable[Article]) -> KeptBack:
    """Return all sentences of articles that are long enough to be theirs alone."""
    return KeptBack(
        tuple(
            [
                (letters, article.ref, words)
                for article in articles
                for letters, words in _sentences(article)
            ]
        )
    )


def _sentences(article: Article) -> Iterator[tuple[bytes, str]]:
    """Yield the bare letters and the words of each sentence that is the article's own."""
    for prose in prose_of(article):
        text = prose.masked.text
        for start, end in prose.sentences:
            words = " ".join(text[start:end].split())
            letters = bare(words)
            if len(letters) >= _MIN_LETTERS and len(words.split()) >= MIN_WORDS:
                yield letters, words


def shown_texts(articles: Iterable[Article]) -> Iterator[str]:
    """Yield every text of articles that may be published."""
    for article in articles:
        yield from (field.text for field in published(article))


def forms(text: str) -> Iterator[bytes]:
    """Yield the bare letters of a file's text in each way in which a sentence may stand in it.

    As it is, for attributes and plain files; and without its tags, for a page in which links stand
    between the words. Escapes of JSON and of HTML are undone, twice where a feed carries HTML.
    """
    if "\\" in text:
        text = _ESCAPE.sub(_plain, text)
    yield _letters(text)
    if "<" in text:
        yield _letters(_TAG.sub("", text))
    if "&lt;" in text:
        yield _letters(_TAG.sub("", unescape(text)))


def _letters(text: str) -> bytes:
    """Return the bare letters of a text with escapes of HTML."""
    return bare(_REFERENCE.sub(_sign, text) if "&" in text else text)


def _sign(match: re.Match[str]) -> str:
    return _unescaped(match[0])


_unescaped = lru_cache(maxsize=1 << 10)(unescape)  # a page has the same few many times


def bare(text: str) -> bytes:
    """Return the letters and digits of a text alone, those of ASCII in lower case."""
    data = text.encode("utf-8", "replace").translate(_LOWER, _DROPPED)
    if _TYPOGRAPHY in data:
        first, *rest = data.split(_TYPOGRAPHY)
        data = b"".join([first, *(part[1:] for part in rest)])
    return data.replace(_NO_BREAK_SPACE, b"")


def _plain(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else " "
