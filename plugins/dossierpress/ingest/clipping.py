"""A clipping: raw captured input, before anything has been understood."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from dossierpress.edtf import When


@dataclass(frozen=True)
class Clipping:
    """Raw captured input.

    Attributes:
        name: what problems call it: the path as the user gave it, or "stdin".
        data: its bytes, unchanged.
        media_type: what it was said to be, as "text/plain"; the content decides.
        captured_at: when it was captured, where its format says so.
        url: the address that it was captured from, where its format says so.
    """

    name: str
    data: bytes
    media_type: str = "text/plain"
    captured_at: When | None = None
    url: str | None = None

    @cached_property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def file(self) -> str:
        """The name without its folders, which is what an article's provenance keeps.

        A member of an archive keeps its place in it: "archive.zip!/folder/a.txt".
        """
        outer, mark, member = self.name.replace("\\", "/").partition("!/")
        return (outer.rstrip("/").rpartition("/")[2] or outer) + mark + member
