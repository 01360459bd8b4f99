"""Does a topic's rule hold among the atoms that stand in one place?"""

from collections.abc import Mapping

from dossierpress.model import Atom, Clause

Key = tuple[str, str]
"""An atom's type and value."""
Where = tuple[int, int, int]
"""A field's number in the article, and the start and end in its text."""
Found = Mapping[Key, tuple[Where, ...]]
"""Where each atom stands, in reading order; an atom that stands nowhere is absent."""


def satisfied(clause: Clause, found: Found) -> tuple[Where, ...] | None:
    """Return where the parts stand that satisfy a clause, or None where it does not hold.

    All parts of `all`, one or more of `any` and none of `none` must hold. Every part of `any`
    that holds counts as satisfying.
    """
    where: set[Where] = set()
    for part in clause.all:
        inner = _holds(part, found)
        if inner is None:
            return None
        where.update(inner)
    if clause.any:
        inners = [inner for part in clause.any if (inner := _holds(part, found)) is not None]
        if not inners:
            return None
        where.update(*inners)
    if any(_holds(part, found) is not None for part in clause.none):
        return None
    return tuple(sorted(where))


def _holds(part: Atom | Clause, found: Found) -> tuple[Where, ...] | None:
    if isinstance(part, Clause):
        return satisfied(part, found)
    return found.get((part.type, part.value))
