"""The table of the plugin's options in docs/reference/settings.md, made from their docstrings."""

import ast
import inspect
import itertools
from pathlib import Path

from dossierpress.mkdocs_plugin import config

BEGIN, END = "<!-- options: made by `make docs` -->", "<!-- end of options -->"
PAGE = Path(__file__).resolve().parent.parent / "docs/reference/settings.md"


def page() -> str:
    """Return the page's text with the table of today's options."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{_table()}\n{END}{after}"


def _table() -> str:
    rows = [
        f"| `{name}` | {_default(option.default)} | {says} |"
        for (name, option), says in zip(config.DossierConfig._schema, _docstrings(), strict=True)
    ]
    return "\n".join(["| option | default | meaning |", "| --- | --- | --- |", *rows, ""])


def _docstrings() -> list[str]:
    """Return the docstring below each option, on one line."""
    [body] = [
        node.body
        for node in ast.parse(inspect.getsource(config)).body
        if isinstance(node, ast.ClassDef) and node.name == config.DossierConfig.__name__
    ]
    return [
        " ".join(str(ast.literal_eval(after.value)).split())
        for node, after in itertools.pairwise(body)
        if isinstance(node, ast.Assign) and isinstance(after, ast.Expr)
    ]


def _default(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if value not in (None, "") else ""
