"""Nothing but `files/` changes the disk, save where a site that can be made again is made."""

import ast
from pathlib import Path

WRITES = {
    "write_bytes", "write_text", "rename", "unlink", "rmtree", "rmdir", "hardlink_to", "symlink_to",
    "fdopen", "copyfile", "copytree", "move", "mkstemp", "mkdtemp", "TemporaryDirectory",
}  # fmt: skip
ELSEWHERE = {
    "mkdocs_plugin/press/before.py": "pages of a site that is being built",
    "mkdocs_plugin/press/record.py": "the record of these pages, which a next build may lack",
    "mkdocs_plugin/press/linked.py": "second names of such pages, in the folder of a new site",
    "building/workshop.py": "a whole site beside the old one, and the swap of the two",
    "publishing/staging.py": "a copy of the site for git, below .cache/",
}
"""Each with kills of its own in the tests."""


def written_in(source: str) -> set[str]:
    """Return the calls of a module that change the disk."""
    called = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in called}
    return names & WRITES


def test_only_the_modules_that_are_known_for_it_change_the_disk(repository: Path) -> None:
    package = repository / "plugins" / "dossierpress"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if written_in(path.read_text("utf-8"))
    }
    assert {name for name in found if not name.startswith("files/")} == {*ELSEWHERE}


def test_a_call_that_writes_is_found() -> None:
    assert written_in("Path('x').write_text('y')") == {"write_text"}
    assert written_in("x.replace('a', 'b')") == set()
