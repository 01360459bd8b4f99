"""Files are lifted by lines, once, and what they say stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.frontmatter import FrontMatterError, compose_document, parse_document, plain
from dossierpress.migration.lift import STEPS, MigrationError, Step, lift

RENAMED = Step(
    2,
    "source: becomes publisher:",
    lambda text: text.replace("\nsource:", "\npublisher:"),
    lambda values: {("publisher" if k == "source" else k): v for k, v in values.items()},
)
"""A step as a later version may have one."""


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ("---\ntitle: x\n---\nBody.\n", "---\nschema_version: 1\ntitle: x\n---\nBody.\n"),
        ("---\r\ntitle: x\r\n---\r\nB\r\n", "---\r\nschema_version: 1\r\ntitle: x\r\n---\r\nB\r\n"),
        ("\ufeff---\ntitle: x\n---\n", "\ufeff---\nschema_version: 1\ntitle: x\n---\n"),
        ("---\n# note\ntitle: x\n---\n", "---\nschema_version: 1\n# note\ntitle: x\n---\n"),
    ],
)
def test_an_article_says_its_version_and_keeps_every_other_byte(text: str, lifted: str) -> None:
    assert lift(text, "a.md", document=True) == lifted
    assert lift(lifted, "a.md", document=True) == lifted


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ("iran: {name: Iran}\n", "schema_version: 1\niran: {name: Iran}\n"),
        ("# ours\n\niran:\n  name: Iran\n", "# ours\n\nschema_version: 1\niran:\n  name: Iran\n"),
        ("# nothing yet\n", "# nothing yet\nschema_version: 1\n"),
    ],
)
def test_a_registry_file_says_it_before_its_first_entity(text: str, lifted: str) -> None:
    assert lift(text, "a.yml", document=False) == lifted
    assert lift(lifted, "a.yml", document=False) == lifted


def test_steps_follow_one_another_from_any_version() -> None:
    steps = (*STEPS, RENAMED)
    today = "---\nschema_version: 2\ntitle: x\npublisher: y\n---\nschema_version: no\n"
    for text in (
        "---\ntitle: x\nsource: y\n---\nschema_version: no\n",
        "---\nschema_version: 1\ntitle: x\nsource: y\n---\nschema_version: no\n",
        today,
    ):
        assert lift(text, "a.md", document=True, steps=steps) == today


def test_a_step_that_gives_something_else_is_refused() -> None:
    text = "---\ntitle: |\n  a\n\n  source: b\nsource: y\n---\n"
    clumsy = Step(1, "", lambda text: text.replace("source:", "publisher:"), RENAMED.values)
    with pytest.raises(MigrationError, match=r"a\.md: cannot be lifted line by line"):
        lift(text, "a.md", document=True, steps=(clumsy,))
    breaking = Step(1, "", lambda text: text.replace("title:", "title"))
    with pytest.raises(MigrationError, match=r"a\.md: cannot be lifted"):
        lift(text, "a.md", document=True, steps=(breaking,))


def test_a_file_that_cannot_be_read_is_not_touched() -> None:
    with pytest.raises(FrontMatterError):
        lift("---\ntitle: a: b\n---\n", "a.md", document=True)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(max_size=20), min_size=1, max_size=5
    ),
    st.text(max_size=50),
)
def test_whatever_a_document_says_it_says_afterwards(values: dict[str, str], body: str) -> None:
    values = {"title": "x", **values}
    values.pop("schema_version", None)
    text = compose_document(values, body)
    try:
        before = parse_document(text)
    except FrontMatterError:
        return
    once = lift(text, "a.md", document=True)
    assert plain(parse_document(once).metadata) == {"schema_version": 1, **plain(before.metadata)}  # type: ignore[dict-item]
    assert parse_document(once).body == before.body
    assert lift(once, "a.md", document=True) == once
