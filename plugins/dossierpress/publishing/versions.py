"""The versions of a publication that its branch holds, as `versions.json` lists them.

The file is of the form that mike writes and Material's selector reads; what else we must know of a
version stands under `properties`, which both leave alone.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from dossierpress.errors import DossierError

NAME = "versions.json"
LATEST = "latest"
RESERVED = frozenset({LATEST, NAME, "index.html", "404.html", "sitemap.xml", ".nojekyll", "CNAME"})
"""Names in the root of the branch that no version can bear."""


_UNSAFE = frozenset("/\\<>&\"'")
"""What would lead a name out of its branch, or end the text that it stands in."""


@dataclass(frozen=True)
class Version:
    """One published version.

    Attributes:
        name: its folder in the branch, and its name in the selector.
        released: the day of its release, as "2026-11-25"; empty where no one said.
        files: how many files it was published with.
        bytes: how many bytes they have.
        whole: whether its site stands; otherwise one page leads to its bundle.
        purged: the articles that were taken out of it afterwards, as "gulf/a-story".
        tree: the id of git's tree that it was published as; empty where it is not known.
        title: what the selector shows.
        aliases: what else it is called.
    """

    name: str
    released: str = ""
    files: int = 0
    bytes: int = 0
    whole: bool = True
    purged: tuple[str, ...] = ()
    tree: str = ""
    title: str = ""
    aliases: tuple[str, ...] = ()


def check_name(name: str) -> str | None:
    """Return why a text cannot be the name of a version; None where it can."""
    if name in RESERVED or name.casefold() == ".git":
        return "the name is taken by a part of the site"
    if not name or name.startswith((".", "-")) or name != name.strip():
        return "a name does not begin with a dot or a hyphen, nor begin or end with a space"
    if not name.isprintable() or set(name) & set("/\\?#%&<>\"'*:|"):
        return "a name is a part of an address: letters, digits, dots, hyphens and the like"
    return None


def newest_first(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return versions by the day of their release; of one day, as they stand."""
    return tuple(sorted(versions, key=lambda version: version.released, reverse=True))


def parse(text: str) -> tuple[Version, ...]:
    """Return the versions of a `versions.json`, in its order.

    Raises:
        DossierError: it is not of the form that mike and Material know.
    """
    try:
        listed = json.loads(text)
        return tuple(_version(item) for item in listed)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DossierError(
            f"{NAME} on the branch cannot be read ({error}); mend it there, or publish elsewhere"
        ) from error


def write(versions: Iterable[Version]) -> str:
    """Return a `versions.json` with these versions, in their order; the first is the latest."""
    records = [_record(version, number == 0) for number, version in enumerate(versions)]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _version(item: Mapping[str, Any]) -> Version:
    name = str(item["version"])
    if name.startswith(".") or set(name) & _UNSAFE:
        raise ValueError(f"{name!r} is no name of a folder")
    own = item.get("properties") or {}
    own = own.get("dossier") or {}
    return Version(
        name=name,
        released=str(own.get("released", "")),
        files=int(own.get("files", 0)),
        bytes=int(own.get("bytes", 0)),
        whole=bool(own.get("whole", True)),
        tree=str(own.get("tree", "")),
        purged=tuple(str(ref) for ref in own.get("purged", ())),
        title=unescape(str(item.get("title") or item["version"])),
        aliases=tuple(a for a in map(str, item.get("aliases", ())) if _is_alias(a)),
    )


def _is_alias(name: str) -> bool:
    return name != LATEST and not set(name) & _UNSAFE


def _record(version: Version, latest: bool) -> dict[str, object]:
    own: dict[str, object] = {
        "released": version.released,
        "files": version.files,
        "bytes": version.bytes,
        "whole": version.whole,
        "tree": version.tree,
    }
    if version.purged:
        own["purged"] = list(version.purged)
    return {
        "version": version.name,
        "title": escape(version.title or version.name, quote=False),  # Material shows it as markup
        "aliases": [*([LATEST] if latest else []), *version.aliases],
        "properties": {"dossier": own},
    }
