"""How much a source may unpack into; beyond it a member, or the rest, is refused."""

from dataclasses import dataclass

from dossierpress.ingest.sniff import MAX_BYTES

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of time and memory for one source.

    Attributes:
        member: the largest clipping, in bytes.
        total: how much all members of an archive may unpack into, in bytes.
        ratio: how many times larger than its packed form a member may be; nothing that people
            write comes near it, and a bomb passes it by far.
        spared: below this size, in bytes, the ratio is not looked at.
        directory: the largest table of contents of a ZIP archive, in bytes.
        header: how much the headers of one record of a web archive may take, in bytes.
    """

    member: int = MAX_BYTES
    total: int = 8 * 1024 * MB
    ratio: int = 200
    spared: int = MB
    directory: int = 16 * MB
    header: int = MB


DEFAULT = Limits()
