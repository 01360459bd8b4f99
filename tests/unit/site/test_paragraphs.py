"""Plain paragraphs are written without the converter, and come out as the converter writes them."""

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
PIECES = st.sampled_from(
    ["Iraq", "said", " ", " ", ".", ", ", "\n", "\n\n", "“so”", '"', "'", "1.", "2)", "- ", "–", ":"]
    + ["*", "_", "&", "<b>", "#", "===", "    ", "  \n", "!", "!!! note", "++", ";", "%", "/", "="]
    + ["كتائب", "\u200f", "\xa0", "\u3000", "…", "--", "(", ")", "|", "\\", "www.x.org", "a@b.cd", "[x]"]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join) | st.text(max_size=40)


def converted(text: str) -> str:
    return str(clean(Markdown(extensions=EXTENSIONS).convert(text)))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.data())
@example("One.\n\nTwo: a — b.\nThree", None)
def test_a_plain_body_is_what_the_converter_makes_of_it(text: str, data: st.DataObject | None) -> None:
    links = []
    if data and text:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        links = [BodyLink(start, end, "../e/x.md", "A “b” & 'c' \"d\" <e>")]
    marked = source(text, links)
    fast = paragraphs(marked, lambda href: href)
    assert fast is None or fast == converted(marked)


def test_most_bodies_are_plain() -> None:
    marked = source("“So,” he said; it’s 5.3 km away.\n\nThe U.S. (1990s) – said: no?\n", [])
    assert paragraphs(marked, lambda href: href) is not None


def test_a_link_that_leads_nowhere_is_left_to_the_host() -> None:
    marked = source("Iraq said", [BodyLink(0, 4, "../e/x.md", "Iraq")])
    assert paragraphs(marked, lambda href: None) is None


def test_an_extension_that_changes_words_is_not_quiet() -> None:
    assert quiet(EXTENSIONS)
    assert not quiet([*EXTENSIONS, "smarty"])
