"""Write `requirements/dev.lock`: the versions that development is tested with, with their hashes.

pip-tools does it, in an environment of its own below `.compat/`; it asks the index that pip asks.
The package's own extras are written out first, because no hash can name a folder.
"""

import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "dev.lock"
PLACE = ROOT / ".compat" / "lock"
HEAD = "# Written by `make lock`; what development has been tested with. See CONTRIBUTING.md.\n"
_OWN = re.compile(r"dossierpress\[([\w,-]+)\]")


def wanted(extra: str = "dev") -> tuple[str, ...]:
    """Return what the package and one of its extras require."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]

    def written_out(requirements: list[str]) -> Iterator[str]:
        for requirement in requirements:
            own = _OWN.fullmatch(requirement)
            if own:
                for name in own[1].split(","):
                    yield from written_out(extras[name])
            else:
                yield requirement

    return tuple(sorted({*project["dependencies"], *written_out(extras[extra])}))


def main() -> int:
    """Resolve, hash and write."""
    python = PLACE / "bin" / "python"
    if not python.exists():
        venv.create(PLACE, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
    source = PLACE / "dev.in"
    source.write_text("".join(f"{line}\n" for line in wanted()), "utf-8")
    made = PLACE / "dev.lock"
    options = ("--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header",
               "--no-annotate", "--no-emit-index-url", "--no-emit-find-links",
               "--no-emit-trusted-host")  # fmt: skip
    command = [python, "-m", "piptools", "compile", *options, "--output-file", made, source]
    subprocess.run(command, check=True)
    LOCK.parent.mkdir(exist_ok=True)
    LOCK.write_text(HEAD + made.read_text("utf-8"), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
