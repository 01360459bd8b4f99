"""Characters that no XML may hold (XML 1.0, 2.2): lxml gives up where it meets one in a text."""

import re

_FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), 0xFFFE, 0xFFFF], "")
_MADE_PLAIN = _FORBIDDEN | {0x0C: " "}
"""A form feed is a space of HTML."""
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]+)|0*(\d+));?")
_LAST = 0x10FFFF


def without_controls(source: str) -> str:
    """Return the source of a page without such characters, whether written or referred to."""
    return _REFERENCE.sub(_allowed, source.translate(_MADE_PLAIN))


def _allowed(reference: re.Match[str]) -> str:
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits, base) if len(digits) <= len(str(_LAST)) else _LAST + 1
    is_surrogate = 0xD800 <= code <= 0xDFFF
    return "" if code > _LAST or is_surrogate or code in _MADE_PLAIN else reference[0]
