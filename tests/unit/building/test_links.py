"""Links are followed as a browser follows them, but never above the site's own root."""

from copy import copy
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.building.links import Links, Target, is_foreign, resolve

BASE = "https://desk.test/repo/"
PART = st.sampled_from(["a", "b c", "é", "%", "x.html", "..", ".", ""])


@given(st.lists(PART, max_size=6).map("/".join), st.sampled_from(["", "a/", "a/b/c/"]))
def test_a_relative_link_leads_where_urljoin_leads(path: str, folder: str) -> None:
    link = quote(path)
    page = f"{folder}index.html"
    found = resolve(tuple(folder.split("/")[:-1]), link, BASE, page)
    joined = unquote(urlsplit(urljoin(f"{BASE}{folder}", link)).path)
    if not link:
        assert found is None
    elif link.startswith("/"):
        assert found is None  # not below the site's own path
    elif found == Target("..", ""):
        assert _climbs(link, folder)
    else:
        assert found is not None
        assert f"/repo/{found.path}".rstrip("/") == _plain(joined).rstrip("/")


def _plain(path: str) -> str:
    return "/" + "/".join(part for part in path.split("/") if part)


def _climbs(link: str, folder: str) -> bool:
    depth = folder.count("/")
    for part in link.split("/"):
        depth += -1 if part == ".." else part not in ("", ".")
        if depth < 0:
            return True
    return False


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("#top", None),
        ("#", None),
        ("#:~:text=words", None),
        ("#a%20b", Target("p/index.html", "a b")),
        ("?q=x#y", Target("p/index.html", "y")),
        ("https://elsewhere.test/p/", None),
        ("mailto:desk@desk.test", None),
        ("https://desk.test/repo/p/", Target("p", "")),
        ("/repo/p/#y", Target("p", "y")),
        ("/other/", None),
        ("//elsewhere.test/repo/", None),
        ("../../x", Target("..", "")),
    ],
)
def test_kinds_of_links(link: str, target: Target | None) -> None:
    assert resolve(("p",), link, BASE, "p/index.html") == target


def test_a_link_to_nothing_and_one_to_a_missing_anchor_are_told_apart() -> None:
    links = Links(frozenset({"index.html", "p/index.html", "data.json"}))
    broken = list(
        links.follow("index.html", ["p/", "p/#no", "p/#yes", "q/", "data.json#x"], frozenset())
    )
    assert list(links.follow("p/index.html", ["../"], frozenset({"yes"}))) == []
    assert broken == ["q/"]
    assert list(links.without_anchor()) == [("index.html", "p/#no")]
    assert links.count == 6


@pytest.mark.parametrize(
    ("address", "foreign"),
    [
        ("a/b.css", False),
        ("data:image/png;base64,AA", False),
        ("//cdn.test/x.js", True),
        ("https://cdn.test/x.js", True),
        ("HTTPS://cdn.test/x.js", True),
        ("https://desk.test/repo/x.js", False),
        ("https://desk.test.evil.test/x.js", True),
    ],
)
def test_another_host_is_known_by_its_address(address: str, foreign: bool) -> None:
    assert is_foreign(address, BASE) is foreign


def test_pages_that_are_followed_apart_are_as_those_followed_together() -> None:
    files = frozenset({"a/index.html", "b/index.html"})
    pages = {"a/index.html": ("../b/#there", "../b/#gone"), "b/index.html": ("../a/", "../c/")}
    together, apart = Links(files), Links(files)
    broken = [link for page in pages for link in together.follow(page, pages[page], ANCHORS)]
    found = []
    for page, links in pages.items():
        part = apart.fresh()
        found += part.follow(page, links, ANCHORS)
        apart.add(copy(part))
    assert found == broken == ["../c/"]
    assert list(apart.without_anchor()) == list(together.without_anchor())
    assert list(apart.without_anchor()) == [("a/index.html", "../b/#gone")]
    assert apart.count == together.count == 4


ANCHORS = frozenset({"there"})
