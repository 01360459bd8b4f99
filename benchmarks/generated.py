"""A whole publication of any size on disk, and the same texts as plain pages of MkDocs.

Short news of about 130 words, 2,000 entities, 10 topics, dates over five years; the statistics of
words and names are those of `news`. Nothing in them happened.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from news import News

from dossierpress.model import Entity, Kind

FEATURES = "features: [navigation.tabs, navigation.top, toc.follow]"
CONFIG = f"""\
site_name: Generated
theme: {{name: material, font: false, {FEATURES}}}
plugins: [PLUGINS]
nav: [Home: index.md]
validation: {{omitted_files: ignore}}
"""
PUBLISHERS = ("The Daily Record", "Gulf Post", "River Times", "Evening Wire", "Port Journal")
RIGHTS = ("full", "full", "full", "excerpt", "metadata")
ENTITIES, TOPICS = 2_000, 10
FIRST_DAY, DAYS = date(2015, 1, 1), 1826


@dataclass(frozen=True)
class Story:
    """A generated story."""

    number: int
    day: date
    title: str
    body: str
    publisher: str
    rights: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.day}-story-{self.number}.md"


class Generated:
    """The content, made from one seed: the same articles whatever their number."""

    def __init__(self, seed: int = 11) -> None:
        self.news = News(seed)
        self.entities = [self.news.entity(number, self._firsts()) for number in range(ENTITIES)]
        self._weights = list(accumulate(1 / rank for rank in range(1, ENTITIES + 1)))

    def _firsts(self) -> list[str]:
        if not hasattr(self, "_made"):
            self._made = [self.news.word(2).title() for _ in range(60)]
        return self._made

    def stories(self, count: int) -> Iterator[Story]:
        """Return the first `count` stories."""
        draw = self.news.random = random.Random(5)
        for number in range(count):
            cast = draw.choices(self.entities, cum_weights=self._weights, k=4)
            paragraphs = [
                " ".join(self.news.sentence(cast) for _ in range(draw.choice((1, 2))))
                for _ in range(4)
            ]
            yield Story(
                number,
                FIRST_DAY + timedelta(days=draw.randrange(DAYS)),
                self.news.sentence(cast)[:90].rstrip(" .,"),
                "\n\n".join(paragraphs) + "\n",
                draw.choice(PUBLISHERS),
                draw.choice(RIGHTS),
            )

    def topics(self) -> Iterator[tuple[str, str]]:
        """Return the name and the text of each topic's file."""
        for number in range(TOPICS):
            some = [entity.id for entity in self.entities[number * 3 : number * 3 + 3]]
            parts = ", ".join(f"entity:{entity}" for entity in some)
            yield (
                f"topic-{number}",
                f"---\ntitle: Topic {number}\nrule:\n  scope: article\n  any: [{parts}]\n---\n"
                "An overview.\n",
            )


def write_ours(content: Generated, count: int, root: Path) -> None:
    """Write the publication for us."""
    dossier = root / "dossiers" / "news"
    for folder in (root / "docs", dossier / "articles", root / "dossiers/entities"):
        folder.mkdir(parents=True)
    (root / "dossiers/topics").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG.replace("PLUGINS", "search, dossier"), "utf-8")
    (root / "docs/index.md").write_text("# Home\n", "utf-8")
    (dossier / "dossier.yml").write_text(
        "title: News\ndescription: Generated stories.\nrights: full\n", "utf-8"
    )
    (dossier / "index.md").write_text("Generated stories.\n", "utf-8")
    entries = (_entry(entity) for entity in content.entities)
    (root / "dossiers/entities/all.yml").write_text("\n".join(entries), "utf-8")
    for name, text in content.topics():
        (root / f"dossiers/topics/{name}.md").write_text(text, "utf-8")
    for story in content.stories(count):
        front = (
            f"---\ntitle: {json.dumps(story.title, ensure_ascii=False)}\n"
            f"publisher: {story.publisher}\npublished: {story.day}\nrights: {story.rights}\n---\n"
        )
        (dossier / "articles" / story.name).write_text(front + story.body, "utf-8")


def write_plain(content: Generated, count: int, root: Path) -> None:
    """Write the same texts for MkDocs alone."""
    folder = root / "docs" / "articles"
    folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG.replace("PLUGINS", "search"), "utf-8")
    (root / "docs/index.md").write_text("# Home\n", "utf-8")
    for story in content.stories(count):
        (folder / story.name).write_text(f"# {story.title}\n\n{story.body}", "utf-8")


def _entry(entity: Entity) -> str:
    aliases = []
    for alias in entity.aliases:
        keys = {"text": alias.text}
        if alias.case.value != "cap":
            keys["case"] = alias.case.value
        if alias.use.value != "name":
            keys["use"] = alias.use.value
        aliases.append(f"    - {json.dumps(keys, ensure_ascii=False)}")
    place = "\n  location: [33.3, 44.4]" if entity.kind is Kind.PLACE else ""
    return (
        f"{entity.id}:\n  name: {json.dumps(entity.name)}\n  kind: {entity.kind}\n"
        f"  description: A generated {entity.kind}.{place}\n  aliases:\n" + "\n".join(aliases)
    )
