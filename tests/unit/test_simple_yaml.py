"""Simple front matter: what is read without libyaml is what libyaml reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.frontmatter import FrontMatterError, Mapping
from dossierpress.frontmatter.simple_yaml import parse_simple
from dossierpress.frontmatter.strict_yaml import parse_any
from harness.examples import FUZZ

KEYS = st.sampled_from(["title", "rights", "null", "on", "a_b", "published", "x", "true"])
WORDS = st.sampled_from(
    [
        *("full", "null", "Null", "TRUE", "false", "yes", "No", "on", "y", "~", "e5", "inf", "nan"),
        *("2019-12-05", "2019-12", "2019-13-99", "2019-12-05T10:00:00Z", "2019-12-05T10:00+03:00"),
        *("2019", "41-47", "0x1f", "1e3", "12:30", "a: b", "a:b", "https://x.example/a#b", "a #b"),
        *('"quoted"', '"with: colon"', '""', '" a"', '"1"', "'single'", '"a\\"b"', "US's", "a's"),
        *("“x” — y…", "كتائب حزب الله", "a  b", "a ", "- a", "[a]", "{a: b}", "&a x", "*a", "!t x"),
        *("a-", "a,", "x\ty", "é\u00a0e", "a\u0085b", "a\u2028b", "x@y", "a%", "a>", "|", "> x"),
    ]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = WORDS | TEXTS | TEXTS.map(lambda text: f'"{text}"') | TEXTS.map(lambda text: f"a{text}")
LINES = st.one_of(
    st.builds("{}: {}".format, KEYS, VALUES),
    st.builds("{}:".format, KEYS),
    st.builds("- {}".format, VALUES),
    st.builds("  - {}".format, VALUES),
    st.builds("  {}: {}".format, KEYS, VALUES),
    st.builds("  {}:".format, KEYS),
    st.builds("  {}".format, VALUES),
    st.sampled_from(["", "-", "  -", "---", "...", "# a", "a:", "? a", ": b", " x: y", "    z: 1"]),
)
GOOD = st.sampled_from(["a", "b c", "2019-12-05", '"a: b"', "a:b", "no", "on", "null", "é,", "x#"])
COMMON = st.one_of(
    st.builds("{}: {}".format, KEYS, GOOD | WORDS),
    st.builds(
        "{}:\n{}".format,
        KEYS,
        st.sampled_from(["- a", "  - a\n  - b", "  x: y\n  z:", "- a\n  - b"]),
    ),
    st.builds("{}:\n  {}: {}".format, KEYS, KEYS, GOOD | WORDS),
)
DOCUMENTS = st.lists(LINES, min_size=1, max_size=6) | st.lists(COMMON, min_size=1, max_size=4)


@FUZZ
@given(DOCUMENTS, st.sampled_from(["\n", ""]))
def test_what_is_read_line_by_line_is_what_the_parser_reads(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    simple = parse_simple(text, 2)
    if simple is None:
        return
    try:
        parsed = parse_any(text, 2)
    except FrontMatterError as error:
        parsed = error

    assert simple == parsed


@pytest.mark.parametrize(
    "text",
    [
        'title: "A headline: of two parts"\npublisher: The Daily Record\npublished: 2019-12-05\n',
        "title: Talks end\nauthors:\n- A. Writer\n- B. Writer\nurl: https://x.example/a?b=c\n",
        "rights: full\ningest:\n  file: clippings.txt\nsummary:\n",
        "title: كتائب حزب الله\nstandfirst:\n  - One sentence.\n",
    ],
)
def test_common_front_matter_needs_no_parser(text: str) -> None:
    assert isinstance(parse_simple(text, 2), Mapping)
    assert parse_simple(text, 2) == parse_any(text, 2)
