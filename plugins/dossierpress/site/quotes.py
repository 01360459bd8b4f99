"""The sentences that a page quotes, only ever cut from what an article's rights let us show.

A mention whose words are kept back has no quotation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from dossierpress.model import Article, Mention
from dossierpress.rights import is_cut, published
from dossierpress.site.body import PRIVATE
from dossierpress.site.model import Part, Quote
from dossierpress.site.plain import plain, shorten
from dossierpress.text.prose import Prose

_OPEN, _CLOSE = "\ue100", "\ue101"
_AROUND = 240
"""The most characters that a quotation shows on either side of a name."""


@dataclass(frozen=True)
class Texts:
    """The texts of one article that may be shown, and their sentences."""

    article: Article

    @cached_property
    def shown(self) -> Mapping[str, str]:
        """The published texts by the name of their field."""
        return MappingProxyType({field.name: field.text for field in published(self.article)})

    @cached_property
    def proses(self) -> Mapping[str, Prose]:
        """The published texts with their sentences, by the name of their field."""
        return {
            field.name: Prose(field, self.article.language) for field in published(self.article)
        }

    @cached_property
    def cut(self) -> bool:
        """Whether the article has a text that its rights keep back."""
        return is_cut(self.article)

    def may_show(self, field: str, end: int) -> bool:
        """Say whether a field may be shown as far as `end`."""
        return end <= len(self.shown.get(field, ""))

    def quote(self, field: str, mentions: Iterable[Mention]) -> tuple[Quote, ...]:
        """Quote the sentences that hold some mentions of one field, each once, in their order."""
        grouped: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for mention in mentions:
            if self.may_show(field, mention.end):
                span = self.proses[field].sentence_at(mention.start)
                grouped.setdefault(span, []).append((mention.start, mention.end))
        text = self.shown.get(field, "")
        return tuple(Quote(field, _parts(text, span, names)) for span, names in grouped.items())

    def sentence(self, field: str, sentence: tuple[int, int], words: tuple[int, int]) -> Quote:
        """Quote a sentence of a text that may be shown, with some words of it apart."""
        return Quote(field, _parts(self.shown[field], sentence, (words,)))

    def passage(self, field: str, start: int, end: int) -> Quote | None:
        """Quote a span of a field; None where any of it is kept back."""
        if not self.may_show(field, end):
            return None
        return Quote(field, _parts(self.shown[field], (start, end), ()))


def _parts(text: str, span: tuple[int, int], names: Iterable[tuple[int, int]]) -> tuple[Part, ...]:
    """Return a span of a text as plain words, with the names in it apart."""
    pieces, position = [], span[0]
    for start, end in sorted(names):
        stop = min(end, span[1])
        if start < position:
            continue
        pieces += [PRIVATE.sub("", text[position:start]), _OPEN]
        pieces += [PRIVATE.sub("", text[start:stop]), _CLOSE]
        position = stop
    pieces.append(PRIVATE.sub("", text[position : span[1]]))
    return _trim(_split(plain("".join(pieces))))


def _split(text: str) -> tuple[Part, ...]:
    parts = []
    for index, piece in enumerate(text.split(_OPEN)):
        name, closed, rest = piece.partition(_CLOSE)
        if index and closed:
            parts.append(Part(name, named=True))
            parts.append(Part(rest))
        else:
            parts.append(Part(piece.replace(_CLOSE, "")))
    return tuple(part for part in parts if part.text)


def _trim(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Shorten what stands far from any name."""
    if len(parts) == 1:
        return (Part(shorten(parts[0].text, 2 * _AROUND)),)
    trimmed = []
    for index, part in enumerate(parts):
        text = part.text
        if not part.named and index == 0:
            text = _tail(text, _AROUND)
        elif not part.named and index == len(parts) - 1:
            text = shorten(text, _AROUND)
        trimmed.append(Part(text, part.named))
    return tuple(trimmed)


def _tail(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text.find(" ", len(text) - limit)
    return "… " + text[cut + 1 if cut > 0 else len(text) - limit :]
