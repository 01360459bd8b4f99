"""The nouns of DossierPress, as frozen data that every layer shares.

Invariants: every value here has been checked by the parser that made it; ids are unique where
the docstring says so; offsets count characters of the field's text as it stands in the file; a
path is relative to the publication and has "/" between its parts.
"""

from dossierpress.model.article import (
    WITHDRAWN,
    Article,
    Correction,
    CorrectionKind,
    DateNote,
    Field,
    Image,
    LinkOverride,
    Provenance,
    Rights,
    TopicOverride,
)
from dossierpress.model.entity import (
    Alias,
    CaseRule,
    Entity,
    Kind,
    Location,
    Registry,
    Relation,
    Strength,
    Use,
)
from dossierpress.model.ids import ArticleId, ArticleRef, DossierId, EntityId, TopicId
from dossierpress.model.library import DateOrder, Decision, Dossier, Library
from dossierpress.model.mention import Mention
from dossierpress.model.topic import Assignment, Atom, Clause, Evidence, Scope, Topic, TopicStrength

__all__ = [
    "WITHDRAWN",
    "Alias",
    "Article",
    "ArticleId",
    "ArticleRef",
    "Assignment",
    "Atom",
    "CaseRule",
    "Clause",
    "Correction",
    "CorrectionKind",
    "DateNote",
    "DateOrder",
    "Decision",
    "Dossier",
    "DossierId",
    "Entity",
    "EntityId",
    "Evidence",
    "Field",
    "Image",
    "Kind",
    "Library",
    "LinkOverride",
    "Location",
    "Mention",
    "Provenance",
    "Registry",
    "Relation",
    "Rights",
    "Scope",
    "Strength",
    "Topic",
    "TopicId",
    "TopicOverride",
    "TopicStrength",
    "Use",
]
