"""The YAML that most front matter is made of, read line by line.

A line is `key: value`, `- value` or, indented by two, either of them below a key without a value. A
value is nothing, words, a date, or quoted words without escapes. What is read here is what
`parse_yaml` makes of the same text; a property test holds the two against each other. A text with
any other line is left to it, the faulty ones among them.
"""

import re

from dossierpress.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence

_SIGNS = r"\w.,;/()’‘“”«»–—…&!?%+=@$€£'*\"-"
_LINE = re.compile(
    r"(?P<indent>  )?(?:(?P<item>- )|(?P<key>[a-z_]{1,40}):(?: (?=\S)|$))"
    r'(?:"(?P<double>[^\W_][^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*)"'
    rf"|(?P<word>[^\W\d_](?:[{_SIGNS}]|:(?=[{_SIGNS}])| (?=[{_SIGNS}]))*)"
    r"|(?P<date>\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)?)"
    r")?"
)
_OTHERS = frozenset({"null", "true", "false"})
"""Words that YAML takes for something else."""


def parse_simple(text: str, first_line: int) -> Mapping | None:
    """Return the mapping that a text is; None where it has anything that is not simple.

    Args:
        text: YAML.
        first_line: the number of its first line in the file.
    """
    entries: dict[str, Entry] = {}
    below: list[_Piece] = []  # the lines below the last key
    key, at = "", first_line
    for line, written in enumerate(text.removesuffix("\n").split("\n"), first_line):
        match = _LINE.fullmatch(written)
        if match is None:
            return None
        scalar = _scalar(match, line)
        if scalar is None:
            return None
        if match["indent"] is None and match["item"] is None:
            if below and not _close(entries, key, at, below):
                return None
            key, at, below = match["key"], line, []
            if key in entries:
                return None
            entries[key] = Entry(key, scalar, line)
        elif key and _is_empty(entries[key].value):
            below.append((match["indent"], match["key"], scalar))
        else:
            return None
    if below and not _close(entries, key, at, below):
        return None
    return Mapping(tuple(entries.values()), first_line) if entries else None


_Piece = tuple[str | None, str | None, Scalar]
"""A line below a key: its indent, its own key, and its value."""


def _close(entries: dict[str, Entry], key: str, at: int, below: list[_Piece]) -> bool:
    """Give a key what stands below it; False where that is no list and no mapping."""
    first = below[0][2].line
    node: Node
    if all(own is None for _, own, _ in below) and len({indent for indent, _, _ in below}) == 1:
        if any(_is_empty(scalar) for *_, scalar in below):
            return False
        node = Sequence(tuple(scalar for *_, scalar in below), first)
    elif len({own for _, own, _ in below if own}) == len(below):
        inner = (Entry(own or "", scalar, scalar.line) for _, own, scalar in below)
        node = Mapping(tuple(inner), first)
    else:
        return False
    entries[key] = Entry(key, node, at)
    return True


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _scalar(match: re.Match[str], line: int) -> Scalar | None:
    """Return the value of a line; None where YAML would take its word for another kind."""
    group = match.lastgroup
    if group in ("double", "word", "date"):
        raw: str = match[group]
        return None if raw.lower() in _OTHERS and group == "word" else Scalar(raw, raw, line)
    return Scalar(None, "", line)
