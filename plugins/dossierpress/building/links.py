"""Where the links of a built site lead, and which of them lead nowhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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


@dataclass
class Links:
    """The internal links of a site, followed one page after another.

    Attributes:
        files: every file of the site, relative to its root, with "/".
        base: the URL where the site will stand, which ends in "/"; empty where it is not known.
        count: how many links were followed.
    """

    files: frozenset[str]
    base: str = ""
    count: int = 0
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    _awaited: list[tuple[str, str, Target]] = field(default_factory=list)

    def fresh(self) -> "Links":
        """Return the same site with no page followed yet."""
        return Links(self.files, self.base)

    def add(self, other: "Links") -> None:
        """Take over what was followed apart, on other pages of the same site."""
        self.count += other.count
        self._anchors |= other._anchors
        self._awaited += other._awaited

    def __getstate__(self) -> dict[str, object]:
        """Pickle what was followed, without the site, which the other process knows."""
        return {**self.__dict__, "files": frozenset()}

    def follow(self, page: str, links: Iterable[str], anchors: frozenset[str]) -> Iterator[str]:
        """Follow the links of a page and yield those that lead to no file.

        Args:
            page: the page's file, relative to the site's root.
            links: as the page writes them.
            anchors: the fragments that the page offers.
        """
        self._anchors[page] = anchors
        folder = tuple(page.split("/")[:-1])
        for link in links:
            target = resolve(folder, link, self.base, page)
            if target is None:
                continue
            self.count += 1
            file = self._file(target.path)
            if file is None:
                yield link
            elif target.fragment and file.endswith(".html"):
                self._awaited.append((page, link, Target(file, target.fragment)))

    def without_anchor(self) -> Iterator[tuple[str, str]]:
        """Yield each page and its link to an anchor that is not there, of all pages followed."""
        for page, link, target in self._awaited:
            if target.fragment not in self._anchors.get(target.path, frozenset()):
                yield page, link

    def _file(self, path: str) -> str | None:
        if path in self.files:
            return path
        index = f"{path.rstrip('/')}/index.html".lstrip("/")
        return index if index in self.files else None


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
