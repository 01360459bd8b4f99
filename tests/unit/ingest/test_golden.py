"""Runs the golden clippings: a YAML file each, with what must be understood of it."""

import base64
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossierpress.edtf import parse_when
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options
from dossierpress.ingest.intake import understand
from dossierpress.model import Rights

CASES = Path(__file__).parents[2] / "golden" / "clippings"


def _load(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # all text


def _options(given: dict[str, str]) -> Options:
    return Options(
        publisher=given.get("publisher"),
        accessed=parse_when(given["accessed"]) if "accessed" in given else None,
        rights=Rights(given["rights"]) if "rights" in given else None,
        language=given.get("language"),
    )


def _found(draft: Draft, key: str) -> Any:
    body = draft.story.body
    front = draft.front_matter
    match key:
        case "body" | "body_starts" | "body_ends":
            return body
        case "paragraphs":
            return str(len(body.split("\n\n")))
        case "lines" | "dates":
            return front["ingest"].get(key)
    return front.get(key)


def _agrees(key: str, expected: Any, found: Any) -> bool:
    if key == "body_starts":
        return found.startswith(expected)
    if key == "body_ends":
        return found.endswith(expected)
    return found == (None if expected == "null" else expected)


@pytest.mark.parametrize(
    "path", sorted(CASES.rglob("*.yml")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_golden_clipping_is_understood_as_its_file_says(path: Path) -> None:
    case = _load(path)
    data = base64.b64decode(case["bytes"]) if "bytes" in case else case["text"].encode()
    drafts, problems = understand(Clipping("clipping.txt", data), _options(case.get("options", {})))
    assert [draft.story.title for draft in drafts] == [
        story.get("title", draft.story.title)
        for story, draft in zip(case["stories"], drafts, strict=True)
    ]
    for story, draft in zip(case["stories"], drafts, strict=True):
        for key, expected in story.items():
            assert _agrees(key, expected, found := _found(draft, key)), (key, expected, found)
    noticed = [*problems, *(problem for draft in drafts for problem in draft.problems)]
    assert sorted((str(p.line), p.code) for p in noticed) == sorted(
        (p["line"], p["code"]) for p in case["problems"]
    )
