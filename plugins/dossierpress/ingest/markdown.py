"""Plain text as Markdown that renders to that very text.

Only what Markdown would read as markup is escaped, so that names stay whole for the matcher. A
raw "<" never gets through, whatever extensions a site switches on.
"""

import re

_INLINE = re.compile(
    r"(?P<backslash>\\)|(?P<mark>[`*{\[])|(?P<edge>(?<!\w)_|_(?!\w))"
    r"|(?P<open><)|(?P<entity>&(?=#?\w{1,32};))|(?P<pair>~~|==|\^\^|\+\+)"
)
_OPENING = re.compile(
    r"(?P<hash>#)|(?P<quote>>)|(?P<bullet>[+-])(?=\s|$)|(?P<rule>[-_](?=(?:\s*[-_]){2,}\s*$))"
    r"|(?P<number>\d+)(?P<dot>[.])(?=\s|$)|(?P<bang>!!!)|(?P<ask>\?\?\?)|(?P<colon>:)(?=\s)"
    r"|(?P<tilde>~~~)|(?P<slash>///)"
)


def escape(text: str) -> str:
    """Return one line of plain text as Markdown; it renders to one paragraph of the same text."""
    return escape_opening(escape_inline(text))


def escape_inline(text: str) -> str:
    """Return plain text that stands inside a line of Markdown."""
    return _INLINE.sub(_escape_inline, text)


def escape_opening(line: str) -> str:
    """Return a line whose words are escaped already, so that its first mark opens no block."""
    return _OPENING.sub(_escape_opening, line, count=1) if _OPENING.match(line) else line


def _escape_inline(match: re.Match[str]) -> str:
    if match["open"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    if match["pair"]:
        return "".join(f"&#{ord(char)};" for char in match["pair"])
    return f"\\{match[0]}"


def _escape_opening(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\."
    if match["ask"] or match["colon"] or match["slash"] or match["tilde"]:
        return "".join(f"&#{ord(char)};" for char in match[0])
    return f"\\{match[0]}"
