"""Puts the sightings of one name together, whatever form each article gives it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from dossierpress.matching.candidates.acronyms import Pair
from dossierpress.matching.candidates.known import Known
from dossierpress.matching.candidates.lists import GROUPS
from dossierpress.matching.candidates.sightings import Sighting, by_article
from dossierpress.matching.candidates.skeletons import skeleton
from dossierpress.matching.candidates.words import LINKS
from dossierpress.text.folding import fold_key

ALIKE = 0.75
"""How alike two words of one skeleton must be to be two spellings, as difflib's ratio."""


@dataclass(frozen=True)
class Group:
    """The sightings that were taken for one name."""

    key: str
    sightings: tuple[Sighting, ...]

    @cached_property
    def name(self) -> str:
        """The commonest text of the key; capitals at the beginnings of words before all else."""
        own = Counter(s.surface for s in self.sightings if s.key == self.key)
        return min(own, key=lambda text: (text.isupper() and len(text) > 4, -own[text], text))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """All texts, the name first, then the commoner ones first; one for each folded form."""
        found = Counter(s.surface for s in self.sightings)
        forms = {fold_key(self.name): self.name}
        for text in sorted(found, key=lambda text: (-found[text], text)):
            forms.setdefault(fold_key(text), text)
        return tuple(forms.values())


def gather(sightings: Sequence[Sighting], pairs: Iterable[Pair], known: Known) -> tuple[Group, ...]:
    """Group the sightings of unknown names, by the name that each was taken for."""
    short = _short_forms(pairs, known)
    counts = Counter(sighting.key for sighting in sightings)
    spellings = _spellings(counts)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for found in by_article(sightings).values():
        fuller = _fuller_names(found)
        for sighting in found:
            named = _without_people(sighting, counts)
            key = named.key
            key = fuller.get(key, key)
            key = short.get(key, key)
            key = spellings.get(key, key)
            if not known.has(sighting.key) and not known.has(key):
                groups[key].append(named)
    return tuple(
        Group(key, tuple(members))
        for key, members in sorted(groups.items())
        if any(sighting.key == key for sighting in members)
    )


def _fuller_names(sightings: Iterable[Sighting]) -> Mapping[str, str]:
    """Return the fuller name that stands in the same article for each shorter one.

    "Araghchi" is "Abbas Araghchi" where only one name of the article ends so; "Washington" is
    not "University of Washington".
    """
    keys = {sighting.key for sighting in sightings}
    fuller: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = key.split()
        for start in range(1, len(words)):
            ending = " ".join(words[start:])
            if words[start - 1] in LINKS or words[start - 1] == "the":
                break
            if ending in keys:
                fuller[ending].add(key)
    longest = {ending: max(names, key=len) for ending, names in fuller.items()}
    return {
        ending: longest[ending]
        for ending, names in fuller.items()
        if all(name == longest[ending] or longest[ending].endswith(f" {name}") for name in names)
    }


def _without_people(sighting: Sighting, counts: Mapping[str, int]) -> Sighting:
    """Drop "Russian" before a name that stands more often without it, or before "MiG-29"."""
    first, _, rest = sighting.key.partition(" ")
    if first not in GROUPS:
        return sighting
    is_model = any(character.isdigit() for character in rest)
    if not is_model and counts.get(rest, 0) <= counts[sighting.key]:
        return sighting
    return replace(sighting, key=rest, surface=sighting.surface.partition(" ")[2])


def _short_forms(pairs: Iterable[Pair], known: Known) -> Mapping[str, str]:
    """Return the long form of each acronym that the texts explain in one way only."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        found[fold_key(pair.short)].add(fold_key(pair.long))
    return {
        short: next(iter(longs))
        for short, longs in found.items()
        if len(longs) == 1 and not any(known.has(long) for long in longs)
    }


def _spellings(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Return the commonest spelling of each name of several words, and of each plural."""
    same: dict[str, list[str]] = defaultdict(list)
    for key in counts:
        if " " in key and key.isascii():
            same[skeleton(key)].append(key)
    found: dict[str, str] = {}
    for keys in same.values():
        if len(keys) > 1:
            best = max(keys, key=lambda key: (counts[key], key))
            found.update({key: best for key in keys if key != best and _alike(key, best)})
    for key in counts:
        if key.endswith("s") and counts.get(key[:-1], 0) > 0 and len(key) > 4:
            pair = sorted((key, key[:-1]), key=lambda k: (-counts[k], k))
            found.setdefault(pair[1], pair[0])
    return found


def _alike(one: str, other: str) -> bool:
    """Say whether two names of one skeleton begin their words alike and differ little."""
    ones, others = one.split(), other.split()
    return len(ones) == len(others) and all(
        a[0] == b[0] and (len(a) > 3 or a == b) and SequenceMatcher(None, a, b).ratio() >= ALIKE
        for a, b in zip(ones, others, strict=True)
    )
