"""The words of the site's apparatus, in one place; each function says them in a language."""

from collections.abc import Iterable

from dossierpress.language.direction import direction
from dossierpress.language.words import Words, mark
from dossierpress.model import (
    Article,
    CorrectionKind,
    Kind,
    Rights,
    Strength,
    TopicStrength,
    Use,
)

__all__ = ["direction"]

_KINDS = {
    Kind.PERSON: (mark("person"), mark("People")),
    Kind.ORGANIZATION: (mark("organization"), mark("Organizations")),
    Kind.PLACE: (mark("place"), mark("Places")),
    Kind.FACILITY: (mark("facility"), mark("Facilities")),
    Kind.EQUIPMENT: (mark("equipment"), mark("Equipment")),
    Kind.VESSEL: (mark("vessel"), mark("Vessels")),
    Kind.EVENT: (mark("event"), mark("Events")),
}
"""Each kind of entity: one, and several."""

_RIGHTS = {
    Rights.FULL: (mark("full text"), None),
    Rights.EXCERPT: (
        mark("excerpt"),
        mark(
            "Its rights allow an excerpt: the text below is its beginning, and the rest is not"
            " shown."
        ),
    ),
    Rights.METADATA: (
        mark("headline only"),
        mark(
            "Its rights allow no more than the headline, the facts about it and a summary of our"
            " own: its publisher's text is not shown."
        ),
    ),
}
"""Each rights tier: the mark of a row, and the sentence on the article's page."""

_CORRECTIONS = {
    CorrectionKind.CORRECTION: mark("Correction"),
    CorrectionKind.CLARIFICATION: mark("Clarification"),
    CorrectionKind.RETRACTION: mark("Retraction"),
    CorrectionKind.REMOVAL: mark("Removal"),
    CorrectionKind.WITHDRAWAL: mark("Withdrawal"),
}
"""Each kind of notice, by Crossmark's terms."""

_STANDING = {
    "withdrawn": (
        mark("withdrawn"),
        mark(
            "This article was withdrawn: its texts are gone, and no page or topic uses it."
            " Its address stays, with what was said when it was withdrawn."
        ),
    ),
    "retracted": (
        mark("retracted"),
        mark(
            "This article was retracted: do not rely on it."
            " It stays here to be read, with the notice."
        ),
    ),
}
"""How an article stands after a notice: the mark of a row, and the sentence on its page."""

_USES = {
    Use.NAME: None,
    Use.DEMONYM: mark("demonym"),
    Use.METONYM: mark("seat, for the government"),
}

_STRENGTHS = {
    Strength.STRONG: None,
    Strength.WEAK: mark("only with support"),
    Strength.FORMER: mark("former"),
}

_TOPIC_STRENGTHS = {
    TopicStrength.PRIMARY: (mark("Primary"), mark("primary")),
    TopicStrength.SECONDARY: (mark("Secondary"), mark("secondary")),
}
"""How much an article is about a topic: as a heading, and as a mark."""

_FIELDS = (mark("summary"), mark("standfirst"), mark("caption"))
"""The fields that a quotation names; templates translate them when they show them."""

_SCRIPTS = {
    "Arabic": mark("Arabic"),
    "Armenian": mark("Armenian"),
    "Cyrillic": mark("Cyrillic"),
    "Greek": mark("Greek"),
    "Hebrew": mark("Hebrew"),
}
"""Scripts whose names are translated; any other is named as Unicode does."""

_GAPS = {
    "undated": (
        mark("Undated articles"),
        mark("Their texts give no date that could be trusted."),
    ),
    "unarchived": (
        mark("Articles without an archived copy"),
        mark("Their original is linked; if it goes, nothing shows what it said."),
    ),
    "unreviewed": (
        mark("Articles without a grade"),
        mark("No one has graded their source and what it says (Admiralty code)."),
    ),
}
"""Each gap: its heading, and what it means."""

_LISTINGS = {
    "articles": (mark("Articles"), mark("All articles of this publication")),
    "corrections": (
        mark("Corrections"),
        mark("What was changed in articles after they were published"),
    ),
    "data": (mark("Data"), mark("The data of this publication as files for programs")),
    "dossiers": (mark("Dossiers"), mark("All dossiers of this publication")),
    "entities": (mark("Entities"), mark("All entities of this publication")),
    "gaps": (mark("Gaps"), mark("What this publication lacks, worked out from its files.")),
    "map": (mark("Map"), mark("The places and facilities that articles name, on a map")),
    "names": (mark("Names"), mark("All names of this publication, A to Z and by script")),
    "releases": (
        mark("Releases"),
        mark("All releases of this publication, with what each changed"),
    ),
    "search": (mark("Search"), mark("Find articles, names and topics of this publication")),
    "sources": (mark("Sources"), mark("The publishers and agencies of this publication")),
    "topics": (mark("Topics"), mark("All topics of this publication")),
}
"""Each page that lists everything of a kind: its title, and what search engines say of it."""

_RELATIONS = {
    "allied-with": (mark("allied with"), mark("allied with")),
    "backed-by": (mark("backed by"), mark("backs")),
    "founded-by": (mark("founded by"), mark("founded")),
    "leads": (mark("leads"), mark("led by")),
    "located-in": (mark("located in"), mark("location of")),
    "member-of": (mark("member of"), mark("has as member")),
    "operated-by": (mark("operated by"), mark("operates")),
    "opposes": (mark("opposes"), mark("opposed by")),
    "owned-by": (mark("owned by"), mark("owns")),
    "part-of": (mark("part of"), mark("includes")),
    "succeeded-by": (mark("succeeded by"), mark("succeeded")),
    "successor-of": (mark("successor of"), mark("succeeded by")),
}
"""Each type of relation, from either end. An unknown type is shown as it is written."""

_SOURCE_GRADES = {
    "A": mark("completely reliable"),
    "B": mark("usually reliable"),
    "C": mark("fairly reliable"),
    "D": mark("not usually reliable"),
    "E": mark("unreliable"),
    "F": mark("reliability cannot be judged"),
}
_INFORMATION_GRADES = {
    "1": mark("confirmed by other sources"),
    "2": mark("probably true"),
    "3": mark("possibly true"),
    "4": mark("doubtful"),
    "5": mark("improbable"),
    "6": mark("truth cannot be judged"),
}
"""The Admiralty code: the letter grades the source, the number the information."""


def kind(words: Words, kind: Kind) -> str:
    """Return the name of a kind of entity, as "person"."""
    return words.gettext(_KINDS[kind][0])


def kinds(words: Words, kind: Kind) -> str:
    """Return the heading of entities of a kind, as "People"."""
    return words.gettext(_KINDS[kind][1])


def rights(words: Words, tier: Rights) -> str:
    """Return the mark of a rights tier, as "headline only"."""
    return words.gettext(_RIGHTS[tier][0])


def what_is_shown(words: Words, tier: Rights) -> str:
    """Return what a rights tier leaves of an article, in a sentence; "" for all of it."""
    said = _RIGHTS[tier][1]
    return words.gettext(said) if said else ""


def correction(words: Words, kind: CorrectionKind) -> str:
    """Return the name of a kind of notice."""
    return words.gettext(_CORRECTIONS[kind])


def standing(words: Words, article: Article) -> tuple[str, str]:
    """Return the mark and the sentence of a withdrawn or retracted article; "" for any other."""
    if not article.is_withdrawn and not article.is_retracted:
        return "", ""
    mark_, says = _STANDING["withdrawn" if article.is_withdrawn else "retracted"]
    return words.gettext(mark_), words.gettext(says)


def use(words: Words, use: Use) -> str:
    """Return in what sense a name is used; "" for the ordinary one."""
    said = _USES[use]
    return words.gettext(said) if said else ""


def strength(words: Words, strength: Strength) -> str:
    """Return how a name is limited; "" for one that is not."""
    said = _STRENGTHS[strength]
    return words.gettext(said) if said else ""


def topic_strength(words: Words, strength: TopicStrength) -> str:
    """Return the heading of how much articles are about a topic."""
    return words.gettext(_TOPIC_STRENGTHS[strength][0])


def script(words: Words, name: str) -> str:
    """Return the name of a script."""
    return words.gettext(_SCRIPTS[name]) if name in _SCRIPTS else name


def gap(words: Words, name: str) -> tuple[str, str]:
    """Return the heading of a gap, and what it means."""
    title, says = _GAPS[name]
    return words.gettext(title), words.gettext(says)


def listing(words: Words, name: str) -> tuple[str, str]:
    """Return the title of a page that lists everything of a kind, and its description."""
    title, description = _LISTINGS[name]
    return words.gettext(title), words.gettext(description)


def no_publisher(words: Words) -> str:
    """Return what stands in the place of a publisher that is not known."""
    return words.gettext("publisher not known")


def listed(words: Words, texts: Iterable[str]) -> str:
    """Return some texts with commas between them; empty ones are left out."""
    return words.gettext(", ").join(text for text in texts if text)


def articles(words: Words, number: int) -> str:
    """Return a number of articles in words, as "1 article" or "1,200 articles"."""
    return words.ngettext("{number} article", "{number} articles", number)


def relation(words: Words, type_: str, *, incoming: bool) -> str:
    """Return how one end of a relation is worded."""
    if type_ in _RELATIONS:
        return words.gettext(_RELATIONS[type_][incoming])
    plain = type_.replace("-", " ")
    return words.gettext("{relation} (from)", relation=plain) if incoming else plain


def grade(words: Words, reliability: str) -> str:
    """Return the meaning of an Admiralty grade such as "B2"."""
    return words.gettext(
        "source {source}, information {information}",
        source=words.gettext(_SOURCE_GRADES[reliability[:1]]),
        information=words.gettext(_INFORMATION_GRADES[reliability[1:]]),
    )
