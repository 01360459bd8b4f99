"""An article's dates, each with how it is known; a date that is not known keeps the reason."""

from collections.abc import Iterator

from dossierpress.edtf import When
from dossierpress.model import Article, DateNote
from dossierpress.site import dates
from dossierpress.site.facts import fact
from dossierpress.site.model import Fact, Value

_FIELDS = (("published", "Published"), ("modified", "Updated"), ("accessed", "Accessed"))
_SAYS = "its source says"


def clocks(article: Article) -> Iterator[Fact]:
    """Return the dates of an article as facts, in a fixed order."""
    notes = article.ingest.dates if article.ingest else ()
    whens = (article.published, article.modified, article.accessed)
    explained = {note.field for note in notes}
    if article.date is None and not explained & {"published", "modified"}:
        yield from fact("Date", Value("undated", note="its source gives no date"))
    for (field, label), when in zip(_FIELDS, whens, strict=True):
        note = next((note for note in notes if note.field == field), None)
        yield from fact(label, _known(when, note) if when else _unknown(note))


def _known(when: When, note: DateNote | None) -> Value:
    date = dates.shown(when)
    if note is None:
        return Value(date.text, machine=date.machine)
    exact = note.status == "exact"
    return Value(
        date.text,
        machine=date.machine,
        note="as written" if exact else _SAYS,
        quoted=note.raw,
        remark=_remark(note),
        folded=exact,
    )


def _remark(note: DateNote) -> str:
    if note.status == "resolved" and note.anchor:
        return f", counted from {note.anchor}"
    return ", which can be read in more than one way" if note.status == "ambiguous" else ""


def _unknown(note: DateNote | None) -> Value | None:
    if note is None:
        return None
    remark = {
        "unanchored": ", and nothing says when that was",
        "ambiguous": ", which can be read in more than one way",
    }.get(note.status, ", and the curator has not taken it as a date")
    return Value("not known", note=_SAYS, quoted=note.raw, remark=remark)
