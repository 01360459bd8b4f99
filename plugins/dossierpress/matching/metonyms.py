"""A capital for its government: "Tehran said", "Washington ruled out", "the Baghdad government"."""

from dossierpress.matching.neighbours import word_after
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import GOVERNMENTS, METONYM_VERBS


def acts(occurrence: Occurrence) -> str | None:
    """Return what makes a capital a metonym for its government, if anything does.

    A possessive or a verb after it ("Tehran's strategy", "Washington ruled out"), or the
    government itself ("the Baghdad government").
    """
    text, end = occurrence.prose.masked.text, occurrence.end
    if text.startswith(("'s", "’s", "ʼs"), end):
        return text[end : end + 2]
    after = word_after(text, end)
    if after is None or text[end] == "-":
        return None
    word = after.text
    is_verb = word in METONYM_VERBS or (word.islower() and word.endswith("ed"))
    return word if is_verb or word in GOVERNMENTS else None
