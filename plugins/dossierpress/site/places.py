"""An article's place in a topic, with the sentences that put it there."""

from dossierpress.model import Assignment
from dossierpress.site.index import Index
from dossierpress.site.model import ArticleRow, Link, Place

UNFOLDED = 2
"""How many sentences of the evidence stand open."""


def place(
    index: Index,
    assignment: Assignment,
    *,
    link: Link | None = None,
    row: ArticleRow | None = None,
) -> Place:
    """Return an assignment as one of the two pages shows it; what may not be shown is counted."""
    texts = index.texts[assignment.article]
    found = [texts.passage(item.field, item.start, item.end) for item in assignment.evidence]
    quotes = tuple(dict.fromkeys(quote for quote in found if quote and quote.field != "title"))
    return Place(
        strength=assignment.strength,
        by_curator=assignment.decided_by == "curator",
        in_title=any(item.field == "title" for item in assignment.evidence),
        quotes=quotes[:UNFOLDED],
        more=quotes[UNFOLDED:],
        hidden=None in found,
        link=link,
        row=row,
    )
