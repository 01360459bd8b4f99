"""What a curator sees while writing: on each page, the problems that belong to it.

A problem belongs to the page that is made of its file; where several are, as those of entities in
one registry file, to the one whose part of the file it stands in. What has no page, because an
error keeps it out, is shown on its dossier's page, else on the home page.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from posixpath import dirname

from dossierpress.errors import Problem
from dossierpress.site.addresses import HOME, Address
from dossierpress.site.model import Page

ProblemsByPage = Mapping[Address, tuple[Problem, ...]]
_DESCRIPTION = "dossier.yml"


def problems_by_page(pages: Iterable[Page], problems: Iterable[Problem]) -> ProblemsByPage:
    """Return the problems of each page that has any, in their order."""
    made: dict[str, dict[int, list[Address]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        made[page.path][page.line].append(page.address)
    begins = {path: sorted(lines) for path, lines in made.items()}
    found: dict[Address, list[Problem]] = defaultdict(list)
    for problem in problems:
        path = _shown_at(problem.path, begins)
        if path is None:
            found[HOME].append(problem)
            continue
        line = problem.line if path == problem.path else 1
        begin = begins[path][max(0, bisect_right(begins[path], line) - 1)]
        for address in made[path][begin]:
            found[address].append(problem)
    return {address: tuple(kept) for address, kept in found.items()}


def _shown_at(path: str, begins: Mapping[str, object]) -> str | None:
    """Return the file whose page shows a problem of a file: itself, or its dossier."""
    if path in begins:
        return path
    folder = dirname(path)
    nearby = (f"{folder}/{_DESCRIPTION}", f"{dirname(folder)}/{_DESCRIPTION}")
    return next((other for other in nearby if other in begins), None)
