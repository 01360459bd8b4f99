"""Whatever a clipping of any format holds, its reader reads or refuses it, and the rest goes on.

What is understood becomes a file that `dossier check` reads back. What a run with more examples
finds becomes a case under `tests/golden/`.
"""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import codes, errors
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options
from dossierpress.ingest.intake import understand
from dossierpress.ingest.writer import UnwritableError, compose
from dossierpress.library.articles import read_article
from dossierpress.model import ArticleId, ArticleRef
from harness.build import DOSSIER
from harness.documents import make_docx, make_pdf, make_rtf
from harness.examples import FUZZ

TEXT = [
    "Harbour pilots end their strike",
    "Updated 5 December 2019",
    "By Jane Doe in Basra",
    "The pilots went back to work. A ship left the port within the hour.",
]
PAGE = (
    "<html lang=en><head><title>Harbour pilots end their strike</title>"
    "<meta property='article:published_time' content='2019-12-05T10:00:00Z'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Strike",'
    ' "author": [{"name": "Jane Doe"}], "datePublished": "2019-12-05"}</script></head>'
    "<body><nav><a href=/a>Home</a></nav><article><h1>Harbour pilots end their strike</h1>"
    "<figure><img src=a.jpg><figcaption>A ship. (AFP)</figcaption></figure>"
    "<p>The pilots went back to work. <a href='https://example.org'>A ship</a> left the port.</p>"
    "<ul><li>One</li></ul></article></body></html>"
)
ITEM = "<title>Strike &amp; end</title><link>https://example.org/a</link>"
SAMPLES: dict[str, tuple[str, ...]] = {
    "text": ("\n".join([*TEXT, "", "---", "", *TEXT]),),
    "page": (PAGE,),
    "mhtml": (
        "MIME-Version: 1.0\nContent-Location: https://example.org/a\n"
        'Content-Type: multipart/related; boundary="b"; type="text/html"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://example.org/a\n\n{PAGE.replace('=', '=3D')}\n--b--\n",
    ),
    "feed": (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item>{ITEM}'
        "<pubDate>Thu, 05 Dec 2019 10:00:00 GMT</pubDate><description>&lt;p>It ended."
        "</description></item></channel></rss>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Strike</title>'
        "<updated>2019-12-05T10:00:00Z</updated><content type='html'>&lt;p>It ended.</content>"
        "</entry></feed>",
        '{"version": "https://jsonfeed.org/version/1", "title": "Post", "items": [{"id": "1",'
        ' "title": "Strike", "content_html": "<p>It ended.", "date_published": "2019-12-05"}]}',
    ),
    "mail": (
        'From: "Desk" <a@example.org>\nMIME-Version: 1.0\nDate: Thu, 5 Dec 2019 10:00:00 +0300\n'
        "Subject: =?utf-8?q?Harbour_pilots?=\nContent-Type: multipart/alternative; boundary=b\n\n"
        "--b\nContent-Type: text/plain; charset=utf-8\n\nThe pilots went back.\n--b\n"
        "Content-Type: text/html\n\n<p>The pilots went back.</p>\n--b--\n",
    ),
    "ris": (
        "TY  - NEWS\nTI  - Strike\nAU  - Doe, Jane\nDA  - 2019/12/05/\nUR  - https://e.org\n"
        "ER  -\n",
    ),
    "bibtex": (
        "@article{a, title={Strike {and} \\'end}, author={Doe, Jane and others}, year={2019},"
        ' month=dec, day=5, url="https://e.org"}\n@string{x = "y"}\n',
    ),
    "csl": (
        '[{"id": 1, "type": "article-newspaper", "title": "Strike", "author": [{"family": "Doe"}],'
        ' "issued": {"date-parts": [[2019, 12, 5]]}, "URL": "https://e.org"}]',
    ),
    "export": (
        "1 of 2 DOCUMENTS\n\nThe Harbour Post\n\nDecember 5, 2019 Thursday\n\nStrike\n\n"
        "BYLINE: Jane Doe\n\nSECTION: News; Pg. 3\n\nLENGTH: 10 words\n\nIt ended.\n\n"
        "2 of 2 DOCUMENTS\n\nThe Harbour Post\n\nDecember 6, 2019 Friday\n\nLater\n\nIt began.\n",
    ),
    "rtf": (make_rtf(TEXT).decode("latin-1"),),
}  # fmt: skip
LINKED = {"parts": ["x", {"text": "y", "link": "https://e.org"}]}
WORD = make_docx([{"heading": 1, "text": "Strike"}, *TEXT, {"table": [["a", "b"]]}, LINKED])
PDF = make_pdf([TEXT, TEXT])
PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r", "\t", "\x00", "\x1f", "\ufeff", "\u2028", "\x85", "\ud7ff",
        "\U0001f600", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#0;", "&#x110000;",
        "&lt;", "&x;", "{", "}", "[", "]", "(", ")", '"', "'", "\\", "\\u0", "\\'ff", "\\bin9999 ",
        "=", "=?utf-8?b?!?=", "--b\n", ":", ": ", ",", "@", "#", "%", "%s", "$", "~", "^", "`",
        "*", "---\n", "- ", "  - ", "null", "1e999", "-1", "9999999999999", "2019-99-99",
        "0000-00-00", "99 December 2019", "31 February 2019", "Updated 99999999999 hours ago",
        "Updated yesterday", "TY  - ", "ER  - ", "year={}", "Content-Type: text/x; charset=nope\n",
        "charset=utf-7", "ایران", "ـ", "A", "https://[", "javascript:x", "data:text/html,x",
        "<base href='::'>", "<script>", "<p>", "<svg>",
    ]
)  # fmt: skip


def mangled(texts: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Return one of the texts with a few cuts and insertions."""
    cut = st.tuples(st.integers(0, 10**5), st.integers(0, 30), st.lists(PIECES, max_size=3))

    def apply(drawn: tuple[str, list[tuple[int, int, list[str]]]]) -> str:
        changed, cuts = drawn
        for far, length, pieces in cuts:
            at = far % (len(changed) + 1)
            changed = changed[:at] + "".join(pieces) + changed[at + length :]
        return changed

    return st.tuples(st.sampled_from(texts), st.lists(cut, min_size=1, max_size=4)).map(apply)


def damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return bytes with a part of them gone or replaced."""
    cuts = st.tuples(st.integers(0, len(whole)), st.integers(0, 400), st.binary(max_size=12))
    return cuts.map(lambda cut: whole[: cut[0]] + cut[2] + whole[cut[0] + cut[1] :])


def read(data: bytes, name: str = "clipping") -> None:
    """Check that a clipping is read or refused, and that what is read becomes a file."""
    drafts, problems = understand(Clipping(name, data), Options())
    assert drafts or problems
    for problem in (*problems, *(told for draft in drafts for told in draft.problems)):
        assert problem.code in codes()
        assert str(problem).isprintable()
        str(problem).encode("utf-8")
    for draft in drafts:
        try:
            text = compose(draft)
        except UnwritableError:
            continue
        article, found = read_article(
            text, ArticleRef(DOSSIER.id, ArticleId("story")), "a.md", DOSSIER
        )
        assert article is not None, found
        assert not errors(found)


@pytest.mark.parametrize("format_", SAMPLES)
def test_whatever_a_clipping_holds_it_is_read_or_refused(format_: str) -> None:
    encode = "latin-1" if format_ == "rtf" else "utf-8"

    @FUZZ
    @given(mangled(SAMPLES[format_]))
    def try_one(text: str) -> None:
        read(text.encode(encode, "replace"))

    try_one()


@pytest.mark.parametrize("format_", SAMPLES)
def test_a_sample_is_understood_as_it_is(format_: str) -> None:
    for text in SAMPLES[format_]:
        drafts, _ = understand(Clipping("clipping", text.encode()), Options())
        assert drafts


@FUZZ
@given(damaged(PDF))
def test_a_damaged_pdf_is_read_or_refused(data: bytes) -> None:
    read(data)


@FUZZ
@given(damaged(WORD))
def test_a_damaged_word_document_is_read_or_refused(data: bytes) -> None:
    read(data)


with zipfile.ZipFile(io.BytesIO(WORD)) as _archive:
    MEMBERS = {name: _archive.read(name) for name in _archive.namelist()}
PARTS = ("word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml")


@FUZZ
@given(st.sampled_from(PARTS).flatmap(
    lambda part: mangled((MEMBERS[part].decode(),)).map(lambda text: (part, text))
))  # fmt: skip
def test_a_word_document_with_strange_parts_is_read_or_refused(changed: tuple[str, str]) -> None:
    part, text = changed
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in (MEMBERS | {part: text.encode("utf-8", "replace")}).items():
            archive.writestr(name, content)
    read(data.getvalue())
