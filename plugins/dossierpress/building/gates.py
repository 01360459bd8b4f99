"""What a built site must keep to before it takes the place of the old one.

Every internal link and anchor leads somewhere, no kept-back sentence stands in any file, and no
page asks another host for anything. Each file is read once, and all that is wrong is found in one
go.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dossierpress.building.kept_back import KeptBack
from dossierpress.building.links import Links, is_foreign
from dossierpress.building.markup import read_markup, style_addresses
from dossierpress.building.unpacking import text_of, unpacked
from dossierpress.errors import Problem
from dossierpress.workers import spread, workers


@dataclass(frozen=True)
class Findings:
    """What looking through a site came to.

    Attributes:
        files: how many files the site has.
        links: how many internal links were followed.
        problems: all that must keep the site from being shown, ordered by file and line.
    """

    files: int
    links: int
    problems: tuple[Problem, ...]


def look_through(site: Path, base: str, kept: KeptBack, name: str = "site") -> Findings:
    """Look through a built site.

    Args:
        site: its folder.
        base: the URL where it will stand; empty where that is not known.
        kept: the sentences that may stand in none of its files.
        name: how problems name the folder.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    base = f"{base.rstrip('/')}/" if base else ""
    links = Links(frozenset(files), base)
    problems: list[Problem] = []
    look = partial(_look_at, site, links, kept, name)
    for followed, found in spread(files, look, workers(len(files))):
        links.add(followed)
        problems.extend(found)
    for page, link in links.without_anchor():
        text = (site / page).read_text("utf-8", "replace")
        problems.append(
            Problem(
                f"{name}/{page}",
                _line(text, link),
                "DP751",
                f"the link {link!r} leads to a place that its page does not have",
                "correct the part after '#', or give the heading that name",
            )
        )
    return Findings(len(files), links.count, tuple(sorted(problems)))


def _look_at(
    site: Path, links: Links, kept: KeptBack, name: str, files: Sequence[str]
) -> tuple[Links, list[Problem]]:
    """Look at some files; return what links they have, and what is wrong with them."""
    links = links.fresh()
    problems: list[Problem] = []
    for file in files:
        data = (site / file).read_bytes()
        place = f"{name}/{file}"
        text = text_of(data)
        if text is not None and file.endswith(".html"):
            problems.extend(_page(links, file, text, place))
        elif text is not None and file.endswith((".css", ".svg")):
            problems.extend(_requests(style_addresses(text), links.base, text, place))
        problems.extend(_leaks(kept, data, text, place))
    return links, problems


def _page(links: Links, file: str, text: str, place: str) -> Iterator[Problem]:
    markup = read_markup(text)
    for link in links.follow(file, (*markup.links, *_own(markup.fetched)), markup.anchors):
        yield Problem(
            place,
            _line(text, link),
            "DP750",
            f"the link {link!r} leads to no file of the site",
            "correct the link, or bring back the page that it names",
        )
    yield from _requests(markup.fetched, links.base, text, place)


def _own(fetched: Iterable[str]) -> Iterator[str]:
    return (address for address in fetched if not address.startswith(("data:", "blob:")))


def _requests(addresses: Iterable[str], base: str, text: str, place: str) -> Iterator[Problem]:
    for address in addresses:
        if is_foreign(address, base):
            yield Problem(
                place,
                _line(text, address),
                "DP753",
                f"a reader's browser would ask another host for {address!r}",
                "put the file into docs/, or link to it instead of showing it",
            )


def _leaks(kept: KeptBack, data: bytes, text: str | None, place: str) -> Iterator[Problem]:
    for part in [text] if text is not None else unpacked(data):
        for article, words in kept.find(part):
            yield Problem(
                place,
                _line(part, words),
                "DP752",
                f"it holds a sentence of {article} that its rights keep back: {_short(words)!r}",
                "take the sentence out, or change `rights:` of the article if it may be shown",
            )


def _line(text: str, words: str) -> int:
    """Return the line where words stand, counted from 1; the first where they stand otherwise."""
    position = text.find(words)
    return text.count("\n", 0, position) + 1 if position >= 0 else 1


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
