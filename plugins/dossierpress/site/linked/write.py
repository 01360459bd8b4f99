"""Nodes of linked data → text that may stand in a script element."""

import json
import re
from collections.abc import Mapping
from typing import Any

Node = Mapping[str, Any]
"""A node as JSON has it: texts, numbers, lists and further nodes."""

_INERT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_SIGNS = re.compile("[<>&]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def written(node: Node) -> str:
    """Return a node as JSON-LD; no sign in it could end a script element or begin another."""
    document = {"@context": "https://schema.org", **node}
    text = _ENCODER.encode(document)
    return text.translate(_INERT) if _SIGNS.search(text) else text


def kept(node: Node) -> dict[str, Any]:
    """Return a node without the properties that would be empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
