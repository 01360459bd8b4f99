"""Strict YAML and front matter, with the line of every value.

MkDocs hides broken front matter; this parser never does. It refuses what content does not need
(anchors, aliases, tags, duplicate keys, size without bound), keeps dates as the text that was
written, and gives each value its line, so that a problem can point at it.
"""

from dossierpress.frontmatter.document import MAX_FRONT_MATTER, Document, parse_document
from dossierpress.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence, plain
from dossierpress.frontmatter.strict_yaml import MAX_DEPTH, MAX_YAML, FrontMatterError, parse_yaml
from dossierpress.frontmatter.writing import StrictHandler, compose_document

__all__ = [
    "MAX_DEPTH",
    "MAX_FRONT_MATTER",
    "MAX_YAML",
    "Document",
    "Entry",
    "FrontMatterError",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "StrictHandler",
    "compose_document",
    "parse_document",
    "parse_yaml",
    "plain",
]
