"""The names of members: which are refused, which are passed over, and how they are shown.

A member is never written to the place that its name says; a name that leads out of its archive
is refused all the same, because an archive that has one was made to do harm or is broken.
"""

import re
import unicodedata

_DRIVE = re.compile(r"[A-Za-z]:")
_FURNITURE = frozenset({"__macosx", "cvs", "thumbs.db", "desktop.ini", "$recycle.bin"})
_PAGE = re.compile(r"(.+)\.(?:x?html?|mht)", re.IGNORECASE)
_PARTS_OF_A_PAGE = ("_files", "_Files", ".files", "-Dateien", "_fichiers", "_archivos")


def fault(name: str) -> str | None:
    """Say why a member of this name is refused; None where the name is good."""
    parts = name.replace("\\", "/").split("/")
    if _DRIVE.match(name):
        return "its name begins with a drive letter"
    if parts[0] == "" and len(parts) > 1:
        return "its name is absolute"
    if ".." in parts:
        return "its name leads out of the archive (..)"
    if not name.strip("/\\ ") or "\0" in name:
        return "it has no proper name"
    return None


def is_hidden(name: str) -> bool:
    """Say whether a file or folder is a system's own, or a version control's, not a clipping."""
    return name.startswith((".", "~$")) or name.casefold() in _FURNITURE


def parts_of_pages(names: tuple[str, ...]) -> frozenset[str]:
    """Return the folders that a browser laid beside a saved page: its scripts and pictures."""
    present = frozenset(names)
    pages = (match[1] for name in names if (match := _PAGE.fullmatch(name)))
    return frozenset(
        page + suffix for page in pages for suffix in _PARTS_OF_A_PAGE if page + suffix in present
    )


def shown(name: str) -> str:
    """Return a name as messages show it: on one line, without control characters, not endless."""
    clean = "".join(
        "�" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in name
    )
    return clean if len(clean) <= 300 else f"{clean[:200]}…{clean[-80:]}"


def within(container: str, member: str) -> str:
    """Return how problems call a member: "archive.zip!/folder/a.txt"."""
    return f"{container}!/{shown(member)}"
