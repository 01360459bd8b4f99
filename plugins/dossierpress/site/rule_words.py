"""A topic's rule, said as a sentence."""

from collections.abc import Mapping

from dossierpress.language.words import Words, mark
from dossierpress.model import Atom, Clause, Entity, EntityId, Kind, Scope, Topic

Entities = Mapping[EntityId, Entity]

_KINDS = {
    Kind.PERSON: mark("any person"),
    Kind.ORGANIZATION: mark("any organization"),
    Kind.PLACE: mark("any place"),
    Kind.FACILITY: mark("any facility"),
    Kind.EQUIPMENT: mark("any equipment"),
    Kind.VESSEL: mark("any vessel"),
    Kind.EVENT: mark("any event"),
}
"""Each kind of entity as a part of a rule."""

_SCOPES = {
    Scope.ARTICLE: mark("An article belongs here when it names, anywhere in its text, {names}."),
    Scope.PARAGRAPH: mark("An article belongs here when one paragraph of it names {names}."),
    Scope.SENTENCE: mark("An article belongs here when one sentence of it names {names}."),
}
"""What each scope of a rule says."""


def rule(words: Words, topic: Topic, entities: Entities) -> str:
    """Return a topic's rule as a sentence."""
    return words.gettext(_SCOPES[topic.scope], names=_clause(words, topic.rule, entities))


def _clause(words: Words, clause: Clause, entities: Entities) -> str:
    parts = [_part(words, part, entities) for part in clause.all]
    if clause.any:
        parts.append(_any(words, clause.any, entities))
    said = words.gettext(", together with ").join(parts)
    if not clause.none:
        return said
    others = words.gettext("not {names}", names=_any(words, clause.none, entities))
    return words.gettext("{names}; but {others}", names=said, others=others) if said else others


def _any(words: Words, parts: tuple[Atom | Clause, ...], entities: Entities) -> str:
    atoms = [_part(words, part, entities) for part in parts if isinstance(part, Atom)]
    clauses = [_clause(words, part, entities) for part in parts if isinstance(part, Clause)]
    if len(atoms) > 1:
        some = words.gettext(", ").join(atoms[:-1])
        atoms = [words.gettext("{some} or {last}", some=some, last=atoms[-1])]
    return words.gettext("; or ").join([*clauses, *atoms])


def _part(words: Words, part: Atom | Clause, entities: Entities) -> str:
    if isinstance(part, Clause):
        return _clause(words, part, entities)
    if part.type == "entity":
        entity = entities.get(EntityId(part.value))
        return entity.name if entity else part.value
    if part.type == "kind":
        return words.gettext(_KINDS[Kind(part.value)])
    return words.gettext("“{words}”", words=part.value)
