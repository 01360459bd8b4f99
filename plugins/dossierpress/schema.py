"""The version of the form of content files, and what to say of another one.

A file says it by `schema_version:`; one that does not is of version 1.
"""

from dossierpress.errors import Problem
from dossierpress.frontmatter import Mapping, Scalar

KEY = "schema_version"
CURRENT = 1
"""The version that this program writes; it reads all versions up to it."""


def version_of(node: Mapping) -> int | None:
    """Return the version that a file says it has; None where it says none, or none that is one."""
    for entry in node.entries:
        if entry.key == KEY and isinstance(entry.value, Scalar):
            value = entry.value.value
            return value if type(value) is int and value > 0 else None
    return None


def check_version(node: Mapping, path: str, problems: list[Problem]) -> None:
    """Report a version that this program does not read, or that is none."""
    entry = next((entry for entry in node.entries if entry.key == KEY), None)
    if entry is None:
        return
    version = version_of(node)
    if version is None:
        message, hint = f"{KEY}: is not a version", f"write {CURRENT}, or leave the key out"
        problems.append(Problem(path, entry.line, "DP005", message, hint))
    elif version > CURRENT:
        message = f"the file is of version {version}; this program reads up to {CURRENT}"
        problems.append(Problem(path, entry.line, "DP023", message, "install a newer DossierPress"))
    elif version < CURRENT:
        message = f"the file is of version {version}; the version of today is {CURRENT}"
        problems.append(Problem(path, entry.line, "DP024", message, "run `dossier migrate`"))
