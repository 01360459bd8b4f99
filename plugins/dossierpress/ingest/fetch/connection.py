"""One request to one address that was checked: the standard library's HTTP, pinned and bounded."""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import SplitResult

Resolve = Callable[[str, int, float], tuple[str, ...]]
"""From a host, a port and a number of seconds to the host's numeric addresses."""


class Pinned(http.client.HTTPConnection):
    """A connection to a numeric address, whatever the host's name resolves to by now.

    Args:
        url: where to connect; its host is named to the server and checked in its certificate.
        address: the numeric address.
        timeout: seconds for connecting and for each answer.
        context: how certificates are checked.

    Attributes:
        held: the socket, which `sock` no longer is while the last of an answer is read.
    """

    def __init__(
        self, url: SplitResult, address: str, timeout: float, context: ssl.SSLContext
    ) -> None:
        self._secure = url.scheme == "https"
        self.default_port = 443 if self._secure else 80
        super().__init__(url.hostname or "", url.port or self.default_port, timeout=timeout)
        self._address = address
        self._context = context
        self.held: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the address that was checked, and over TLS to the host that was meant."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self.held = plain
        if self._secure:
            # The handshake comes after the assignment, so that it too can be cut off.
            wrapped = self._context.wrap_socket(
                plain, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock = self.held = wrapped
            wrapped.do_handshake()


def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """Return the numeric addresses of a host, in the system's order.

    Raises:
        OSError: there is no such host, or nobody answers in time.
    """
    found: list[str] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(str(address[0]) for *_, address in answers)
        except (OSError, UnicodeError) as error:
            failed.append(error)

    # The system's resolver knows no time limit.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if failed:
        raise failed[0]
    return tuple(dict.fromkeys(found))


@contextmanager
def cut_off_after(seconds: float, connection: Pinned) -> Iterator[threading.Event]:
    """Shut a connection down after a time, however slowly its server goes on sending.

    Yields:
        What is set when that has happened; what was read then may be a part.
    """
    late = threading.Event()

    def cut_off() -> None:
        late.set()
        if connection.held is not None:
            # Not the method of a TLS socket, which would first undo what a read is using; and
            # a socket that is closed by now needs no shutting down.
            with suppress(OSError):
                socket.socket.shutdown(connection.held, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut_off)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
