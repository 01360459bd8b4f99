"""What results can be narrowed by stays light, however many values there are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.searching import lay_out

SHOW = """async ([base, count]) => {
  const { choices } = await import(base + "client/choices.js")
  const values = Array.from({ length: count }, (_, n) => (
    { value: `e${n}`, label: `Name ${n}`, count: count - n, chosen: false }))
  const words = { entity: "Names", from: "From", to: "To" }
  const state = { facets: {}, from: "", to: "" }
  window.chosen = []
  const on = { choose: (name, value) => window.chosen.push([name, value]), days: () => {} }
  const made = choices(words, { facets: { entity: values }, spans: [] }, state, on)
  document.body.replaceChildren(...made.filter(Boolean))
}"""


@pytest.fixture
def client(tmp_path: Path, serve: Callable[[Path], str], page: Page) -> Callable[[int], Page]:
    address = serve(lay_out(tmp_path, ()))
    page.goto(address)

    def show(count: int) -> Page:
        page.evaluate(SHOW, [address, count])
        return page

    return show


def test_of_ten_thousand_names_only_those_that_are_asked_for_are_made(
    client: Callable[[int], Page],
) -> None:
    page = client(10_000)
    items = page.locator("[data-facet=entity] li")
    expect(items).to_have_count(8)
    assert page.locator("body *").count() < 100
    page.get_by_text("+ 9,992", exact=True).click()
    expect(items).to_have_count(108)
    page.get_by_role("button", name="+ 9,892").click()
    expect(items).to_have_count(208)
    expect(page.get_by_label("Name 108")).to_be_focused()
    page.get_by_label("Name 207").check()
    assert page.evaluate("window.chosen") == [["entity", "e207"]]


@pytest.mark.parametrize(("count", "more"), [(8, 0), (9, 1), (108, 100)])
def test_few_names_are_all_there_once_the_rest_is_opened(
    client: Callable[[int], Page], count: int, more: int
) -> None:
    page = client(count)
    if more:
        page.get_by_text(f"+ {more}", exact=True).click()
    expect(page.locator("[data-facet=entity] li")).to_have_count(count)
    expect(page.get_by_role("button")).to_have_count(0)
