"""YAML written by hand: one value, one line, in the form that a person would choose."""

import json
import re

from dossierpress.frontmatter import Scalar, parse_yaml
from dossierpress.model import Alias, CaseRule, Strength, Use

_PLAIN = re.compile(r"[^\W\d_](?:[\w '’ʼʿʾ.()&/+-]*[\w'’)+.])?")


def scalar(text: str) -> str:
    """Return a text as a YAML value: plain where it reads back as itself, else in quotes."""
    if _PLAIN.fullmatch(text):
        node = parse_yaml(text)
        if isinstance(node, Scalar) and node.value == text:
            return text
    return json.dumps(text, ensure_ascii=False)


def alias_item(alias: Alias) -> str:
    """Return an alias as an item of `aliases:`, without what is so by default."""
    extra = [
        f"{key}: {scalar(str(value))}"
        for key, value in (
            ("case", alias.case if alias.case is not CaseRule.CAP else None),
            ("strength", alias.strength if alias.strength is not Strength.STRONG else None),
            ("use", alias.use if alias.use is not Use.NAME else None),
            ("language", alias.language),
        )
        if value
    ]
    if alias.needs:
        extra.append(f"needs: [{', '.join(map(scalar, alias.needs))}]")
    if alias.default:
        extra.append("default: true")
    text = scalar(alias.text)
    return f"{{text: {text}, {', '.join(extra)}}}" if extra else text
