from dossierpress.edtf import parse_when
from dossierpress.language.words import ENGLISH
from dossierpress.model import Article, DateNote, Provenance
from dossierpress.site.clocks import clocks
from dossierpress.site.model import Fact, Value
from harness.making import article


def added(*notes: DateNote, **keys: object) -> Article:
    return article(ingest=Provenance("c.txt", "00", None, notes), **keys)


def facts(of: Article) -> dict[str, tuple[str, str]]:
    found: list[Fact] = list(clocks(ENGLISH, of))
    return {fact.label: (fact.values[0].text, said(fact.values[0])) for fact in found}


def said(value: Value) -> str:
    quoted = f" “{value.quoted}”" if value.quoted else ""
    return f"{value.note}{quoted}{value.remark}"


def test_an_exact_date_folds_the_words_of_its_source() -> None:
    note = DateNote("modified", "Updated 05 December 2019", "exact", "2019-12-05")
    [fact] = clocks(ENGLISH, added(note, modified=parse_when("2019-12-05")))
    assert fact.values[0].text == "5 Dec 2019"
    assert said(fact.values[0]) == "as written “Updated 05 December 2019”"
    assert fact.values[0].folded


def test_a_resolved_date_names_its_anchor() -> None:
    note = DateNote("modified", "19 min ago", "resolved", "2020-01-24", "accessed 2020-01-24")
    found = facts(added(note, modified=parse_when("2020-01-24")))
    expected = "its source says “19 min ago”, counted from accessed 2020-01-24"
    assert found["Updated"] == ("24 Jan 2020", expected)


def test_a_date_that_is_not_known_keeps_the_reason() -> None:
    found = facts(added(DateNote("modified", "19 min ago", "unanchored")))
    assert found == {
        "Updated": ("not known", "its source says “19 min ago”, and nothing says when that was")
    }


def test_an_article_without_any_date_says_so() -> None:
    assert facts(article()) == {"Date": ("undated", "its source gives no date")}
