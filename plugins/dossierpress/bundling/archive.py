"""Files → a ZIP archive that is the same bytes whenever and wherever it is made.

Members are sorted and carry the day of the release and one mode. They are stored, not compressed:
what a compressor makes differs from one build of zlib to the next.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_MODE = 0o100644 << 16
_UNIX = 3
_FIRST_YEAR = 1980  # of what ZIP can write


def archive(folder: str, files: Mapping[str, bytes], day: date) -> bytes:
    """Return a ZIP archive.

    Args:
        folder: the folder in it that holds all files.
        files: their bytes, by path.
        day: the date that all of them bear.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for path in sorted(files):
            member = zipfile.ZipInfo(f"{folder}/{path}")
            member.date_time = (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0)
            member.create_system, member.external_attr = _UNIX, _MODE
            target.writestr(member, files[path])
    return stream.getvalue()
