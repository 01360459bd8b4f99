"""Proof that a change to a file did what it should, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

from dossierpress.curation.layout import EditRefusedError
from dossierpress.errors import Problem
from dossierpress.library.decisions import parse_decisions
from dossierpress.model import Decision, Entity
from dossierpress.registry import parse_registry_file

Entities = tuple[Entity, ...]


def verify_registry(
    before: str, after: str, path: str, expect: Callable[[Entities], Entities]
) -> None:
    """Read a registry file as it was and as it would be, and compare.

    Raises:
        EditRefusedError: the new text says anything but what `expect` makes of the old one.
    """
    old, old_problems = read_entities(before, path)
    new, new_problems = read_entities(after, path)
    wanted = expect(old)
    by_id = {entity.id: entity for entity in new}
    if len(new) != len(wanted) or by_id != {entity.id: entity for entity in wanted}:
        raise EditRefusedError(f"{path}: cannot be changed safely as it is laid out; edit by hand")
    if len(new_problems) > len(old_problems):
        raise EditRefusedError(f"{path}: {new_problems[-1].message}; nothing was changed")


def verify_decisions(before: str, after: str, path: str, decision: Decision) -> None:
    """Check that a decision was put at the end and that every byte before it is as it was.

    Raises:
        EditRefusedError: it is not so.
    """
    old, new = _decisions(before, path), _decisions(after, path)
    if not after.startswith(before) or new != (*old, replace(decision, line=0)):
        raise EditRefusedError(f"{path}: cannot be added to as it is laid out; edit by hand")


def read_entities(text: str, path: str) -> tuple[Entities, list[Problem]]:
    """Return the entities of a text without their lines, and its problems."""
    problems: list[Problem] = []
    found = parse_registry_file(plain_text(text), path, problems)
    return tuple(without_lines(entity) for entity in found), problems


def without_lines(entity: Entity) -> Entity:
    """Return an entity with all lines 0, so that it can be compared."""
    return replace(
        entity,
        line=0,
        aliases=tuple(replace(alias, line=0) for alias in entity.aliases),
        relations=tuple(replace(relation, line=0) for relation in entity.relations),
    )


def _decisions(text: str, path: str) -> tuple[Decision, ...]:
    problems: list[Problem] = []
    found = parse_decisions(plain_text(text), path, problems)
    if problems:
        raise EditRefusedError(f"{path}: {problems[0].message}; {problems[0].hint}")
    return tuple(replace(decision, line=0) for decision in found)


def plain_text(text: str) -> str:
    """Return a text as the loader reads it: no byte-order mark, line ends of one kind."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
