"""The interface in another language: no word of it stays English, in templates or in code."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pytest
from babel.messages.mofile import write_mo
from jinja2 import nodes

from dossierpress.edtf import parse_when
from dossierpress.language.read import shipped_messages
from dossierpress.language.words import Words
from dossierpress.model import (
    Alias,
    ArticleId,
    Assignment,
    Atom,
    Clause,
    EntityId,
    Evidence,
    Image,
    Kind,
    Location,
    Relation,
    Rights,
    Scope,
    Strength,
    Topic,
    TopicId,
    TopicStrength,
    Use,
)
from dossierpress.publication import Publication
from dossierpress.site.render import environment, render
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

_CLASS = re.compile(r"\{% block kind %\}\w+\{% endblock %\}")
_SAID = r'(?:title|aria-label|alt|placeholder)="([^"]*)"'
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
_LETTERS = {ord(letter): 0x1D5BA + ord(letter) - ord("a") for letter in map(chr, range(97, 123))}
_LETTERS |= {ord(letter): 0x1D5A0 + ord(letter) - ord("A") for letter in map(chr, range(65, 91))}


def disguised(text: str) -> str:
    """Return a message in letters that no content of these tests has; values stay values."""
    return "".join(
        piece if piece.startswith("{") else piece.translate(_LETTERS)
        for piece in re.split(r"(\{\w+\})", text)
    )


@pytest.fixture(scope="module")
def words() -> Words:
    """Greek months, and every message in disguise."""
    catalogue = shipped_messages()
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = (disguised(message.id[0]), *[disguised(message.id[1])] * 5)
        elif message.id:
            message.string = disguised(message.id)
    file = BytesIO()
    write_mo(file, catalogue)
    return Words("el", file.getvalue())


def full() -> Publication:
    """A publication with one of everything that a page can say, its content in Greek letters."""
    aliases = (
        Alias("Περσία", strength=Strength.FORMER),
        Alias("Περσικός", use=Use.DEMONYM, strength=Strength.WEAK),
        Alias("Τεχεράνη", use=Use.METONYM),
    )
    relations = tuple(
        Relation(type_, EntityId("e2"), parse_when("2014"), None, "πηγή")
        for type_ in ("part-of", "leads", "owned-by")
    )
    iran = replace(
        IRAN,
        name="Ιράν",
        aliases=aliases,
        relations=relations,
        wikidata="Q794",
        location=Location(-33.0, -44.4),
    )
    others = tuple(
        replace(IRAN, id=EntityId(f"e{n}"), name=f"Όνομα {n}", kind=kind)
        for n, kind in enumerate(Kind)
    )
    gone = replace(IRAN, id=EntityId("gone"), name="Παλιό", replaced_by=IRAN.id)
    text = "Το Ιράν μίλησε. " * 30
    common = {
        "body": text,
        "publisher": "Εφημερίδα",
        "agency": "Πρακτορείο",
        "authors": ("Άννα",),
        "dateline": "Αθήνα",
        "section": "Κόσμος",
        "standfirst": ("Για το Ιράν.",),
        "summary": "Ιράν.",
        "images": (Image("Ιράν", "Φωτογράφος"),),
        "reliability": "B2",
        "url": "https://example.org/1",
        "archived_url": "https://example.org/2",
    }
    articles = (
        article("α1", "2019-12-05T23:30:00Z", **common),
        article("α2", "2018-03-04~", **common, rights=Rights.EXCERPT),
        article("α3", "2018-21", **{**common, "publisher": None}, rights=Rights.METADATA),
        article("α4", "2014/2016", body=text, duplicate_of=ArticleId("α1")),
        article("α5", accessed=parse_when("2020"), body="Λέξεις."),
        article("α6", "199X", body="Λέξεις."),
        article("α7", "2017?", body="Λέξεις."),
    )
    mentions = tuple(
        mention(of, "Ιράν", field, evidence=evidence, linked=True, rule=rule)
        for of in articles[:4]
        for field, evidence, rule in (
            ("body", "the registry's default", "shared-alias"),
            *((("standfirst", 'the alias "Ιράν"', "longest-match"),) if of.standfirst else ()),
        )
    )
    together = tuple(
        mention(of, "μίλησε", entity=other.id, evidence="it is part of a date", rule="case")
        for of in articles[:3]
        for other in others
    )
    unlinked = mention(articles[0], "μίλησε", entity=None, evidence="no alias fits", rule="needs")
    rule = Clause(
        all=(Clause(any=(Atom("entity", "iran", 1), Atom("kind", "vessel", 1))),),
        none=(Atom("term", "όχι", 1), Atom("term", "ποτέ", 1)),
    )
    topic = Topic(TopicId("t"), "Θέμα", "dossiers/topics/t.md", 1, Scope.PARAGRAPH, rule)
    evidence = tuple(Evidence("body", n, n + 15, "") for n in range(0, 64, 16))
    assignments = tuple(
        Assignment(topic.id, of.ref, strength, evidence, decided)
        for of, strength, decided in (
            (articles[0], TopicStrength.PRIMARY, "rule"),
            (articles[1], TopicStrength.SECONDARY, "curator"),
            (articles[2], TopicStrength.SECONDARY, "rule"),
        )
    )
    made = publication(
        *articles,
        mentions=(*mentions, *together, unlinked),
        entities=(iran, *others, gone),
        topics=(topic,),
        assignments=assignments,
    )
    [dossier] = made.library.dossiers
    dossier = replace(dossier, title="Κόλπος", editors=("Άννα",), licence="Άδεια", language="el")
    return replace(made, library=replace(made.library, dossiers=(dossier,)))


def texts(html: str) -> list[str]:
    """Return what a reader sees or hears of some HTML, but for code and citations."""
    html = re.sub(r"<(pre|code)\b.*?</\1>", " ", html, flags=re.DOTALL)
    said = re.findall(_SAID, html)
    return [unescape(text) for text in [*said, *re.split(r"<[^>]*>", html)]]


_ALLOWED = {
    "BibTeX",
    "RIS",
    "CSL-JSON",
    "JSON",
    "CSV",
    "Schema",
    "FtM",
    "FollowTheMoney",
    "UTC",
    "B2",
    "Q794",
    "https",
    "example",
    "org",
    "dossiers",
    "gulf",
}
_WORD = re.compile(r"[A-Za-z][A-Za-z-]+\d*")


def test_no_page_says_anything_in_english_where_the_interface_is_another(words: Words) -> None:
    site = build_site(full(), title="Γραφείο", directory_urls=True, words=words)
    templates = environment(words=words)
    left: dict[str, set[str]] = {}
    for page in site.pages:
        html = render(page, "", page.address.url(True), templates)
        found = [*texts(html), page.title, page.label, page.description]
        english = {word for text in found for word in _WORD.findall(unquote(text))} - _ALLOWED
        if english:
            left[page.path or page.address.name] = english
    assert left == {}


def test_templates_hold_no_words_outside_messages() -> None:
    """A word in a template that a page of the other test does not show would pass unseen."""
    templates = environment()
    for name in templates.list_templates():
        assert templates.loader is not None
        source = templates.loader.get_source(templates, name)[0]
        source = _CLASS.sub("", source)
        data = "\0".join(value for _, kind, value in templates.lex(source) if kind == "data")
        said = [*texts(_ATTRIBUTE.sub("", data)), *re.findall(_SAID, data)]
        found = {word for text in said for word in _WORD.findall(text)}
        assert not found, name


def test_a_message_in_a_template_is_translated_when_it_is_compiled(words: Words) -> None:
    templates = environment(words=words)
    tree = templates.parse('{{ _("Related") }}{{ _("Read it at {publisher}", publisher="<b>") }}')
    [related] = [node for node in tree.find_all(nodes.Const) if node.value == disguised("Related")]
    assert related is not None
    rendered = templates.from_string('{{ _("Read it at {publisher}", publisher="<b>") }}').render()
    assert rendered == disguised("Read it at {publisher}").replace("{publisher}", "&lt;b&gt;")
