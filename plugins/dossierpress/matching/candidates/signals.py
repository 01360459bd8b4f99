"""What speaks for and against a candidate: one named function a signal, in one table.

A signal gives a factor and says in words what it saw. The first line of its docstring is its
public explanation. The confidence of a candidate is the product of its signals' factors.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dossierpress.matching.candidates.candidate import Signal
from dossierpress.matching.candidates.gather import Group
from dossierpress.matching.candidates.lists import GROUPS, HEAD_WORDS, HEADS, OFFICES, SHIPS
from dossierpress.matching.candidates.truecase import CaseCounts
from dossierpress.matching.case import is_acronym

ONE_WORD = 0.8
UNSEEN = 0.7
ALL_COMMON = 0.5
ALL_INITIAL = 0.3
SEVERAL_WORDS = 0.4
ENOUGH = 4
"""So many more places halve the doubt about a word that only begins sentences."""
PEOPLE = 0.45
HEADED = 1.15
TITLED = 1.2
EXPLAINED = 1.2
QUOTED = 0.5
NUMBERED = 0.7
LONG = 0.5
AFTER_AND = 0.6
MOSTLY = 0.6
"""From this share on, what is so in most places is taken to be so."""
PERSON = 0.2
"""From this share of places with an office before it on, a name is taken for a person's."""
_MANY_WORDS = 6


@dataclass(frozen=True)
class Facts:
    """A group, and what the corpus says of its words.

    Attributes:
        is_explained: whether the text gives its acronym in brackets.
    """

    group: Group
    counts: CaseCounts
    is_explained: bool

    @property
    def words(self) -> list[str]:
        """The folded words of the name."""
        return self.group.key.split()

    def share(self, test: Callable[[int], bool]) -> float:
        """Return the share of sightings whose index passes a test."""
        total = len(self.group.sightings)
        return sum(test(index) for index in range(total)) / total


def one_word(facts: Facts) -> tuple[float, str] | None:
    """A name of one word is a little less sure than one of several."""
    return (ONE_WORD, "one word") if len(facts.words) == 1 else None


def common_word(facts: Facts) -> tuple[float, str] | None:
    """A word that the corpus also writes small is perhaps no name."""
    if len(facts.words) > 1 or is_acronym(facts.group.name):
        return None
    share = facts.counts.lower_share(facts.words[0])
    if share is None:
        unsure = all(sighting.begins for sighting in facts.group.sightings)
        return (UNSEEN, "it only begins sentences") if unsure else None
    return ((1 - share) ** 2, f"written small in {share:.0%}") if share else None


def common_words(facts: Facts) -> tuple[float, str] | None:
    """Several words that are all common words make a name only by habit."""
    words = [word for word in facts.words if len(word) > 1]
    is_common = len(words) > 1 and all(facts.counts.is_common(word) for word in words)
    headed = words and any(words[-1] in heads for heads in HEADS.values())
    return (ALL_COMMON, "all its words are common") if is_common and not headed else None


def sentence_initial(facts: Facts) -> tuple[float, str] | None:
    """At the beginning of a sentence a capital says little.

    The more often it stands there and is never written small, the less doubt is left.
    """
    sightings = facts.group.sightings
    share = facts.share(lambda index: sightings[index].begins)
    if not share:
        return None
    lost = (1 - ALL_INITIAL) * share * (1.0 if len(facts.words) == 1 else SEVERAL_WORDS)
    if not facts.counts.lower[facts.group.key]:
        lost /= 1 + (len(sightings) - 1) / ENOUGH
    return 1 - lost, f"begins a sentence in {share:.0%} of its places"


def people(facts: Facts) -> tuple[float, str] | None:
    """An adjective or a member of a people or a faith is an alias at best."""
    word = facts.words[0]
    is_people = len(facts.words) == 1 and (word in GROUPS or word.removesuffix("s") in GROUPS)
    return (PEOPLE, "a people or a faith") if is_people else None


def headed(facts: Facts) -> tuple[float, str] | None:
    """The last word, or the one before "of", says what it is: "Ministry of Oil"."""
    kind = kind_by_head(facts.words)
    return (HEADED, f"its words say {kind}") if kind else None


def titled(facts: Facts) -> tuple[float, str] | None:
    """An office or a form of address stands before it."""
    count = sum(sighting.is_titled for sighting in facts.group.sightings)
    return (TITLED, f"an office stands before it {count} times") if count else None


def explained(facts: Facts) -> tuple[float, str] | None:
    """The text gives its acronym in brackets."""
    return (EXPLAINED, "an acronym stands in brackets") if facts.is_explained else None


def after_and(facts: Facts) -> tuple[float, str] | None:
    """After "and" it may be the end of a longer name: "Health and Human Services"."""
    sightings = facts.group.sightings
    share = facts.share(lambda index: sightings[index].before == "and")
    is_part = len(facts.words) > 1 and share >= MOSTLY and _has_common_word(facts)
    return (AFTER_AND, f'stands after "and" in {share:.0%}') if is_part else None


def _has_common_word(facts: Facts) -> bool:
    return any(facts.counts.is_common(word) or word in HEAD_WORDS for word in facts.words)


def quoted(facts: Facts) -> tuple[float, str] | None:
    """In a script without capitals, quotation marks are a weak sign."""
    sightings = facts.group.sightings
    all_quoted = all(sighting.is_quoted for sighting in sightings)
    return (QUOTED, "found by its quotation marks") if all_quoted else None


def numbered(facts: Facts) -> tuple[float, str] | None:
    """A number at the end may be part of the sentence."""
    return (NUMBERED, "ends in a number") if facts.words[-1].isdigit() else None


def long_name(facts: Facts) -> tuple[float, str] | None:
    """A very long run is often a list or a headline."""
    count = len(facts.words)
    return (LONG, f"{count} words") if count > _MANY_WORDS else None


SignalRule = Callable[[Facts], tuple[float, str] | None]

SIGNALS: tuple[tuple[str, SignalRule], ...] = (
    ("one-word", one_word),
    ("common-word", common_word),
    ("common-words", common_words),
    ("sentence-initial", sentence_initial),
    ("people", people),
    ("headed", headed),
    ("titled", titled),
    ("explained", explained),
    ("after-and", after_and),
    ("quoted", quoted),
    ("numbered", numbered),
    ("long-name", long_name),
)
"""Id and function of each signal."""


def signals_of(facts: Facts) -> tuple[Signal, ...]:
    """Return the signals that have something to say of a candidate."""
    found = ((id_, rule(facts)) for id_, rule in SIGNALS)
    return tuple(Signal(id_, *said) for id_, said in found if said)


def kind_by_head(words: list[str]) -> str | None:
    """Return the kind that the words of a name say, if they do."""
    if len(words) < 2:
        return None
    if words[0] in SHIPS:
        return "vessel"
    ends = [words[-1]]
    if "of" in words[1:]:
        ends.append(words[words.index("of", 1) - 1])
    for end in ends:
        for kind, heads in HEADS.items():
            if end in heads:
                return kind
    return None


def kind_of(facts: Facts) -> str | None:
    """Guess what a candidate is: by its words, else a person where an office stands before it."""
    by_head = kind_by_head(facts.words)
    if by_head:
        return by_head
    share = facts.share(lambda index: facts.group.sightings[index].is_titled)
    is_person = share >= PERSON and not set(facts.words) & OFFICES
    return "person" if is_person else None
