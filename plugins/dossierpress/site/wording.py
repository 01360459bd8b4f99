"""The words of the site's apparatus, in one place."""

from dossierpress.model import (
    Atom,
    Clause,
    CorrectionKind,
    EntityId,
    Kind,
    Registry,
    Rights,
    Scope,
    Strength,
    Topic,
    Use,
)

KINDS = {
    Kind.PERSON: ("person", "People"),
    Kind.ORGANIZATION: ("organization", "Organizations"),
    Kind.PLACE: ("place", "Places"),
    Kind.FACILITY: ("facility", "Facilities"),
    Kind.EQUIPMENT: ("equipment", "Equipment"),
    Kind.VESSEL: ("vessel", "Vessels"),
    Kind.EVENT: ("event", "Events"),
}
"""Each kind of entity: one, and several."""

RIGHTS = {
    Rights.FULL: ("full text", ""),
    Rights.EXCERPT: (
        "excerpt",
        "Its rights allow an excerpt: the text below is its beginning, and the rest is not shown.",
    ),
    Rights.METADATA: (
        "headline only",
        "Its rights allow no more than the headline, the facts about it and a summary of our own:"
        " its publisher's text is not shown.",
    ),
}
"""Each rights tier: the mark of a row, and the sentence on the article's page."""

CORRECTIONS = {
    CorrectionKind.CORRECTION: "Correction",
    CorrectionKind.CLARIFICATION: "Clarification",
    CorrectionKind.RETRACTION: "Retraction",
    CorrectionKind.REMOVAL: "Removal",
    CorrectionKind.WITHDRAWAL: "Withdrawal",
}
"""Each kind of notice, by Crossmark's terms."""

STANDING = {
    "withdrawn": (
        "withdrawn",
        "This article was withdrawn: its texts are gone, and no page or topic uses it."
        " Its address stays, with what was said when it was withdrawn.",
    ),
    "retracted": (
        "retracted",
        "This article was retracted: do not rely on it. It stays here to be read, with the notice.",
    ),
}
"""How an article stands after a notice: the mark of a row, and the sentence on its page."""

USES = {Use.NAME: "", Use.DEMONYM: "demonym", Use.METONYM: "seat, for the government"}

STRENGTHS = {Strength.STRONG: "", Strength.WEAK: "only with support", Strength.FORMER: "former"}

NO_PUBLISHER = "publisher not known"

GAPS = {
    "undated": ("Undated articles", "Their texts give no date that could be trusted."),
    "unarchived": (
        "Articles without an archived copy",
        "Their original is linked; if it goes, nothing shows what it said.",
    ),
    "unreviewed": (
        "Articles without a grade",
        "No one has graded their source and what it says (Admiralty code).",
    ),
}
"""Each gap: its heading, and what it means."""

RELATIONS = {
    "allied-with": ("allied with", "allied with"),
    "backed-by": ("backed by", "backs"),
    "founded-by": ("founded by", "founded"),
    "leads": ("leads", "led by"),
    "located-in": ("located in", "location of"),
    "member-of": ("member of", "has as member"),
    "operated-by": ("operated by", "operates"),
    "opposes": ("opposes", "opposed by"),
    "owned-by": ("owned by", "owns"),
    "part-of": ("part of", "includes"),
    "succeeded-by": ("succeeded by", "succeeded"),
    "successor-of": ("successor of", "succeeded by"),
}
"""Each type of relation, from either end. An unknown type is shown as it is written."""

SCOPES = {
    Scope.ARTICLE: "it names, anywhere in its text,",
    Scope.PARAGRAPH: "one paragraph of it names",
    Scope.SENTENCE: "one sentence of it names",
}
"""Each scope of a topic's rule, up to the names that it asks for."""

SOURCE_GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
INFORMATION_GRADES = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The Admiralty code: the letter grades the source, the number the information."""

_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def direction(language: str | None) -> str:
    """Return the direction in which a language is written, as HTML names it."""
    return "rtl" if (language or "").partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def count(number: int, one: str, several: str) -> str:
    """Return a number with its noun, as "1 article" or "1,200 articles"."""
    return f"{number:,} {one if number == 1 else several}"


def articles(number: int) -> str:
    """Return a number of articles in words."""
    return count(number, "article", "articles")


def relation(type_: str, *, incoming: bool) -> str:
    """Return how one end of a relation is worded."""
    plain = type_.replace("-", " ")
    outward, inward = RELATIONS.get(type_, (plain, f"{plain} (from)"))
    return inward if incoming else outward


def grade(reliability: str) -> str:
    """Return the meaning of an Admiralty grade such as "B2"."""
    source, information = reliability[:1], reliability[1:]
    return f"source {SOURCE_GRADES[source]}, information {INFORMATION_GRADES[information]}"


def rule(topic: Topic, registry: Registry) -> str:
    """Return a topic's rule as a sentence."""
    return f"An article belongs here when {SCOPES[topic.scope]} {_clause(topic.rule, registry)}."


def _clause(clause: Clause, registry: Registry) -> str:
    parts = [_part(part, registry) for part in clause.all]
    if clause.any:
        parts.append(_any(clause.any, registry))
    words = ", together with ".join(parts)
    if clause.none:
        words += f"{'; but ' if words else ''}not {_any(clause.none, registry)}"
    return words


def _any(parts: tuple[Atom | Clause, ...], registry: Registry) -> str:
    atoms = [_part(part, registry) for part in parts if isinstance(part, Atom)]
    clauses = [_clause(part, registry) for part in parts if isinstance(part, Clause)]
    simple = [", ".join(atoms[:-1]) + " or " + atoms[-1]] if len(atoms) > 1 else atoms
    return "; or ".join([*clauses, *simple])


def _part(part: Atom | Clause, registry: Registry) -> str:
    if isinstance(part, Clause):
        return _clause(part, registry)
    if part.type == "entity":
        entity = registry.by_id.get(EntityId(part.value))
        return entity.name if entity else part.value
    return f"any {part.value}" if part.type == "kind" else f"“{part.value}”"
