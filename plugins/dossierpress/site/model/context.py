"""What a page says of an article's place among others: copies, relatives, how it is cited."""

from dataclasses import dataclass

from dossierpress.site.model.parts import ArticleRow, Link


@dataclass(frozen=True)
class Copy:
    """Another copy of a story; `share` is how much of the smaller text both have, in percent."""

    row: ArticleRow
    share: int
    is_origin: bool


@dataclass(frozen=True)
class Story:
    """The story that an article is a copy of.

    Attributes:
        reports: how many copies there are, this one included.
        origin: the name of where they come from; "" where no rule can tell.
        rule: the rule that told the origin.
        evidence: in words, what the rule saw.
        is_origin: whether this article is the origin, or stands nearest to it.
        by_curator: whether only a person's word brings this article here.
        more: how many copies are not listed.
    """

    reports: int
    origin: str
    rule: str
    evidence: tuple[str, ...]
    is_origin: bool
    by_curator: bool
    copies: tuple[Copy, ...]
    more: int


@dataclass(frozen=True)
class Related:
    """An article that names the same seldom named entities, the rarest first."""

    row: ArticleRow
    ties: tuple[Link, ...]


@dataclass(frozen=True)
class Form:
    """A citation in a form that programs read."""

    name: str
    text: str


@dataclass(frozen=True)
class Citation:
    """How something is cited: as a sentence, and in other forms.

    Attributes:
        sentence: our own words, and in turn with them texts that run the other way.
    """

    sentence: tuple[str, ...]
    forms: tuple[Form, ...]
