"""Feeds give a story an entry; MHTML gives the page inside."""

import pytest

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options, make_draft
from dossierpress.ingest.readers.formats import FORMATS, read_clipping
from dossierpress.ingest.story import Story
from dossierpress.model import Rights

RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Coast Herald</title><language>en-gb</language>
<item><title>Tanker held &amp; freed</title><link>https://c.example/a</link>
<pubDate>Thu, 05 Dec 2019 10:30:00 +0300</pubDate><dc:creator>Jane Doe</dc:creator>
<category>Shipping</category><description>A tanker was held for a day.</description>
<content:encoded><![CDATA[<p>FUJAIRAH (Reuters) - The <a href="/x">tanker</a> was held for
 a night.</p><script>alert(1)</script><p onclick="x">It left &lt;b&gt;.</p>]]></content:encoded>
</item>
<item><link>https://c.example/b</link><description>No title here</description></item>
<item><title>Only a summary</title><link>https://c.example/c</link>
<description>&lt;p&gt;One line of summary.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>أخبار</title>
<entry><title>ناقلة تغادر</title><link href="https://c.example/1"/>
<published>2019-12-05T10:30:00Z</published><updated>2019-12-06T10:30:00Z</updated>
<author><name>Updated 3 hours ago</name></author>
<content type="html">&lt;p&gt;غادرت الناقلة الميناء أمس.&lt;/p&gt;</content></entry></feed>
""".encode()

JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "language": "en",
"items": [{"id": "1", "url": "https://d.example/1", "title": "Patrols begin",
"content_text": "One.\\n\\nTwo <b>", "date_published": "2019-12-05T10:30:00+03:00",
"authors": [{"name": "Jane Doe"}]}]}"""

MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://h.example/w/1
Subject: =?utf-8?Q?Patrols?=
Date: Tue, 14 Jan 2020 10:22:33 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----B"


------B
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://h.example/w/1

<html lang=3D"en"><head><title>Patrols | H</title></head><body><h1>Patrols begin off =
Fujairah</h1><p>Updated 3 hours ago</p><p>Patrols of four navies began on Tuesday off the coast =
=96 the first of their kind, a spokesman said to <a href=3D"/p">reporters</a> in the port.</p>
<p>Two ships had been seen there on Monday by the crew of a tug, who took pictures.</p></body>
</html>
------B
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
------B--
"""


def stories(data: bytes, name: str = "any") -> list[Story | Problem]:
    return list(read_clipping(Clipping(name, data)))


def front(story: Story | Problem) -> dict[str, object]:
    assert isinstance(story, Story)
    return make_draft(Clipping("any", b""), story, Options()).front_matter


def test_an_rss_entry_is_a_story() -> None:
    first, nameless, summary = stories(RSS)
    found = front(first)
    assert found["title"] == "Tanker held & freed"
    assert found["published"] == "2019-12-05T10:30:00+03:00"
    assert found["publisher"] == "Coast Herald"
    assert found["authors"] == ["Jane Doe"]
    assert (found["agency"], found["dateline"]) == ("Reuters", "Fujairah")
    assert found["section"] == "Shipping"
    assert isinstance(first, Story)
    assert first.lines == "entry 1"
    assert first.body == (
        "The [tanker](https://c.example/x) was held for a night.\n\nIt left &lt;b>."
    )
    assert isinstance(nameless, Problem)
    assert nameless.message.startswith("entry 2 ")
    assert isinstance(summary, Story)
    assert (summary.body, summary.standfirst) == ("", ("One line of summary.",))
    assert summary.rights is Rights.METADATA
    assert isinstance(first, Story)
    assert first.rights is None


def test_an_atom_entry_keeps_both_dates() -> None:
    found = front(stories(ATOM)[0])
    assert found["published"] == "2019-12-05T10:30:00Z"
    assert found["modified"] == "2019-12-06T10:30:00Z"
    assert found["language"] == "ar"
    assert "authors" not in found


def test_a_json_feed_is_read() -> None:
    (story,) = stories(JSON)
    assert front(story)["published"] == "2019-12-05T10:30:00+03:00"
    assert isinstance(story, Story)
    assert story.body == "One.\n\nTwo &lt;b>"


def test_a_feed_that_breaks_gives_the_entries_before() -> None:
    found = stories(RSS[: RSS.index(b"<item><link>")] + b"<item><title>x</tit")
    assert isinstance(found[0], Story)


@pytest.mark.parametrize(
    "data", [RSS[: RSS.index(b"<item>")], b'{"version": "https://jsonfeed.org/version/1"}']
)
def test_a_feed_without_entries_is_empty(data: bytes) -> None:
    (problem,) = stories(data)
    assert isinstance(problem, Problem)
    assert problem.code == "DP501"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_a_saved_page_is_anchored_at_its_saving(newline: bytes) -> None:
    (story,) = stories(MHTML.replace(b"\n", newline))
    found = front(story)
    assert found["title"] == "Patrols begin off Fujairah"
    assert found["url"] == "https://h.example/w/1"
    assert found["accessed"] == "2020-01-14T10:22:33+00:00"
    assert found["modified"] == "2020-01-14"
    assert isinstance(story, Story)
    assert "coast – the first of their kind" in story.body
    assert "[reporters](https://h.example/p)" in story.body


@pytest.mark.parametrize(
    ("name", "data", "module"),
    [
        ("a.txt", RSS, "feeds"),
        ("a.txt", ATOM, "feeds"),
        ("a.txt", JSON, "feeds"),
        ("a.txt", MHTML, "mhtml"),
        ("a.txt", b"<!-- x -->\n<!DOCTYPE html><title>x</title>", "html"),
        ("a.txt", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html>', "html"),
        ("a.html", b"Text with <em>some</em> tags", "html"),
        ("a.txt", b"Text with <em>some</em> tags", "text"),
        ("a.html", b"A headline\n\n5 December 2019\n\nText.", "text"),
    ],
)
def test_the_content_decides_the_format(name: str, data: bytes, module: str) -> None:
    clipping = Clipping(name, data)
    assert next(f.module for f in FORMATS if f.recognises(clipping)) == module
