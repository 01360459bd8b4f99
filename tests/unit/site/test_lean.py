"""Our templates as leaner Python: what they give is what Jinja's own compiler makes of them."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import markupsafe
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from dossierpress.publication import read_publication
from dossierpress.site.addresses import to_root
from dossierpress.site.lean import content, text
from dossierpress.site.model import Page
from dossierpress.site.render import environment, render_head
from dossierpress.site.site import build_site
from dossierpress.site.translated import filled
from harness.broad import broad, short_lists
from harness.examples import EXAMPLES

SIGNS = st.text(st.sampled_from("&<>\"'{}%\x00é\u200f ab;#/"), max_size=12)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Page]:
    """Pages of every template."""
    root = broad(tmp_path_factory.mktemp("broad"))
    with short_lists():
        found = read_publication(root, "dossiers", releases=True, copies=True)
        site = build_site(found, title="Broad desk", directory_urls=True)
        return [replace(page, context=page.context) for page in site.pages]


def stock(overrides: Path | None = None) -> Environment:
    """Return the same environment with Jinja's own compiler."""
    templates = environment(overrides)
    templates.code_generator_class = CodeGenerator  # type: ignore[attr-defined]
    return templates


LEAN, STOCK = environment(), stock()


def spoilt(value: Any, signs: str) -> Any:
    """Return a value with some signs at the end of each of its texts."""
    if type(value) is str:
        return value + signs
    if isinstance(value, tuple):
        return tuple(spoilt(item, signs) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: spoilt(getattr(value, part.name), signs) for part in fields(value)}
        return replace(value, **parts)
    return value


def shown(page: Page, signs: str, templates: Environment) -> str:
    url = page.address.url(True)
    body = Markup("<p>{}</p>").format(signs)
    content = templates.get_template(page.template).render(
        page=spoilt(page.context, signs), body=body, root=to_root(url), feed=page.feed
    )
    named = replace(page, title=page.title + signs, description=page.description + signs)
    return content + render_head(named, url, "https://desk.test/", templates)


def test_every_page_is_what_the_stock_compiler_gives(pages: Sequence[Page]) -> None:
    for page in pages:
        assert shown(page, "<&", LEAN) == shown(page, "<&", STOCK), page.address.name
    kinds = {page.template for page in pages}
    assert kinds == {
        name for name in LEAN.list_templates() if name[0].isalpha() and "/" not in name
    }


@settings(max_examples=EXAMPLES // 20, deadline=None)
@given(signs=SIGNS)
def test_pages_of_odd_signs_are_what_the_stock_compiler_gives(
    pages: Sequence[Page], signs: str
) -> None:
    for page in {page.template: page for page in pages}.values():
        assert shown(page, signs, LEAN) == shown(page, signs, STOCK), page.address.name


def test_our_templates_leave_no_slow_steps() -> None:
    templates = environment()
    assert templates.loader is not None
    for name in templates.list_templates():
        source, file, _ = templates.loader.get_source(templates, name)
        code = templates.compile(source, name, file, raw=True)
        assert "environment.getattr(" not in code, name
        assert "context.call(" not in code, name
        assert "escape(" not in code.replace("text(", ""), name


class Html:
    def __html__(self) -> str:
        return "<b>"


@settings(max_examples=EXAMPLES)
@given(st.one_of(SIGNS, st.text(), SIGNS.map(Markup), st.integers(), st.none(), st.builds(Html)))
def test_a_value_is_escaped_as_markupsafe_does_it(value: object) -> None:
    assert str(text(value)) == str(markupsafe.escape(value))


@settings(max_examples=EXAMPLES)
@given(SIGNS)
def test_the_content_of_an_element_is_what_it_was_and_no_markup(value: str) -> None:
    html = str(content(value))
    assert unescape(html) == value
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", html)


@settings(max_examples=EXAMPLES)
@given(before=SIGNS.map(lambda signs: signs.replace("{", "").replace("}", "")), value=SIGNS)
def test_a_message_is_filled_as_markup_is_formatted(before: str, value: str) -> None:
    for form in ("{word}", "{word!r}", "{number:,}", "{{word}}", "{word}{word}", ""):
        message = f"{before}{form}{before}"
        values = {"word": value, "number": 12_345}
        assert filled(message, **values) == markupsafe.escape(message).format(**values)
    assert filled(before) == markupsafe.escape(before)


OVERRIDE = """\
{% extends "dossierpress/topics.html" %}
{% import "_parts.html" as parts %}
{% macro framed() %}[{{ caller() }}]{% endmacro %}
{% block main %}
{{ page.nothing is defined }} {{ parts.nothing is defined }} {{ page.nothing | default("none") }}
{{ parts.aside(content="a<b", label="c", class="d", searched=True) }}
{% call framed() %}{{ page.title }}{% endcall %}
{{ super() }}{% endblock %}
"""


def test_a_template_of_a_publication_is_compiled_as_any(
    pages: Sequence[Page], tmp_path: Path
) -> None:
    (tmp_path / "topics.html").write_text(OVERRIDE)
    page = next(page for page in pages if page.template == "topics.html")
    ours = shown(page, "<&", environment(tmp_path))
    assert "False False none" in ours
    assert "a&lt;b" in ours
    assert ours == shown(page, "<&", stock(tmp_path))


def test_macros_that_a_publication_puts_in_place_of_ours_are_called(
    pages: Sequence[Page], tmp_path: Path
) -> None:
    (tmp_path / "_parts.html").write_text(
        '{% import "dossierpress/_parts.html" as old %}{% set crumbs = old.crumbs %}'
        "{% set language = old.language %}"
        "{% macro cards(items, root, level=1) %}"
        "{% for item in items %}<u>{{ old.link(item.link, root) }}</u>{% endfor %}{% endmacro %}"
    )
    page = next(page for page in pages if page.template == "topics.html")
    ours = shown(page, "<", environment(tmp_path))
    assert "<u><a href" in ours
    assert ours == shown(page, "<", stock(tmp_path))


def test_what_a_publication_asks_for_in_vain_is_named(
    pages: Sequence[Page], tmp_path: Path
) -> None:
    (tmp_path / "topics.html").write_text("{{ page.nothing }}")
    page = next(page for page in pages if page.template == "topics.html")
    with pytest.raises(UndefinedError, match="nothing"):
        shown(page, "", environment(tmp_path))
