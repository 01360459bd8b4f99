"""The page of the linking rules, made from the docstrings of the rules themselves."""

import inspect

from dossierpress.matching.rules import RULES

INTRODUCTION = """\
# Linking rules

Each occurrence of a registered name is put to these rules, in this order. The first that decides is
recorded with what it saw: on the site beside the link, and in `dossier mentions`. A rule may also
decide that the occurrence is *not* linked; that is kept in the same way.
"""


def page() -> str:
    """Return the page's Markdown."""
    parts = [INTRODUCTION]
    for id_, _, rule in RULES:
        title, _, explanation = inspect.cleandoc(rule.__doc__ or "").partition("\n\n")
        parts.append(f"## {id_}\n\n**{title}**\n\n{explanation}\n")
    return "\n".join(parts)
