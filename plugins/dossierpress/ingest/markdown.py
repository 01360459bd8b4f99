"""Plain text as Markdown that renders to that very text.

Only what Markdown would read as markup is escaped, so that names stay whole for the matcher. A
raw "<" never gets through, whatever extensions a site switches on.
"""

import re

_INLINE = re.compile(
    r"(?P<mark>[\\`*{\[])|(?P<edge>(?<![^\W_])_|_(?![^\W_]))|(?P<open><)|(?P<entity>&(?=#?\w{1,32};))"
    r"|(?P<pair>==|\+\+)"
)
_OPENING = re.compile(
    r"#|>|[+-](?=\s|$)|[-_](?=(?:\s*[-_]){2,}\s*$)|!!!|(?P<number>\d+)\.(?=\s|$)"
    r"|(?P<coded>\?\?\?|:(?=\s)|~~~|///)"
)


def escape(text: str) -> str:
    """Return one line of plain text as Markdown; it renders to one paragraph of the same text."""
    return escape_opening(escape_inline(text))


def escape_inline(text: str) -> str:
    """Return plain text that stands inside a line of Markdown."""
    twice = "".join(char for char in "~^" if text.count(char) > 1)
    inline = _INLINE.sub(_escape_inline, text)
    for char in twice:
        inline = inline.replace(char, _coded(char))
    return inline


def escape_opening(line: str) -> str:
    """Return a line whose words are escaped already, so that its first mark opens no block."""
    return _OPENING.sub(_escape_opening, line, count=1) if _OPENING.match(line) else line


def _escape_inline(match: re.Match[str]) -> str:
    if match["open"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    if match["pair"]:
        return _coded(match["pair"])
    return f"\\{match[0]}"


def _escape_opening(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\."
    return _coded(match["coded"]) if match["coded"] else f"\\{match[0]}"


def _coded(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)
