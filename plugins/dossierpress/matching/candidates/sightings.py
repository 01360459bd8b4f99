"""Where names stand in the articles, before anything is known of them together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dossierpress.matching.candidates.acronyms import Pair, find_pairs
from dossierpress.matching.candidates.quotes import find_quoted
from dossierpress.matching.candidates.settle import settle
from dossierpress.matching.candidates.truecase import CaseCounts, count_cases
from dossierpress.matching.candidates.words import Sentence, read_sentence
from dossierpress.matching.case import is_capitalised
from dossierpress.matching.hits import find_hits
from dossierpress.matching.lexicon import Lexicon
from dossierpress.model import Article, ArticleRef
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose, prose_of
from dossierpress.text.sentences import Span

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE_SHARE = 0.7
_STOP = re.compile(r"[.!?…][\W\d]*$")
CASELESS = ("ar", "fa", "ur", "he", "ckb", "ps")
"""Languages without capitals: names come from quotation marks only."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name stands.

    Attributes:
        key: the folded name.
        surface: the name as it stands, white space made single.
        field: the field of the article.
        start: its first character in that field's text.
        end: the character after its last.
        sentence: the span of the sentence in that field.
        begins: whether it begins a sentence with a word whose capital says little.
        is_titled: whether an office or form of address stands before it.
        is_quoted: whether quotation marks, not capitals, show that it is a name.
        before: the word before it.
    """

    key: str
    surface: str
    article: ArticleRef
    field: str
    start: int
    end: int
    sentence: Span
    begins: bool = False
    is_titled: bool = False
    is_quoted: bool = False
    before: str = ""


@dataclass(frozen=True)
class Corpus:
    """What one reading of all articles gives.

    Attributes:
        sightings: every name that stands somewhere, known or not, in reading order.
        counts: what the corpus says of capitals.
        pairs: "Long Name (ACR)".
    """

    sightings: tuple[Sighting, ...]
    counts: CaseCounts
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence of a field, and whether its capitals may be trusted."""

    field: str
    sentence: Sentence
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What one article gives, before anything is known of the others.

    Attributes:
        read: its sentences.
        pairs: "Long Name (ACR)".
        quoted: names that quotation marks show.
        known: by field, where texts of several words stand that the registry knows.
    """

    read: tuple[Read, ...]
    pairs: tuple[Pair, ...]
    quoted: tuple[Sighting, ...]
    known: Mapping[str, tuple[Span, ...]]


def read_names(article: Article, lexicon: Lexicon) -> Names:
    """Read one article. The credits of pictures are not read: they name agencies and people."""
    read: list[Read] = []
    pairs: list[Pair] = []
    quoted: list[Sighting] = []
    known: dict[str, tuple[Span, ...]] = {}
    for prose in prose_of(article):
        name = prose.field.name
        if name == "credit":
            continue
        text = prose.masked.text
        known[name] = _known_spans(prose, lexicon)
        pairs.extend(find_pairs(text))
        for span in prose.sentences:
            read.append(Read(name, read_sentence(prose, span), is_trusted(text, span)))
        if article.language.split("-")[0] in CASELESS:
            quoted.extend(_quoted(article, prose))
    return Names(tuple(read), tuple(pairs), tuple(quoted), known)


def read_corpus(articles: Iterable[Article], lexicon: Lexicon) -> Corpus:
    """Read all articles once."""
    return put_together({article.ref: read_names(article, lexicon) for article in articles})


def put_together(names: Mapping[ArticleRef, Names]) -> Corpus:
    """Return what articles give together; the counts are complete before the first run is settled.

    What stands inside a longer text of the lexicon ("US Embassy" in "US Embassy in Baghdad") is
    no sighting.
    """
    every = [(ref, read) for ref, one in names.items() for read in one.read]
    counts = count_cases((read.sentence, read.is_trusted) for _, read in every)
    found = (
        sighting
        for ref, read in every
        if read.is_trusted
        for sighting in _sightings(ref, read.field, read.sentence, counts)
    )
    quoted = (sighting for one in names.values() for sighting in one.quoted)
    seen = (s for s in chain(found, quoted) if not _is_part(s, names[s.article].known[s.field]))
    pairs = (pair for one in names.values() for pair in one.pairs)
    return Corpus(tuple(seen), counts, tuple(pairs))


def _known_spans(prose: Prose, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return where texts of several words stand that the registry knows, in order."""
    spans = (
        (start, end)
        for key, start, end, surface in find_hits(prose, lexicon)
        if " " in key and not lexicon.read(key, surface).refused
    )
    return tuple(sorted(spans))


def _is_part(sighting: Sighting, known: Sequence[Span]) -> bool:
    """Say whether a name is only a part of a known one."""
    start, end = sighting.start, sighting.end
    return any(
        first <= start and end <= last and (first, last) != (start, end) for first, last in known
    )


def is_trusted(text: str, span: Span) -> bool:
    """Say whether capitals mean something in a sentence: not in a headline that has them on
    nearly every word, nor where all letters are capitals.
    """
    words = _LONG_WORD.findall(text, *span)
    if len(words) < 3:
        return True
    if sum(word.isupper() for word in words) >= _HEADLINE_SHARE * len(words):
        return False
    if _STOP.search(text[span[0] : span[1]]):
        return True
    return sum(map(is_capitalised, words)) < _HEADLINE_SHARE * len(words)


def _sightings(
    article: ArticleRef, field: str, sentence: Sentence, counts: CaseCounts
) -> Iterator[Sighting]:
    for run in sentence.runs:
        for piece in settle(run, counts):
            words = piece.words
            surface = " ".join(word.text for word in words)
            yield Sighting(
                fold_key(surface),
                surface,
                article,
                field,
                words[0].start,
                words[-1].end,
                sentence.span,
                begins=words[0].begins,
                is_titled=piece.is_titled,
                before=words[0].before,
            )


def _quoted(article: Article, prose: Prose) -> Iterator[Sighting]:
    for start, surface in find_quoted(prose.masked.text):
        yield Sighting(
            fold_key(surface),
            surface,
            article.ref,
            prose.field.name,
            start,
            start + len(surface),
            prose.sentence_at(start),
            is_quoted=True,
        )


def by_article(sightings: Sequence[Sighting]) -> Mapping[ArticleRef, tuple[Sighting, ...]]:
    """Return the sightings of each article."""
    found: dict[ArticleRef, list[Sighting]] = {}
    for sighting in sightings:
        found.setdefault(sighting.article, []).append(sighting)
    return {ref: tuple(items) for ref, items in found.items()}
