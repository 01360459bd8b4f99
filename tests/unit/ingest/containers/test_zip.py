"""ZIP archives: members in order, hostile ones named, the rest read."""

import io
import stat
import struct
import zipfile
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.files import read_file
from dossierpress.ingest.containers.limits import DEFAULT, MB, Limits
from dossierpress.ingest.containers.names import fault, shown, within
from harness.examples import FUZZ


def packed(members: dict) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def read(data: bytes, limits: Limits = DEFAULT, name: str = "a.zip") -> list[Clipping | Problem]:
    return list(read_file(name, io.BytesIO(data), limits))


def clippings(found: Iterable[Clipping | Problem]) -> list[str]:
    return [item.name for item in found if isinstance(item, Clipping)]


def problems(found: Iterable[Clipping | Problem]) -> list[tuple[str, str]]:
    return [(item.code, item.path) for item in found if isinstance(item, Problem)]


def test_members_are_read_in_the_order_of_the_archive_and_keep_their_place() -> None:
    found = read(packed({"b/two.txt": b"2", "one.txt": b"1"}))
    assert [(item.name, item.data) for item in found] == [
        ("a.zip!/b/two.txt", b"2"),
        ("a.zip!/one.txt", b"1"),
    ]
    assert found[0].file == "a.zip!/b/two.txt"


def test_a_file_without_a_container_is_itself() -> None:
    (found,) = read(b"A text", name="a.txt")
    assert found == Clipping("a.txt", b"A text")


def test_a_file_that_is_too_large_is_refused_whatever_it_is() -> None:
    (found,) = read(b"<div>" * (7 * MB), name="deep.html")
    assert isinstance(found, Problem)
    assert str(found).startswith("deep.html:1: DP502 is 35 MB; a clipping has at most 32 MB; ")


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "a/../../out.txt", "/etc/passwd", "\\windows\\a.txt", "C:\\a.txt", "c:a.txt"],
)
def test_a_name_that_leads_out_is_refused_and_the_rest_is_read(name: str) -> None:
    found = read(packed({name: b"x", "good.txt": b"y"}))
    assert clippings(found) == ["a.zip!/good.txt"]
    assert [code for code, _ in problems(found)] == ["DP531"]


def test_links_and_devices_are_refused() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    device = zipfile.ZipInfo("device.txt")
    device.external_attr = (stat.S_IFCHR | 0o666) << 16
    found = read(packed({link: b"/etc/passwd", device: b"", "good.txt": b"y"}))
    assert clippings(found) == ["a.zip!/good.txt"]
    assert problems(found) == [("DP531", "a.zip!/link.txt"), ("DP531", "a.zip!/device.txt")]


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(packed({"secret.txt": b"x", "good.txt": b"y"}))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + offset] |= 1
    found = read(bytes(data))
    assert problems(found) == [("DP534", "a.zip!/secret.txt")]
    assert clippings(found) == ["a.zip!/good.txt"]


def test_a_bomb_is_refused_by_its_ratio_before_it_is_unpacked() -> None:
    found = read(packed({"bomb.txt": bytes(8 * MB), "good.txt": b"y"}))
    assert problems(found) == [("DP532", "a.zip!/bomb.txt")]
    assert clippings(found) == ["a.zip!/good.txt"]


def test_many_small_bombs_end_at_the_total() -> None:
    limits = Limits(total=MB)
    found = read(packed({f"{n}.txt": bytes(300_000) for n in range(9)}), limits)
    assert len(clippings(found)) == 3
    assert problems(found) == [("DP532", "a.zip")]


def test_a_member_that_lies_about_its_size_is_read_no_further() -> None:
    data = bytearray(packed({"liar.txt": bytes(3 * MB)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<L", data, data.index(mark) + offset, 10)
    found = read(bytes(data))
    assert clippings(found) == []
    assert problems(found) == [("DP533", "a.zip!/liar.txt")]


def test_a_table_of_contents_without_end_is_not_read() -> None:
    data = packed({f"{n}.txt": b"" for n in range(50)})
    found = read(data, Limits(directory=1000))
    assert problems(found) == [("DP532", "a.zip")]


def test_an_archive_in_an_archive_is_read_and_one_in_that_is_not() -> None:
    deepest = packed({"c.txt": b"3"})
    inner = packed({"b.txt": b"2", "deep.zip": deepest})
    found = read(packed({"a.txt": b"1", "inner.zip": inner, "z.txt": b"4"}))
    assert clippings(found) == ["a.zip!/a.txt", "a.zip!/inner.zip!/b.txt", "a.zip!/z.txt"]
    assert problems(found) == [("DP537", "a.zip!/inner.zip!/deep.zip")]


def test_an_inner_archive_counts_against_the_outer_total() -> None:
    inner = packed({f"{n}.txt": bytes([n]) * 200_000 for n in range(9)})
    found = read(packed({"inner.zip": inner}), Limits(total=MB))
    assert len(clippings(found)) == 5
    assert [code for code, _ in problems(found)] == ["DP532"]


def test_a_document_that_is_an_archive_inside_is_one_clipping() -> None:
    data = packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert read(data, name="letter.docx") == [Clipping("letter.docx", data)]


def test_hidden_members_and_the_parts_of_saved_pages_are_passed_over() -> None:
    names = [".DS_Store", "__MACOSX/._a.txt", ".git/HEAD", "p/Page.html", "p/Page_files/x.html"]
    found = read(packed(dict.fromkeys(names, b"x")))
    assert clippings(found) == ["a.zip!/p/Page.html"]


def test_a_damaged_member_does_not_stop_the_rest() -> None:
    data = bytearray(packed({"bad.txt": b"text " * 100, "good.txt": b"y"}))
    data[40] ^= 0xFF
    found = read(bytes(data))
    assert [code for code, _ in problems(found)] == ["DP533"]
    assert clippings(found) == ["a.zip!/good.txt"]


def test_an_archive_that_was_cut_off_is_one_problem() -> None:
    data = packed({"a.txt": b"text " * 1000})
    assert problems(read(data[: len(data) // 2])) == [("DP533", "a.zip")]


@FUZZ
@given(st.binary(max_size=400))
def test_rubbish_that_begins_like_an_archive_never_raises(data: bytes) -> None:
    assert all(isinstance(item, Clipping | Problem) for item in read(b"PK\x03\x04" + data))


@FUZZ
@given(st.data())
def test_an_archive_with_flipped_bytes_never_raises(data: st.DataObject) -> None:
    held = bytearray(packed({"a.txt": b"one " * 50, "b/c.txt": b"two"}))
    for _ in range(data.draw(st.integers(1, 4))):
        held[data.draw(st.integers(0, len(held) - 1))] = data.draw(st.integers(0, 255))
    assert all(isinstance(item, Clipping | Problem) for item in read(bytes(held)))


_PARTS = st.sampled_from(["..", ".", "", "a", "b.txt", "C:", "/", "\\", "…", "\u202e", "\n"])


@FUZZ
@given(st.lists(_PARTS, min_size=1, max_size=6), st.sampled_from(["/", "\\"]))
def test_no_accepted_name_leads_out_and_none_breaks_a_line(parts: list[str], by: str) -> None:
    name = by.join(parts)
    if fault(name) is None:
        path = name.replace("\\", "/")
        assert not path.startswith("/")
        assert ".." not in path.split("/")
    assert len(within("a.zip", name).splitlines()) == 1


@given(st.text())
def test_a_shown_name_is_printable_and_short(name: str) -> None:
    assert "\x1b" not in shown(name)
    assert len(shown(name)) <= 300
    shown(name).encode()
