"""The publication that `load.py` builds: at full size 50,000 articles and 10,000 entities, one of
them named in 20,000 articles, 500 topics, one of them with 20,000 articles. A smaller one keeps the
shares, unless it is told otherwise.
"""

import json
import random
from datetime import date, timedelta
from pathlib import Path

FULL = 50_000
ENTITIES, TOPICS, OFTEN = 1 / 5, 1 / 100, 2 / 5
"""Entities and topics for each article; the share of articles that the common ones have."""
FIRST_DAY, DAYS = date(2005, 1, 1), 7_300
CONFIG = """\
site_name: Load
theme: {name: material, font: false}
plugins: [search, dossier]
validation: {omitted_files: ignore}
"""


def write(folder: Path, articles: int, entities: int = 0, topics: int = 0) -> None:
    """Write the publication; where no numbers of entities and topics are given, by their shares."""
    draw = random.Random(3)
    entities, topics = entities or int(articles * ENTITIES), topics or int(articles * TOPICS)
    names = [_name(draw, number) for number in range(entities)]
    content = folder / "dossiers"
    for name in ("entities", "topics", "docs"):
        (folder if name == "docs" else content).joinpath(name).mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Load\n")
    (folder / "mkdocs.yml").write_text(CONFIG)
    for part in range(0, len(names), 1000):
        _registry(content / f"entities/part-{part}.yml", names, part)
    for number in range(topics):
        term = "common word" if number == 0 else f"word{number}"
        (content / f"topics/topic-{number}.md").write_text(
            f'---\ntitle: Topic {number}\nrule: {{any: ["term:{term}"]}}\n---\nWords.\n'
        )
    for dossier in range(10):
        place = content / f"dossier-{dossier}"
        (place / "articles").mkdir(parents=True)
        (place / "dossier.yml").write_text(f"title: Dossier {dossier}\nrights: full\n")
    for number in range(articles):
        name, text = _article(draw, number, names, topics)
        (content / f"dossier-{number % 10}/articles/{name}.md").write_text(text)


def _registry(path: Path, names: list[str], start: int) -> None:
    lines = []
    for number in range(start, min(start + 1000, len(names))):
        place = number % 50 == 0
        lines.append(f"entity-{number}:\n  name: {json.dumps(names[number])}\n")
        lines.append(f"  kind: {'place' if place else 'person'}\n")
        if place:
            lines.append(f"  location: [{number % 80}, {number % 170}]\n")
    path.write_text("".join(lines))


def _article(draw: random.Random, number: int, names: list[str], topics: int) -> tuple[str, str]:
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    cast = draw.sample(names[1:], 4)
    words = [f"word{draw.randrange(1, max(topics, 2))}" for _ in range(3)]
    if draw.random() < OFTEN:
        cast[0] = names[0]
    if draw.random() < OFTEN:
        words.append("common word")
    body = "\n\n".join(
        f"On that day {one} spoke of {word} in the harbour, and the others listened for a while "
        f"before they left it again ({number})."
        for one, word in zip(cast, [*words, "nothing"], strict=False)
    )
    front = f"title: Report {number} of the harbour\npublisher: Paper {number % 40}\n"
    return f"{day}-report-{number}", f"---\n{front}published: {day}\n---\n{body}\n"


def _name(draw: random.Random, number: int) -> str:
    letters = "abdefgiklmnoprstuvz"
    first, last = ("".join(draw.choices(letters, k=size)).title() for size in (6, 8))
    return f"{first} {last}{chr(97 + number % 26)}"
