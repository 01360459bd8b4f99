"""A kept-back sentence is found in whatever form a file holds it, and nothing else is."""

import json
import re
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.building.kept_back import forms, kept_back, shown_texts
from dossierpress.model import Rights
from harness.making import article

OPEN = "The harbour master counted nineteen ships at anchor on Tuesday morning."
HIDDEN = "An officer's log said \"no pilot\" & named the *three* tugs < 9 m, Badr and Ra'ad."
ARTICLE = article("log", body=f"{OPEN}\n\n{HIDDEN}\nHe did not say more.\n", rights=Rights.EXCERPT)


def test_only_what_rights_keep_back_is_searched_for() -> None:
    kept = kept_back([ARTICLE])
    assert [words for _, words in kept.find(OPEN)] == [OPEN]
    assert list(kept.without(shown_texts([ARTICLE])).find(OPEN)) == []


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN,
        f"<p>{escape(HIDDEN)}</p>",
        f'<meta content="{escape(HIDDEN)}">',
        "<p>An officer&#39;s log said “no pilot” &amp; named the <em>three</em> tugs &lt; 9 m,\n"
        ' <a href="/x/">Badr</a> and Ra’ad.</p>',
        json.dumps({"text": HIDDEN}),
        json.dumps({"html": f"<p>{escape(HIDDEN)}</p>"}),
        f"<summary>{escape(f'<p>{escape(HIDDEN)}</p>')}</summary>",
        HIDDEN.upper(),
    ],
)
def test_a_sentence_is_found_in_every_form(text: str) -> None:
    kept = kept_back([ARTICLE])
    assert [str(ref) for ref, _ in kept.find(text)] == ["gulf/log"]


def test_a_part_of_a_sentence_and_a_short_one_are_no_find() -> None:
    kept = kept_back([ARTICLE])
    assert list(kept.find(HIDDEN[:50])) == []
    assert list(kept.find("He did not say more.")) == []


def test_a_sentence_that_another_article_shows_is_no_find() -> None:
    other = article("copy", body=HIDDEN)
    kept = kept_back([ARTICLE, other]).without([HIDDEN])
    assert list(kept.find(HIDDEN)) == []


def test_an_article_shown_in_full_keeps_nothing_back() -> None:
    assert kept_back([article("copy", body=HIDDEN)]).sentences == ()


def test_what_an_earlier_run_kept_of_an_article_counts_only_while_it_is_the_same(
    tmp_path: Path,
) -> None:
    file = tmp_path / "sentences"
    other = article("note", body=f"{OPEN} And more.\n\n{OPEN[4:]}", rights=Rights.EXCERPT)
    digests = {ARTICLE.ref: b"one", other.ref: b"two"}
    first = kept_back([ARTICLE, other], digests, file)
    assert first == kept_back([ARTICLE, other])
    assert kept_back([other, ARTICLE], digests, file) == kept_back([other, ARTICLE])
    changed = replace(ARTICLE, body=ARTICLE.body.replace("three", "four"))
    again = kept_back([changed, other], {**digests, ARTICLE.ref: b"three"}, file)
    assert again == kept_back([changed, other])
    assert again != first
    shown = replace(ARTICLE, rights=Rights.FULL)
    assert kept_back([shown], digests, file) == kept_back([])


WORDS = st.text(alphabet="abcdeéعق ", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(WORDS, min_size=8, max_size=20), st.text(max_size=40), st.booleans())
def test_any_sentence_is_found_between_any_texts(
    words: list[str], around: str, as_json: bool
) -> None:
    sentence = f"Thirty letters are the least here {' '.join(words)}."
    hidden = article("x", body=f"{'Open words ' * 45}.\n\n{sentence}\n", rights=Rights.EXCERPT)
    text = f"{around} {sentence} {around}"
    kept = kept_back([hidden])
    found = [found for _, found in kept.find(json.dumps(text) if as_json else text)]
    assert " ".join(sentence.split()) in found


PIECES = (
    "&lt;",
    "&amp;",
    "&#39;",
    "&#60;",
    "&eacute;",
    "&copy",
    "&",
    ";",
    "#",
    "<",
    ">",
    "\n",
    "a",
)
MORE = (
    "B9",
    "é",
    "ع",
    "“",
    "\u00a0",
    "\u2011",
    "\u2028",
    "\\n",
    "\\u00e9",
    "\\",
    "&notit;",
    " ",
    "\ud800",
)


def plainly(text: str) -> set[bytes]:
    """Return the bare letters of a text in each of its forms, sign by sign."""
    text = re.sub(r"\\(?:u([0-9a-fA-F]{4})|[nrtbf])", lambda m: chr(int(m[1] or "20", 16)), text)
    once = unescape(text)
    found = [once]
    if "<" in text:
        found.append(unescape(re.sub("<[^>]*>", "", text)))
    if "&lt;" in text:
        found.append(unescape(re.sub("<[^>]*>", "", once)))
    return {"".join(map(letter, form)).encode("utf-8", "replace") for form in found}


def letter(sign: str) -> str:
    if sign < "\x80":
        return sign.lower() if sign.isalnum() else ""
    if "\ud800" <= sign < "\ue000":
        return ""  # no sign at all
    return "" if "\u2000" <= sign < "\u2040" or sign == "\u00a0" else sign


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=30).map("".join))
def test_the_forms_of_a_text_are_those_that_signs_one_by_one_give(text: str) -> None:
    assert set(forms(text)) == plainly(text)
