"""Front-mattered files: metadata between two lines of `---`, and a body."""

from dataclasses import dataclass

from dossierpress.frontmatter.nodes import Mapping, Scalar
from dossierpress.frontmatter.strict_yaml import FrontMatterError, parse_yaml

MAX_FRONT_MATTER = 64 * 1024
"""The largest front matter, in bytes of UTF-8."""


@dataclass(frozen=True)
class Document:
    """A front-mattered file.

    Attributes:
        metadata: the front matter.
        body: everything after the closing `---` line.
        body_line: the line of the file where the body begins.
    """

    metadata: Mapping
    body: str
    body_line: int


def parse_document(text: str) -> Document:
    """Read a front-mattered file.

    Raises:
        FrontMatterError: there is no front matter, it is not closed, or its YAML is refused.
    """
    if not text.startswith("---\n"):
        raise FrontMatterError("DP002", 1, "the file does not begin with a line of ---")
    close = text.find("\n---\n", 3)
    if close < 0 and text.endswith("\n---"):
        close = len(text) - 4
    if close < 0:
        raise FrontMatterError("DP002", 1, "the front matter is not closed by a line of ---")
    node = parse_yaml(text[4 : close + 1], first_line=2, limit=MAX_FRONT_MATTER)
    if isinstance(node, Scalar) and node.value is None:
        node = Mapping((), 2)
    if not isinstance(node, Mapping):
        raise FrontMatterError("DP003", 2, "the front matter is not a list of keys and values")
    return Document(node, text[close + 5 :], text.count("\n", 0, close + 5) + 1)
