"""The glossary of names: every name of every entity, by script and first letter."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from dossierpress.model import Entity
from dossierpress.site import addresses, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Counted, Initial, Letters, Link, NameRow, NamesPage, Page
from dossierpress.site.order import sort_key
from dossierpress.site.paging import Portion, portions

MANY = 1_500
"""How many names one page lists."""


def names_pages(index: Index) -> Iterator[Page]:
    """Yield the glossary, in pages by letter where it is long."""
    say = index.words.gettext
    initials = _initials(index)
    if sum(len(initial.names) for initial in initials) <= MANY:
        whole = NamesPage(say("Names"), initials, (), _letters(initials))
        yield listing(index.words, addresses.NAMES, "names", whole)
        return
    cut = [(initial, part) for initial in initials for part in _portions(index, initial)]
    pages = tuple(
        Counted(Link(part.title, index.url(addresses.names_of(part.name))), len(part.items))
        for _, part in cut
    )
    yield listing(index.words, addresses.NAMES, "names", NamesPage(say("Names"), (), pages))
    crumbs = (Link(say("Names"), index.url(addresses.NAMES)),)
    for initial, part in cut:
        title = say("Names, {part}", part=part.title)
        shown = Initial(part.title, initial.id, part.items)
        yield Page(
            address=addresses.names_of(part.name),
            template="names.html",
            title=title,
            description=say("The names of this publication under {part}", part=part.title),
            context=NamesPage(title, (shown,), pages, crumbs=crumbs),
            searched=False,
            section=addresses.NAMES,
            path=addresses.NAMES.source,
        )


def _portions(index: Index, initial: Initial) -> Iterator[Portion[NameRow]]:
    yield from portions(
        index.words, initial.names, initial.id.removeprefix("dp-"), initial.title, MANY
    )


def _initials(index: Index) -> tuple[Initial, ...]:
    groups: dict[tuple[int, str, str], list[NameRow]] = {}
    rows = [row for entity in index.entities.values() for row in _rows(index, entity)]
    for row in sorted(rows, key=lambda row: (sort_key(row.text), row.text, row.link.url)):
        groups.setdefault(_group(row.text), []).append(row)
    return tuple(
        Initial(
            letter if script == "Latin" else _titled(index, script, letter),
            "dp-" + (letter.lower() if letter.isascii() else f"{script.lower()}-{ord(letter):x}"),
            tuple(found),
            "" if script == "Latin" else wording.script(index.words, script),
            letter,
        )
        for (_, script, letter), found in sorted(groups.items(), key=lambda item: item[0])
    )


def _letters(initials: tuple[Initial, ...]) -> tuple[Letters, ...]:
    """Return the letters by script; they are in the order of scripts already."""
    scripts = groupby(initials, key=lambda initial: initial.script)
    return tuple(Letters(script, tuple(found)) for script, found in scripts)


def _titled(index: Index, script: str, letter: str) -> str:
    name = wording.script(index.words, script)
    return index.words.gettext("{script}, {letter}", script=name, letter=letter)


def _rows(index: Index, entity: Entity) -> Iterator[NameRow]:
    if entity.replaced_by:
        return
    link = index.links.entity(entity)
    yield NameRow(entity.name, None, wording.direction(None), link, entity.kind, "")
    for alias in entity.aliases:
        note = wording.listed(
            index.words,
            [
                wording.use(index.words, alias.use),
                wording.strength(index.words, alias.strength),
            ],
        )
        direction = wording.direction(alias.language)
        yield NameRow(alias.text, alias.language, direction, link, entity.kind, note)


def _group(text: str) -> tuple[int, str, str]:
    """Return the place, script and first letter under which a name is listed."""
    for letter in unicodedata.normalize("NFKD", text):
        if letter.isalpha():
            script = unicodedata.name(letter, "OTHER").split()[0].capitalize()
            return (script != "Latin", script, letter.upper())
    return (2, "Latin", "#")
