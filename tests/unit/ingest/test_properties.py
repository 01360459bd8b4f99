"""What must hold for any clipping at all."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.frontmatter import parse_document, plain
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import Text, clean, decode, split
from dossierpress.ingest.draft import Options
from dossierpress.ingest.intake import Intake, Status, understand
from dossierpress.ingest.kinds import Kind, classify
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.segment import segment
from dossierpress.ingest.slug import article_id, slugify
from dossierpress.ingest.writer import compose
from harness.examples import FUZZ

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60)
LINES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "", "", "---", "***", "Updated 5 December 2019", "Updated 19 min 23 sec ago",
            "By Jane Doe in Basra", "https://example.org/a", "LONDON: A ship left the port.",
            "Tankers leave the strait in pairs", "Tankers leave the strait in pairs",
            "Escorts are to go on into the autumn", "Title: A headline with a label",
            "The divers come from three navies. They train in warm water.", "Share",
            "A ship at anchor off the port. (AFP/File photo)", "• A bullet line", "5/12/2019",
            "# A heading of Markdown", "-ENDS-", "ناقلات النفط تعود إلى المضيق", "  indented",
            "The port is open again after a week in which nobody could say how long it would be",
        ]
    ),
)  # fmt: skip
CLIPPINGS = st.lists(LINES, max_size=40).map("\n".join)


@FUZZ
@given(CLIPPINGS)
def test_no_line_is_lost(text: str) -> None:
    lines = split(text)
    found = segment("clipping.txt", lines)
    reported = {problem.line for problem in found.problems}
    covered = [number for part in found.segments for number in range(part.first, part.last + 1)]
    refused = not found.segments
    assert refused or len(covered) == len(set(covered))
    for line in lines:
        kept = line.first in covered or line.first in found.rules or line.first in reported
        assert kept or (refused and found.problems)
    held = [part.line for each in found.segments for part in (*each.head, *each.body)]
    words = " ".join(line.text for line in held).replace(" ", "")
    if not refused:
        separators = {line.text for line in lines if classify(line.text) is Kind.RULE}
        for line in lines:
            assert line.text in separators or line.text.replace(" ", "") in words


@FUZZ
@given(CLIPPINGS)
def test_every_word_of_a_text_is_in_a_field_or_a_problem(text: str) -> None:
    drafts, problems = understand(Clipping("c.txt", text.encode("utf-8")), Options())
    if not drafts or any(problem.code == "DP506" for problem in problems):
        assert problems
        return
    said = " ".join(
        [str(draft.front_matter) + draft.story.body for draft in drafts]
        + [str(p) for p in problems]
        + [str(p) for draft in drafts for p in draft.problems]
    )
    for sentence in ("The divers come from three navies.", "A ship at anchor off the port."):
        assert sentence not in text or sentence in said


@FUZZ
@given(st.text(max_size=300))
def test_segmenting_never_fails(text: str) -> None:
    segment("clipping.txt", split(text))


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes_are_understood_or_refused(data: bytes) -> None:
    drafts, problems = understand(Clipping("clipping.txt", data), Options())
    assert drafts or problems


@given(st.lists(WORDS, max_size=8), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_decoding_undoes_encoding(words: list[str], encoding: str) -> None:
    text = "\n".join(words)
    decoded = decode(Clipping("clipping.txt", text.encode(encoding)))
    assert isinstance(decoded, Text)
    assert decoded.lines == split(text)


@FUZZ
@given(WORDS, WORDS)
def test_a_written_file_reads_back_as_it_was_meant(title: str, body: str) -> None:
    text = f"---\nTitle: x{title}\nUpdated 5 December 2019\n\nA first sentence. {body}."
    drafts, _ = understand(Clipping("clipping.txt", text.encode("utf-8")), Options())
    for draft in drafts:
        document = parse_document(compose(draft))
        assert plain(document.metadata) == draft.front_matter
        assert document.body == (f"{draft.story.body}\n" if draft.story.body else "")


@given(CLIPPINGS)
@settings(max_examples=25)
def test_adding_twice_changes_nothing(text: str) -> None:
    with TemporaryDirectory() as folder:
        publication = Path(folder)
        (publication / "dossiers" / "gulf").mkdir(parents=True)
        (publication / "dossiers" / "gulf" / "dossier.yml").write_text("title: Gulf\n")
        clipping = Clipping("clipping.txt", text.encode("utf-8"))
        first = list(Intake(publication, "gulf", Options()).add(clipping))
        before = {file: file.read_bytes() for file in publication.rglob("*.md")}
        second = list(Intake(publication, "gulf", Options()).add(clipping))
        after = {file: file.read_bytes() for file in publication.rglob("*.md")}
    assert before == after
    assert len(before) == sum(outcome.status is Status.WRITTEN for outcome in first)
    assert all(outcome.status is not Status.WRITTEN for outcome in second)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


MARKUP = st.text(st.sampled_from("ab1.*_`#<>&;![](){}~=^+-:|\\/\"' "), max_size=40)


@given(st.one_of(WORDS, MARKUP))
@settings(max_examples=400)
def test_escaped_text_renders_as_itself(text: str) -> None:
    line = clean(text)
    page = _Words()
    extensions = [
        "tables", "fenced_code", "footnotes", "attr_list", "abbr", "def_list", "admonition",
        "md_in_html", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark", "pymdownx.details",
    ]  # fmt: skip
    page.feed(markdown.markdown(escape(line), extensions=extensions))
    page.close()
    assert re.sub(r"\s+", " ", page.text).strip() == line
    assert set(page.tags) <= {"p"}
    assert html.escape(line, quote=False).count("&lt;") >= page.text.count("<")


@given(st.text(max_size=120), st.sampled_from([None, "2019-12-05", "2019-12-05T10:00:00Z"]))
def test_a_file_name_is_safe_on_every_system(title: str, day: str | None) -> None:
    slug = slugify(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= 90
    assert slug not in ("con", "nul", "index", "aux")
    name = article_id(day, title, frozenset())
    assert article_id(day, title, {name}) == f"{name}-2"
