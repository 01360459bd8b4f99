"""Broken and hostile documents are refused in bounded time, each by one clear problem."""

import io
import json
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.readers.formats import FORMATS, Found, read_clipping
from dossierpress.ingest.story import Story
from harness.documents import make_docx, make_pdf, make_rtf
from harness.examples import FUZZ

TEXT = [
    "Harbour pilots end their strike",
    "Updated 5 December 2019",
    "The pilots went back to work.",
]
MAIL = "From: a@example.org\nMIME-Version: 1.0\nSubject: Strike\n\nThe pilots went back.\n"
RIS = "TY  - NEWS\nTI  - Strike\nDA  - 2019/12/05/\nER  - \n"
BIBTEX = "@article{a, title={Strike}, year={2019}, month=dec, day=5}\n"
CSL = '[{"id": 1, "type": "article", "title": "Strike", "issued": {"date-parts": [[2019, 12, 5]]}}]'
NEXIS = "1 of 2 DOCUMENTS\n\nThe Harbour Post\n\nDecember 5, 2019 Thursday\n\nStrike\n\nIt ended.\n"
WHOLE = {
    "docx": make_docx(TEXT),
    "pdf": make_pdf([TEXT]),
    "rtf": make_rtf(TEXT),
    "mail": MAIL.encode(),
    "ris": RIS.encode(),
    "bibtex": BIBTEX.encode(),
    "csl": CSL.encode(),
    "nexis": NEXIS.encode(),
}


def _read(data: bytes) -> list[Found]:
    return list(read_clipping(Clipping("clipping", data)))


def _codes(data: bytes) -> list[str]:
    return [found.code for found in _read(data) if isinstance(found, Problem)]


def _docx_of(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def _with_document(xml: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(WHOLE["docx"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return _docx_of(members | {"word/document.xml": xml})


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_document_gives_a_story(name: str) -> None:
    assert any(isinstance(found, Story) for found in _read(WHOLE[name]))


@FUZZ
@given(
    st.sampled_from(sorted(WHOLE)),
    st.integers(0, 10**6),
    st.integers(0, 3000),
    st.binary(max_size=12),
)
def test_a_damaged_document_never_raises(name: str, at: int, cut: int, junk: bytes) -> None:
    whole = WHOLE[name]
    at %= len(whole)
    found = _read(whole[:at] + junk + whole[at + cut :])
    assert found
    assert all(isinstance(each, Story | Problem) for each in found)


@pytest.mark.parametrize("name", ["mail", "ris", "bibtex", "csl", "nexis", "rtf"])
def test_nul_bytes_never_raise(name: str) -> None:
    whole = WHOLE[name]
    assert _read(whole[:40] + b"\x00\x00" + whole[40:])
    assert _read(b"\x00".join(whole[i : i + 1] for i in range(len(whole))))


def test_a_zip_bomb_in_a_word_document_is_refused_by_what_it_says_of_its_size() -> None:
    bomb = _docx_of({"word/document.xml": b"<w/>", "word/media/a.bin": bytes(80 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert _codes(bomb) == ["DP553"]


def test_entities_in_a_word_document_are_not_expanded() -> None:
    entities = b'<!ENTITY a0 "lol">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE x [' + entities + b"]>"
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert set(_codes(_with_document(xml))) <= {"DP501", "DP550"}
    assert _codes(_with_document(xml))


def test_an_external_entity_in_a_word_document_is_not_read() -> None:
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert set(_codes(_with_document(xml))) <= {"DP501", "DP550"}


def test_deep_nesting_is_refused() -> None:
    namespace = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = b"<w:document %s><w:body>" % namespace + b"<w:sdt>" * 100_000
    assert _codes(_with_document(deep)) == ["DP550"]
    nested = ('{"id": 1, "type": ' + "[" * 100_000).encode()
    assert _codes(nested) == ["DP560"]
    assert "DP560" in _codes(b"@misc{a, title = " + b"{" * 20_000 + b"x" + b"}" * 20_000 + b"}")


def test_a_sealed_word_document_is_named_as_such() -> None:
    sealed = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le")
    )
    assert _codes(sealed) == ["DP552"]


def test_a_mail_of_many_parts_is_refused() -> None:
    parts = "--b\nContent-Type: text/plain\n\nx\n" * 300
    head = 'From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    assert _codes(f"{head}{parts}--b--\n".encode()) == ["DP553"]


def test_many_records_are_read_in_order() -> None:
    records = [{"id": n, "type": "article", "title": f"Strike {n}"} for n in range(500)]
    stories = [found for found in _read(json.dumps(records).encode()) if isinstance(found, Story)]
    assert [story.lines for story in stories] == [f"record {n}" for n in range(1, 501)]


MISSING = {
    "pdf": "pypdf",
    "docx": "docx",
    "rtf": "striprtf",
    "ris": "rispy",
    "bibtex": "bibtexparser",
}


@pytest.mark.parametrize("name", MISSING)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = MISSING[name]
    for module in [m for m in sys.modules if m.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"dossierpress.ingest.readers.{name}", raising=False)
    (problem,) = _read(WHOLE[name])
    assert isinstance(problem, Problem)
    extra = next(each.extra for each in FORMATS if each.module == name)
    assert library in problem.message
    assert problem.hint == f"run: pip install 'dossierpress[{extra}]'"
