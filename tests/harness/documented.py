"""Of each problem of a clipping, the example that its page in docs/problems/ gives, as files."""
# ruff: noqa: E501  # a table, one example a line

import gzip
import io
import zipfile

from harness.documents import make_docx, make_pdf

Files = dict[str, str | bytes]
STORY = (
    "---\nHarbour pilots end their strike\n\nUpdated 5 December 2019\n\nThe pilots went back to "
    "work. A ship left the port within the hour, and a spokesman said that others would follow.\n"
)
LONG = " ".join(f"On day {n} the pilots of the harbour met the owners again." for n in range(40))
PAGE = "<!doctype html><html lang=en><head><title>Patrols begin in the strait</title>{}</head><body><article><h1>Patrols begin in the strait</h1>{}</article></body></html>"
PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false, "wordCount": 900}</script>'


def packed(members: Files) -> bytes:
    """Return a ZIP archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def grown(document: bytes) -> bytes:
    """Return a Word document with a part that unpacks into much."""
    held = io.BytesIO(document)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", bytes(80 * 1024**2))
    return held.getvalue()


def encrypted(data: bytes) -> bytes:
    """Return a ZIP archive whose first member says that it is encrypted."""
    marked = bytearray(data)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        marked[marked.index(mark) + offset] |= 1
    return bytes(marked)


def crawled(media: str, body: bytes) -> bytes:
    """Return a web archive of one answer."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\n"
        "WARC-Date: 2020-01-24T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def mail(attachment: str) -> str:
    """Return a mail with a file."""
    return (
        "From: a@example.org\nMIME-Version: 1.0\nSubject: Harbour pilots end their strike\n"
        "Date: Thu, 5 Dec 2019 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nThe pilots went back to work.\n"
        f"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; "
        f'filename="{attachment}"\n\nx\n--b--\n'
    )


CLIPPINGS: dict[str, Files] = {
    "DP501": {"empty.txt": "\n\n---\n"},
    "DP502": {"story.txt": make_pdf([["Strike"]]).replace(b"%PDF", b"\x00PDF")},
    "DP503": {"cut.txt": "مصالح السفينة الميناء".encode()[:-1]},
    "DP504": {"quotes.txt": STORY.replace("A ship", "A pilot's ship").encode().replace(b"'", b"\x92")},
    "DP505": {"bare.txt": "The strike is over\n\nThey went back.\n\nIt was long.\n\nIt ended.\n"},
    "DP506": {"headless.txt": "---\nLONDON: The pilots of the harbour went back to work.\n"},
    "DP507": {"more.txt": f"{STORY}\nRead more: Other stories\n"},
    "DP508": {"ago.txt": STORY.replace("5 December 2019", "19 min 23 sec ago")},
    "DP509": {"numbers.txt": STORY.replace("5 December 2019", "05/12/2019")},
    "DP510": {"one.txt": STORY, "two.txt": f"{STORY}\n"},
    "DP511": {"first.txt": STORY, "update.txt": STORY.replace("5 December", "6 December").replace("within the hour", "at night with grain, oil, two goats and a band that played")},
    "DP512": {"stars.txt": f"{STORY}\n***\n\nIn the evening the band played on, and the goats slept in the hold of the ship until it was far out at sea.\n"},
    "DP513": {"next.txt": f"{STORY}\n\n\nFerry line to reopen in the spring\n\nA ferry line will open again. It was closed for a year.\n"},
    "DP514": {"list.txt": "---\nHarbour pilots end their strike\nhttps://example.org/a\n---\nFerry line to reopen\nhttps://example.org/b\n"},
    "DP521": {"deep.html": "<html><body>" + "<div>" * 100_000},
    "DP522": {"paid.html": PAGE.format(PAID, "<p>Two ships left the port.</p>")},
    "DP523": {"cut.mhtml": "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\n"},
    "DP531": {"clips.zip": packed({"../../etc/passwd": "x", "a.txt": STORY})},
    "DP532": {"bomb.zip": packed({"bomb.txt": bytes(10 * 1024**2), "a.txt": STORY})},
    "DP533": {"half.zip": packed({"a.txt": STORY * 50})[:-60]},
    "DP534": {"clips.zip": encrypted(packed({"secret.txt": "x"}))},
    "DP535": {"crawl.warc.gz": crawled("text/html", b"<p>Two ships left.") * 2 + crawled("text/html", bytes(900))[:60]},
    "DP536": {"crawl.warc.gz": crawled("image/png", b"x")},
    "DP537": {"a.zip": packed({"b.zip": packed({"c.zip": packed({"a.txt": STORY})})})},
    "DP545": {"one.txt": STORY + LONG, "two.txt": STORY.replace("pilots end", "pilots now end") + LONG + "\n\nThey left.\n"},
    "DP550": {"half.pdf": make_pdf([["Strike", "It ended."]])[:400]},
    "DP551": {"scan.pdf": make_pdf([[]])},
    "DP552": {"locked.pdf": make_pdf([["Strike"]], password="x")},  # noqa: S106
    "DP553": {"big.docx": grown(make_docx(["Strike"]))},
    "DP554": {"mail.eml": mail("report.pdf")},
    "DP555": {"export.txt": "1 of 9 DOCUMENTS\n\nThe Harbour Post\n\nDecember 5, 2019 Thursday\n\nStrike\n\nLENGTH: 9 words\n\nIt ended.\n"},
    "DP556": {"export.txt": "1 of 1 DOCUMENTS\n\nThe Harbour Post\n\n\n\n"},
    "DP560": {"list.bib": "@article{a, title = {Strike\n"},
}  # fmt: skip
"""By code, what is added to a new publication."""
