"""What happened to an entity, as the decisions tell it."""

from collections.abc import Iterable

from dossierpress.model import Decision, EntityId

KINDS = ("entity", "candidate")
"""The kinds of decision that make or change an entity."""


def history(entity: EntityId, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that made an entity what it is, in the order in which they were taken.

    Those on its former ids belong to it: what was renamed or merged into it.
    """
    taken = tuple(decision for decision in decisions if decision.kind in KINDS)
    ids = {entity}
    ties = _ties(taken)
    while more := {former for former, now in ties if now in ids} - ids:
        ids |= more
    return tuple(
        decision
        for decision in taken
        if decision.to in ids or (decision.kind == "entity" and decision.subject in ids)
    )


def _ties(decisions: Iterable[Decision]) -> set[tuple[EntityId, EntityId]]:
    """Return each former id with what took its place, as far as it was not undone."""
    ties: set[tuple[EntityId, EntityId]] = set()
    for decision in decisions:
        if decision.kind != "entity" or decision.to is None:
            continue
        tie = (EntityId(decision.subject), decision.to)
        if decision.verdict in ("renamed", "merged"):
            ties.add(tie)
        elif decision.verdict in ("rename-undone", "merge-undone"):
            ties.discard(tie)
    return ties
