"""A citation as a sentence, for a footnote."""

from dossierpress.citation.reference import Reference, is_doubtful, parts
from dossierpress.edtf import When
from dossierpress.language.words import ENGLISH, Words


def plain(reference: Reference, words: Words = ENGLISH) -> str:
    """Return a reference as one line: authors, title, publisher, date, addresses."""
    say, comma = words.gettext, words.gettext(", ")
    version = say("version {version}", version=reference.version) if reference.version else ""
    pieces = [
        comma.join(reference.authors),
        say("“{words}”", words=reference.title),
        comma.join(filter(None, (reference.container, reference.agency))),
        version,
        written(reference.issued, words) if reference.issued else say("undated"),
        reference.url or "",
    ]
    sentence = comma.join(piece for piece in pieces if piece)
    if reference.accessed:
        accessed = written(reference.accessed, words)
        sentence = say("{reference} (accessed {date})", reference=sentence, date=accessed)
    if reference.archived:
        sentence = say(
            "{reference}, archived at {address}", reference=sentence, address=reference.archived
        )
    return f"{sentence}."


def written(when: When, words: Words = ENGLISH) -> str:
    """Return a date in words, no more exact than it is known; an odd span as EDTF writes it."""
    known = parts(when)
    if known is None:
        return when.text
    year, *rest = known
    if len(rest) > 1:
        name = words.month_of_day(rest[0])
        text = words.gettext("{day} {month} {year}", day=rest[1], month=name, year=year)
    elif rest:
        name = words.month_in_short(rest[0])
        text = words.gettext("{month} {year}", month=name, year=year)
    else:
        text = str(year)
    return words.gettext("about {date}", date=text) if is_doubtful(when) else text
