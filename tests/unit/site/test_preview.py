"""Which page shows which problem to its curator."""

from dataclasses import replace

from dossierpress.errors import Problem
from dossierpress.model import EntityId
from dossierpress.site.preview import problems_by_page
from dossierpress.site.site import build_site
from harness.making import IRAN, article, publication

REGISTRY = IRAN.path


def problem(path: str, line: int) -> Problem:
    return Problem(path, line, "DP003", "is broken", "mend it")


def shown(*problems: Problem) -> dict[str, list[int]]:
    entities = tuple(
        replace(IRAN, id=EntityId(name), line=line) for name, line in (("one", 1), ("two", 8))
    )
    site = build_site(
        publication(article("a"), entities=entities), title="Desk", directory_urls=True
    )
    found = problems_by_page(site.pages, problems)
    return {address.name: [item.line for item in items] for address, items in found.items()}


def test_a_problem_of_an_article_is_on_its_page() -> None:
    assert shown(problem("dossiers/gulf/articles/a.md", 3)) == {"dossiers/gulf/a": [3]}


def test_a_problem_of_an_entity_is_on_the_page_of_the_entry_that_it_stands_in() -> None:
    assert shown(problem(REGISTRY, 2), problem(REGISTRY, 8), problem(REGISTRY, 11)) == {
        "entities/one": [2],
        "entities/two": [8, 11],
    }


def test_a_problem_of_what_is_kept_out_is_on_the_page_of_its_dossier() -> None:
    kept_out = problem("dossiers/gulf/articles/broken.md", 1)
    assert shown(kept_out, problem("dossiers/gulf/dossier.yml", 4)) == {"dossiers/gulf": [1, 4]}


def test_what_belongs_nowhere_is_on_the_home_page() -> None:
    assert shown(problem("dossiers/decisions.yml", 9)) == {"": [9]}
