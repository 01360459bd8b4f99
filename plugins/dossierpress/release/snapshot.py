"""The snapshot of a release: everything that may be said of a publication, as frozen records.

Invariants: a text that the rights of its article keep back is here as its digest only; lists are in
the order of their keys, decisions in the order in which they were taken; dates are EDTF or RFC 3339
as written. The names of the fields are those of `docs/reference/snapshot.md`.
"""

import sys

import msgspec

FORMAT = 1
"""The form of a snapshot; a reader refuses any other."""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What all records share: frozen, strict in reading, empty values left out in writing."""


class TextRecord(Record, frozen=True):
    """One text of an article.

    Attributes:
        field: as in `dossierpress.model.Field`.
        sha256: the digest of its UTF-8 bytes.
        words: how many words it has, as white space parts them.
        text: the text itself, where it may be published whole and is not a body.
    """

    field: str
    sha256: str
    words: int
    text: str | None = None


class CorrectionRecord(Record, frozen=True):
    """A notice on an article."""

    kind: str
    date: str
    text: str


class PlacingRecord(Record, frozen=True):
    """A curator's word on an article and a topic: `primary`, `secondary` or `none`."""

    topic: str
    strength: str


class ArticleRecord(Record, frozen=True):
    """An article, without the words that its rights keep back.

    Attributes:
        entities: the ids of those that it names, in order.
    """

    dossier: str
    id: str
    path: str
    title: str
    rights: str
    language: str
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    accessed: str | None = None
    dateline: str | None = None
    url: str | None = None
    archived_url: str | None = None
    section: str | None = None
    reliability: str | None = None
    duplicate_of: str | None = None
    topics: tuple[PlacingRecord, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()
    texts: tuple[TextRecord, ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Its address: an id is unique in its dossier only."""
        return (self.dossier, self.id)


class DossierRecord(Record, frozen=True):
    """A dossier and its introduction."""

    id: str
    title: str
    rights: str
    language: str
    description: str = ""
    editors: tuple[str, ...] = ()
    licence: str | None = None
    introduction: str = ""


class AliasRecord(Record, frozen=True, rename={"start": "from", "end": "until"}):
    """A surface text of an entity; see `dossierpress.model.Alias`."""

    text: str
    strength: str = "strong"
    case: str = "cap"
    use: str = "name"
    needs: tuple[str, ...] = ()
    language: str | None = None
    default: bool = False
    start: str | None = None
    end: str | None = None


class RelationRecord(Record, frozen=True, rename={"start": "from", "end": "until"}):
    """A tie of one entity to another."""

    type: str
    to: str
    start: str | None = None
    end: str | None = None
    source: str | None = None


class EntityRecord(Record, frozen=True, rename={"not_texts": "not"}):
    """An entity of the registry."""

    id: str
    name: str
    kind: str
    description: str = ""
    aliases: tuple[AliasRecord, ...] = ()
    not_texts: tuple[str, ...] = ()
    wikidata: str | None = None
    location: tuple[float, float] | None = None
    relations: tuple[RelationRecord, ...] = ()
    replaced_by: str | None = None


class TopicRecord(Record, frozen=True):
    """A topic; `rule` is the rule in one line."""

    id: str
    title: str
    scope: str
    rule: str
    overview: str = ""


class AssignmentRecord(Record, frozen=True):
    """An article's place in a topic."""

    topic: str
    dossier: str
    article: str
    strength: str
    decided_by: str = "rule"

    def __post_init__(self) -> None:
        """Have the default left out where it was read, too: msgspec knows it by identity."""
        msgspec.structs.force_setattr(self, "decided_by", sys.intern(self.decided_by))


class DecisionRecord(Record, frozen=True):
    """What a curator decided."""

    kind: str
    subject: str
    verdict: str
    reason: str = ""
    date: str | None = None
    by: str | None = None
    to: str | None = None
    aliases: tuple[str, ...] = ()


class Piece(Record, frozen=True):
    """Some words of a changed text.

    Attributes:
        is_: `same`, `gone`, `new`, or `cut` for words that are the same and left out.
    """

    is_: str
    text: str = ""


class Revision(Record, frozen=True):
    """How a text of an article changed since the release before.

    Attributes:
        rights: the narrower of the article's rights then and now; the words are cut to it.
    """

    dossier: str
    article: str
    field: str
    rights: str
    pieces: tuple[Piece, ...]


class Snapshot(Record, frozen=True):
    """A release of a publication.

    Attributes:
        digest: the SHA-256 of the canonical form with an empty digest.
        previous: the release before it.
        program: the version of DossierPress whose rules made the links and assignments.
        revisions: the words that changed since `previous`.
    """

    version: str
    date: str
    program: str
    format: int = 0  # no default that is left out: a reader has to see it
    digest: str = ""
    previous: str | None = None
    dossiers: tuple[DossierRecord, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    entities: tuple[EntityRecord, ...] = ()
    topics: tuple[TopicRecord, ...] = ()
    assignments: tuple[AssignmentRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    revisions: tuple[Revision, ...] = ()
