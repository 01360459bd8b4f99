"""Where an article names an entity."""

from typing import NamedTuple

from dossierpress.model.entity import Use
from dossierpress.model.ids import ArticleRef, EntityId


class Mention(NamedTuple):
    """One occurrence of an entity in an article, or an abstention.

    A tuple, because there are a hundred thousand of them and a frozen class is five times as slow.

    Attributes:
        field: the name of the `Field`.
        start: the first character in that field's text.
        end: the character after the last.
        surface: the text between the two.
        entity: what it means; None for an abstention.
        candidates: the entities that bear the alias; one or more.
        alias: the alias that matched, as the registry writes it.
        rule: the id of the rule that decided (see `dossierpress.matching.rules`).
        evidence: in words, what the rule saw.
        use: the sense of the alias.
        linked: whether the page shows a link on it.
    """

    article: ArticleRef
    field: str
    start: int
    end: int
    surface: str
    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    alias: str
    rule: str
    evidence: str
    use: Use = Use.NAME
    linked: bool = False
