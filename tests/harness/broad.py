"""A publication with every kind of page, long lists that are cut, and what seldom occurs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossierpress.release.form import canonical
from dossierpress.release.making import by_key
from dossierpress.release.past import revisions
from dossierpress.site import article_list, dossier, entity_list, names, sightings, topic
from dossierpress.site.timeline import pages
from harness.building import copy_small
from harness.releasing import content_of, snapshot_at

LONG_NAME = (
    "High Coordination Committee for the Follow-up of the Recommendations of the Second "
    "Conference on the Safety of Ships, 2nd ed"
)
"""A name of 120 characters and more."""
WORDS = 600
"""How many words the long article has."""
LONG = "dossiers/gulf/2019-08-01-long/"
"""Where the long article stands."""

KINDS = {
    "": "",
    "about/": "about/",
    "404.html": "404.html",
    "articles/": "articles/",
    "articles/*/": "articles/2018/",
    "dossiers/": "dossiers/",
    "dossiers/*/": "dossiers/daily/",
    "dossiers/*/*/": "dossiers/gulf/2019-06-14-tanker-burns/",
    "dossiers/*/year/*/": "dossiers/daily/year/2018/",
    "entities/": "entities/",
    "entities/*/": "entities/iran/",
    "entities/*/*/": "entities/iran/2018/",
    "entities/kind/*/": "entities/kind/person/",
    "gaps/": "gaps/",
    "map/": "map/",
    "names/": "names/",
    "names/*/": "names/a/",
    "corrections/": "corrections/",
    "releases/": "releases/",
    "releases/*/": "releases/2026.2/",
    "releases/of/*/": "releases/of/gulf/",
    "data/": "data/",
    "search/": "search/",
    "sources/": "sources/",
    "timeline/": "timeline/",
    "timeline/*/": "timeline/2019/",
    "timeline/topic/*/": "timeline/topic/shipping/",
    "timeline/topic/*/*/": "timeline/topic/daily/2019/",
    "topics/": "topics/",
    "topics/*/": "topics/shipping/",
    "topics/*/*/": "topics/daily/2018/",
}
"""Every kind of page, by the shape of its address, with a page of the kind."""
ODD = (
    LONG,
    "dossiers/gulf/2019-07-excerpt/",
    "dossiers/gulf/undated-metadata/",
    "dossiers/levant/",
    "dossiers/levant/2020-01-05-ar/",
    "entities/committee/",
    "entities/nobody/",
    "topics/daily/",
)
"""Pages in seldom states: long, kept back, undated, alone, right to left, a long name, unnamed."""

_SETTINGS = """\
site_name: Broad desk
site_url: https://desk.test/repo/
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.top, toc.follow]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: indigo
      toggle: {icon: material/weather-night, name: Dark colours}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: indigo
      toggle: {icon: material/weather-sunny, name: Light colours}
plugins: [search, dossier]
nav:
  - Home: index.md
  - Dossiers: dossiers/index.md
  - Topics: topics/index.md
  - Entities: entities/index.md
  - Articles: articles/index.md
  - About: about.md
markdown_extensions: [admonition, attr_list, footnotes, tables, toc]
"""

_ABOUT = """\
# About the desk

Write to [the desk](https://example.org/desk), or read [how it works](index.md) first.[^1]

| what | where |
| --- | --- |
| tankers | in [the dossier](dossiers/gulf/index.md) |

!!! note
    The desk reads every letter. `dossier check` says what is wrong.

[^1]: A footnote of one line.
"""

_SENTENCES = (
    "The harbour master of the Strait of Hormuz counted the ships that passed in the night.",
    "Iran said that it knew of no ship that had turned back before the pilots came.",
    "The Harbour Guard wrote each name down in a book with a green cover.",
    "A tanker waited at anchor until the fog had gone and the tide ran out again.",
    "Nobody on the quay could say who had ordered the lights to be put out.",
)


@contextmanager
def short_lists() -> Iterator[None]:
    """Cut lists so early that a publication of few files has pages of every kind."""
    limits = (
        (article_list, "NEWEST", 20),
        (dossier, "NEWEST", 15),
        (entity_list, "MANY", 12),
        (names, "MANY", 60),
        (sightings, "RECENT", 8),
        (topic, "NEWEST", 8),
        (pages, "MANY", 30),
    )
    with pytest.MonkeyPatch.context() as patch:
        for module, name, limit in limits:
            patch.setattr(module, name, limit)
        yield


def kind_of(page: str) -> str:
    """Return the kind of a page, by the path of its file."""
    first, *rest = page.removesuffix("index.html").split("/")
    kept = [part if part in ("year", "kind", "topic", "of", "") else "*" for part in rest]
    return "/".join([first, *kept])


def broad(folder: Path) -> Path:
    """Write the publication, and return its folder."""
    publication = copy_small(folder)
    (publication / "mkdocs.yml").write_text(_SETTINGS)
    (publication / "docs/about.md").write_text(_ABOUT)
    content = publication / "dossiers"
    _many_articles(content / "daily")
    _many_entities(content / "entities/many.yml")
    (content / "gulf/articles/2019-08-01-long.md").write_text(long_article())
    (content / "topics/daily.md").write_text(
        "---\ntitle: Daily count\nrule:\n  any: [entity:iran]\n---\nEvery day has its count.\n"
    )
    _two_releases(publication)
    return publication


def _two_releases(publication: Path) -> None:
    """Release the publication twice: between the two a text, an entity and a notice change."""
    folder = publication / "dossiers/releases"
    folder.mkdir()
    first = snapshot_at(publication, "2026.1")
    then = by_key(content_of(publication).library)
    story = publication / "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
    notice = "corrections: [{date: 2026-02-01, kind: correction, text: The day was wrong.}]"
    text = story.read_text("utf-8").replace("burned in", "sank in", 1)
    story.write_text(text.replace("title:", f"{notice}\ntitle:", 1), "utf-8")
    registry = publication / "dossiers/entities/all.yml"
    registry.write_text(
        registry.read_text("utf-8").replace("The way by sea", "The one way by sea"), "utf-8"
    )
    second = snapshot_at(publication, "2026.2", "2026-02-28", previous="2026.1")
    words = tuple(revisions(first, then, second, by_key(content_of(publication).library)))
    second = snapshot_at(publication, "2026.2", "2026-02-28", previous="2026.1", revisions=words)
    for snapshot in (first, second):
        (folder / f"{snapshot.version}.json").write_bytes(canonical(snapshot))


def long_article() -> str:
    """Return an article of 600 words in twelve paragraphs."""
    words = " ".join(_SENTENCES * 10).split()[:WORDS]
    paragraphs = [" ".join(words[at : at + 50]) for at in range(0, WORDS, 50)]
    return (
        "---\ntitle: A night on the quay\npublisher: Small desk\npublished: 2019-08-01\n---\n"
        + ("\n\n".join(paragraphs) + "\n")
    )


def _many_articles(dossier: Path) -> None:
    """Write a dossier of so many articles that every list of them is cut."""
    (dossier / "articles").mkdir(parents=True)
    (dossier / "dossier.yml").write_text("title: Daily counts\nrights: full\n")
    for number in range(36):
        date = f"{2018 + number // 24}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        (dossier / f"articles/{date}-count-{number}.md").write_text(
            f"---\ntitle: Count of day {number}\npublished: {date}\n---\n"
            f"Iran counted {number} ships in the Strait of Hormuz.\n"
        )


def _many_entities(file: Path) -> None:
    """Write so many entities and names that the lists of them are cut."""
    lines = [f"committee:\n  name: {LONG_NAME}\n  kind: organization\n  relations:\n"]
    lines += [f"    - {{type: led-by, to: pilot-{number}, from: 2010}}\n" for number in range(4)]
    for number in range(26):
        name = f"{chr(65 + number)}olm Berta"
        aliases = ", ".join(f"{name} {part}" for part in ("Ash", "Birch", "Cedar"))
        lines.append(f"pilot-{number}:\n  name: {name}\n  kind: person\n  aliases: [{aliases}]\n")
    file.write_text("".join(lines))
