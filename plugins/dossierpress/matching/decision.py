"""What a mention says of a text, wherever in an article it stands."""

from typing import NamedTuple

from dossierpress.model import EntityId, Use


class Decision(NamedTuple):
    """What a mention says, but for its place; the fields are those of `Mention`, in its order."""

    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    alias: str
    rule: str
    evidence: str
    use: Use
