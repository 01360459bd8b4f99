"""Where the atoms of all topic rules stand in an article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossierpress.model import EntityId, Kind, Mention, Registry, Topic, TopicId
from dossierpress.text.prose import Prose
from dossierpress.topics.rule import Found, Key, Where
from dossierpress.topics.terms import Terms, find_term, terms_of


@dataclass(frozen=True)
class AtomIndex:
    """What the rules look for, worked out once for all articles.

    Attributes:
        topics: in their order.
        places: where each topic stands among them.
        by_atom: which topics' rules name an atom.
        terms: the words that they look for.
        kinds: the kind of each entity, where a rule asks for kinds.
    """

    topics: tuple[Topic, ...]
    places: Mapping[TopicId, int]
    by_atom: Mapping[Key, tuple[TopicId, ...]]
    terms: Terms
    kinds: Mapping[EntityId, Kind]

    def judged(self, found: Found, overridden: Iterable[TopicId]) -> tuple[Topic, ...]:
        """Return the topics that an article may belong to, in their order.

        These are the ones of whose rules an atom stands in it: a rule that holds only by what is
        absent does not count. And those that its curator names.
        """
        wanted = {topic for key in found for topic in self.by_atom.get(key, ())}
        wanted.update(topic for topic in overridden if topic in self.places)
        return tuple(self.topics[place] for place in sorted(self.places[one] for one in wanted))

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
        for term in self.terms.possible(proses):
            pattern = self.terms.patterns[term]
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
    ordered = tuple(topics)
    by_atom: dict[Key, dict[TopicId, None]] = {}
    for topic in ordered:
        for atom in topic.rule.atoms():
            by_atom.setdefault((atom.type, atom.value), {})[topic.id] = None
    terms = sorted(value for type_, value in by_atom if type_ == "term")
    wants_kinds = any(type_ == "kind" for type_, _ in by_atom)
    kinds = {entity.id: entity.kind for entity in registry.entities} if wants_kinds else {}
    return AtomIndex(
        ordered,
        {topic.id: place for place, topic in enumerate(ordered)},
        {key: tuple(naming) for key, naming in by_atom.items()},
        terms_of(terms),
        kinds,
    )
