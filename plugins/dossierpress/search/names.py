"""Every name of every entity, topic and dossier, folded and sorted, in shards of some kilobytes.

A name stands in the list once for each of its words, from that word on: so whoever remembers only
"Hezbollah" finds Kata'ib Hezbollah too. Only a name that is there as a whole means its entity.
For a spelling that no one has registered, a name of several words also has its skeleton there.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dossierpress.matching.candidates.skeletons import skeleton
from dossierpress.model import CaseRule
from dossierpress.site import addresses
from dossierpress.site.index import Index
from dossierpress.text.folding import fold_key

SHARD = 6_000
"""How many bytes of JSON a shard has, before compression."""
SKELETON = "~"
"""Begins the skeleton of a name; no folded name does."""
_SIGNS = re.compile(r"\W+")


class Named(NamedTuple):
    """What a name leads to; `articles` is how many name it."""

    id: str
    kind: str
    name: str
    articles: int
    url: str


class Key(NamedTuple):
    """A folded name from one of its words on.

    Attributes:
        place: the number of the word; 0 where the name is whole.
        acronym: whether small letters mean something else.
    """

    folded: str
    place: int
    acronym: bool
    named: Named


@dataclass(frozen=True)
class NameShard:
    """The names from `first` to `last`, as JSON."""

    first: str
    last: str
    content: bytes


def name_shards(index: Index) -> Iterator[NameShard]:
    """Yield the shards in the order of the names."""
    keys = sorted(
        {key for named, name, acronym in _names(index) for key in _keys(named, name, acronym)}
    )
    run: list[Key] = []
    size = 0
    for key in keys:
        run.append(key)
        size += len(key.folded) + len(key.named.name) + 2 * len(key.named.id)
        if size > SHARD:
            yield _shard(run)
            run, size = [], 0
    if run:
        yield _shard(run)


def _names(index: Index) -> Iterator[tuple[Named, str, bool]]:
    library = index.publication.library
    for entity in library.registry.entities:
        if entity.replaced_by is None:
            url = index.url(addresses.entity(entity.id))
            articles = len(index.namings.get(entity.id, ()))
            named = Named(entity.id, entity.kind, entity.name, articles, url)
            yield named, entity.name, False
            for alias in entity.aliases:
                yield named, alias.text, alias.case is CaseRule.ACRONYM
    for topic in library.topics:
        articles = len(index.assigned.get(topic.id, ()))
        url = index.url(addresses.topic(topic))
        yield Named(topic.id, "topic", topic.title, articles, url), topic.title, False
    for dossier in library.dossiers:
        articles = len(index.in_dossier.get(dossier.id, ()))
        url = index.url(addresses.dossier(dossier))
        yield Named(dossier.id, "dossier", dossier.title, articles, url), dossier.title, False


def _keys(named: Named, name: str, acronym: bool) -> Iterable[Key]:
    words = _SIGNS.sub(" ", fold_key(name)).split()
    for place in range(len(words)):
        yield Key(" ".join(words[place:]), place, acronym and place == 0, named)
    bones = skeleton(" ".join(words))
    if " " in bones and bones.isascii():
        yield Key(SKELETON + bones, 0, False, named)


def _shard(run: list[Key]) -> NameShard:
    numbers = {named: number for number, named in enumerate(sorted({key.named for key in run}))}
    content = {
        "named": list(numbers),
        "keys": [(key.folded, key.place, numbers[key.named], int(key.acronym)) for key in run],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return NameShard(run[0].folded, run[-1].folded, text.encode())
