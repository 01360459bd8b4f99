import pytest

from dossierpress.site.addresses import Address, from_source, to_root


@pytest.mark.parametrize(
    ("address", "directory_urls", "target", "url"),
    [
        (Address("index.md", "", folder=True), True, "index.html", ""),
        (Address("index.md", "", folder=True), False, "index.html", "index.html"),
        (Address("e/iran.md", "entities/iran"), True, "entities/iran/index.html", "entities/iran/"),
        (Address("e/iran.md", "entities/iran"), False, "entities/iran.html", "entities/iran.html"),
        (
            Address("d.md", "dossiers", folder=True),
            False,
            "dossiers/index.html",
            "dossiers/index.html",
        ),
        (Address("a.md", "a b<"), True, "a b</index.html", "a%20b%3C/"),
    ],
)
def test_a_page_is_written_and_found_at_its_address(
    address: Address, directory_urls: bool, target: str, url: str
) -> None:
    assert address.target(directory_urls) == target
    assert address.url(directory_urls) == url


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "./"), ("index.html", "./"), ("entities/iran/", "../../"), ("entities/iran.html", "../")],
)
def test_the_root_is_reached_from_any_page(url: str, root: str) -> None:
    assert to_root(url) == root


def test_a_source_links_to_another_as_markdown_would() -> None:
    there = from_source("dossiers/gulf/articles/a.md", "entities/iran.md")
    assert there == "../../../entities/iran.md"
    assert from_source("index.md", "entities/iran.md") == "entities/iran.md"
