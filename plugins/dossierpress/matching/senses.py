"""The meanings that a text may have, with what the rules ask about them worked out once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dossierpress.matching.case import is_acronym, is_capitalised
from dossierpress.model import Alias, CaseRule, EntityId, Kind, Strength, Use


@dataclass(frozen=True)
class Sense:
    """One meaning of a text: an entity, and the alias by which it is meant.

    Attributes:
        path: the file of the registry that says so.
        derived: whether we made the alias: a surname of a person's full name, or a plural.
        kind: what the entity is.
        offices: of a surname, the last words of the offices that the registry's description of
            its bearer names ("president", "minister" for "prime minister").
    """

    entity: EntityId
    alias: Alias
    path: str
    derived: bool = False
    kind: Kind = Kind.ORGANIZATION
    offices: frozenset[str] = frozenset()

    @cached_property
    def is_strong(self) -> bool:
        """Whether the alias names its entity strongly: what other mentions may rest on."""
        alias = self.alias
        return not (alias.strength is Strength.WEAK or alias.use is Use.METONYM or alias.needs)


class Senses(tuple[Sense, ...]):
    """The meanings of one text; a tuple, and immutable like one."""

    def only(self, keep: Callable[[Sense], bool]) -> "Senses":
        """Return those that a test keeps; these themselves, if it keeps all."""
        kept = [sense for sense in self if keep(sense)]
        return self if len(kept) == len(self) else Senses(kept)

    @cached_property
    def entities(self) -> tuple[EntityId, ...]:
        """The entities meant, each once, ordered."""
        return tuple(sorted({sense.entity for sense in self}))

    @cached_property
    def is_plain(self) -> bool:
        """Whether there is one, and its alias suffices: no support, words or date are asked for."""
        return len(self) == 1 and not (self.is_weak or self.has_needs or self.is_dated)

    @cached_property
    def is_weak(self) -> bool:
        """Whether one of them needs support."""
        return any(sense.alias.strength is Strength.WEAK for sense in self)

    @cached_property
    def has_needs(self) -> bool:
        """Whether one of them needs words of the article."""
        return any(sense.alias.needs for sense in self)

    @cached_property
    def is_dated(self) -> bool:
        """Whether one of them is a name of some time only."""
        return any(not (s.alias.start is None and s.alias.end is None) for s in self)

    @cached_property
    def has_default(self) -> bool:
        """Whether the registry calls one of them the default."""
        return any(sense.alias.default for sense in self)

    @cached_property
    def places(self) -> "Senses":
        """Those that are no metonyms."""
        return self.only(lambda sense: sense.alias.use is not Use.METONYM)

    @cached_property
    def is_seat(self) -> bool:
        """Whether it may be a place, or the government that sits there."""
        return 0 < len(self.places) < len(self)

    @cached_property
    def rests_on_capital(self) -> bool:
        """Whether only its capital makes the text a name; an acronym has more than one."""
        alias = self[0].alias
        is_capital = alias.case is not CaseRule.ANY and is_capitalised(alias.text)
        return is_capital and not is_acronym(alias.text)


NO_SENSES = Senses()
"""What a text means that is something else, or that nobody registered."""
