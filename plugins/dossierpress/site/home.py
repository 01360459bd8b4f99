"""The home page: the publication's own words, with its dossiers, topics and latest articles."""

from dossierpress.site import addresses, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import dossier_cards, topic_cards
from dossierpress.site.model import HomePage, Link, Page

_LATEST = 10


def home_page(index: Index, title: str) -> Page:
    """Return the home page; `title` is that of the publication."""
    library = index.publication.library
    figures = (
        wording.articles(len(library.articles)),
        wording.count(len(library.dossiers), "dossier", "dossiers"),
        wording.count(len(library.registry.entities), "entity", "entities"),
        wording.count(len(library.topics), "topic", "topics"),
    )
    context = HomePage(
        title=title,
        dossiers=dossier_cards(index),
        topics=topic_cards(index),
        latest=tuple(index.rows[article.ref] for article in index.articles[:_LATEST]),
        figures=" · ".join(figures),
        links=(
            Link("All articles", index.url(addresses.ARTICLES)),
            Link("All entities", index.url(addresses.ENTITIES)),
            Link("Map", index.url(addresses.MAP)),
            Link("Names", index.url(addresses.NAMES)),
            Link("Sources", index.url(addresses.SOURCES)),
            Link("Gaps", index.url(addresses.GAPS)),
        ),
    )
    return Page(
        address=addresses.HOME,
        template="home.html",
        title=title,
        description="",
        context=context,
        listing=True,
        path=addresses.HOME.source,
    )
