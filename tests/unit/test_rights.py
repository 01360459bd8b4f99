"""What of an article may be published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.rights import EXCERPT_WORDS, excerpt, is_cut, published
from harness.build import article_of

STORY = """---
title: a
subtitle: b
summary: c
standfirst: [d]
images: [{{caption: e, credit: f}}]
rights: {rights}
---

First paragraph.

Second paragraph.
"""


@pytest.mark.parametrize(
    ("rights", "shown", "cut"),
    [
        (
            "full",
            ["title", "subtitle", "standfirst", "summary", "caption", "credit", "body"],
            False,
        ),
        (
            "excerpt",
            ["title", "subtitle", "standfirst", "summary", "caption", "credit", "body"],
            True,
        ),
        ("metadata", ["title", "summary"], True),
    ],
)
def test_each_tier_shows_its_texts(rights: str, shown: list[str], cut: bool) -> None:
    article = article_of(STORY.format(rights=rights))

    assert [field.name for field in published(article)] == shown
    assert is_cut(article) == cut


def test_an_excerpt_is_the_first_paragraph() -> None:
    body = published(article_of(STORY.format(rights="excerpt")))[-1]
    assert body.text == "\nFirst paragraph."


def test_an_article_says_nothing_of_what_its_dossier_does_not_allow() -> None:
    article = article_of("---\ntitle: a\nrights: metadata\n---\nSecret.\n")
    assert "Secret" not in str(published(article))


@given(st.text())
def test_an_excerpt_begins_the_body_and_has_few_words(body: str) -> None:
    shown = excerpt(body)

    assert body.startswith(shown)
    assert len(shown.split()) <= EXCERPT_WORDS
