"""The page of gaps: what is missing, so that a reader knows how far to trust what is there."""

from collections.abc import Callable
from functools import partial

from dossierpress.clusters.stories import Cluster
from dossierpress.matching.candidates.candidate import Candidate
from dossierpress.matching.candidates.open import SHOWN
from dossierpress.model import Article
from dossierpress.site import addresses, wording
from dossierpress.site.bars import gaps
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Gap, GapsPage, MissingMonths, OpenName, Page, SharedOrigin

SPANS = 12
"""How many spans of months the page shows of a topic; the topic's own page shows them all."""


def gaps_page(index: Index) -> Page:
    """Return the page that says what is missing."""
    return listing(index.words, addresses.GAPS, "gaps", partial(_context, index))


def _context(index: Index) -> GapsPage:
    stories = [story for story in index.clusters.clusters if len(story.members) > 1]
    months, names = _months(index), index.open_names
    return GapsPage(
        title=index.words.gettext("Gaps"),
        gaps=tuple(_gap(index, *row) for row in _MISSING),
        stories=tuple(_story(index, story) for story in stories[:SHOWN]),
        story_count=len(stories),
        names=tuple(_open_name(index, one) for one in names.candidates) if names else None,
        name_count=names.total if names else 0,
        months=tuple(months[:SHOWN]),
        month_count=len(months),
    )


def _is_undated(article: Article) -> bool:
    return article.date is None


def _is_unarchived(article: Article) -> bool:
    return bool(article.url) and not article.archived_url


def _is_unreviewed(article: Article) -> bool:
    return not article.reliability


_MISSING: tuple[tuple[str, Callable[[Article], bool]], ...] = (
    ("undated", _is_undated),
    ("unarchived", _is_unarchived),
    ("unreviewed", _is_unreviewed),
)


def _gap(index: Index, name: str, lacks: Callable[[Article], bool]) -> Gap:
    found = [article for article in index.articles if lacks(article)]
    title, says = wording.gap(index.words, name)
    rows = tuple(index.rows[article.ref] for article in found[:SHOWN])
    return Gap(f"dp-{name}", title, says, len(found), rows)


def _story(index: Index, story: Cluster) -> SharedOrigin:
    refs = [member.article for member in story.members]
    origin = (story.origin.name or "") if story.origin else ""
    return SharedOrigin(origin, tuple(index.rows[ref] for ref in refs[:SHOWN]), len(refs))


def _open_name(index: Index, candidate: Candidate) -> OpenName:
    others = (other.entity for other in candidate.alias_of[:1] if other.entity in index.entities)
    link = next((index.links.entity(index.entities[entity]) for entity in others), None)
    return OpenName(candidate.name, candidate.articles, link)


def _months(index: Index) -> list[MissingMonths]:
    """Return the topics that have months without an article, those with the most spans first."""
    by_ref = index.by_ref
    found = []
    for topic in index.topics.values():
        assigned = index.assigned.get(topic.id, ())
        spans = gaps(index.words, (by_ref[item.article].date for item in assigned))
        if spans:
            link = index.links.topic(topic)
            found.append(MissingMonths(link, spans[:SPANS], len(spans) - len(spans[:SPANS])))
    return sorted(found, key=lambda missing: -(len(missing.spans) + missing.more))
