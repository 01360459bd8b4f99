"""Where the links of a built site lead, and which of them lead nowhere."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME_ENDS = frozenset("/?#")


@dataclass(frozen=True)
class Target:
    """Where a link leads within the site.

    Attributes:
        path: the path of a file or a folder, relative to the site's root, not quoted.
        fragment: the anchor in it; empty where there is none.
    """

    path: str
    fragment: str


class _Lead(NamedTuple):
    """Where a link of a page leads.

    Attributes:
        inside: whether it is a link within the site.
        file: the file; None where there is none.
        fragment: the anchor in it, where the file is a page.
    """

    inside: bool
    file: str | None
    fragment: str


@dataclass
class Links:
    """The internal links of a site, followed one page after another.

    Attributes:
        files: every file of the site, relative to its root, with "/".
        base: the URL where the site will stand, which ends in "/"; empty where it is not known.
        count: how many links were followed.
    """

    files: Container[str]
    base: str = ""
    count: int = 0
    _anchors: dict[str, Container[str]] = field(default_factory=dict)
    _awaited: list[tuple[str, str, _Lead]] = field(default_factory=list)
    _from_root: dict[str, _Lead] = field(default_factory=dict)

    def follow(self, page: str, links: Iterable[str], anchors: Container[str]) -> Iterator[str]:
        """Follow the links of a page and yield those that lead to no file.

        Args:
            page: the page's file, relative to the site's root.
            links: as the page writes them.
            anchors: the fragments that the page offers.
        """
        self._anchors[page] = anchors
        # Most links of a page lead up to the root first, and from there where those of others lead.
        to_root = "../" * page.count("/")
        for link in links:
            if to_root and link.startswith(to_root):
                rest = link[len(to_root) :]
                lead = self._from_root.get(rest)
                if lead is None:
                    lead = self._from_root[rest] = self._lead("", f"./{rest}")
            else:
                lead = self._lead(page, link)
            self.count += lead.inside
            if lead.inside and lead.file is None:
                yield link
            elif lead.fragment:
                self._awaited.append((page, link, lead))

    def without_anchor(self) -> Iterator[tuple[str, str]]:
        """Yield each page and its link to an anchor that is not there, of all pages followed."""
        for page, link, lead in self._awaited:
            if lead.file is None or lead.fragment not in self._anchors.get(lead.file, ()):
                yield page, link

    def _lead(self, page: str, link: str) -> _Lead:
        target = resolve(tuple(page.split("/")[:-1]), link, self.base, page)
        if target is None:
            return _Lead(False, None, "")
        file = self._file(target.path)
        is_page = file is not None and file.endswith(".html")
        return _Lead(True, file, target.fragment if is_page else "")

    def _file(self, path: str) -> str | None:
        if path in self.files:
            return path
        index = f"{path.rstrip('/')}/index.html".lstrip("/")
        return index if index in self.files else None


def is_inner(link: str) -> bool:
    """Say whether a link stays in its page."""
    return link[:1] in ("", "#", "?")


def resolve(folder: tuple[str, ...], link: str, base: str, page: str) -> Target | None:
    """Return where a link leads; None where that is outside of the site, or the top of the page.

    Args:
        folder: the parts of the path of the page's folder.
        link: a URL as the page writes it.
        base: the URL of the site, which ends in "/"; empty where it is not known.
        page: the page's own file.
    """
    path, hash_, fragment = link.partition("#")
    fragment = "" if fragment.startswith(":~:") else unquote(fragment)
    path = path.partition("?")[0]
    if not path:
        return Target(page, fragment) if hash_ and fragment not in ("", "top") else None
    if _has_scheme(path) or path.startswith("/"):
        inner = _below(path, base)
        if inner is None:
            return None
        folder, path = (), inner
    parts = list(folder)
    for part in path.split("/"):
        if part == "..":
            # A link above the root lands in the root when a browser follows it at the root, but
            # elsewhere than meant when the site lies below a path.
            if not parts:
                return Target("..", "")
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return Target(unquote("/".join(parts)), fragment)


def _has_scheme(path: str) -> bool:
    for sign in path:
        if sign == ":":
            return True
        if sign in _SCHEME_ENDS:
            return False
    return False


def _below(path: str, base: str) -> str | None:
    """Return an absolute URL relative to the site's own, or None for another site's.

    Without a known address, an absolute path is taken for one below the root.
    """
    if path.startswith("/") and not path.startswith("//"):
        prefix = urlsplit(base).path or "/"
        return path[len(prefix) :] if path.startswith(prefix) else None
    return path[len(base) :] if base and path.startswith(base) else None


def is_foreign(address: str, base: str) -> bool:
    """Say whether a browser that fetches this address asks another host than the site's own."""
    address = address.lstrip()
    if address.startswith("//"):
        return True
    scheme = address.partition(":")[0].lower() if _has_scheme(address) else ""
    if scheme in ("", "data", "blob", "about", "javascript"):
        return False
    root = urlsplit(base)
    host = f"{root.scheme}://{root.netloc}"
    return not (base and (address == host or address.startswith(f"{host}/")))
