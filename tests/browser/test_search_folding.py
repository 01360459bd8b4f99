"""The client folds, cuts and stems as the index does: the same cases and the same letters."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from dossierpress.search.terms import split, term
from dossierpress.text.letters import LETTERS
from harness.searching import SYLLABLES, lay_out

CASES = Path(__file__).parent.parent / "golden" / "folding"
FOLDED = """async ([base, texts]) => {
  const { fold } = await import(base + "client/folding.js")
  return texts.map(fold)
}"""
BONES = """async ([base, texts]) => {
  const { skeleton } = await import(base + "client/skeletons.js")
  return texts.map(skeleton)
}"""
LETTER = """async ([base, codes]) => {
  const { letter } = await import(base + "client/folding.js")
  return codes.map((code) => letter(String.fromCodePoint(code)))
}"""
TERMS = """async ([base, texts]) => {
  const { split, term } = await import(base + "client/terms.js")
  return texts.map((text) => split(text).map(term))
}"""
TEXTS = (
    "The tankers were burning; “Hezbollah’s” men, a U.S. day-long try",
    "Ankara—Erdoğan said … كتائب حزب الله، والكتائب ایران می‌شود",
    "eeds ies sses tyying relational hopping digitizer",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    return serve(lay_out(tmp_path_factory.mktemp("folding"), ()))


@pytest.fixture
def client(address: str, page: Page) -> Page:
    page.goto(address)
    return page


@pytest.mark.parametrize(("script", "name"), [(FOLDED, "cases.yml"), (BONES, "skeletons.yml")])
def test_the_shared_cases_hold(client: Page, address: str, script: str, name: str) -> None:
    cases = yaml.safe_load((CASES / name).read_text("utf-8"))
    found = client.evaluate(script, [address, [text for text, _ in cases]])
    assert found == [folded for _, folded in cases]


def test_every_letter_of_the_basic_plane_folds_as_in_python(client: Page, address: str) -> None:
    codes = [code for code in range(0xFFFF) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
    found = client.evaluate(LETTER, [address, codes])
    expected = [chr(code).lower() if code < 128 else LETTERS[code] for code in codes]
    differ = [
        f"U+{code:04X} {chr(code)} {python!r} {javascript!r}"
        for code, python, javascript in zip(codes, expected, found, strict=True)
        if python != javascript and code > 127
    ]
    assert differ == []


def test_texts_have_the_same_terms(client: Page, address: str) -> None:
    made_up = [
        f"{one}{two}{three}" for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES
    ]
    texts = [*TEXTS, " ".join(made_up)]
    found = client.evaluate(TERMS, [address, texts])
    assert found == [[term(word) for word in split(text)] for text in texts]
