"""Runs the cases of this folder: a clipping of some format, and what must be understood of it.

The clipping is `text` as it stands, or made at run time of `docx`, `pdf` or `rtf`; a `text` with
`as: [txt, docx, rtf]` must give the same in each container. Of each story the keys that the case
names are compared; problems are compared whole, by code and a part of the message.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from dossierpress.edtf import parse_when
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options
from dossierpress.ingest.intake import understand
from dossierpress.ingest.writer import compose
from harness.cases import load
from harness.documents import make_docx, make_pdf, make_rtf

FOLDER = Path(__file__).parent


def _cases() -> Iterator[ParameterSet]:
    for name, case in load(FOLDER).items():
        for container in case.get("as", [""]):
            yield pytest.param(case, container, id=f"{name} {container}".strip())


def _clipping(case: dict[str, Any], container: str) -> Clipping:
    text = case.get("text", "")
    match container or next(iter(case.keys() & {"docx", "pdf", "rtf"}), ""):
        case "docx" if container:
            data = make_docx(text.split("\n"))
        case "rtf" if container:
            data = make_rtf(text.split("\n"))
        case "docx":
            data = make_docx(case["docx"], case.get("properties"))
        case "pdf":
            data = make_pdf(case["pdf"], **case.get("properties", {}))
        case "rtf":
            data = make_rtf(case["rtf"], **case.get("properties", {}))
        case _:
            data = text.encode()
    return Clipping("clipping", data)


def _found(draft: Draft, key: str) -> Any:
    match key:
        case "body":
            return draft.story.body
        case "lines" | "dates":
            return draft.front_matter["ingest"].get(key)
    return draft.front_matter.get(key)


@pytest.mark.parametrize(("case", "container"), list(_cases()))
def test_a_clipping_is_understood_as_its_case_says(case: dict[str, Any], container: str) -> None:
    given = case.get("options", {})
    accessed = parse_when(given["accessed"]) if "accessed" in given else None
    options = Options(publisher=given.get("publisher"), accessed=accessed)
    drafts, problems = understand(_clipping(case, container), options)
    noticed = [*problems, *(problem for draft in drafts for problem in draft.problems)]
    assert [draft.story.title for draft in drafts] == [
        story["title"] for story in case.get("stories", [])
    ], noticed
    for story, draft in zip(case.get("stories", []), drafts, strict=True):
        wanted = {k: v.strip() if k == "body" else v for k, v in story.items()}
        if container not in ("", "txt"):
            wanted.pop("lines", None)
        assert {key: _found(draft, key) for key in wanted} == wanted
        assert compose(draft)
    assert sorted(p.code for p in noticed) == sorted(
        problem.split(" ", 1)[0] for problem in case.get("problems", [])
    ), noticed
    for problem in case.get("problems", []):
        code, _, part = problem.partition(" ")
        assert any(p.code == code and part in p.message for p in noticed), noticed
