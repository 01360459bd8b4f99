"""Writes front-mattered files, one form for one content."""

from typing import Any

import frontmatter as python_frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from dossierpress.frontmatter.document import MAX_FRONT_MATTER
from dossierpress.frontmatter.nodes import plain
from dossierpress.frontmatter.strict_yaml import FrontMatterError, parse_yaml


class _PlainDumper(yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper):  # type: ignore[misc]  # one of two
    """SafeDumper (libyaml's where it is built in) that writes a date without quotes.

    Our loader reads it as text.
    """


_PlainDumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler, reading by our strict rules and writing plainly."""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Parse the YAML between the two `---` lines into plain values.

        Raises:
            FrontMatterError: the YAML is refused, or is no mapping.
        """
        values = plain(parse_yaml(fm, limit=MAX_FRONT_MATTER))
        if not isinstance(values, dict):
            raise FrontMatterError("DP003", 1, "the front matter is not a list of keys and values")
        return values

    def export(self, metadata: object, **_: object) -> str:
        """Write metadata as YAML, keys in the order given, one form for one content."""
        text = yaml.dump(
            metadata,
            Dumper=_PlainDumper,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=False,
            width=100,
        )
        return str(text).strip("\n")  # a non-breaking space at either end is a value's own


def compose_document(metadata: dict[str, Any], body: str) -> str:
    """Write a front-mattered file: the inverse of `parse_document` for plain values."""
    post = python_frontmatter.Post("")
    post.metadata = metadata
    front = StrictHandler().format(post)
    return f"{front.rstrip()}\n{body}"
