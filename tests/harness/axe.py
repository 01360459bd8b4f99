"""axe-core in a page: what a page has against the Web Content Accessibility Guidelines."""

from functools import cache

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""WCAG 2.2, levels A and AA, as axe-core tags its rules."""

_RUN = """(tags) => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(
  (found) => found.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))"""


@cache
def version() -> tuple[int, ...]:
    """Return the version of axe-core that the package carries."""
    number = AXE_SCRIPT.partition("axe v")[2].split()[0]
    return tuple(int(part) for part in number.split("."))


def violations(page: Page) -> list[str]:
    """Return each violation with the element that it is about, as the page looks now."""
    if page.evaluate("typeof window.axe") != "object":
        page.evaluate(f"{AXE_SCRIPT}; undefined")
    return list(page.evaluate(_RUN, list(WCAG)))
