"""The golden web pages, and how well a reading of one agrees with what it says in truth."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import markdown
import yaml
from lxml import html

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options, make_draft
from dossierpress.ingest.readers.formats import read_clipping
from dossierpress.ingest.story import Story

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "html"


@dataclass(frozen=True)
class GoldenPage:
    """A page and what it says: `gold` holds the keys of front matter, and the body's paragraphs."""

    name: str
    data: bytes
    gold: dict[str, Any]

    def draft(self) -> Draft:
        """Read the page as `dossier add` does."""
        clipping = Clipping(f"{self.name}.html", self.data)
        (story,) = read_clipping(clipping)
        assert isinstance(story, Story), story
        return make_draft(clipping, story, Options())


def golden_pages() -> list[GoldenPage]:
    """Return every golden page, by name."""
    return [
        GoldenPage(
            file.stem,
            file.with_suffix(".html").read_bytes(),
            yaml.safe_load(file.read_text("utf-8")),
        )
        for file in sorted(FOLDER.glob("*.yml"))
    ]


def words_of(body: str) -> list[str]:
    """Return the words that a reader of a Markdown text sees."""
    rendered = markdown.markdown(body, extensions=["tables"])
    return _tokens(" ".join(html.fromstring(f"<div>{rendered}</div>").itertext()))


def body_f1(body: str, paragraphs: list[str], size: int = 1) -> float:
    """Return the F1 of a text against the true one, by runs of `size` words."""
    ours, true = _runs(words_of(body), size), _runs(_tokens(" ".join(paragraphs)), size)
    common = (ours & true).total()
    return 2 * common / (ours.total() + true.total()) if common else 0.0


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(words: list[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
