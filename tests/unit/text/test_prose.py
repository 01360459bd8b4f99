"""One field of an article, made ready."""

from dossierpress.text.prose import prose_of
from harness.build import article_of


def test_each_text_of_an_article_is_a_field_in_reading_order() -> None:
    article = article_of(
        "---\ntitle: a\nsummary: d\nstandfirst: [b, c]\nsubtitle: s\n"
        "images: [{caption: e, credit: g}, {caption: f}]\n---\nbody\n"
    )

    assert [(prose.field.name, prose.field.text) for prose in prose_of(article)] == [
        ("title", "a"),
        ("subtitle", "s"),
        ("standfirst", "b\nc"),
        ("summary", "d"),
        ("caption", "e\nf"),
        ("credit", "g"),
        ("body", "body\n"),
    ]


def test_only_the_body_is_markdown() -> None:
    article = article_of("---\ntitle: <b>a</b>\n---\n<b>a</b> b. c\n")
    title, body = prose_of(article)

    assert title.masked.text == "<b>a</b>"
    assert "<" not in body.masked.text


def test_a_position_leads_to_its_sentence_and_paragraph() -> None:
    text = "One. Two.\n\nThree. Four."
    body = prose_of(article_of(f"---\ntitle: t\n---\n{text}"))[1]
    position = text.index("Four")

    assert text[slice(*body.sentence_at(position))] == "Four."
    assert text[slice(*body.paragraph_at(position))] == "Three. Four."
