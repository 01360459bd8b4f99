"""An article's place in a topic, with the sentences that put it there."""

from dossierpress.model import Assignment
from dossierpress.site.index import Index
from dossierpress.site.model import ArticleRow, Link, Place


def place(
    index: Index,
    assignment: Assignment,
    *,
    link: Link | None = None,
    row: ArticleRow | None = None,
) -> Place:
    """Return an assignment as one of the two pages shows it; what may not be shown is counted."""
    texts = index.texts[assignment.article]
    quotes = [texts.passage(item.field, item.start, item.end) for item in assignment.evidence]
    shown = {quote: None for quote in quotes if quote is not None}
    return Place(
        strength=assignment.strength,
        by_curator=assignment.decided_by == "curator",
        quotes=tuple(shown),
        hidden=None in quotes,
        link=link,
        row=row,
    )
