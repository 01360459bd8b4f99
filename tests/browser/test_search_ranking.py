"""The client's scores and order are those of the whole index that lunr.py builds."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lunr.index import Index
from playwright.sync_api import Page

from dossierpress.search.document import Document
from harness.searching import lay_out, made_up, whole_index

DOCUMENTS, QUERIES = 2_000, 500
ASK = """async ([base, queries]) => {
  const { Engine } = await import(base + "client/engine.js")
  const { Store } = await import(base + "client/store.js")
  const engine = new Engine(new Store(base + "search/"))
  const answers = []
  for (const query of queries) {
    const { hits } = await engine.search(query, { registry: false })
    answers.push(hits.map(({ document, score }) => [document, score]))
  }
  return answers
}"""


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(made_up(DOCUMENTS))


@pytest.fixture(scope="module")
def whole(documents: list[Document]) -> Index:
    return whole_index(documents)


@pytest.fixture(scope="module")
def address(
    documents: list[Document],
    tmp_path_factory: pytest.TempPathFactory,
    serve: Callable[[Path], str],
) -> str:
    return serve(lay_out(tmp_path_factory.mktemp("ranking"), documents))


def some_queries(documents: list[Document]) -> list[str]:
    draw = random.Random(17)
    queries = []
    for _ in range(QUERIES):
        words = draw.choice(documents).body.replace("-the", "").split() or ["nothing"]
        parts = []
        for word in draw.sample(words, k=min(len(words), draw.randint(1, 3))):
            plain = word.removesuffix("'s").strip(",")
            parts.append(
                draw.choice(("", "", "", "+", "-"))
                + draw.choice(("", "", "", "title:", "body:", "names:"))
                + draw.choice((*[plain] * 6, plain[:5] + "*", plain + "~1", plain + "^3"))
            )
        queries.append(" ".join(parts))
    return queries


def test_500_queries_give_the_scores_and_the_order_of_the_whole_index(
    address: str, page: Page, documents: list[Document], whole: Index
) -> None:
    page.goto(address)
    queries = some_queries(documents)
    answers = page.evaluate(ASK, [address, queries])
    found = 0
    for query, answer in zip(queries, answers, strict=True):
        hits = [(int(hit["ref"]), hit["score"]) for hit in whole.search(query)]
        # Of equal scores lunr.py puts that first whose term it met first; here it is the number.
        expected = sorted(hits, key=lambda hit: (-round(hit[1], 9), hit[0]))
        assert [document for document, _ in answer] == [document for document, _ in expected], query
        assert [score for _, score in answer] == pytest.approx(
            [score for _, score in expected], abs=1e-6
        ), query
        found += len(expected)
    assert found > QUERIES
