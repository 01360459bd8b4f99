"""`tools/browser.py`, on systems that are made of a folder of small scripts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORKS = "#!/bin/sh\necho Chromium 1\n"
BROKEN = "#!/bin/sh\nexit 1\n"
APT = '#!/bin/sh\n[ "$1" = update ] || cp "$(dirname "$0")/packed" "$(dirname "$0")/chromium"\n'
SUDO = '#!/bin/sh\nshift\nexec "$@"\n'


class System:
    """A folder that is the whole PATH."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in ("env", "cp", "dirname", "true"):
            (self.bin / name).symlink_to(str(shutil.which(name)))

    def has(self, name: str, script: str) -> str:
        path = self.bin / name
        path.write_text(script)
        path.chmod(0o755)
        return str(path)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        tool = Path(__file__).parents[2] / "tools" / "browser.py"
        nowhere = {"PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9"}
        return subprocess.run(
            [sys.executable, str(tool), *arguments],
            env={"PATH": str(self.bin), "PLAYWRIGHT_BROWSERS_PATH": str(self.bin / "none")}
            | {"HOME": os.environ.get("HOME", "/")}
            | nowhere
            | environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


def test_the_named_browser_is_taken(system: System) -> None:
    system.has("chromium", WORKS)
    mine = system.has("mine", WORKS)
    assert system.run(DOSSIER_BROWSER=mine).stdout == f"{mine}\n"


def test_a_named_browser_that_does_not_run_is_a_failure(system: System) -> None:
    system.has("chromium", WORKS)
    result = system.run(DOSSIER_BROWSER="/no/such/browser")
    assert (result.returncode, result.stdout) == (1, "")
    assert "DOSSIER_BROWSER is '/no/such/browser', which does not run" in result.stderr


def test_an_installed_browser_is_found_and_a_broken_one_passed_over(system: System) -> None:
    system.has("chromium", BROKEN)
    chrome = system.has("google-chrome", WORKS)
    assert system.run("--find").stdout == f"{chrome}\n"


def test_debians_package_is_installed_where_there_is_none(system: System) -> None:
    system.has("sudo", SUDO)
    system.has("packed", WORKS)
    system.has("apt-get", APT)
    result = system.run()
    assert (result.returncode, result.stdout) == (0, f"{system.bin / 'chromium'}\n")


def test_finding_installs_nothing(system: System) -> None:
    system.has("apt-get", APT)
    result = system.run("--find")
    assert (result.returncode, "no Chromium or Chrome is installed" in result.stderr) == (1, True)


def test_where_nothing_works_it_fails_and_says_what_was_tried(system: System) -> None:
    system.has("apt-get", BROKEN)
    system.has("sudo", BROKEN)
    result = system.run()
    assert (result.returncode, result.stdout) == (1, "")
    assert "none could be installed" in result.stderr
    assert "Debian's package: " in result.stderr
    assert "Playwright's own: " in result.stderr
