"""Every problem that the code can report is in the catalogue, and every one there is shown."""

import re
from pathlib import Path

from dossierpress.errors import codes

CODE = re.compile(r"\bDP\d{3}\b")
NO_CODES = {"DP012"}
"""What documentation names as an example of a code."""


def named_in(folder: Path, *suffixes: str) -> set[str]:
    files = (path for path in folder.rglob("*") if path.suffix in suffixes)
    texts = (path.name + path.read_text("utf-8", "replace") for path in files)
    return {code for text in texts for code in CODE.findall(text.replace("_", " "))}


def test_every_code_that_the_package_reports_is_documented(repository: Path) -> None:
    reported = named_in(repository / "plugins" / "dossierpress", ".py")
    assert reported - NO_CODES <= codes().keys()
    assert codes().keys() <= reported, "a code that nothing reports"


def test_every_code_is_shown_by_a_test(repository: Path) -> None:
    """A code is documented by an example, which a test or a golden case has to produce."""
    assert codes().keys() - named_in(repository / "tests", ".py", ".yml") == set()


def test_every_code_says_why_by_an_example_and_how_to_mend_it() -> None:
    for code in codes().values():
        assert all((code.title, code.why, code.example, code.fix)), code.id
