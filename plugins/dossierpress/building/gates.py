"""What a built site must keep to before it takes the place of the old one.

Every internal link and anchor leads somewhere, no kept-back sentence stands in any file, and no
page asks another host for anything. All that is wrong is found in one go. What an earlier run knows
of a file is not found out again; where its links lead now, and whether its sentences may be shown
now, is asked each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from dossierpress.building.kept_back import KeptBack
from dossierpress.building.links import Links, is_foreign
from dossierpress.building.looking import Seen, line_of, look_at_files
from dossierpress.building.looks import read_looks, write_looks
from dossierpress.errors import Problem


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


def look_through(
    site: Path, base: str, kept: KeptBack, name: str = "site", store: Path | None = None
) -> Findings:
    """Look through a built site.

    Args:
        site: its folder.
        base: the URL where it will stand; empty where that is not known.
        kept: the sentences that may stand in none of its files.
        name: how problems name the folder.
        store: the file that keeps what was seen for the next run; None keeps nothing.
    """
    known = read_looks(store)
    seen = look_at_files(site, kept, known)
    if seen.after != known:
        write_looks(store, seen.after)
    links = Links(seen.looks.keys(), f"{base.rstrip('/')}/" if base else "")
    look_up = _Places(site, name)
    problems = [
        *_leaks(seen, name),
        *_dead_links(seen, links, look_up),
        *_dead_anchors(seen, links, look_up),
        *_requests(seen, links.base, look_up),
    ]
    return Findings(len(seen.looks), links.count, tuple(sorted(problems)))


class _Places:
    """Where in a site's files something stands that is wrong."""

    def __init__(self, site: Path, name: str) -> None:
        self._name = name
        self._site = site
        self._text = lru_cache(maxsize=1)(self._read)

    def __call__(self, file: str, words: str) -> tuple[str, int]:
        """Return the file as problems name it, and the line."""
        return f"{self._name}/{file}", line_of(self._text(file), words)

    def _read(self, file: str) -> str:
        return (self._site / file).read_bytes().decode("utf-8", "replace")


def _leaks(seen: Seen, name: str) -> Iterator[Problem]:
    for file, leaks in seen.leaks.items():
        for leak in leaks:
            yield Problem(
                f"{name}/{file}",
                leak.line,
                "DP752",
                f"it holds a sentence of {leak.article} that its rights keep back: "
                f"{_short(leak.words)!r}",
                "take the sentence out, or change `rights:` of the article if it may be shown",
            )


def _dead_links(seen: Seen, links: Links, look_up: _Places) -> Iterator[Problem]:
    for page, look in seen.looks.items():
        links.count += look.inner
        for link in links.follow(page, look.links, look.anchors):
            yield Problem(
                *look_up(page, link),
                "DP750",
                f"the link {link!r} leads to no file of the site",
                "correct the link, or bring back the page that it names",
            )


def _dead_anchors(seen: Seen, links: Links, look_up: _Places) -> Iterator[Problem]:
    """Yield what is wrong once all links were followed."""
    dead = [(page, link) for page, look in seen.looks.items() for link in look.lost]
    for page, link in (*dead, *links.without_anchor()):
        yield Problem(
            *look_up(page, link),
            "DP751",
            f"the link {link!r} leads to a place that its page does not have",
            "correct the part after '#', or give the heading that name",
        )


def _requests(seen: Seen, base: str, look_up: _Places) -> Iterator[Problem]:
    foreign = cache(partial(is_foreign, base=base))
    for file, look in seen.looks.items():
        for address in filter(foreign, look.fetched):
            yield Problem(
                *look_up(file, address),
                "DP753",
                f"a reader's browser would ask another host for {address!r}",
                "put the file into docs/, or link to it instead of showing it",
            )


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
