"""The way from marked Markdown to links, through a converter as the host sets it up."""

import markdown
import pytest

from dossierpress.site.body import PRIVATE, BodyLink, source

EXTENSIONS = ["attr_list", "tables", "fenced_code", "toc", "dossierpress.site.markdown:EntityLinks"]


def render(text: str, *links: BodyLink) -> str:
    return markdown.markdown(source(text, links), extensions=EXTENSIONS)


def at(text: str, words: str, title: str = "Iran, place: why") -> BodyLink:
    start = text.index(words)
    return BodyLink(start, start + len(words), "../iran.md", title)


LINK = '<a class="dp-link" href="../iran.md" title="Iran, place: why">Iran</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("In Iran today.", f"<p>In {LINK} today.</p>"),
        ("**Iran** today", f"<p><strong>{LINK}</strong> today</p>"),
        ("*so* Iran *it* is", f"<p><em>so</em> {LINK} <em>it</em> is</p>"),
        ("a | b\n--|--\nIran | x", LINK),
        ("- Iran", f"<li>{LINK}</li>"),
    ],
)
def test_a_mention_in_running_text_becomes_a_link(text: str, html: str) -> None:
    assert html in render(text, at(text, "Iran"))


@pytest.mark.parametrize(
    "text",
    [
        "# Iran",
        "`Iran`",
        "    Iran",
        "```\nIran\n```",
        "[Iran](https://a.test)",
        "![Iran](https://a.test)",
        "text\n{: title='Iran' }",
        "<div title='x'>Iran</div>",
        "*Ir*an",
    ],
)
def test_elsewhere_the_words_stay_and_the_mark_goes(text: str) -> None:
    words = "Iran" if "Iran" in text else "Ir*an"  # a mark that begins inside emphasis
    html = render(text, at(text, words))
    assert "dp-link" not in html
    assert not PRIVATE.search(html)
    assert "an" in html


def test_two_links_keep_their_own_targets() -> None:
    text = "Iran and Iraq and more"
    html = render(text, at(text, "Iraq", "second"), at(text, "Iran", "first"))
    assert 'title="first">Iran</a> and <a' in html
    assert 'title="second">Iraq</a> and more' in html


def test_overlapping_links_keep_the_first() -> None:
    text = "Saudi Arabia"
    html = render(text, at(text, "Saudi Arabia"), at(text, "Arabia"))
    assert html.count("<a ") == 1


def test_private_characters_of_the_input_are_removed() -> None:
    text = "\ue000\ue010\ue001Iran\ue002 \ue003[] plain"
    assert render(text) == "<p>Iran [] plain</p>"


def test_a_text_without_words_has_no_source() -> None:
    assert source(" \n", ()) == ""


def test_the_scissors_of_snippets_are_blunted() -> None:
    assert "--8<--" not in source('--8<-- "secrets.txt"', ())
    assert render('--8<-- "secrets.txt"').startswith("<p>--8&lt;-- ")


def test_a_text_that_is_not_ours_is_left_alone() -> None:
    html = markdown.markdown("# One\n\ue000 [x](http://[half)", extensions=EXTENSIONS)
    assert '<h1 id="one">' in html
    assert "\ue000" in html


def test_headings_make_room_for_the_page_title() -> None:
    html = render("# One\n\n## Two")
    assert '<h2 id="one">One</h2>' in html
    assert '<h3 id="two">Two</h3>' in html
    assert '<h2 id="two">Two</h2>' in render("## Two")
