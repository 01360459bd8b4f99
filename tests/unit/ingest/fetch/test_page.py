"""Pages from a real server on this machine, which the tests alone allow."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.fetch.page import REDIRECTS, Fetcher

DATE = "Fri, 24 Jan 2020 10:00:00 GMT"
PAGE = b"<!doctype html><p>Two ships left Fujairah.</p>"

Answers = dict[str, "bytes | Callable[[socket.socket], None]"]


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    lines = {"Content-Type": "text/html", "Date": DATE, "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class Server:
    """Answers each path with bytes, or lets a function play with the connection."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.requests: list[bytes] = []
        self.context: ssl.SSLContext | None = None
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(plain,), daemon=True).start()

    def _one(self, plain: socket.socket) -> None:
        try:
            held = self.context.wrap_socket(plain, server_side=True) if self.context else plain
            with held:
                request = held.recv(65536)
                self.requests.append(request)
                told = self.answers.get(request.split(b" ")[1].decode(), answer(status="404 No"))
                if callable(told):
                    told(held)
                else:
                    held.sendall(told)
        except OSError:
            return

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def server() -> Iterator[Server]:
    held = Server()
    yield held
    held.close()


@pytest.fixture
def fetch(server: Server) -> Fetcher:
    """Every host is this machine, and this machine may be asked."""
    return Fetcher(
        resolve=lambda host, port, seconds: ("127.0.0.1",),
        allowed=lambda address: address == "127.0.0.1",
        seconds=5,
        most=100_000,
    )


def url(server: Server, path: str = "/", scheme: str = "http") -> str:
    return f"{scheme}://news.example:{server.port}{path}"


def code(found: Clipping | Problem) -> str:
    assert isinstance(found, Problem), found
    return found.code


def test_a_page_is_a_clipping_with_its_address_and_the_servers_time(server, fetch) -> None:
    server.answers["/story?id=1"] = answer()
    found = fetch(url(server, "/story?id=1"))
    assert isinstance(found, Clipping)
    assert (found.data, found.url) == (PAGE, url(server, "/story?id=1"))
    assert found.captured_at is not None
    assert found.captured_at.text == "2020-01-24T10:00:00Z"


def test_the_request_says_who_asks_and_sends_no_cookie(server, fetch) -> None:
    server.answers["/"] = answer(Set_Cookie="id=1")
    fetch(url(server))
    fetch(url(server))
    for request in server.requests:
        assert b"User-Agent: DossierPress/" in request
        assert f"Host: news.example:{server.port}".encode() in request
        assert b"Cookie" not in request


def test_without_a_date_of_the_server_no_moment_is_made_up(server, fetch) -> None:
    server.answers["/"] = answer(Date="")
    assert fetch(url(server)).captured_at is None


def test_redirects_are_followed_and_the_last_address_counts(server, fetch) -> None:
    server.answers["/a"] = answer(b"", "302 Found", Location="/b")
    server.answers["/b"] = answer()
    assert fetch(url(server, "/a")).url == url(server, "/b")


def test_redirects_without_end_end(server, fetch) -> None:
    server.answers["/a"] = answer(b"", "302 Found", Location="/a")
    found = fetch(url(server, "/a"))
    assert code(found) == "DP542"
    assert len(server.requests) == REDIRECTS + 1


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://[::1]/", "file:///etc/passwd", "ftp://a.example/", "gopher:x"],
)
def test_a_redirect_to_what_is_not_public_is_not_followed(server, target: str) -> None:
    places = {"news.example": "127.0.0.1"}
    fetch = Fetcher(
        resolve=lambda host, port, seconds: (places.get(host, host),),
        allowed=lambda address: address == "127.0.0.1",
    )
    server.answers["/"] = answer(b"", "301 Moved", Location=target)
    assert code(fetch(url(server))) == "DP541"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/", "http://[::ffff:7f00:1]/",
     "http://2130706433/", "http://user:secret@news.example/"],
)  # fmt: skip
def test_this_machine_is_not_asked(address: str) -> None:
    assert code(Fetcher()(address)) == "DP541"


def test_one_address_that_is_not_public_spoils_the_host(server) -> None:
    fetch = Fetcher(resolve=lambda host, port, seconds: ("1.1.1.1", "127.0.0.1"))
    assert code(fetch(url(server))) == "DP541"


def test_the_connection_is_made_to_the_address_that_was_checked(server) -> None:
    """A name that changes its mind between the check and the connection gains nothing."""
    asked = []

    def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) == 1 else ("10.0.0.1",)

    server.answers["/"] = answer()
    fetch = Fetcher(resolve=resolve, allowed=lambda address: address == "127.0.0.1")
    assert isinstance(fetch(url(server)), Clipping)
    assert asked == ["news.example"]


def test_a_page_that_is_too_large_is_not_read_to_its_end(server, fetch) -> None:
    server.answers["/a"] = answer(bytes(200_000))
    server.answers["/b"] = answer(bytes(200_000), Content_Length="")
    server.answers["/c"] = answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    assert [code(fetch(url(server, path))) for path in ("/a", "/b", "/c")] == ["DP543"] * 3


def test_a_page_that_is_packed_unasked_is_unpacked(server, fetch) -> None:
    server.answers["/"] = answer(gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(url(server)).data == PAGE


@pytest.mark.parametrize("media", ["image/png", "application/zip", "video/mp4", ""])
def test_what_is_no_page_is_named(server, fetch, media: str) -> None:
    server.answers["/"] = answer(Content_Type=media)
    assert code(fetch(url(server))) == "DP543"


@pytest.mark.parametrize("status", ["403 Forbidden", "500 Oops", "204 None", "302 Found"])
def test_an_answer_that_is_no_page_is_named(server, fetch, status: str) -> None:
    server.answers["/"] = answer(status=status)
    assert code(fetch(url(server))) == "DP542"


def _drip(held: socket.socket) -> None:
    held.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    _drip_on(held)


def _drip_on(held: socket.socket) -> None:
    for _ in range(200):
        held.sendall(b"x")
        time.sleep(0.05)


def _silent(held: socket.socket) -> None:
    held.recv(1)


@pytest.mark.parametrize("play", [_drip, _drip_on, _silent])
def test_a_server_that_is_slow_is_left_in_time(server, play) -> None:
    server.answers["/"] = play
    fetch = Fetcher(
        resolve=lambda host, port, seconds: ("127.0.0.1",), allowed=lambda a: True, seconds=0.5
    )
    begin = time.monotonic()
    found = fetch(url(server))
    assert code(found) == "DP542"
    assert "within 0.5 seconds" in str(found)
    assert time.monotonic() - begin < 5


def test_a_resolver_that_is_slow_is_left_in_time(monkeypatch) -> None:
    from dossierpress.ingest.fetch import connection

    monkeypatch.setattr(connection.socket, "getaddrinfo", lambda *a, **k: [time.sleep(2)][:0])
    found = Fetcher(seconds=0.2)("http://news.example/")
    assert "within 0.2 seconds" in str(found)


@pytest.mark.parametrize(
    "told",
    [b"", b"rubbish\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 500,
     answer(Content_Length="999999"), b"HTTP/1.1 200 OK\r\n" + b"x" * 100_000],
)  # fmt: skip
def test_a_broken_answer_is_one_problem(server, fetch, told: bytes) -> None:
    server.answers["/"] = told
    assert code(fetch(url(server))) == "DP542"


def test_nobody_at_home_is_one_problem(server, fetch) -> None:
    server.close()
    assert code(fetch(url(server))) == "DP542"


def test_a_location_of_any_letters_never_raises(server, fetch) -> None:
    for place in ("http://[", "//", "http://a b/", "\u00e9", "http://x:99999/", "http:///"):
        server.answers["/"] = answer(b"", "302 Found", Location="X").replace(
            b"X\r\n", place.encode() + b"\r\n"
        )
        assert isinstance(fetch(url(server)), Problem)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.example, signed by itself."""
    folder = tmp_path_factory.mktemp("tls")
    done = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "30000", "-subj", "/CN=news.example", "-addext",
         "subjectAltName=DNS:news.example", "-keyout", folder / "key.pem", "-out",
         folder / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def secure(server: Server, certificate: Path) -> ssl.SSLContext:
    """The server speaks TLS; what comes back trusts its certificate."""
    server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    return ssl.create_default_context(cafile=str(certificate / "cert.pem"))


def _secure_fetch(context: ssl.SSLContext | None) -> Fetcher:
    return Fetcher(
        resolve=lambda host, port, seconds: ("127.0.0.1",),
        allowed=lambda address: True,
        context=context or ssl.create_default_context(),
        seconds=5,
    )


def test_a_certificate_is_checked_for_the_host_and_not_for_the_address(server, secure) -> None:
    server.answers["/"] = answer()
    assert isinstance(_secure_fetch(secure)(url(server, "/", "https")), Clipping)


def test_a_certificate_of_another_host_is_refused(server, secure) -> None:
    server.answers["/"] = answer()
    found = _secure_fetch(secure)(f"https://other.example:{server.port}/")
    assert code(found) == "DP542"
    assert "certificate" in str(found)


def test_a_certificate_that_nobody_signed_is_refused(server, secure) -> None:
    server.answers["/"] = answer()
    assert "certificate" in str(_secure_fetch(None)(url(server, "/", "https")))
