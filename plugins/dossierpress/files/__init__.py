"""The one place that writes a publication's files: whole or not at all, and never two at once.

A kill, a full disk or a folder that may not be written leaves the old bytes or the new ones, and
the next run goes on. New bytes go to a temporary file of the same folder, reach the disk, and only
then get their name; the folder reaches the disk after them.
"""

from dossierpress.files.lock import LOCK, LockedError, locked
from dossierpress.files.scratch import LeadsOutError, scratch
from dossierpress.files.stamp import Stamp, is_sealed, seal, stamp
from dossierpress.files.together import WriteFailedError, recover, write_together
from dossierpress.files.tree import write_tree
from dossierpress.files.whole import (
    NameTakenError,
    append,
    atomic_write,
    clear,
    sync,
    write_new,
)

__all__ = [
    "LOCK",
    "LeadsOutError",
    "LockedError",
    "NameTakenError",
    "Stamp",
    "WriteFailedError",
    "append",
    "atomic_write",
    "clear",
    "is_sealed",
    "locked",
    "recover",
    "scratch",
    "seal",
    "stamp",
    "sync",
    "write_new",
    "write_together",
    "write_tree",
]
