"""Ask the advisory database about the versions in `requirements/dev.lock`.

The database is asked once a day at most; the answer is kept beside the virtual environment. Where
it cannot be reached, that is said in one line and is no fault: a check must work without a network.
A known hole is a fault.
"""

import hashlib
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "dev.lock"
KEPT = Path(sys.prefix) / "audit.json"
DAY = 24 * 60 * 60
HOST, PATIENCE, LONGEST = "api.osv.dev", 2.0, 60.0
"""Where advisories are asked for; how long to wait for it to answer at all, and for all answers."""


def main() -> int:
    """Print what is known to be unsafe; 1 where anything is."""
    if not LOCK.is_file():
        print("audit: no requirements/dev.lock; run `make lock`")
        return 1
    key = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    told = _kept(key)
    if told is None:
        told = _ask()
        if told is None:
            print("audit: the advisory database cannot be reached; nothing was checked")
            return 0
        KEPT.write_text(json.dumps({"key": key, "at": time.time(), "told": told}), "utf-8")
    if told:
        print(told)
    print(
        f"audit: {'known holes, see above' if told else 'no known holes'} in requirements/dev.lock"
    )
    return 1 if told else 0


def _ask() -> str | None:
    """Return what pip-audit complains about; None where it cannot ask."""
    try:
        socket.create_connection((HOST, 443), PATIENCE).close()
    except OSError:
        return None
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip",
               "--require-hashes", "--vulnerability-service", "osv", "--progress-spinner", "off",
               "--timeout", "5"]  # fmt: skip
    try:
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode == 0:
        return ""
    return ended.stdout.strip() or None


def _kept(key: str) -> str | None:
    try:
        kept = json.loads(KEPT.read_text("utf-8"))
        fresh = kept["key"] == key and 0 <= time.time() - kept["at"] < DAY
        return str(kept["told"]) if fresh else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


if __name__ == "__main__":
    sys.exit(main())
