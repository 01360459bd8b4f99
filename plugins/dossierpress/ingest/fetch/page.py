"""From an address to a clipping, or to the reason why there is none."""

import http.client
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from dossierpress.edtf import When, parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.names import shown
from dossierpress.ingest.fetch.addresses import is_public
from dossierpress.ingest.fetch.connection import Pinned, Resolve, cut_off_after, resolve
from dossierpress.ingest.sniff import MAX_BYTES

REDIRECTS = 5
SECONDS = 20.0
READ = ("text/", "application/xhtml+xml", "application/xml", "application/pdf", "application/json",
        "application/rss+xml", "application/atom+xml", "application/feed+json",
        "application/rtf", "message/rfc822")  # fmt: skip
"""The media types that may be a clipping, by how they begin."""

_SAVE = "open it in a browser, save the page and add that file"
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Fetcher:
    """How pages are got; the defaults are for use, the rest for tests.

    Attributes:
        resolve: from a host to its numeric addresses.
        allowed: whether a numeric address may be connected to.
        context: how certificates are checked.
        seconds: for one page, with all its redirects.
        most: bytes of one page.
        clock: seconds from any point in time on.
    """

    resolve: Resolve = resolve
    allowed: Callable[[str], bool] = is_public
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS
    most: int = MAX_BYTES
    clock: Callable[[], float] = monotonic

    def __call__(self, address: str) -> Clipping | Problem:
        """Get the page at an address; never raises for what a server does."""
        end = self.clock() + self.seconds
        here = address
        try:
            for _ in range(REDIRECTS + 1):
                answer = self._ask(here, end - self.clock())
                if isinstance(answer, Clipping):
                    return answer
                here = urljoin(here, answer)
        except _FailedError as failed:
            return Problem(shown(address), 1, failed.code, failed.message, _SAVE)
        except ssl.SSLError as error:
            reason = f"its certificate or encryption is refused ({error.reason or error})"
        except TimeoutError:
            reason = f"it did not answer within {self.seconds:g} seconds"
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            late = self.clock() >= end
            reason = f"it did not answer within {self.seconds:g} seconds" if late else _why(error)
        else:
            reason = f"it redirects more than {REDIRECTS} times"
        return Problem(shown(address), 1, "DP542", f"cannot be fetched: {shown(reason)}", _SAVE)

    def _ask(self, address: str, seconds: float) -> Clipping | str:
        """Return the page, or the address that the server sends us to."""
        url = _checked(address)
        if seconds <= 0:
            raise TimeoutError
        connection = Pinned(url, self._pinned(url, seconds), seconds, self.context)
        with cut_off_after(seconds, connection) as late:
            try:
                connection.request("GET", _target(url), headers=_headers())
                response = connection.getresponse()
                if response.status in _MOVED and response.getheader("Location"):
                    return str(response.getheader("Location"))
                page = self._page(address, response)
                if late.is_set():
                    raise TimeoutError
                return page
            finally:
                connection.close()

    def _pinned(self, url: SplitResult, seconds: float) -> str:
        """Return the address to connect to; one that is not public spoils all of a host."""
        host = url.hostname or ""
        port = url.port or (443 if url.scheme == "https" else 80)
        found = self.resolve(host, port, seconds)
        refused = [address for address in found if not self.allowed(address)]
        if refused or not found:
            told = f"{host} is {refused[0]}" if refused and refused[0] != host else host
            raise _FailedError("DP541", f"is not fetched: {shown(told)} is no public address")
        return found[0]

    def _page(self, address: str, response: http.client.HTTPResponse) -> Clipping:
        if response.status != 200:
            reason = f"the server answers {response.status} {shown(response.reason or '')}".strip()
            raise _FailedError("DP542", f"cannot be fetched: {reason}")
        said = response.getheader("Content-Type") or ""
        if not said.strip().lower().startswith(READ):
            raise _FailedError("DP543", f"is no page: its type is {shown(said) or 'not given'}")
        data = response.read(self.most + 1)
        if len(data) <= self.most and response.length:
            raise _FailedError("DP542", "cannot be fetched: the server stopped in the middle")
        if (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip", "deflate"):
            # We did not ask for it; some servers send it all the same.
            data = zlib.decompressobj(wbits=47).decompress(data, self.most + 1)
        if len(data) > self.most:
            raise _FailedError("DP543", f"is over {self.most // 1024**2} MB")
        when = _when(response.getheader("Date"))
        return Clipping(address, data, shown(said), when, address)


class _FailedError(Exception):
    """Why a page is not a clipping."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def _checked(address: str) -> SplitResult:
    url = urlsplit(address)
    if url.scheme not in ("http", "https") or not url.hostname:
        raise _FailedError("DP541", f"leads to {shown(address)}, which is no web address")
    if url.username is not None or url.password is not None:
        raise _FailedError("DP541", "has a user name in it, which is not sent")
    return url


def _target(url: SplitResult) -> str:
    """Return what is asked of the server: path and query, in letters that HTTP allows."""
    path = quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(url.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"DossierPress/{version('dossierpress')} (news archive; asked by a person)",
        "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _when(date: str | None) -> When | None:
    """Read the moment that the server gives; the clock of this machine is not asked."""
    try:
        moment = parsedate_to_datetime(date or "").astimezone(UTC)
        return parse_when(f"{moment:%Y-%m-%dT%H:%M:%SZ}")
    except (ValueError, TypeError, OverflowError):
        return None


def _why(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or str(error) or type(error).__name__).lower()
