"""Where the atoms of all topic rules stand in an article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossierpress.model import EntityId, Kind, Mention, Registry, Topic
from dossierpress.text.prose import Prose
from dossierpress.topics.rule import Found, Key, Where
from dossierpress.topics.terms import find_term, term_pattern


@dataclass(frozen=True)
class AtomIndex:
    """What the rules look for, worked out once for all articles.

    Attributes:
        terms: each term and its pattern.
        kinds: the kind of each entity, where a rule asks for kinds.
    """

    terms: tuple[tuple[str, re.Pattern[str]], ...]
    kinds: Mapping[EntityId, Kind]

    def find(self, proses: Sequence[Prose], mentions: Sequence[Mention]) -> Found:
        """Find the atoms of one article; abstentions do not count."""
        found: dict[Key, list[Where]] = {}
        numbers = {prose.field.name: number for number, prose in enumerate(proses)}
        for mention in mentions:
            if mention.entity is None:
                continue
            where = (numbers[mention.field], mention.start, mention.end)
            found.setdefault(("entity", mention.entity), []).append(where)
            if mention.entity in self.kinds:
                found.setdefault(("kind", self.kinds[mention.entity]), []).append(where)
        for term, pattern in self.terms:
            spans = [
                (number, *span)
                for number, prose in enumerate(proses)
                for span in find_term(prose, pattern)
            ]
            if spans:
                found[("term", term)] = spans
        return {key: tuple(where) for key, where in found.items()}


def build_index(topics: Iterable[Topic], registry: Registry) -> AtomIndex:
    """Collect what the rules of all topics look for."""
    atoms = [atom for topic in topics for atom in topic.rule.atoms()]
    terms = sorted({atom.value for atom in atoms if atom.type == "term"})
    wants_kinds = any(atom.type == "kind" for atom in atoms)
    kinds = {entity.id: entity.kind for entity in registry.entities} if wants_kinds else {}
    return AtomIndex(tuple((term, term_pattern(term)) for term in terms), kinds)
