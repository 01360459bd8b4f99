"""What the pages say of notices on articles."""

from dataclasses import dataclass

from dossierpress.site.dates import Date
from dossierpress.site.model.parts import ArticleRow, Link


@dataclass(frozen=True)
class Notice:
    """A notice on an article; `kind` is its kind in words."""

    kind: str
    date: Date
    text: str


@dataclass(frozen=True)
class Corrected:
    """A notice, and the article that it is on."""

    notice: Notice
    row: ArticleRow


@dataclass(frozen=True)
class CorrectionsPage:
    """All notices, the newest first."""

    title: str
    notices: tuple[Corrected, ...]
    crumbs: tuple[Link, ...] = ()
