"""An article's dates, each with how it is known; a date that is not known keeps the reason."""

from collections.abc import Iterator

from dossierpress.edtf import When
from dossierpress.language.words import Words, mark
from dossierpress.model import Article, DateNote
from dossierpress.site import dates
from dossierpress.site.facts import fact
from dossierpress.site.model import Fact, Value

_FIELDS = (
    ("published", mark("Published")),
    ("modified", mark("Updated")),
    ("accessed", mark("Accessed")),
)
_AMBIGUOUS = mark(", which can be read in more than one way")


def clocks(words: Words, article: Article) -> Iterator[Fact]:
    """Return the dates of an article as facts, in a fixed order."""
    notes = article.ingest.dates if article.ingest else ()
    whens = (article.published, article.modified, article.accessed)
    explained = {note.field for note in notes}
    if article.date is None and not explained & {"published", "modified"}:
        note_ = words.gettext("its source gives no date")
        yield from fact(words.gettext("Date"), Value(words.gettext("undated"), note=note_))
    for (field, label), when in zip(_FIELDS, whens, strict=True):
        note = next((note for note in notes if note.field == field), None)
        value = _known(words, when, note) if when else _unknown(words, note)
        yield from fact(words.gettext(label), value)


def _known(words: Words, when: When, note: DateNote | None) -> Value:
    date = dates.shown(words, when)
    if note is None:
        return Value(date.text, machine=date.machine)
    exact = note.status == "exact"
    return Value(
        date.text,
        machine=date.machine,
        note=words.gettext("as written") if exact else words.gettext("its source says"),
        quoted=note.raw,
        remark=_remark(words, note),
        folded=exact,
    )


def _remark(words: Words, note: DateNote) -> str:
    if note.status == "resolved" and note.anchor:
        return words.gettext(", counted from {anchor}", anchor=note.anchor)
    return words.gettext(_AMBIGUOUS) if note.status == "ambiguous" else ""


def _unknown(words: Words, note: DateNote | None) -> Value | None:
    if note is None:
        return None
    remark = {
        "unanchored": words.gettext(", and nothing says when that was"),
        "ambiguous": words.gettext(_AMBIGUOUS),
    }.get(note.status, words.gettext(", and the curator has not taken it as a date"))
    return Value(
        words.gettext("not known"),
        note=words.gettext("its source says"),
        quoted=note.raw,
        remark=remark,
    )
