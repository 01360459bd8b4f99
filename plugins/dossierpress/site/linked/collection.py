"""Dossiers, topics, lists and the home page: collections, data sets and the site itself."""

from dossierpress.model import Dossier, Topic
from dossierpress.site import addresses
from dossierpress.site.addresses import Address
from dossierpress.site.data.files import TABLES, dossier_downloads
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.linked.reach import Reach
from dossierpress.site.linked.write import Node, kept, written

_MEDIA = {"JSON": "application/json", "CSV": "text/csv"}


def dossier_data(index: Index, dossier: Dossier, description: str) -> str:
    """Return the linked data of a dossier's page: a data set, with its files."""
    reach = Reach(index, addresses.dossier(dossier))
    page = reach.to(addresses.dossier(dossier))
    files = dossier_downloads(index, dossier.id)
    return written(
        kept(
            {
                "@type": ["CollectionPage", "Dataset"],
                "@id": page,
                "url": page,
                "name": dossier.title,
                "description": description,
                "inLanguage": dossier.language,
                "editor": [{"@type": "Person", "name": name} for name in dossier.editors],
                "license": safe_url(dossier.licence),
                "isPartOf": _site(index, reach),
                "distribution": [_download(reach, link.text, link.url) for link in files],
            }
        )
    )


def topic_data(index: Index, topic: Topic, description: str) -> str:
    """Return the linked data of a topic's page."""
    about = {"@type": "DefinedTerm", "name": topic.title}
    return collection_data(
        index, addresses.topic(topic), topic.title, description, {"about": about}
    )


def collection_data(
    index: Index, address: Address, title: str, description: str, more: Node | None = None
) -> str:
    """Return the linked data of a page that lists others."""
    reach = Reach(index, address)
    page = reach.to(address)
    return written(
        kept(
            {
                "@type": "CollectionPage",
                "@id": page,
                "url": page,
                "name": title,
                "description": description,
                "inLanguage": index.words.language,
                "isPartOf": _site(index, reach),
                **(more or {}),
            }
        )
    )


def catalogue_data(index: Index, title: str, description: str) -> str:
    """Return the linked data of the page that lists the data files."""
    reach = Reach(index, addresses.DATA)
    sets = [
        {
            "@type": "Dataset",
            "name": f"{index.settings.title}: {table.name}",
            "description": index.words.gettext(table.what),
            "distribution": [
                _download(reach, form, f"data/{table.name}.{form.lower()}") for form in _MEDIA
            ],
        }
        for table in TABLES
    ]
    return collection_data(
        index,
        addresses.DATA,
        title,
        description,
        {"mainEntity": {"@type": "DataCatalog", "name": title, "dataset": sets}},
    )


def home_data(index: Index) -> str:
    """Return the linked data of the home page: the site itself."""
    return written(
        kept(
            {
                **_site(index, Reach(index, addresses.HOME)),
                "description": index.settings.description,
            }
        )
    )


def _site(index: Index, reach: Reach) -> dict[str, str]:
    home = reach.to(addresses.HOME)
    return {"@type": "WebSite", "@id": home, "url": home, "name": index.settings.title}


def _download(reach: Reach, form: str, url: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "encodingFormat": _MEDIA[form],
        "contentUrl": reach.path(url),
    }
