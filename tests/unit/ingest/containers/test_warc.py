"""Web archives: the pages in order, damage named by its place, memory bounded."""

import gzip
import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.files import read_file
from dossierpress.ingest.containers.limits import DEFAULT, MB, Limits
from harness.examples import FUZZ

PAGE = b"<!doctype html><title>Patrols</title><p>Two ships left Fujairah.</p>"


def record(
    url: str = "https://news.example/1",
    body: bytes = PAGE,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    extra: str = "",
    date: str = "2020-01-24T10:00:00Z",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(*records: bytes) -> bytes:
    return b"".join(gzip.compress(item, mtime=0) for item in records)


def read(data: bytes, name: str = "a.warc.gz", limits: Limits = DEFAULT) -> list:
    return list(read_file(name, io.BytesIO(data), limits))


def urls(found: list) -> list[str | None]:
    return [item.url for item in found if isinstance(item, Clipping)]


def codes(found: list) -> list[str]:
    return [item.code for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize(
    "pack", [archive, lambda *r: b"".join(r), lambda *r: gzip.compress(b"".join(r))]
)
def test_html_answers_of_status_200_are_pages(pack) -> None:
    data = pack(
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n",
        record("https://news.example/1"),
        record("https://news.example/gone", status="404 Not Found"),
        record("https://news.example/ship.jpg", media="image/jpeg"),
        record("https://news.example/1", kind="request"),
        record("https://news.example/2", media="application/xhtml+xml"),
    )
    found = read(data)
    assert codes(found) == []
    assert urls(found) == ["https://news.example/1", "https://news.example/2"]
    page = found[0]
    assert page.name == "a.warc.gz!/https://news.example/1"
    assert (page.data, page.media_type) == (PAGE, "text/html; charset=utf-8")
    assert page.captured_at.text == "2020-01-24T10:00:00Z"


def test_transfer_and_content_encodings_are_undone() -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    found = read(
        archive(
            record("https://n.example/1", chunked, extra="Transfer-Encoding: chunked\r\n"),
            record("https://n.example/2", gzip.compress(PAGE), extra="Content-Encoding: gzip\r\n"),
            record("https://n.example/3", PAGE, extra="Content-Encoding: gzip\r\n"),
        )
    )
    assert [item.data for item in found] == [PAGE, PAGE, PAGE]


def test_an_encoding_that_is_not_read_is_named() -> None:
    found = read(
        archive(record(body=b"\x0b", extra="Content-Encoding: br\r\n"), record("http://b.example/"))
    )
    assert codes(found) == ["DP535"]
    assert urls(found) == ["http://b.example/"]


def test_an_archive_that_was_cut_off_keeps_what_is_whole() -> None:
    data = archive(record("https://news.example/1"), record("https://news.example/2", PAGE * 50))
    found = read(data[:-30])
    assert urls(found) == ["https://news.example/1"]
    assert codes(found) == ["DP535"]
    plain = record("https://news.example/1") + record("https://news.example/2")
    found = read(plain[:-30], "a.warc")
    assert urls(found) == ["https://news.example/1"]
    assert codes(found) == ["DP535"]


@pytest.mark.parametrize("at", [0, 1, 12, 60, 150])
def test_a_damaged_record_is_named_once_and_the_others_are_read(at: int) -> None:
    first, second = archive(record("https://n.example/1")), archive(record("https://n.example/2"))
    third = archive(record("https://n.example/3"))
    broken = bytearray(second)
    for place in range(at, at + 4):
        broken[place] ^= 0xFF
    found = read(first + bytes(broken) + third)
    assert urls(found) == ["https://n.example/1", "https://n.example/3"]
    assert codes(found) == ["DP535"]


def test_a_first_record_that_is_damaged_does_not_hide_the_rest() -> None:
    broken = bytearray(archive(record("https://n.example/1")))
    broken[15] ^= 0xFF
    found = read(bytes(broken) + archive(record("https://n.example/2")))
    assert urls(found) == ["https://n.example/2"]
    assert codes(found) == ["DP535"]


def test_a_wrong_length_is_named_and_the_next_record_is_found() -> None:
    short = record("https://n.example/1").replace(b"Content-Length: 1", b"Content-Length: 0")
    found = read(short + record("https://n.example/2"), "a.warc")
    assert "https://n.example/2" in urls(found)
    assert "DP535" in codes(found)


def test_a_page_that_is_too_large_is_refused_in_bounded_memory() -> None:
    bomb = gzip.compress(bytes(300 * MB))
    data = archive(
        record("https://n.example/1", bomb, extra="Content-Encoding: gzip\r\n"),
        record("https://n.example/2"),
    )
    tracemalloc.start()
    found = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert codes(found) == ["DP532"]
    assert urls(found) == ["https://n.example/2"]
    assert peak < 100 * MB


def test_a_member_that_is_a_bomb_is_refused_and_the_next_is_read() -> None:
    data = archive(record("https://n.example/1", bytes(64 * MB)), record("https://n.example/2"))
    found = read(data, limits=Limits(member=MB))
    assert codes(found) == ["DP535"]
    assert urls(found) == ["https://n.example/2"]


def test_headers_without_end_are_not_held_in_memory() -> None:
    data = b"WARC/1.1\r\n" + b"x" * (20 * MB) + record("https://n.example/2")
    tracemalloc.start()
    found = read(data, "a.warc")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert urls(found) == ["https://n.example/2"]
    assert peak < 30 * MB


def test_an_archive_without_a_page_says_so() -> None:
    assert codes(read(archive(record(media="image/png")))) == ["DP536"]


def test_a_wacz_holds_web_archives_and_nothing_else_of_it_is_read() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as pack:
        pack.writestr("datapackage.json", "{}")
        pack.writestr("pages/pages.jsonl", "{}")
        pack.writestr("archive/data.warc.gz", archive(record()))
        pack.writestr("archive/more.warc", record("https://news.example/2"))
    found = read(held.getvalue(), "crawl.wacz")
    assert [item.name for item in found] == [
        "crawl.wacz!/archive/data.warc.gz!/https://news.example/1",
        "crawl.wacz!/archive/more.warc!/https://news.example/2",
    ]


def test_a_web_archive_in_a_zip_archive_is_read() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as pack:
        pack.writestr("crawl.warc.gz", archive(record()))
    assert urls(read(held.getvalue(), "a.zip")) == ["https://news.example/1"]


@FUZZ
@given(st.data())
def test_an_archive_with_flipped_bytes_never_raises(data: st.DataObject) -> None:
    whole = b"".join([record("https://n.example/1"), record("https://n.example/2")])
    held = bytearray(data.draw(st.sampled_from([whole, archive(whole, whole)])))
    for _ in range(data.draw(st.integers(1, 5))):
        held[data.draw(st.integers(0, len(held) - 1))] = data.draw(st.integers(0, 255))
    assert all(isinstance(item, Clipping | Problem) for item in read(bytes(held)))


def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *rest, **more):
        if name == "dossierpress.ingest.containers.warc":
            raise ModuleNotFoundError("no warcio", name="warcio")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(archive(record()))
    assert "pip install 'dossierpress[warc]'" in found.hint
