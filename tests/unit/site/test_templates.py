"""The templates, as their documentation describes them."""

import re
from pathlib import Path
from typing import Any

from dossierpress.site.render import environment

REFERENCE = Path(__file__).resolve().parents[3] / "docs/reference/pages.md"


def test_every_documented_block_exists() -> None:
    rows = re.findall(r"^\| (`\w+\.html`.*?) \| (.*?) \|$", REFERENCE.read_text("utf-8"), re.M)
    assert len(rows) > 4
    templates = environment()
    for names, blocks in rows:
        for name in re.findall(r"`(\w+\.html)`", names):
            template = templates.get_template(f"dossierpress/{name}")
            source, parent = set(template.blocks), set(templates.get_template("_page.html").blocks)
            assert set(re.findall(r"`(\w+)`", blocks)) <= source | parent, name


def test_every_template_of_a_page_is_documented() -> None:
    named = set(re.findall(r"`(\w+\.html)`", REFERENCE.read_text("utf-8")))
    pages = {
        name for name in environment().list_templates() if name[0].isalpha() and "/" not in name
    }
    assert named == pages


def test_templates_hold_no_doctype_script_or_style() -> None:
    templates = environment()
    for name in templates.list_templates():
        assert templates.loader is not None
        source = templates.loader.get_source(templates, name)[0].lower()
        assert not re.search(
            r'<script(?! type="application/ld\+json">)|<style|style=|\son\w+=|\|\s*safe|http://|https://',
            source,
        ), name


def test_marks_for_materials_search_stand_only_where_it_reads() -> None:
    for searched in (False, True):
        parts: Any = environment(searched=searched).get_template("_parts.html").module
        assert ("data-search-exclude" in parts.crumbs((), "./")) is searched


def test_no_line_break_stands_beside_a_block() -> None:
    parts: Any = environment().get_template("_parts.html").module
    assert parts.facts((), "./") == '<dl class="dp-facts"></dl>'


def test_quotation_marks_stay_only_in_the_content_of_an_element() -> None:
    templates = environment()
    assert templates.loader is not None
    uses = 0
    for name in templates.list_templates():
        source = templates.loader.get_source(templates, name)[0]
        uses += len(re.findall(r"\|\s*content\b", source))
        uses -= len(re.findall(r">\{\{ [\w.]+ \| content \}\}</", source))
    assert uses == 0
