"""Changes to a registry's text touch the lines that they must, and no other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.curation.layout import EditRefusedError, find_block
from dossierpress.curation.registry_text import (
    add_alias,
    add_entity,
    add_replaced_by,
    change_id,
    remove_aliases,
    remove_entity,
    remove_replaced_by,
)
from dossierpress.curation.verify import read_entities, verify_registry
from dossierpress.model import Alias, CaseRule, Entity, EntityId, Kind, Strength

TEXT = """\
# The people of this desk, checked by hand.

abu-mahdi:   # deputy head
  name: Abu Mahdi
  kind: person   # of Iraq
  aliases:   # as agencies write it
    # the long one first
    - Abu Mahdi al-Muhandis
    - {text: أبو مهدي المهندس, language: ar}   # checked

    # what follows is his office
  relations:
    - {type: leads, to: zaynab, from: "2014"}

# --- Z ---
zaynab:
    kind: person
    name: "Zaynab: a person"
    description: >
      Text over
      two lines.
    not: [Zaynab Street]
"""


def aliases(text: str, entity: str) -> list[str]:
    found, problems = read_entities(text, "r.yml")
    assert problems == []
    return [alias.text for e in found if e.id == entity for alias in e.aliases]


def added_lines(before: str, after: str) -> list[str]:
    """Return the lines that came; every other line must be as it was, in its order."""
    old, new = before.split("\n"), after.split("\n")
    came = []
    while new:
        if old and new[0] == old[0]:
            old.pop(0)
        else:
            came.append(new[0])
        new.pop(0)
    assert old == []
    return came


def test_an_alias_goes_to_the_end_of_the_list() -> None:
    after = add_alias(TEXT, EntityId("abu-mahdi"), Alias("Muhandis", Strength.WEAK))
    assert added_lines(TEXT, after) == ["    - {text: Muhandis, strength: weak}"]
    assert aliases(after, "abu-mahdi")[-1] == "Muhandis"


def test_a_list_is_begun_where_there_is_none() -> None:
    after = add_alias(TEXT, EntityId("zaynab"), Alias("Zainab"))
    assert added_lines(TEXT, after) == ["    aliases:", "      - Zainab"]
    assert aliases(after, "zaynab") == ["Zainab"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[One, Two]", "[One, Two, New]"),
        ("[]", "[New]"),
        ("[One,\n    Two]", "[One,\n    Two, New]"),
    ],
)
def test_an_alias_goes_into_brackets(written: str, expected: str) -> None:
    text = f"a:\n  name: A b\n  kind: place\n  aliases: {written}  # note\n"
    after = add_alias(text, EntityId("a"), Alias("New"))
    assert after == text.replace(written, expected)


def test_an_empty_list_gets_its_first_item() -> None:
    text = "a:\n  name: A b\n  aliases:   # none yet\n  kind: place\n"
    after = add_alias(text, EntityId("a"), Alias("New"))
    assert added_lines(text, after) == ["    - New"]
    assert aliases(after, "a") == ["New"]


def test_items_that_are_not_indented_keep_their_form() -> None:
    text = "a:\n  name: A b\n  kind: place\n  aliases:\n  - One\n"
    assert add_alias(text, EntityId("a"), Alias("New")) == text + "  - New\n"


def test_line_ends_of_windows_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    after = add_alias(text, EntityId("abu-mahdi"), Alias("Muhandis"))
    assert after.count("\r\n") == after.count("\n") == text.count("\n") + 1


def test_a_file_without_a_last_line_end_stays_without() -> None:
    text = "a:\n  name: A b\n  kind: place"
    after = add_alias(text, EntityId("a"), Alias("New"))
    assert after == text + "\n  aliases:\n    - New"


@pytest.mark.parametrize(
    "text",
    [
        "a: {name: A, kind: place}\n",
        "{a: {name: A, kind: place}}\n",
        "a:\n  name: A\u2028B\n  kind: place\n",
        "a:\n  name: A\rb:\n  kind: place\n",
        "b:\n  name: B\n  kind: place\n",
        "a:\n  name: A\n  kind: place\n  aliases: none\n",
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        add_alias(text, EntityId("a"), Alias("New"))


def test_a_change_that_does_something_else_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        verify_registry(TEXT, TEXT.replace("Abu Mahdi\n", "Abu Mehdi\n"), "r.yml", lambda old: old)


def test_an_entity_goes_where_the_alphabet_puts_it() -> None:
    new = Entity(EntityId("hadi"), "Hadi", Kind.PERSON, "r.yml", 0)
    after = add_entity(TEXT, new)
    assert added_lines(TEXT, after) == ["hadi:", "  name: Hadi", "  kind: person", ""]
    assert after.index("hadi:") < after.index("# --- Z ---")


def test_an_entity_goes_before_the_first_one() -> None:
    text = "b:\n  name: Bee\n  kind: place\n"
    after = add_entity(text, Entity(EntityId("a"), "Ay", Kind.PLACE, "r.yml", 0))
    assert after == "a:\n  name: Ay\n  kind: place\n\n" + text


def test_a_file_that_is_not_in_order_takes_an_entity_at_its_end() -> None:
    text = "z:\n  name: Zed\n  kind: place\nb:\n  name: Bee\n  kind: place\n"
    after = add_entity(text, Entity(EntityId("a"), "Ay", Kind.PLACE, "r.yml", 0))
    assert after == text + "\na:\n  name: Ay\n  kind: place\n"


def test_a_new_file_begins_with_its_entity() -> None:
    new = Entity(
        EntityId("a"),
        "Ay: bee",
        Kind.PLACE,
        "r.yml",
        0,
        "Text # no comment",
        (Alias("AB", case=CaseRule.ACRONYM, line=0),),
    )
    after = add_entity("", new)
    assert read_entities(after, "r.yml") == ((new,), [])


def test_aliases_are_taken_out_with_their_lines() -> None:
    after = remove_aliases(TEXT, EntityId("abu-mahdi"), ["أبو مهدي المهندس"])
    assert added_lines(after, TEXT) == ["    - {text: أبو مهدي المهندس, language: ar}   # checked"]


def test_the_last_alias_takes_the_key_with_it() -> None:
    text = "a:\n  name: A b\n  kind: place\n  aliases:\n    - One\n  not: [Two]\n"
    after = remove_aliases(text, EntityId("a"), ["One"])
    assert after == "a:\n  name: A b\n  kind: place\n  not: [Two]\n"


def test_a_tombstone_is_one_line_that_can_be_taken_out() -> None:
    after = add_replaced_by(TEXT, EntityId("abu-mahdi"), EntityId("zaynab"))
    assert added_lines(TEXT, after) == ["  replaced_by: zaynab"]
    assert remove_replaced_by(after, EntityId("abu-mahdi")) == TEXT


def test_an_id_is_changed_where_it_stands() -> None:
    after = change_id(TEXT, EntityId("abu-mahdi"), EntityId("al-muhandis"))
    assert after == TEXT.replace("abu-mahdi:   #", "al-muhandis:   #")


def test_comments_between_entities_belong_to_neither() -> None:
    assert TEXT.split("\n")[find_block(TEXT, EntityId("abu-mahdi")).end - 1].endswith('"2014"}')


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip() == text and "\x85" not in text)


@settings(deadline=None)
@given(NAMES, st.sampled_from(["abu-mahdi", "zaynab"]), st.sampled_from(Strength))
def test_whatever_the_alias_all_other_lines_stay(name: str, id_: str, strength: Strength) -> None:
    alias = Alias(name, strength, line=0)
    after = add_alias(TEXT, EntityId(id_), alias)
    assert len(added_lines(TEXT, after)) == (1 if id_ == "abu-mahdi" else 2)
    assert aliases(after, id_)[-1] == name


@settings(deadline=None)
@given(NAMES)
def test_an_entity_that_is_put_in_can_be_taken_out(name: str) -> None:
    new = Entity(EntityId("hadi"), name, Kind.PERSON, "r.yml", 0)
    after = add_entity(TEXT, new)
    assert new in read_entities(after, "r.yml")[0]
    assert remove_entity(after, EntityId("hadi")) == TEXT
