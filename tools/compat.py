"""Run the tests on each Python that is there, and on the oldest and newest host that are allowed.

Each combination gets a virtual environment of its own below `.compat/`. What ran, and what came of
it, is printed at the end as a table; the exit status is 1 where one of them failed. With `--list`
nothing is run.

    python tools/compat.py [--list] [NAME...]
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".compat"
PYTHONS = ("3.11", "3.12", "3.13")
HOSTS = {
    "oldest": ("mkdocs==1.6.0", "mkdocs-material==9.7.7"),
    "newest": ("mkdocs", "mkdocs-material"),
}
"""What is installed over the package's own choice."""
TESTS = ("tests/unit", "tests/golden", "tests/integration", "-n", "2", "-q", "--maxfail=10")
PROPERDOCS = ("tests/integration/test_build_variants.py", "-n", "0", "-q", "-k", "properdocs")


@dataclass(frozen=True)
class Combination:
    """One environment and what is run in it."""

    python: str
    host: str

    @property
    def name(self) -> str:
        """Return how it is called on the command line."""
        return f"{self.python}-{self.host}"


def interpreters() -> Iterator[tuple[str, str]]:
    """Yield each Python that is there: its version, and the program."""
    for version in PYTHONS:
        for found in (shutil.which(f"python{version}"), _of_pyenv(version)):
            if found and _runs(found):
                yield version, found
                break


def main(arguments: list[str]) -> int:
    """Run the combinations that are named, or all."""
    programs = dict(interpreters())
    all_ = [Combination(python, host) for python in programs for host in HOSTS]
    wanted = [one for one in all_ if not _names(arguments) or one.name in _names(arguments)]
    absent = [version for version in PYTHONS if version not in programs]
    results = {}
    for one in wanted:
        results[one.name] = "listed" if "--list" in arguments else _run(one, programs[one.python])
        print(f"{one.name}: {results[one.name]}", flush=True)
    for version in absent:
        print(f"{version}: not on this machine")
    return 1 if any(result.startswith("failed") for result in results.values()) else 0


def _run(one: Combination, program: str) -> str:
    place = FOLDER / one.name
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([program, "-m", "venv", str(place)], check=True)
    quiet = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    upgrade = ["--upgrade"] if one.host == "newest" else []
    set_up = subprocess.run([*quiet, *upgrade, "-e", f"{ROOT}[dev]", *HOSTS[one.host]], check=False)
    if set_up.returncode:
        return "failed: cannot be installed"
    versions = _versions(python)
    for tests in (TESTS, PROPERDOCS):
        run = subprocess.run([str(python), "-m", "pytest", *tests], cwd=ROOT, check=False)
        if run.returncode:
            return f"failed with {versions}"
    return f"passed with {versions}"


def _versions(python: Path) -> str:
    names = ("mkdocs", "mkdocs-material", "properdocs")
    code = (
        f"from importlib.metadata import version as v; print(*(f'{{n}} {{v(n)}}' for n in {names}))"
    )
    asked = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def _names(arguments: list[str]) -> list[str]:
    return [argument for argument in arguments if not argument.startswith("-")]


def _runs(program: str) -> bool:
    """Tell whether a program is a Python: pyenv puts shims also for those that are not chosen."""
    asked = subprocess.run([program, "-c", "import venv"], capture_output=True, check=False)
    return asked.returncode == 0


def _of_pyenv(version: str) -> str | None:
    found = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    return str(found[-1]) if found else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
