"""Find a Chromium for the tests, or install one; print its executable.

In this order: `DOSSIER_BROWSER`, an installed Chromium or Chrome, Debian's package where this
user may install one, Playwright's own. If none of them works the exit status is 1 and the
message says what was tried: a missing browser never turns into a skipped test.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


class NoBrowserError(Exception):
    """No browser could be found or installed; the text says what was tried."""


def find() -> str | None:
    """Return an installed browser's executable.

    Raises:
        NoBrowserError: `DOSSIER_BROWSER` names something that does not run.
    """
    wanted = os.environ.get("DOSSIER_BROWSER")
    if wanted:
        path = shutil.which(wanted)
        if path is None or not runs(path):
            raise NoBrowserError(f"DOSSIER_BROWSER is {wanted!r}, which does not run")
        return path
    found = (shutil.which(name) for name in NAMES)
    candidates = [*found, *(str(app) for app in MAC_APPS if app.exists()), playwrights_own()]
    return next((path for path in candidates if path and runs(path)), None)


def runs(path: str) -> bool:
    """Say whether the executable prints a version (Ubuntu's `chromium-browser` may be a stub)."""
    try:
        result = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def playwrights_own() -> str | None:
    """Return the executable that `playwright install chromium` puts in place, if it is there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str:
    """Install a browser, by Debian's package or else by Playwright, and return its executable.

    Raises:
        NoBrowserError: neither worked.
    """
    tried = []
    for name, commands in (("Debian's package", debian()), ("Playwright's own", playwright())):
        if not commands:
            tried.append(f"{name}: not possible for this user on this system")
            continue
        print(f"No Chromium or Chrome is installed; trying {name} ...", file=sys.stderr)
        failed = next((command for command in commands if not succeeds(command)), None)
        path = None if failed else find()
        if path:
            return path
        tried.append(f"{name}: `{' '.join(failed)}` failed" if failed else f"{name}: does not run")
    raise NoBrowserError(
        "the browser tests need Chromium or Chrome, and none could be installed.\n  "
        + "\n  ".join(tried)
        + "\nInstall one, or name its executable in DOSSIER_BROWSER."
    )


def debian() -> list[list[str]]:
    """Return the commands that install Debian's package; none where this user may not."""
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not (shutil.which("sudo") and succeeds(["sudo", "-n", "true"])):
        return []
    install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    return [[*sudo, "apt-get", "update"], [*sudo, *quiet, *install]]


def playwright() -> list[list[str]]:
    """Return the command that installs Playwright's own Chromium."""
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def succeeds(command: list[str]) -> bool:
    """Run a command with its output on standard error, and say whether it succeeded."""
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


def main(arguments: list[str]) -> int:
    """Print a browser's executable; install one where there is none, but not with `--find`."""
    try:
        found = find()
        if not found and "--find" in arguments:
            raise NoBrowserError("no Chromium or Chrome is installed.")
        print(found or install())
    except NoBrowserError as error:
        print(f"browser: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
