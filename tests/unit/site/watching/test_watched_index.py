"""What a page read is what it depends on: while that is the same, the page is."""

from dataclasses import dataclass, fields, replace
from functools import cached_property

from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.model import Article, Entity, EntityId
from dossierpress.publication import Publication
from dossierpress.site.article import article_page
from dossierpress.site.entity import entity_page
from dossierpress.site.index import Index
from dossierpress.site.model import Page
from dossierpress.site.model.page import at_once, made_of
from dossierpress.site.related import ties
from dossierpress.site.watching.digest import Digests
from dossierpress.site.watching.index import Proof, WatchedIndex
from dossierpress.site.watching.reads import Read
from harness.making import IRAN, article, mention, publication

NAMES = ("Iran", "Oman", "Basra", "Hormuz")
PLACES = tuple(replace(IRAN, id=EntityId(name.lower()), name=name) for name in NAMES)
ONE = article("one", "2019-06-14", body="Iran and Oman.")


def made(*articles: Article, entities: tuple[Entity, ...] = PLACES) -> Publication:
    found = tuple(
        mention(item, place.name, entity=place.id)
        for item in articles
        for place in PLACES
        if place.name in item.body
    )
    return publication(*articles, mentions=found, entities=entities)


def reads_of(page: Page, index: WatchedIndex) -> tuple[Read, ...]:
    with index.reads.watched() as reads:
        at_once(page)
    return tuple(reads)


def test_reading_is_noted_only_while_someone_watches() -> None:
    index = WatchedIndex(Index(made(ONE), True))
    assert index.rows[ONE.ref].link.text == "One"
    with index.reads.watched() as reads:
        assert index.entities.get(EntityId("nobody")) is None
        assert ONE.ref in index.rows
        assert len(index.articles) == 1
        assert index.links.entity(PLACES[0]).text == "Iran"
    assert list(reads) == [
        ("entities", "nobody"), ("rows", ONE.ref), ("articles", None), ("links._entities", "iran"),
    ]  # fmt: skip


def test_every_part_of_an_index_is_watched() -> None:
    held = [item for base in Index.__mro__ for item in vars(base).items()]
    parts = {name for name, part in held if isinstance(part, cached_property)}
    assert len(parts) > 25
    same_for_all = {"directory_urls", "words", "settings"}
    parts |= {part.name for part in fields(Index)} - same_for_all
    index = WatchedIndex(Index(made(ONE), True))
    assert all(isinstance(getattr(WatchedIndex, name), property) for name in parts)
    for name in sorted(parts - {"links"}):
        with index.reads.watched() as reads:
            part = getattr(index, name)
            len(part) if hasattr(part, "__len__") else None
        assert (name, None) in reads


def test_of_a_question_only_the_answer_is_noted() -> None:
    index = WatchedIndex(Index(made(ONE), True))
    with index.reads.watched() as reads:
        assert index.ask(ties, ONE.ref) == ()
    assert list(reads) == [("ask.ties", ONE.ref)]
    with index.reads.watched() as reads:
        assert index.ask(lambda of, ref: of.rows[ref].link.text, ONE.ref) == "One"
    assert list(reads) == [("rows", ONE.ref)]


def test_a_read_that_leads_nowhere_any_more_has_a_proof_of_its_own() -> None:
    reads = [("rows", ("gulf", "gone")), ("no such part", "x"), ("ask.nothing", ("gulf", "one"))]
    proof = Proof(Index(made(ONE), True))
    assert len(proof.of(reads)) == 16
    assert proof.of([("rows", ONE.ref)]) != proof.of([("rows", ("gulf", "gone"))])


def test_what_cannot_be_digested_has_no_proof() -> None:
    assert Proof(Index(made(ONE), True), {"odd": lambda _: lambda: None}).of([("odd", "x")]) == b""


def test_where_a_thing_stands_in_its_file_changes_no_digest() -> None:
    digests = Digests()
    assert digests.of(IRAN) == digests.of(replace(IRAN, line=9))
    assert digests.of(IRAN) != digests.of(replace(IRAN, name="Persia"))
    assert digests.of((IRAN, 1)) != digests.of((IRAN, 2))
    assert digests.of(ONE) == Digests().of(replace(ONE))


@dataclass(frozen=True)
class One:
    value: int


@dataclass(frozen=True)
class Other:
    value: int


def test_values_of_two_types_with_the_same_fields_differ() -> None:
    digests = Digests()
    assert digests.of(One(1)) == digests.of(One(1))
    assert digests.of(One(1)) != digests.of(Other(1))


bodies = st.lists(st.sets(st.sampled_from(NAMES)), min_size=1, max_size=5)
edits = st.sampled_from(["body", "title", "date", "entity", "new", "gone", "rights", "line"])


def edited(of: Publication, edit: str, place: int, words: set[str]) -> Publication:
    articles = list(of.library.articles)
    place %= len(articles)
    entities = of.library.registry.entities
    if edit == "body":
        articles[place] = replace(articles[place], body=" ".join(sorted(words)) or "No one.")
    elif edit == "title":
        articles[place] = replace(articles[place], title="Another title")
    elif edit == "date":
        articles[place] = replace(articles[place], published=None)
    elif edit == "rights":
        articles[place] = replace(articles[place], body="", subtitle="Said")
    elif edit == "new":
        articles.append(article("new", "2019-06-20", body=" ".join(sorted(words)) or "No one."))
    elif edit == "gone" and len(articles) > 1:
        del articles[place]
    elif edit == "entity":
        entities = tuple(replace(e, name=e.name + "!") if i == place else e
                         for i, e in enumerate(entities))  # fmt: skip
    elif edit == "line":
        entities = tuple(replace(entity, line=entity.line + 7) for entity in entities)
    return made(*articles, entities=entities)


@settings(deadline=None, max_examples=150)
@given(bodies, edits, st.integers(0, 4), st.sets(st.sampled_from(NAMES)))
def test_a_page_whose_reads_are_unchanged_is_unchanged(
    named: list[set[str]], edit: str, place: int, words: set[str]
) -> None:
    before = made(*(
        article(f"a{n}", f"2019-06-{10 + n}", body=" ".join(sorted(names)) or "No one.")
        for n, names in enumerate(named)
    ))  # fmt: skip
    old, new = Index(before, True), Index(edited(before, edit, place, words), True)
    watched, proofs = WatchedIndex(old), (Proof(old), Proof(new))
    articles, entities = new.publication.library.by_ref, new.entities
    for item in before.library.articles:
        if item.ref in articles:
            page = article_page(watched, item)
            _compare(page, article_page(new, articles[item.ref]), watched, proofs)
    for entity in before.library.registry.entities:
        page = entity_page(watched, entity)
        _compare(page, entity_page(new, entities[entity.id]), watched, proofs)


def _compare(page: Page, after: Page, index: WatchedIndex, proofs: tuple[Proof, Proof]) -> None:
    reads = reads_of(page, index)
    given, given_now = (
        proof.digests.of(made_of(of)) for of, proof in zip((page, after), proofs, strict=True)
    )
    old, new = proofs
    if given == given_now and old.of(reads) == new.of(reads):
        assert made_of(at_once(page)) == made_of(at_once(after))
