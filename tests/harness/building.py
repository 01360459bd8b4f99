"""Builds a publication as MkDocs does, in this process, and reads what came of it."""

import gzip
import json
import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

SMALL = Path(__file__).resolve().parent.parent / "publications" / "small"
"""A publication of our own words, with one of everything."""
_BASE = "http://site.test/"


def copy_small(folder: Path) -> Path:
    """Copy the small publication to a folder of the test's own."""
    return shutil.copytree(SMALL, folder / "publication")


def build(
    publication: Path, command: Literal["build", "serve"] = "build", **options: Any
) -> "Built":
    """Build a publication, as a command of MkDocs does, and return its site."""
    options.setdefault("site_dir", str(publication / "site"))
    config = load_config(str(publication / "mkdocs.yml"), **options)
    config.plugins.on_startup(command=command, dirty=False)
    heard, logger = _Heard(), logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    try:
        mkdocs_build(config)
    finally:
        logger.removeHandler(heard)
        logger.setLevel(level)
    return Built(Path(config.site_dir), heard.records)


def unpacked(path: Path) -> bytes:
    """Return the bytes of a file, unpacked where they are packed."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


@dataclass(frozen=True)
class Built:
    """A built site, and what was logged on the way."""

    folder: Path
    records: list[logging.LogRecord] = field(default_factory=list)

    def text(self, path: str) -> str:
        """Return the text of one of its files."""
        return (self.folder / path).read_text("utf-8")

    def all_texts(self) -> Iterator[tuple[str, str]]:
        """Yield each page's path and text."""
        for path in self.pages:
            yield path, self.text(path)

    @cached_property
    def cards(self) -> dict[str, list[Any]]:
        """What the search shows of each page, by its address: kind, address, title, excerpt, …"""
        blocks = (self.folder / "search" / "cards").glob("*.gz")
        cards = [card for block in blocks for card in json.loads(unpacked(block))]
        assert len({card[1] for card in cards}) == len(cards)
        return {card[1]: card for card in cards}

    @cached_property
    def terms(self) -> set[str]:
        """The terms that the search finds something by, entities left out."""
        return set(unpacked(self.folder / "search" / "vocabulary.gz").decode().split("\n"))

    @cached_property
    def pages(self) -> dict[str, "Seen"]:
        """All pages by their path, but for the page of errors, whose links are absolute."""
        return {
            path.relative_to(self.folder).as_posix(): Seen.of(path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
            if path.name != "404.html"
        }

    def broken_links(self) -> list[str]:
        """Return each internal link or anchor that leads nowhere, or to the host's root."""
        return [
            f"{page} → {link}"
            for page, seen in self.pages.items()
            for link in seen.links
            if not self._resolves(page, link)
        ]

    def _resolves(self, page: str, link: str) -> bool:
        if link.startswith("/"):
            return False
        parts = urlsplit(urljoin(_BASE + page, link))
        if not parts.geturl().startswith(_BASE):
            return parts.scheme in ("http", "https", "mailto")
        path = unquote(parts.path).lstrip("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if not (self.folder / path).is_file():
            return False
        return (
            not parts.fragment or path not in self.pages or parts.fragment in self.pages[path].ids
        )


@dataclass
class Seen:
    """The links and anchors of one page."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, html: str) -> "Seen":
        """Read a page."""
        seen = cls()
        parser = _Links(seen)
        parser.feed(html)
        return seen


class _Links(HTMLParser):
    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self._seen = seen

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self._seen.links.append(value)
            elif name == "id" and value:
                self._seen.ids.add(value)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
