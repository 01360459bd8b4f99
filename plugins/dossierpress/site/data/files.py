"""The data files of a publication, and the page that lists them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from dossierpress.language.words import mark
from dossierpress.model import Dossier, DossierId
from dossierpress.site import addresses
from dossierpress.site.data import collect
from dossierpress.site.data.ftm import ftm_lines
from dossierpress.site.data.records import (
    ArticleRecord,
    EntityRecord,
    MentionRecord,
    Record,
    RelationRecord,
    TopicRecord,
)
from dossierpress.site.data.write import Row, csv_file, json_file, rows
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import DataPage, Download, Licensed, Link, Page
from dossierpress.site.model.output import OutputFile
from dossierpress.site.order import sort_key

FOLDER = "data"
_FORMS = ("json", "csv")
A_FILE = 100_000
"""The most records of one file; hosts refuse files of 100 MB."""


@dataclass(frozen=True)
class Table:
    """One kind of records: its name, its class, where they come from, how many, what one is."""

    name: str
    kind: type[Record]
    records: Callable[[Index], Iterable[Record]]
    count: Callable[[Index], int]
    what: str


TABLES = (
    Table(
        "articles",
        ArticleRecord,
        lambda index: collect.articles(index, index.publication.library.articles),
        lambda index: len(index.articles),
        mark("An article: what is known of it, and our own summary; no text of its publisher."),
    ),
    Table(
        "entities",
        EntityRecord,
        collect.entities,
        lambda index: len(index.entities),
        mark("A person, organization, place or thing of the registry, with all of its names."),
    ),
    Table(
        "mentions",
        MentionRecord,
        collect.mentions,
        collect.mention_count,
        mark("A mention of an entity in an article, with the words where rights allow them."),
    ),
    Table(
        "topics",
        TopicRecord,
        collect.topics,
        lambda index: len(index.topics),
        mark("A topic with its rule and its numbers."),
    ),
    Table(
        "relations",
        RelationRecord,
        collect.relations,
        lambda index: sum(1 for _ in collect.relations(index)),
        mark("A dated tie from one entity to another, with its source."),
    ),
)
FTM = f"{FOLDER}/entities.ftm.json"


def data_files(index: Index) -> Iterator[OutputFile]:
    """Yield all data files, with their schemas."""
    articles = index.publication.library.articles
    of_articles = dict(
        zip((a.ref for a in articles), rows(collect.articles(index, articles)), strict=True)
    )
    for table in TABLES:
        every = of_articles.values() if table.kind is ArticleRecord else rows(table.records(index))
        for number, part in enumerate(_parts(tuple(every))):
            yield OutputFile(_path(table.name, number, "json"), json_file(part))
            yield OutputFile(_path(table.name, number, "csv"), csv_file(table.kind, part))
        yield OutputFile(_schema(table.name), schema(table.name))
    yield OutputFile(FTM, ftm_lines(index))
    for dossier, found in index.in_dossier.items():
        of_dossier = [of_articles[article.ref] for article in found]
        yield OutputFile(_of_dossier(dossier, "json"), json_file(of_dossier))
        yield OutputFile(_of_dossier(dossier, "csv"), csv_file(ArticleRecord, of_dossier))


def data_targets(index: Index) -> Iterator[str]:
    """Yield where the data files will lie, in no order, without making them."""
    for table in TABLES:
        for part in _places(table, index):
            yield from part
        yield _schema(table.name)
    yield FTM
    for dossier in index.in_dossier:
        yield from (_of_dossier(dossier, form) for form in _FORMS)


def data_page(index: Index) -> Page:
    """Return the page that lists the data files."""
    say = index.words.gettext
    downloads = [_download(index, table) for table in TABLES]
    living = sum(entity.replaced_by is None for entity in index.entities.values())
    ftm = Download(
        "entities.ftm",
        say("The entities and their ties for FollowTheMoney, one a line."),
        living,
        (Link("FtM JSON", FTM),),
        Link("FollowTheMoney", ""),
    )
    context = DataPage(
        title=say("Data"),
        downloads=(*downloads, ftm),
        dossiers=tuple(
            _licensed(index, dossier)
            for dossier in sorted(index.dossiers.values(), key=lambda item: sort_key(item.title))
        ),
        feed=None,
    )
    return listing(index.words, addresses.DATA, "data", context)


def dossier_downloads(index: Index, dossier: DossierId) -> tuple[Link, ...]:
    """Return the data files of one dossier; none where the publication has none."""
    if not index.settings.data or dossier not in index.in_dossier:
        return ()
    return tuple(Link(form.upper(), _of_dossier(dossier, form)) for form in _FORMS)


def schema(name: str) -> bytes:
    """Return the JSON Schema of a table's records."""
    folder = resources.files("dossierpress.site.data").joinpath("schemas")
    return folder.joinpath(f"{name}.schema.json").read_bytes()


def _download(index: Index, table: Table) -> Download:
    files = tuple(
        Link(form.upper() if not number else f"{form.upper()} {number + 1}", path)
        for form, paths in zip(_FORMS, _places(table, index), strict=True)
        for number, path in enumerate(paths)
    )
    count = table.count(index)
    what = index.words.gettext(table.what)
    return Download(table.name, what, count, files, Link("JSON Schema", _schema(table.name)))


def _places(table: Table, index: Index) -> Iterator[list[str]]:
    """Yield where the files of a table lie, for each form those with all of its records."""
    number = max(1, -(-table.count(index) // A_FILE))
    return ([_path(table.name, part, form) for part in range(number)] for form in _FORMS)


def _licensed(index: Index, dossier: Dossier) -> Licensed:
    licence = dossier.licence or ""
    files = dossier_downloads(index, dossier.id)
    return Licensed(index.links.dossier(dossier), licence, safe_url(licence), files)


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, max(1, len(rows)), A_FILE):
        yield rows[start : start + A_FILE]


def _path(name: str, number: int, form: str) -> str:
    return f"{FOLDER}/{name}-{number + 1}.{form}" if number else f"{FOLDER}/{name}.{form}"


def _schema(name: str) -> str:
    return f"{FOLDER}/schemas/{name}.schema.json"


def _of_dossier(dossier: DossierId, form: str) -> str:
    return f"{FOLDER}/dossiers/{dossier}.{form}"
