"""What is searched: one document for each page that has something to find."""

from dataclasses import dataclass

from dossierpress.search.known import Said

FIELDS = ("title", "names", "standfirst", "body")
"""The fields of the index, in the order in which everything of the index lists them."""

BOOSTS = (8, 4, 3, 1)
"""How much a word counts in each field."""

ENTITY = "@"
"""Begins the term of an entity in the field of names; a word of a text is trimmed of it."""


@dataclass(frozen=True)
class Facets:
    """What results can be narrowed by; "" is not known.

    Attributes:
        date: EDTF, or the day of a time.
        first: the first day that the date may mean; `last` the last one.
        topics: titles; `entities` are ids.
    """

    dossier: str = ""
    publisher: str = ""
    language: str = ""
    rights: str = ""
    reliability: str = ""
    date: str = ""
    first: str = ""
    last: str = ""
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A page as the search sees it; all of its texts are plain and may be published.

    Attributes:
        kind: `article`, `page`, `topic`, `dossier`, or the kind of an entity.
        url: relative to the site's root.
        shown: the title with what kind of page it is, as a result shows it.
        names: the ids of the entities that it names; their names count as its words.
        day: the date as people read it.
        excerpt: the beginning of its text.
        facets: of an article; None for other pages.
        digest: what tells an article from what it was; empty where that is not known.
        said: what an earlier run read in it; then it has no title, subtitle, standfirst and body.
    """

    kind: str
    url: str
    title: str
    shown: str
    standfirst: str = ""
    body: str = ""
    names: tuple[str, ...] = ()
    name_words: str = ""
    subtitle: str = ""
    day: str = ""
    excerpt: str = ""
    language: str = ""
    facets: Facets | None = None
    digest: bytes = b""
    said: Said | None = None
