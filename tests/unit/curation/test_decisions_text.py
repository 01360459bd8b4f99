"""`decisions.yml` only grows, and reads back what was put in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.curation.decisions_text import append_decision
from dossierpress.curation.layout import EditRefusedError
from dossierpress.edtf import parse_when
from dossierpress.library.decisions import parse_decisions
from dossierpress.model import Decision, EntityId

REJECTED = Decision("candidate", "Shiite militias", "rejected", "No one group.", line=0)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip() == text)


def read(text: str) -> tuple[Decision, ...]:
    problems: list = []
    found = parse_decisions(text, "d.yml", problems)
    assert problems == []
    return found


def test_a_decision_is_a_block_that_a_person_would_write() -> None:
    decision = Decision(
        "entity",
        "is",
        "split",
        "Two groups: one left.",
        parse_when("2019-08"),
        "desk",
        to=EntityId("daesh"),
        aliases=("Daesh", "ISIS"),
    )
    assert append_decision("", decision) == (
        "- kind: entity\n  subject: is\n  verdict: split\n  to: daesh\n"
        "  aliases: [Daesh, ISIS]\n"
        '  reason: "Two groups: one left."\n  date: "2019-08"\n  by: desk\n'
    )


@pytest.mark.parametrize("before", ["# why\n", "- {kind: a, subject: b, verdict: c}", "\r\n"])
def test_what_is_there_stays(before: str) -> None:
    after = append_decision(before, REJECTED)
    assert after.startswith(before)
    assert read(after.replace("\r\n", "\n"))[-1].subject == "Shiite militias"


@pytest.mark.parametrize("before", ["[]\n", "kind: a\n", "- kind: [\n", "  - kind: a\n"])
def test_a_file_that_is_laid_out_otherwise_is_refused(before: str) -> None:
    with pytest.raises(EditRefusedError):
        append_decision(before, REJECTED)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_decisions_only_ever_grow(pairs: list[tuple[str, str]]) -> None:
    text = "# The desk's decisions.\n"
    for number, (subject, reason) in enumerate(pairs, 1):
        after = append_decision(text, Decision("candidate", subject, "rejected", reason))
        assert after.startswith(text)
        assert len(read(after)) == number
        assert (read(after)[-1].subject, read(after)[-1].reason) == (subject, reason)
        text = after
