"""What the file of an article says, beside what a run of `dossier add` would have written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossierpress.errors import Problem
from dossierpress.frontmatter import (
    FrontMatterError,
    Mapping,
    Node,
    Scalar,
    Sequence,
    parse_document,
)
from dossierpress.ingest.draft import Options


@dataclass(frozen=True)
class OnFile:
    """An article as its file has it.

    Attributes:
        front_matter: the keys in their order; empty ones are left out.
        body: Markdown, without the file's last line end.
    """

    front_matter: dict[str, Any]
    body: str


def read_on_file(text: str) -> OnFile | None:
    """Read the text of an article's file; None where it is broken."""
    try:
        document = parse_document(text)
    except FrontMatterError:
        return None
    keys = {entry.key: _as_written(entry.value) for entry in document.metadata.entries}
    filled = {key: value for key, value in keys.items() if value not in (None, "", [], {})}
    return OnFile(filled, document.body.strip("\n"))


def _as_written(node: Node) -> Any:
    """Plain values in which a number is text: a year stays "2019", a title "1984"."""
    match node:
        case Scalar(value=value, raw=raw):
            return value if value is None or isinstance(value, str) else raw
        case Sequence(items=items):
            return [_as_written(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key: _as_written(entry.value) for entry in entries}


def not_applied(
    source: str, line: int, path: str, article: OnFile, options: Options
) -> Problem | None:
    """Name the options of a run that an article, which is there already, does not follow."""
    differing = tuple(_differing(article, options))
    if not differing:
        return None
    return Problem(
        source,
        line,
        "DP517",
        f"not applied to {path}, which is there already: {', '.join(differing)}",
        "edit the file, or remove the article and add the clipping again",
    )


def _differing(article: OnFile, options: Options) -> Iterator[str]:
    given = {
        "publisher": options.publisher,
        "accessed": options.accessed.text if options.accessed else None,
        "rights": str(options.rights) if options.rights else None,
        "language": options.language,
    }
    for name, wanted in given.items():
        there = article.front_matter.get(name)
        if wanted is not None and str(there) != wanted:
            says = "says nothing" if there is None else f"says {str(there)!r}"
            yield f"--{name} {wanted!r} (the file {says})"
