"""Whatever a reader types, it is a query: nothing is refused, and what is found can be shown."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dossierpress.publication import read_publication
from dossierpress.search.names import name_shards
from dossierpress.site.index import Index
from harness.building import copy_small
from harness.examples import EXAMPLES
from harness.searching import lay_out, made_up

ASK = """async ([base, queries]) => {
  const { Engine } = await import(base + "client/engine.js")
  const { Store } = await import(base + "client/store.js")
  const { asked } = await import(base + "client/asking.js")
  const engine = new Engine(new Store(base + "search/"))
  const told = []
  for (const query of queries) {
    try {
      const { clauses, phrases } = asked(query)
      for (const typing of [false, true]) {
        const answer = await engine.search(query, { typing })
        told.push({
          clauses: clauses.length,
          odd: clauses.some(({ term, boost, distance, presence }) =>
            typeof term !== "string" || !term || !(boost > 0) || !(distance >= 0 && distance <= 2)
            || ![-1, 0, 1].includes(presence)),
          phrases: phrases.length,
          documents: answer.hits.map(({ document }) => document),
          scores: answer.hits.map(({ score }) => score),
        })
      }
    } catch (error) {
      told.push({ error: `${error}` })
    }
  }
  return told
}"""
DOCUMENTS = 200
PIECES = (
    " ", " ", " ", "+", "-", "*", "**", "~", "~1", "~99999999999", "^", "^0", "^-1", "^1e9",
    "^~^~", ":", "title:", "names:", "body:", "nosuch:", "title:title:", '"', '""', "“", "”", "«",
    "»", "'", "\\", "\\*", "/", "(", ")", "[", "]", "{", "}", ".", "?", "|", "&", "%", "%00",
    "\x00", "\t", "\n", "<b>", "<img src=x onerror=alert(1)>", "&lt;", "__proto__", "constructor",
    "hasOwnProperty", "toString", "ایران", "ـ", "\u200c", "\u202e", "\ufeff", "\ud7ff",
    "\U0001f600", "é", "e\u0301", "ß", "İ", "ǆ", "ﬁ", "Strait of ", "hormuz", "iran", "a", "the",
    "x", "0", "-0", "1e999",
)  # fmt: skip
"""Signs of the query language, names that objects of JavaScript have, letters that fold oddly."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("fuzz")
    read = read_publication(copy_small(folder / "small"))
    names = name_shards(Index(read, True))
    return serve(lay_out(folder / "site", list(made_up(DOCUMENTS)), names))


def some_queries() -> list[str]:
    draw = random.Random(23)
    words = [word for document in made_up(20) for word in document.body.split()]
    return [
        "".join(draw.choice((draw.choice(PIECES), draw.choice(words))) for _ in range(length))
        for length in (draw.randint(1, 12) for _ in range(EXAMPLES))
    ]


def test_no_query_is_refused_and_every_answer_is_one(address: str, page: Page) -> None:
    page.goto(address)
    queries = some_queries()
    told = page.evaluate(ASK, [address, queries])
    asked = [query for query in queries for _ in (False, True)]
    found = 0
    for query, answer in zip(asked, told, strict=True):
        assert "error" not in answer, (query, answer["error"])
        assert not answer["odd"], query
        assert answer["clauses"] <= 100, query
        documents = answer["documents"]
        assert len(set(documents)) == len(documents), query
        assert all(0 <= number < DOCUMENTS for number in documents), query
        assert all(score is not None and score >= 0 for score in answer["scores"]), query
        found += len(documents)
    assert found > EXAMPLES
