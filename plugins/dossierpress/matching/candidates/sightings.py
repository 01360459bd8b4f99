"""Where names stand in the articles, before anything is known of them together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossierpress.matching.candidates.acronyms import Pair, find_pairs
from dossierpress.matching.candidates.quotes import find_quoted
from dossierpress.matching.candidates.settle import settle
from dossierpress.matching.candidates.truecase import CaseCounts, count_cases
from dossierpress.matching.candidates.words import Sentence, read_sentence
from dossierpress.matching.case import is_capitalised
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


def read_corpus(articles: Iterable[Article]) -> Corpus:
    """Read all articles once; the counts are complete before the first run is settled."""
    pairs: list[Pair] = []
    quoted: list[Sighting] = []
    read: list[tuple[Article, str, Sentence, bool]] = []
    for article in articles:
        for prose in prose_of(article):
            text = prose.masked.text
            pairs.extend(find_pairs(text))
            for span in prose.sentences:
                sentence = read_sentence(prose, span)
                read.append((article, prose.field.name, sentence, is_trusted(text, span)))
            if article.language.split("-")[0] in CASELESS:
                quoted.extend(_quoted(article, prose))
    counts = count_cases((sentence, trusted) for _, _, sentence, trusted in read)
    found = [
        sighting
        for article, field, sentence, trusted in read
        if trusted
        for sighting in _sightings(article, field, sentence, counts)
    ]
    return Corpus((*found, *quoted), counts, tuple(pairs))


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
    article: Article, field: str, sentence: Sentence, counts: CaseCounts
) -> Iterator[Sighting]:
    for run in sentence.runs:
        for piece in settle(run, counts):
            words = piece.words
            surface = " ".join(word.text for word in words)
            yield Sighting(
                fold_key(surface),
                surface,
                article.ref,
                field,
                words[0].start,
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
            prose.sentence_at(start),
            is_quoted=True,
        )


def by_article(sightings: Sequence[Sighting]) -> Mapping[ArticleRef, tuple[Sighting, ...]]:
    """Return the sightings of each article."""
    found: dict[ArticleRef, list[Sighting]] = {}
    for sighting in sightings:
        found.setdefault(sighting.article, []).append(sighting)
    return {ref: tuple(items) for ref, items in found.items()}
