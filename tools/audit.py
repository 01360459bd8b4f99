"""Ask the advisory database about the versions in `requirements/dev.lock`.

The database is asked once a day at most; the answer is kept beside the virtual environment. Where
it cannot be reached, that is said in one line and is no fault: a check must work without a network.
A known hole is a fault.

    python tools/audit.py [--lock FILE] [--service URL] [--kept FILE]
"""

import argparse
import hashlib
import json
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
DAY = 24 * 60 * 60
OSV = "https://api.osv.dev/v1/query"
"""Where advisories are asked for; any server that answers as OSV's does will do."""
PATIENCE, LONGEST = 2.0, 60.0
"""How long to wait for it to answer at all, and for all answers, in seconds."""


@dataclass(frozen=True)
class Question:
    """What is asked, of whom, and where the answer is kept."""

    lock: Path
    service: str
    kept: Path

    @property
    def key(self) -> str:
        """Return a digest of all that the answer depends on."""
        return hashlib.sha256(self.lock.read_bytes() + self.service.encode()).hexdigest()


def main(arguments: list[str]) -> int:
    """Print what is known to be unsafe; 1 where anything is."""
    asked = _question(arguments)
    name = asked.lock.name
    if not asked.lock.is_file():
        print(f"audit: no {name}; run `make lock`")
        return 1
    told = _kept(asked)
    if told is None:
        told, why = _ask(asked)
        if told is None:
            print(f"audit: the advisory database cannot be reached ({why}); nothing was checked")
            return 0
        asked.kept.write_text(json.dumps({"key": asked.key, "at": time.time(), "told": told}))
    for line in told:
        print(f"audit: {line}")
    print(f"audit: {len(told) or 'no'} known hole{'s' * (len(told) != 1)} in {name}")
    return 1 if told else 0


def _question(arguments: list[str]) -> Question:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", type=Path, default=ROOT / "requirements" / "dev.lock")
    parser.add_argument("--service", default=OSV)
    parser.add_argument("--kept", type=Path, default=Path(sys.prefix) / "audit.json")
    given = parser.parse_args(arguments)
    return Question(given.lock, given.service, given.kept)


def _ask(asked: Question) -> tuple[list[str] | None, str]:
    """Return a line for each hole that pip-audit finds; None, and why, where it cannot ask."""
    place = urlsplit(asked.service)
    port = place.port or (443 if place.scheme == "https" else 80)
    try:
        socket.create_connection((place.hostname or "", port), PATIENCE).close()
    except OSError as error:
        return None, error.strerror or str(error)
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(asked.lock), "--disable-pip",
               "--require-hashes", "--vulnerability-service", "osv", "--osv-url", asked.service,
               "--format", "json", "--progress-spinner", "off", "--timeout", "5"]  # fmt: skip
    try:
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return None, f"no whole answer within {LONGEST:.0f} s"
    try:
        found = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = ended.stderr.strip().splitlines() or ["no answer"]
        return None, last[-1][:200]
    return [_line(package, hole) for package in found for hole in package.get("vulns", ())], ""


def _line(package: dict, hole: dict) -> str:
    names = ", ".join(dict.fromkeys([hole["id"], *hole.get("aliases", ())]))
    mended = " or ".join(hole.get("fix_versions", ()))
    what = f"raise it to {mended}, and run `make lock`" if mended else "no version mends it yet"
    return f"{package['name']} {package['version']} has a known hole ({names}); {what}"


def _kept(asked: Question) -> list[str] | None:
    try:
        kept = json.loads(asked.kept.read_text("utf-8"))
        fresh = kept["key"] == asked.key and 0 <= time.time() - kept["at"] < DAY
        return list(kept["told"]) if fresh else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
