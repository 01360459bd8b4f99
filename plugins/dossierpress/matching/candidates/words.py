"""Capitalised words of a sentence, and what may stand between two of them in one name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossierpress.matching.case import is_acronym
from dossierpress.text.folding import APOSTROPHES, fold_key
from dossierpress.text.prose import Prose
from dossierpress.text.sentences import Span

_MARKS = "\u0300-\u036f"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?=\s+[^\W\d_])|[^\W_][\w{_MARKS}]*(?:[{APOSTROPHES}.&‐‑-][^\W_][\w{_MARKS}]*)*"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s$", re.I)
_CONTRACTION = re.compile(r"(?:n['’ʼ]t|['’ʼ](?:d|ll|m|re|ve))$", re.I)
_HYPHENS = re.compile(r"[-‐‑]")
_BEGINS = re.compile(r"[“\"«‘:;—–•*|!?…\]]|\.\s|[ \t\xa0]{2}|^\W*$")
"""Between two words, what makes the second one begin a sentence, a quotation or an item."""
_NUMBER = re.compile(r"\d{1,3}")

PARTICLES = frozenset(
    {"abu", "al", "ar", "as", "ash", "az", "bin", "bint", "da", "de", "del", "della", "den", "der"}
    | {"di", "dos", "du", "e", "el", "es", "et", "ez", "ibn", "la", "le", "ter", "ul", "ur"}
    | {"van", "von", "y", "zu", "ad", "at", "an", "ud", "us"}
)
"""Small words inside names: "Bab el-Mandeb", "Mohammed bin Salman"; joined when capitals follow."""
LOOSE_PARTICLES = PARTICLES - {"an", "as", "at", "us", "ad", "la", "e", "y"}
"""Those that may stand free between two words; the others only before a hyphen."""
POSSESSORS = frozenset(
    "children citizens doctors farmers king lawyers men people peoples queen teachers veterans"
    " women workers".split()
)
"""Words whose possessive may stand inside a name: "People's Protection Units"."""
LINKS = frozenset({"of", "for", "on"})
"""Words that join two parts of a name only after a word such as "Ministry" or "Committee"."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a run.

    Attributes:
        text: as it stands, without a possessive.
        key: its folded form.
        start: the first character in the field's text.
        end: the character after the last.
        is_name: whether it has a capital (or is a number after one); else it is a connector.
        begins: whether it begins a sentence, a quotation or an item, where a capital says little.
        closes: whether no other word of the same name may follow (a possessive, a comma).
        before: the folded word that stands before it, where only a space is between.
    """

    text: str
    key: str
    start: int
    end: int
    is_name: bool = True
    begins: bool = False
    closes: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence that matter here.

    Attributes:
        lower: the folded words without a capital.
        runs: unbroken sequences of capitalised words and connectors, each ending in a name.
    """

    span: Span
    lower: tuple[str, ...]
    runs: tuple[tuple[Word, ...], ...]


@lru_cache(maxsize=1 << 16)
def read_token(token: str) -> tuple[str, str, bool]:
    """Return a word without its possessive, its folded form, and whether it is written as a
    name; words come again and again.
    """
    plain = _POSSESSIVE.sub("", token)
    if plain.casefold() in POSSESSORS:
        plain = token
    is_name = has_capital(plain) and not _CONTRACTION.search(plain)
    return plain, fold_key(plain), is_name


def has_capital(text: str) -> bool:
    """Say whether a word is written as a name: "Basra", "al-Khazali", "F-16", but not "US-led"."""
    parts = [part.lstrip(APOSTROPHES) for part in _HYPHENS.split(text)]
    capitals = [part[:1].isupper() for part in parts]
    small = [p for p in parts if p[:1].islower() and p.casefold() not in PARTICLES]
    return any(capitals) and not small


def read_sentence(prose: Prose, span: Span) -> Sentence:
    """Cut one sentence of a field into runs and lower-case words."""
    lower: list[str] = []
    runs: list[tuple[Word, ...]] = []
    run: list[Word] = []
    for word, is_joined in _words(prose, span):
        if word.key and not word.is_name:
            lower.append(word.key)
        if run and (not is_joined or run[-1].closes):
            _close(run, runs)
        if word.is_name or (run and (word.key in LOOSE_PARTICLES or _links(word, run))):
            run.append(word)
        elif run:
            _close(run, runs)
    _close(run, runs)
    return Sentence(span, tuple(lower), tuple(runs))


def _links(word: Word, run: list[Word]) -> bool:
    return word.key in LINKS or (word.key == "the" and run[-1].key in LINKS)


def _close(run: list[Word], runs: list[tuple[Word, ...]]) -> None:
    while run and not run[-1].is_name:
        run.pop()
    if run:
        runs.append(tuple(run))
    run.clear()


def _words(prose: Prose, span: Span) -> Iterator[tuple[Word, bool]]:
    """Yield each word, and whether only a space stands between it and the one before."""
    text = prose.masked.text
    end = span[0]
    last = ""
    was_name = False
    for match in _TOKEN.finditer(text, *span):
        plain, key, is_name = read_token(match[0])
        gap = text[end : match.start()]
        is_joined = gap == " " or _is_space(gap, last, prose.is_body)
        if not is_name and was_name and is_joined:
            is_name = _NUMBER.fullmatch(plain) is not None
        yield (
            Word(
                plain,
                key,
                match.start(),
                match.start() + len(plain),
                is_name,
                begins=end == span[0] or (not is_joined and _BEGINS.search(gap) is not None),
                closes=plain != match[0],
                before=last if is_joined else "",
            ),
            is_joined,
        )
        end, last, was_name = match.end(), key, is_name


def _is_space(gap: str, last: str, wrapped: bool) -> bool:
    """Say whether a gap keeps two words together; an initial and a title may have a full stop."""
    if gap[:1] == "." and (len(last) == 1 or last in ABBREVIATED):
        gap = gap[1:]
    if gap == " & ":
        return True
    if not gap.isspace() or (len(gap) > 1 and "\n" not in gap):
        return False
    return gap.count("\n") < 2 if wrapped else "\n" not in gap


ABBREVIATED = frozenset(
    "adm brig capt cmdr col cpl dr gen gov hon jr lt maj mr mrs ms prof rep reps rev sen sens sgt"
    " sr st vice".split()
)
"""Folded words whose full stop ends no sentence."""


def is_upper(word: Word) -> bool:
    """Say whether a word is all capitals."""
    return is_acronym(word.text)
