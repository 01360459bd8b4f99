"""The golden clippings: texts, and what must be understood of each."""

import base64
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dossierpress.edtf import parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options
from dossierpress.ingest.intake import understand
from dossierpress.model import Rights

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "clippings"


@dataclass(frozen=True)
class GoldenClipping:
    """A clipping and what stands in it.

    Attributes:
        name: its layout and its own name.
        stories: of each story the keys of front matter and body that are told, in order.
        problems: the line and code of each problem.
    """

    name: str
    data: bytes
    options: Options
    stories: tuple[dict[str, Any], ...]
    problems: tuple[tuple[str, str], ...]

    @property
    def layout(self) -> str:
        """The layout that it is an example of."""
        return self.name.partition("/")[0]

    def understood(self) -> tuple[list[Draft], list[Problem]]:
        """Read it as `dossier add` does."""
        drafts, problems = understand(Clipping("clipping.txt", self.data), self.options)
        own = [problem for draft in drafts for problem in draft.problems]
        return list(drafts), [*problems, *own]


def golden_clippings() -> Iterator[GoldenClipping]:
    """Yield every golden clipping, by layout and name."""
    for file in sorted(FOLDER.rglob("*.yml")):
        case = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # all text
        yield GoldenClipping(
            f"{file.parent.name}/{file.stem}",
            base64.b64decode(case["bytes"]) if "bytes" in case else case["text"].encode(),
            _options(case.get("options", {})),
            tuple(case["stories"]),
            tuple((problem["line"], problem["code"]) for problem in case["problems"]),
        )


def agrees(draft: Draft, key: str, expected: Any) -> bool:
    """Say whether a draft has what a golden clipping tells under a key."""
    found = _found(draft, key)
    if key == "body_starts":
        return bool(found.startswith(expected))
    if key == "body_ends":
        return bool(found.endswith(expected))
    return bool(found == (None if expected == "null" else expected))


def common_stories(case: GoldenClipping, drafts: list[Draft]) -> int:
    """Return how many stories of a clipping were cut out under their headlines."""
    titles = Counter(draft.story.title for draft in drafts)
    told = Counter(story["title"] for story in case.stories if "title" in story)
    untold = sum("title" not in story for story in case.stories)
    return (titles & told).total() + min(untold, (titles - told).total())


def _options(given: dict[str, str]) -> Options:
    return Options(
        publisher=given.get("publisher"),
        accessed=parse_when(given["accessed"]) if "accessed" in given else None,
        rights=Rights(given["rights"]) if "rights" in given else None,
        language=given.get("language"),
    )


def _found(draft: Draft, key: str) -> Any:
    body, front = draft.story.body, draft.front_matter
    match key:
        case "body" | "body_starts" | "body_ends":
            return body
        case "paragraphs":
            return str(len(body.split("\n\n")))
        case "lines" | "dates":
            return front["ingest"].get(key)
    return front.get(key)
