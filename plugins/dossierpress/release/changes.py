"""What changed between two releases, as the facts that a reader must know."""

from dataclasses import dataclass
from enum import StrEnum

from dossierpress.release.snapshot import Piece


class What(StrEnum):
    """A kind of change; the order is that of reports."""

    DOSSIER_ADDED = "dossier-added"
    DOSSIER_REVISED = "dossier-revised"
    DOSSIER_REMOVED = "dossier-removed"
    ARTICLE_WITHDRAWN = "article-withdrawn"
    ARTICLE_CORRECTED = "article-corrected"
    ARTICLE_REMOVED = "article-removed"
    ARTICLE_ADDED = "article-added"
    ARTICLE_REVISED = "article-revised"
    ARTICLE_RELINKED = "article-relinked"
    ENTITY_ADDED = "entity-added"
    ENTITY_RENAMED = "entity-renamed"
    ENTITY_MERGED = "entity-merged"
    ENTITY_SPLIT = "entity-split"
    ENTITY_REVISED = "entity-revised"
    ENTITY_REMOVED = "entity-removed"
    TOPIC_ADDED = "topic-added"
    TOPIC_RULE = "topic-rule-changed"
    TOPIC_REVISED = "topic-revised"
    TOPIC_REMOVED = "topic-removed"
    ARTICLE_MOVED = "article-moved"
    DECIDED = "decision-taken"


ORDER = {what: place for place, what in enumerate(What)}


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        id: of the article, entity, topic or dossier; of a decision its subject.
        dossier: that of an article; "" elsewhere.
        title: the headline, name or title of it, as it is now.
        field: what of it changed: a key of its record, a topic's id, the kind of a notice; "" where
            the whole of it is new or gone.
        before: the value before, in words; None where there was none.
        after: the value now.
        because: why an article moved: `rule`, `article`, `curator`, `registry` or `topic`.
        words: of a body, the words that changed, as far as `rights` allow.
        rights: the rights that `words` are cut to; "" where there are none.
    """

    what: What
    id: str
    title: str
    dossier: str = ""
    field: str = ""
    before: str | None = None
    after: str | None = None
    because: str = ""
    words: tuple[Piece, ...] = ()
    rights: str = ""

    @property
    def subject(self) -> str:
        """What it is a change of: `dossier`, `article`, `entity`, `topic` or `decision`."""
        return self.what.value.partition("-")[0]

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """Where it stands among others."""
        return (ORDER[self.what], self.dossier, self.id, self.field, self.after or "")
