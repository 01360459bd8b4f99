"""The faults of clippings that no other case shows, each by the smallest clipping that has it."""

import io
import sys

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.readers.formats import read_clipping
from dossierpress.ingest.story import Story
from harness.documents import make_pdf

NEXIS = "1 of 1 DOCUMENTS\n\nThe Harbour Post\n\n\n\n"
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    "--x\nContent-Type: image/png\n\n--x--\n"
)
FEED = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", '


def faults(data: bytes, name: str = "clipping") -> dict[str, Problem]:
    found = read_clipping(Clipping(name, data))
    return {fault.code: fault for fault in found if isinstance(fault, Problem)}


@pytest.mark.parametrize(
    ("code", "data"),
    [("DP523", MHTML), ("DP523", FEED), ("DP556", NEXIS)],
)
def test_the_clipping_has_the_fault(code: str, data: str) -> None:
    assert code in faults(data.encode())


def test_a_library_that_is_missing_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in sys.modules if name.startswith("pypdf")]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "dossierpress.ingest.readers.pdf", raising=False)
    fault = faults(make_pdf([["Strike", "It ended."]]))["DP520"]
    assert "pypdf" in fault.message
    assert fault.hint == "run: pip install 'dossierpress[pdf]'"


def test_a_broken_page_is_left_out_and_the_others_are_read() -> None:
    lines = ["Harbour pilots end their strike", "Updated 5 December 2019", "They went to work."]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([lines, lines]))))
    contents = StreamObject()
    contents.set_data(b"BT (x) Tj ET")
    contents[NameObject("/Filter")] = NameObject("/NoSuchFilter")
    writer.pages[1][NameObject("/Contents")] = contents
    data = io.BytesIO()
    writer.write(data)
    found = list(read_clipping(Clipping("clipping.pdf", data.getvalue())))
    assert [each.code for each in found if isinstance(each, Problem)] == ["DP557"]
    assert any(isinstance(each, Story) for each in found)
