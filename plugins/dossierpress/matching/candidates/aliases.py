"""Which known entity a candidate may be another name of, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from dossierpress.matching.candidates.acronyms import Pair, initials
from dossierpress.matching.candidates.candidate import AliasOf
from dossierpress.matching.candidates.skeletons import skeleton
from dossierpress.matching.lexicon import Lexicon
from dossierpress.model import EntityId, Kind, Registry
from dossierpress.text.folding import fold_key

_ALIKE = 0.75
"""How alike two names of one skeleton must be, as difflib's ratio."""
_SHORTEST_SKELETON = 3
_SHORTEST_ACRONYM = 3
_DEMONYM_ENDINGS = frozenset("i n an ian ean ese ish is ns ans ians ite ites".split())
_MOST = 3


@dataclass(frozen=True)
class Names:
    """The registry's names, laid out for comparison.

    Attributes:
        owners: the entities of each folded name.
        by_skeleton: the folded names of each skeleton.
        by_initials: the folded names of each acronym that their words would give.
        by_word: the folded names of several words that hold a word.
        places: the folded names of places.
    """

    owners: Mapping[str, tuple[EntityId, ...]]
    by_skeleton: Mapping[str, tuple[str, ...]]
    by_initials: Mapping[str, tuple[str, ...]]
    by_word: Mapping[str, tuple[str, ...]]
    places: frozenset[str]


def lay_out(registry: Registry, lexicon: Lexicon) -> Names:
    """Lay out the registry's names once for all candidates; the lexicon is that of the registry."""
    owners: dict[str, tuple[EntityId, ...]] = {}
    skeletons: dict[str, list[str]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    words: dict[str, list[str]] = defaultdict(list)
    places: set[str] = set()
    for key, senses in lexicon.senses.items():
        owners[key] = tuple(sorted({sense.entity for sense in senses}))
        skeletons[skeleton(key)].append(key)
        if " " in key:
            letters[initials(key)].append(key)
            for word in set(key.split()):
                words[word].append(key)
        if any(registry.by_id[owner].kind is Kind.PLACE for owner in owners[key]):
            places.add(key)
    return Names(owners, _frozen(skeletons), _frozen(letters), _frozen(words), frozenset(places))


def alias_of(
    forms: tuple[str, ...], names: Names, pairs: Mapping[str, Pair]
) -> tuple[AliasOf, ...]:
    """Return the entities that a candidate may be another name of, best first."""
    found: dict[EntityId, str] = {}
    for form in forms:
        for name, reason in _similar(form, names, pairs):
            for owner in names.owners[name]:
                found.setdefault(owner, reason)
    return tuple(AliasOf(entity, reason) for entity, reason in list(found.items())[:_MOST])


def _similar(form: str, names: Names, pairs: Mapping[str, Pair]) -> Iterator[tuple[str, str]]:
    key = fold_key(form)
    pair = pairs.get(key)
    if pair and fold_key(pair.long) in names.owners:
        yield fold_key(pair.long), f'the texts write "{pair.long} ({pair.short})"'
    if form.isupper() and len(key) >= _SHORTEST_ACRONYM:
        for name in names.by_initials.get(key.replace(".", ""), ()):
            yield name, f'the initials of "{name}"'
    for name in _same_skeleton(key, names):
        yield name, f'spelt much like "{name}"'
    for name in _longer(key, names):
        yield name, f'part of "{name}"'
    for ending in _DEMONYM_ENDINGS:
        stem = key.removesuffix(ending)
        for name in (stem, f"{stem}a", f"{stem}e", f"{stem}y"):
            if stem != key and len(stem) > 2 and name in names.places:
                yield name, f'a people\'s name or adjective of "{name}"'


def _same_skeleton(key: str, names: Names) -> list[str]:
    bones = skeleton(key)
    if len(bones.replace(" ", "")) < _SHORTEST_SKELETON:
        return []
    alike = ((_ratio(key, name), name) for name in names.by_skeleton.get(bones, ()) if name != key)
    return [name for ratio, name in sorted(alike, reverse=True) if ratio >= _ALIKE]


def _longer(key: str, names: Names) -> list[str]:
    """Return the known names that hold all words of a candidate, in order; two words or more."""
    words = key.split()
    if len(words) < 2:
        return []
    holding = [name for name in names.by_word.get(words[0], ()) if name != key]
    return sorted((name for name in holding if f" {key} " in f" {name} "), key=len)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _frozen(lists: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
