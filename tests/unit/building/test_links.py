"""Links are followed as a browser follows them, but never above the site's own root."""

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


LINKS = ("../", "../../", "../x", "../../a/x", "x", "#y", "?q#y", "/repo/a", f"{BASE}a/x#y", "")
FILES = frozenset({"index.html", "j.html", "a/x", "a/index.html", "x/index.html"})
FOLLOWED = [(page, link) for link in LINKS for page in ("i.html", "j.html", "a/x", "a/b/x", "x/y")]


@pytest.mark.parametrize("followed", [FOLLOWED, FOLLOWED[::-1]])
def test_each_link_leads_where_it_leads_alone(followed: list[tuple[str, str]]) -> None:
    together, count = Links(FILES, BASE), 0
    broken: list[tuple[str, str]] = []
    broken_alone, lost_alone = list(broken), list(broken)
    for page, link in followed:
        broken += [(page, found) for found in together.follow(page, [link], ())]
        alone = Links(FILES, BASE)
        broken_alone += [(page, found) for found in alone.follow(page, [link], ())]
        lost_alone += alone.without_anchor()
        count += alone.count
    assert broken == broken_alone
    assert list(together.without_anchor()) == lost_alone
    assert together.count == count
