"""What the template of the data page sees."""

from dataclasses import dataclass

from dossierpress.site.model.parts import Link


@dataclass(frozen=True)
class Download:
    """A table of records as files.

    Attributes:
        name: the table's name, as "articles".
        what: what a record is, in a sentence.
        count: how many records there are.
        files: the files that hold them, in each form.
        schema: the JSON Schema of a record.
    """

    name: str
    what: str
    count: int
    files: tuple[Link, ...]
    schema: Link


@dataclass(frozen=True)
class Licensed:
    """A dossier, with the licence of what its editors wrote and its own data files."""

    link: Link
    licence: str
    external: str | None
    files: tuple[Link, ...]


@dataclass(frozen=True)
class DataPage:
    """The data files of the publication."""

    title: str
    downloads: tuple[Download, ...]
    dossiers: tuple[Licensed, ...]
    feed: Link | None
    crumbs: tuple[Link, ...] = ()
