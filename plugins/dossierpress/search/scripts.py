"""The scripts of the search, as they are published.

A browser that searches needs them at once, so each is one file: the modules of `client/`, each
after those that it imports, with lunr.js from the installed MkDocs before them, and no comments.
"""

import json
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path

from dossierpress.site.model.output import OutputFile

_WORKER = (
    *(
        "bytes",
        "folding",
        "terms",
        "store",
        "ranking",
        "asking",
        "phrases",
        "skeletons",
        "names",
        "engine",
    ),
    *("marking", "columns", "narrowing", "answers", "worker"),
)
_PAGE = ("state", "dom", "results", "choices", "table", "recent", "page")
_LUNR = "mkdocs/contrib/search/templates/search/lunr.js"
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!).*?\*/|//.*?$)", re.MULTILINE | re.DOTALL)
_BLANK = re.compile(r"^\s+", re.MULTILINE)
_IMPORT = re.compile(r"^import .*$\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_UNUSED = (
    ("lunr.Builder = ", "lunr.MatchData = "),
    ("lunr.QueryParseError = ", ";(function (root, factory)"),
    ("lunr.trimmer = ", "lunr.TokenSet = "),
)
"""Where each unused part of lunr.js begins, and what follows it."""


def scripts(page: str, words: str) -> Iterator[OutputFile]:
    """Yield the scripts.

    Args:
        page: the address of the search's own page, from the root of the site.
        words: what they show, as JSON.
    """
    shown = f"self.dossierSearchWords = {{...{words}, page: {json.dumps(page)}}};"
    yield OutputFile("worker.js", bundle(_WORKER, lunr()))
    yield OutputFile("box.js", bundle(("box",), shown))
    yield OutputFile("page.js", bundle(_PAGE, shown))


def bundle(modules: Sequence[str], before: str = "") -> bytes:
    """Return some modules of `client/` as one script.

    Args:
        modules: their names; each comes after those that it imports.
        before: another script that they need.
    """
    folder = resources.files("dossierpress.search") / "client"
    scopes = (_scope(folder.joinpath(f"{name}.js").read_text("utf-8")) for name in modules)
    joined = "\n".join(scopes)
    return lean(f"{before}\n;(() => {{\n{joined}\n}})()\n").encode()


def lean(script: str) -> str:
    """Return a script without indentation, empty lines and the comments that begin a line.

    A comment with a copyright (`/*!`) stays. No text of a script may hold a line break.
    """
    return _BLANK.sub("", _COMMENT.sub("", script))


def _scope(module: str) -> str:
    """Return a module as a function's scope, of which others see what it exports."""
    exports = ", ".join(_EXPORT.findall(module))
    body = _EXPORT.sub("", _IMPORT.sub("", module))
    return f"const {{ {exports} }} = (() => {{\n{body}\nreturn {{ {exports} }}\n}})()"


def lunr() -> str:
    """Return lunr.js without what only building an index and reading a query need: `_UNUSED`."""
    text = Path(str(distribution("mkdocs").locate_file(_LUNR))).read_text("utf-8")
    for first, after in _UNUSED:
        start = text.find(first)
        end = text.find(after, start)
        if 0 <= start < end:  # in another version it is perhaps named otherwise, and stays
            text = text[:start] + text[end:]
    return text
