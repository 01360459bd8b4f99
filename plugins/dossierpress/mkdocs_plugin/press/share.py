"""What one process made of its share of the pages, small enough to be sent to another."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from dossierpress.files import Stamp
from dossierpress.mkdocs_plugin.listening import Said
from dossierpress.mkdocs_plugin.press.record import Made, Record
from dossierpress.site.watching.reads import Read

Links = Mapping[str, Mapping[str, str]]
"""The anchors that a page links to: by file, then by name, each with the link."""


@dataclass(frozen=True)
class Sheet:
    """A page that was made.

    Attributes:
        key: as in the record, as are `lies` (its stamp), `proof` and `anchors`.
        reads: numbers in the table of its share.
    """

    key: str
    lies: Stamp
    reads: "array[int]"
    proof: bytes
    anchors: tuple[str, ...]


@dataclass
class Share:
    """The pages that one process saw to.

    Attributes:
        kept: the paths of those that are the last build's.
        made: those that are new.
        table: what they read, with its number.
        said: what the log has to be told.
        links: those to anchors, of each page that has any.
    """

    kept: list[str] = field(default_factory=list)
    made: dict[str, Sheet] = field(default_factory=dict)
    table: dict[Read, int] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    links: dict[str, Links] = field(default_factory=dict)

    def numbers_of(self, reads: Iterable[Read]) -> "array[int]":
        """Return the numbers of some reads, which take them into the table."""
        table = self.table
        return array("I", [table.setdefault(read, len(table)) for read in reads])


def joined(shares: Sequence[Share], before: Record) -> Record:
    """Return the record of what all processes saw to.

    Its table goes on from the last one's, of which pages that are kept need not be told, until half
    of it may be reads that no page has any more.
    """
    kept = [name for share in shares for name in share.kept]
    table: dict[Read, int] = {}
    files: dict[str, Made] = {}
    if 2 * len(kept) < len(before.files) or len(before.table) > 2 * before.fresh:
        for name in kept:
            old = before.files[name]
            reads = [table.setdefault(before.table[n], len(table)) for n in old.reads]
            files[name] = msgspec.structs.replace(old, reads=reads)
        fresh = 0
    else:
        files = {name: before.files[name] for name in kept}
        table = {read: number for number, read in enumerate(before.table)}
        fresh = before.fresh
    for share in shares:
        own = list(share.table)
        for name, new in share.made.items():
            reads = [table.setdefault(own[number], len(table)) for number in new.reads]
            files[name] = Made(new.key, new.lies, reads, new.proof, new.anchors)
    return Record(tuple(table), files, fresh or len(table))
