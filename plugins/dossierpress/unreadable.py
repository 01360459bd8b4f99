"""What to say of a text whose front matter or YAML cannot be read: what is wrong, what to do.

The parser speaks of tokens and nodes; a curator has a line with a colon too many.
"""

import re

from dossierpress.errors import Problem
from dossierpress.frontmatter import FrontMatterError
from dossierpress.text.effort import strain_of

_QUOTE = "put quotation marks round a text that holds a colon, a # or quotation marks"
_INDENT = "indent the keys of one level alike, by spaces"
_CLOSED = "close it, or put quotation marks round a text that begins with a bracket"

_WORDS = (
    (
        "mapping values are not allowed",
        "a colon too many, or a line that is indented too far",
        f"{_QUOTE}; {_INDENT}",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and not closed",
        "close it; an apostrophe at the beginning of a text needs quotation marks round all of it",
    ),
    ("expected ',' or '[]}]'", "a bracket is opened and not closed", _CLOSED),
    (
        "cannot start any token",
        "a sign that YAML keeps for itself (@, `, %, or a tab before a key)",
        "put quotation marks round the text; indent by spaces",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a key with its value nor part of a list",
        "write key: value; indent what goes on from the line above",
    ),
    (
        "expected key|expected <block end>|expected '-' indicator|expected <document start>",
        "the line does not fit the lines above it",
        f"{_INDENT}, and the items of a list likewise; {_QUOTE}, and \\ before those in it",
    ),
    (
        "sequence entries are not allowed",
        "an item of a list on the line of its key",
        'begin the list on the next line, or write "- …" in quotation marks',
    ),
    (
        "expected (?:the )?node content",
        "a bracket or a comma where a value belongs",
        "remove it, or put quotation marks round the text that it belongs to",
    ),
    (
        "another document",
        "a second line of --- in the YAML",
        "keep one document in the file",
    ),
    (
        "expected comment or line break|expected chomping or indentation",
        "a text that begins with | or >",
        "put quotation marks round it",
    ),
    ("unknown escape", "a \\ in quotation marks", "write \\\\, or use ' round the text"),
    ("characters are not allowed", "a control character in the YAML", "remove the character"),
)
"""What libyaml's parser or Python's says, as a pattern; what is wrong; what to do."""

_TO_DO = {
    "DP002": "put title: and the other keys between two lines that hold only ---",
    "DP003": "write keys with values, as title: …, and the text below the second line of ---",
    "DP007": "keep one of the two",
    "DP008": "write the value out, or put quotation marks round a text that begins with &, * or !",
    "DP009": "split the file, or move text from the front matter into the body",
}


def unreadable(error: FrontMatterError, path: str) -> Problem:
    """Return the problem of a file that cannot be read, in the words of a person who mends it."""
    message, hint = str(error), _TO_DO[error.code]
    if message.startswith("broken YAML: "):
        hint = f"check this line and the one above it; {_QUOTE}"
    elif "that cannot be read" in message or "not a text" in message:
        hint = "put quotation marks round it"
    for pattern, wrong, to_do in _WORDS:
        if message.startswith("broken YAML: ") and re.search(pattern, message):
            message, hint = f"broken YAML: {wrong}", to_do
            break
    return Problem(path, error.line, error.code, message, hint)


def report_strain(text: str, first: int, path: str, problems: list[Problem]) -> bool:
    """Report a Markdown text that would take too long to convert, and say whether it would.

    Args:
        text: the text.
        first: the line of the file where it begins.
        path: the file.
        problems: where to add the problem.
    """
    strain = strain_of(text)
    if strain is not None:
        message = f"the text would take too long to convert: {strain.reason}"
        hint = "write \\ before signs that are no Markdown, or part the text by blank lines"
        problems.append(Problem(path, first + strain.line - 1, "DP020", message, hint))
    return strain is not None
