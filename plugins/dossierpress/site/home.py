"""The home page: the publication's own words, with its dossiers, topics and latest articles."""

from functools import partial

from dossierpress.site import addresses, wording
from dossierpress.site.corrections import corrected
from dossierpress.site.feeds import updated
from dossierpress.site.index import Index
from dossierpress.site.linked.collection import home_data
from dossierpress.site.listing import dossier_cards, topic_cards
from dossierpress.site.model import HomePage, Link, Page

_LATEST, _CHANGES = 10, 5


def home_page(index: Index, title: str) -> Page:
    """Return the home page; `title` is that of the publication."""
    return Page(
        address=addresses.HOME,
        template="home.html",
        title=title,
        description=index.settings.description,
        context=partial(_context, index, title),
        linked_data=partial(home_data, index),
        listing=True,
        path=addresses.HOME.source,
    )


def _context(index: Index, title: str) -> HomePage:
    words = index.words
    figures = (
        wording.articles(words, len(index.articles)),
        words.ngettext("{number} dossier", "{number} dossiers", len(index.dossiers)),
        words.ngettext("{number} entity", "{number} entities", len(index.entities)),
        words.ngettext("{number} topic", "{number} topics", len(index.topics)),
    )
    address = index.url(addresses.DATA)
    has_feed = index.settings.feeds and any(map(updated, index.articles))
    data = (Link(words.gettext("Data"), address),) if index.settings.data else ()
    feed = (Link(words.gettext("Atom feed"), addresses.feed(addresses.HOME)),) if has_feed else ()
    return HomePage(
        title=title,
        dossiers=dossier_cards(index),
        topics=topic_cards(index),
        latest=tuple(index.rows[article.ref] for article in index.articles[:_LATEST]),
        changes=corrected(index)[:_CHANGES],
        figures=" · ".join(figures),
        links=(
            Link(words.gettext("All articles"), index.url(addresses.ARTICLES)),
            Link(words.gettext("All entities"), index.url(addresses.ENTITIES)),
            Link(words.gettext("Timeline"), index.url(addresses.TIMELINE)),
            Link(words.gettext("Map"), index.url(addresses.MAP)),
            Link(words.gettext("Names"), index.url(addresses.NAMES)),
            Link(words.gettext("Sources"), index.url(addresses.SOURCES)),
            Link(words.gettext("Gaps"), index.url(addresses.GAPS)),
            *data,
            *feed,
        ),
    )
