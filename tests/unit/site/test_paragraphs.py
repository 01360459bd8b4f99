"""Plain paragraphs are written without the converter, and come out as the converter writes them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from dossierpress.site.body import BodyLink, source
from dossierpress.site.clean import clean
from dossierpress.site.paragraphs import paragraphs, quiet

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "dossierpress.site.markdown:EntityLinks",
]
WORDS = ["Iraq", "said", " ", " ", ".", "\n", "\n\n"]
SIGNS = [
    *("“so”", '"', "'", "1. ", "2) ", "- ", "–", ": ", "*", "_", "&", "<b>", "# ", "===", "    "),
    *("  \n", "!", "!!! note", "++", ";", "%", "/", "=", "كتائب", "\u200f", "\xa0", "\u3000", "…"),
    *("--", "(", ")", "|", "\\", "www.x.org", "a@b.cd", "[x]", "`", "~", "^", "$", "> ", "---\n"),
]
# One kind of sign a text: with many kinds, each text would have one that is left to the converter.
TEXTS = st.one_of(
    st.sampled_from(SIGNS).flatmap(
        lambda sign: st.lists(st.sampled_from([*WORDS, sign, sign]), max_size=12).map("".join)
    ),
    st.text(max_size=30),
)


def converted(text: str) -> str:
    return str(clean(Markdown(extensions=EXTENSIONS).convert(text)))


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.data())
@example("One.\n\nTwo: a — b.\nThree", None)
def test_a_plain_body_is_what_the_converter_makes_of_it(
    text: str, data: st.DataObject | None
) -> None:
    links = []
    if data and text:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        links = [BodyLink(start, end, "../e/x.md", "A “b” & 'c' \"d\" <e>")]
    marked = source(text, links)
    fast = paragraphs(marked, lambda href: href)
    assert fast is None or fast == converted(marked)


@pytest.mark.parametrize(
    "text",
    [
        *("a *b* c", "a _b_ c", "1. a\n2. b", "a  \nb", "`a`", "[a](b.md)", "a &amp; b", "a & b"),
        *(
            "# a",
            "a\n===",
            "- a\n- b",
            "    a",
            "a\n: b",
            "a | b\n--|--\nc | d",
            "<b>a</b>",
            "a <b",
        ),
        *(
            "a <b",
            "!!! note\n    a",
            "a\n\n\nb",
            " a",
            "a \nb",
            "a\n b",
            "a[^1]",
            "> a",
            "---",
            "a\\*b",
        ),
        *("??? note\n    a", "=== a\n    b", "<https://a.b>", "a\n\n\tb", "2019. a", "+ a", "-- a"),
        *("a\xa0b", "\u3000a", "a\u3000\nb", "*[HTML]: x\n\nHTML", "a\x0cb", "a\rb", "\ufeffa"),
    ],
)
def test_a_sign_of_markdown_is_converted(text: str) -> None:
    fast = paragraphs(source(text, []), lambda href: href)
    assert fast is None or fast == converted(source(text, []))


def test_most_bodies_are_plain() -> None:
    marked = source("“So,” he said; it’s 5.3 km away.\n\nThe U.S. (1990s) – said: no?\n", [])
    assert paragraphs(marked, lambda href: href) is not None


def test_a_link_that_leads_nowhere_is_left_to_the_host() -> None:
    marked = source("Iraq said", [BodyLink(0, 4, "../e/x.md", "Iraq")])
    assert paragraphs(marked, lambda href: None) is None


def test_an_extension_that_changes_words_is_not_quiet() -> None:
    assert quiet(EXTENSIONS)
    assert not quiet([*EXTENSIONS, "smarty"])
