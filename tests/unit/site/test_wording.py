from dossierpress.language.words import ENGLISH
from dossierpress.site import wording


def test_a_relation_reads_from_both_ends() -> None:
    assert wording.relation(ENGLISH, "part-of", incoming=False) == "part of"
    assert wording.relation(ENGLISH, "part-of", incoming=True) == "includes"
    assert wording.relation(ENGLISH, "once-met", incoming=True) == "once met (from)"


def test_a_grade_is_explained() -> None:
    assert wording.grade(ENGLISH, "B2") == "source usually reliable, information probably true"


def test_languages_run_in_their_direction() -> None:
    assert [wording.direction(tag) for tag in ("ar", "fa-IR", "en", None)] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


def test_every_kind_has_words() -> None:
    from dossierpress.model import Kind, Rights, Use

    assert all(wording.kind(ENGLISH, kind) and wording.kinds(ENGLISH, kind) for kind in Kind)
    assert all(wording.rights(ENGLISH, tier) for tier in Rights)
    assert [use for use in Use if not wording.use(ENGLISH, use)] == [Use.NAME]
