"""An article's place in a topic, as the pages of both show it."""

from dataclasses import dataclass

from dossierpress.site.model.parts import ArticleRow, Link, Quote


@dataclass(frozen=True)
class Place:
    """An article's place in a topic, seen from one of the two.

    Attributes:
        link: the topic, where the article's page shows it.
        row: the article, where the topic's page shows it.
        by_curator: whether a person decided it.
        in_title: whether the headline is part of the evidence.
        quotes: the first sentences that satisfied the rule.
        more: the others, folded away.
        hidden: whether some of the evidence may not be shown.
    """

    strength: str
    by_curator: bool
    in_title: bool
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]
    hidden: bool
    link: Link | None = None
    row: ArticleRow | None = None
