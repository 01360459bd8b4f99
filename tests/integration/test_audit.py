"""The audit in `make check`, against a server that answers as the advisory database does."""

import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

LOCK = "".join(
    f"{name}=={version} --hash=sha256:{'0' * 64}\n"
    for name, version in (("harbour-words", "1.2.0"), ("pilot-boat", "3.1"))
)
HOLE = {
    "id": "PYSEC-2026-7",
    "aliases": ["CVE-2026-0007"],
    "summary": "A rope of any length stops the boat",
    "affected": [
        {
            "package": {"name": "pilot-boat", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.2"}]}],
        }
    ],
}
"""An advisory in the form of https://ossf.github.io/osv-schema/."""


@dataclass
class Database:
    """An advisory database on this machine: what it knows, and what it was asked."""

    holes: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    status: int = 200
    url: str = ""


@pytest.fixture
def database() -> Iterator[Database]:
    known = Database()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name that http.server calls
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = query["package"]["name"]
            known.asked.append((name, query["version"]))
            holes = known.holes.get(name)
            body = json.dumps({"vulns": holes} if holes else {}).encode()
            self.send_response(known.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    known.url = f"http://127.0.0.1:{server.server_port}/v1/query"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield known
    server.shutdown()
    server.server_close()


@pytest.fixture
def audit(repository: Path, tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    (tmp_path / "dev.lock").write_text(LOCK)
    tool = [sys.executable, str(repository / "tools" / "audit.py")]
    places = ["--lock", str(tmp_path / "dev.lock"), "--kept", str(tmp_path / "kept.json")]

    def run(url: str) -> subprocess.CompletedProcess[str]:
        command = [*tool, *places, "--service", url]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run


def test_a_known_hole_fails_the_check_and_says_what_mends_it(
    database: Database, audit: Callable[[str], subprocess.CompletedProcess[str]]
) -> None:
    database.holes["pilot-boat"] = [HOLE]
    for _ in range(2):  # asked, and then from what was kept
        told = audit(database.url)
        assert told.returncode == 1
        assert told.stdout.splitlines() == [
            "audit: pilot-boat 3.1 has a known hole (PYSEC-2026-7, CVE-2026-0007); "
            "raise it to 3.2, and run `make lock`",
            "audit: 1 known hole in dev.lock",
        ]
        assert told.stderr == ""
    assert sorted(database.asked) == [("harbour-words", "1.2.0"), ("pilot-boat", "3.1")]


def test_a_lock_without_a_known_hole_passes(
    database: Database, audit: Callable[[str], subprocess.CompletedProcess[str]]
) -> None:
    told = audit(database.url)
    assert (told.returncode, told.stdout) == (0, "audit: no known holes in dev.lock\n")
    assert len(database.asked) == 2


def test_another_lock_is_asked_about_anew(
    database: Database,
    audit: Callable[[str], subprocess.CompletedProcess[str]],
    tmp_path: Path,
) -> None:
    audit(database.url)
    (tmp_path / "dev.lock").write_text(LOCK.replace("1.2.0", "1.3.0"))
    audit(database.url)
    assert ("harbour-words", "1.3.0") in database.asked


def test_every_version_that_development_uses_is_asked_about(
    database: Database, repository: Path, tmp_path: Path
) -> None:
    tool, lock = repository / "tools" / "audit.py", repository / "requirements" / "dev.lock"
    command = [sys.executable, tool, "--kept", tmp_path / "kept.json", "--service", database.url]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "audit: no known holes in dev.lock\n")
    pinned = re.findall(r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    assert sorted(database.asked) == sorted((name.lower(), version) for name, version in pinned)


def test_a_database_that_is_not_there_or_not_well_is_said_and_no_fault(
    database: Database, audit: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        absent = audit(f"http://127.0.0.1:{unused.getsockname()[1]}/v1/query")
    database.status = 500
    ill = audit(database.url)
    for told in (absent, ill):
        assert told.returncode == 0
        assert told.stdout.startswith("audit: the advisory database cannot be reached (")
        assert told.stdout.endswith("); nothing was checked\n")
        assert told.stdout.count("\n") == 1
        assert told.stderr == ""
    assert not (tmp_path / "kept.json").exists()
