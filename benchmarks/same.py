"""Whether two built sites are the same, byte for byte."""

from pathlib import Path


def differences(one: Path, other: Path) -> tuple[str, ...]:
    """Return the files that differ, or that only one of two sites has, ordered by name."""
    return tuple(sorted(_names(one) ^ _names(other)) + sorted(_differing(one, other)))


def _names(root: Path) -> set[str]:
    return {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()}


def _differing(one: Path, other: Path) -> set[str]:
    both = _names(one) & _names(other)
    return {name for name in both if (one / name).read_bytes() != (other / name).read_bytes()}
