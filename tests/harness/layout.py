"""Lays files out in a folder as a test case describes them."""

from pathlib import Path
from typing import Any


def lay_out(root: Path, files: dict[str, Any]) -> Path:
    """Write files below a folder and return it.

    Each value is the file's text, or a mapping with one of `hex` (its bytes), `link` (a symbolic
    link to that path) or `repeat` and `times` (a long text, between `before` and `after`).
    """
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case str():
                path.write_text(content, "utf-8", newline="")
            case {"hex": digits}:
                path.write_bytes(bytes.fromhex(digits))
            case {"link": target}:
                path.symlink_to(target)
            case {"repeat": piece, "times": times}:
                before, after = content.get("before", ""), content.get("after", "")
                path.write_text(f"{before}{piece * times}{after}", "utf-8", newline="")
            case _:
                raise ValueError(f"{name}: cannot lay out {content!r}")
    return root
