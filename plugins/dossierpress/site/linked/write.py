"""Nodes of linked data → text that may stand in a script element."""

import json
from collections.abc import Mapping
from typing import Any

Node = Mapping[str, Any]
"""A node as JSON has it: texts, numbers, lists and further nodes."""

_INERT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def written(node: Node) -> str:
    """Return a node as JSON-LD; no sign in it could end a script element or begin another."""
    document = {"@context": "https://schema.org", **node}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_INERT)


def kept(node: Node) -> dict[str, Any]:
    """Return a node without the properties that would be empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
