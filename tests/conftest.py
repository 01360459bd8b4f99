"""What every test may use, and the walls round it: a test reaches no network but loopback."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make kills` kill more often than `make test`."""
    parser.addoption("--kills", type=int, default=10, help="how many runs are killed by chance")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository."""
    return REPOSITORY


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection of this process that leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture
def dossier() -> Callable[..., Result]:
    """Run the command line in this process: `dossier("new", folder)`.

    A `DossierError` becomes the exit status and message that the real command gives it.
    """
    from dossierpress.cli.main import dossier as group
    from dossierpress.errors import DossierError, UsageError

    def run(*arguments: object, stdin: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(group, [str(a) for a in arguments], input=stdin)
        error = result.exception
        if isinstance(error, DossierError):
            result.exit_code = 2 if isinstance(error, UsageError) else 1
            result.stderr_bytes = (result.stderr_bytes or b"") + f"dossier: {error}\n".encode()
        elif error is not None and not isinstance(error, SystemExit):
            raise error
        return result

    return run


@pytest.fixture
def publication(dossier: Callable[..., Result], tmp_path: Path) -> Path:
    """A new publication, as `dossier new` lays it down."""
    folder = tmp_path / "gulf-desk"
    result = dossier("new", folder, "--name", "Gulf desk")
    assert result.exit_code == 0, result.stderr
    return folder
