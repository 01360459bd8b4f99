"""A corpus of any size, the same on every machine: sentences drawn by a seeded generator."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = ("Iraq", "Syria", "Iran", "Saudi Arabia", "Baghdad", "the Strait of Hormuz", "Fujairah")
ACTORS = ("Kata'ib Hezbollah", "Daesh", "The Pentagon", "The US-led coalition", "James Jeffrey")
VERBS = ("reported", "denied", "confirmed", "described", "announced", "questioned")
THINGS = ("a rocket attack", "a seized tanker", "new patrols", "a drone flight", "talks", "a pause")
FILLER = "officials said later that details were being checked with people who had been there"


@dataclass(frozen=True)
class Story:
    """A generated story: nothing in it happened."""

    number: int
    day: date
    title: str
    paragraphs: tuple[str, ...]


def stories(count: int, seed: int = 7) -> Iterator[Story]:
    """Return `count` stories of about 300 words each."""
    draw = random.Random(seed)
    for number in range(count):
        day = date(2018, 1, 1) + timedelta(days=draw.randrange(1000))
        title = f"{_sentence(draw).rstrip('.')} ({number})"
        paragraphs = tuple(" ".join(_sentence(draw) for _ in range(5)) for _ in range(5))
        yield Story(number, day, title, paragraphs)


def _sentence(draw: random.Random) -> str:
    actor, verb, thing, place = map(draw.choice, (ACTORS, VERBS, THINGS, PLACES))
    words = draw.sample(FILLER.split(), k=8)
    return f"{actor} {verb} {thing} in {place} as {' '.join(words)}."


def clipping(count: int) -> str:
    """Return `count` stories as one pasted text file, in a newspaper site's layout."""
    parts = []
    for story in stories(count):
        stamp = f"Updated {story.day:%d %B %Y}"
        body = "\n\n".join(story.paragraphs)
        parts.append(f"{story.title}\n\n{stamp}\n\n{story.title}\n\nBAGHDAD: {body}\n")
    return "\n---\n\n".join(parts)
