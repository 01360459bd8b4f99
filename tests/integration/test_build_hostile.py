"""Payloads in every text: none of them is live in the HTML, and no text is lost for it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from harness.building import Built, build, copy_small
from harness.hostile import hostile

ARTICLE = "dossiers/gulf/2020-02-02-hostile/index.html"


class Live(HTMLParser):
    """Collects what could act: handlers, frames, odd addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            bad_address = name in ("href", "src", "action") and re.match(
                r"\s*(javascript|data|vbscript):|(https?:)?//evil", value or "", re.IGNORECASE
            )
            if name.startswith("on") or bad_address or (name == "style" and "fixed" in str(value)):
                self.found.append(f"{tag} {name}={value}")
        if tag in ("iframe", "object", "embed", "base", "frame"):
            self.found.append(tag)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(
        hostile(tmp_path_factory.mktemp("hostile")),
        markdown_extensions=["admonition", "attr_list", "toc", "md_in_html", "pymdownx.snippets"],
    )


def test_nothing_on_any_page_is_live(site: Built) -> None:
    for page in site.pages:
        html = site.text(page)
        live = Live()
        live.feed(html)
        assert live.found == [], page
        assert "<script>window.pwned" not in html, page


def test_the_payloads_are_shown_as_text(site: Built) -> None:
    page = site.text(ARTICLE)
    assert "Headline &lt;script&gt;window.pwned=1&lt;/script&gt; Zorbeck {{ 7 * 7 }}" in page
    assert "Press &lt;script&gt;" in page
    assert "{{ config }} {% raw %}" in page
    assert "Sneaky &lt;script&gt;" in site.text("entities/sneaky/index.html")
    assert "Topic &lt;script&gt;" in site.text("topics/shipping/index.html")
    assert "Ships &lt;script&gt;" in site.text("dossiers/gulf/index.html")


def test_titles_and_descriptions_are_escaped_in_the_head(site: Built) -> None:
    for page in site.pages:
        head = site.text(page).split("</head>")[0]
        assert "<img" not in head, page
        [*data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
        assert not [text for text in data if "<" in text or ">" in text], page
        inert = r"<title>.*?</title>|(?:content|title)=\"[^\"]*\""
        for text in data:
            head = head.replace(text, "")
        assert "pwned" not in re.sub(inert, "", head), page


def test_search_holds_no_markup_of_the_payloads(site: Built) -> None:
    for _, _, _, excerpt, *_ in site.cards.values():
        assert "<script" not in excerpt
        assert "<img" not in excerpt


def test_marks_in_the_input_set_no_link_and_never_show(site: Built) -> None:
    for page in site.pages:
        assert not re.search("[\ue000-\uf8ff]", site.text(page)), page


def test_a_body_takes_no_file_in(site: Built) -> None:
    assert "site_name:" not in site.text(ARTICLE)
    assert "8&lt;--" in site.text(ARTICLE)


def test_ids_of_the_theme_cannot_be_taken(site: Built) -> None:
    assert site.text(ARTICLE).count('id="__config"') == 1


def test_words_that_act_nowhere_else_are_linked(site: Built) -> None:
    page = site.text(ARTICLE)
    body = page[page.index('class="dp-body"') :]
    assert page.count('class="dp-link" href="../../../entities/sneaky/"') == 1
    assert "<code>Zorbeck</code>" in body


def test_a_file_name_that_cannot_be_an_address_is_a_problem(site: Built) -> None:
    errors = [r.getMessage() for r in site.records if r.levelname == "ERROR"]
    assert any("2020-02-03-<script>.md" in message for message in errors)


def test_links_still_resolve(site: Built) -> None:
    assert site.broken_links() == []


def test_every_page_has_a_policy_that_stands_before_all_scripts(site: Built) -> None:
    for page in (*site.pages, "404.html"):
        html = site.text(page)
        assert html.count("Content-Security-Policy") == 1, page
        assert html.index("Content-Security-Policy") < html.index("<script"), page
        assert "dossierpress:policy" not in html, page


def test_the_policy_is_left_out_while_the_site_is_served(tmp_path: Path) -> None:
    """What serves the site adds a script to each page, which no digest can name."""
    publication = copy_small(tmp_path)
    config = load_config(str(publication / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    html = (publication / "site/index.html").read_text("utf-8")
    assert "Content-Security-Policy" not in html
    assert "dossierpress:policy" not in html
