"""What a browser may load and run on a page: the last of four layers against hostile content.

Everything comes from the site itself, and of the scripts that stand in a page only those that the
theme wrote may run: each is named by its digest. A script that came in with a text has none, so
that a browser refuses it even where all the other layers failed.

Source: W3C, Content Security Policy Level 3.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache

MARK = "<!--dossierpress:policy-->"
"""Where a template wants the policy; it stands before anything that could be loaded."""

_BEGINNING = '<meta http-equiv="Content-Security-Policy" content="'
_FIXED = (
    "default-src 'none'",
    "style-src 'self'",
    # Tables that people write by hand align their columns so; it can load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_WHERE_NEEDED = (
    ("media-src 'self'", re.compile(r"<(?:audio|video)\b", re.IGNORECASE)),
    ("manifest-src 'self'", re.compile(r"<link\b[^>]*\bmanifest\b", re.IGNORECASE)),
)
"""What only a page may load that has a place for it."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_RUNS = frozenset({"", "module", "text/javascript", "application/javascript"})
_PLACE = re.compile(r"<meta charset[^>]*>|<head\b[^>]*>", re.IGNORECASE)


def with_policy(html: str, texts: Iterable[str]) -> str:
    """Return a page with its policy.

    Args:
        html: the whole page.
        texts: what on it did not come from the theme; no script in one of them may run.
    """
    if _BEGINNING in html:
        return html
    meta = policy_for(html, texts)
    if MARK in html:
        return html.replace(MARK, meta, 1)
    place = _PLACE.search(html)
    return f"{html[: place.end()]}{meta}{html[place.end() :]}" if place else html


def policy_for(html: str, texts: Iterable[str] = ()) -> str:
    """Return the policy of a page, or of a frame around many pages, as an element of its head."""
    needed = tuple(directive for directive, place in _WHERE_NEEDED if place.search(html))
    return _meta(tuple(sorted(set(_own_scripts(html, tuple(texts))))), needed)


def _own_scripts(html: str, texts: tuple[str, ...]) -> Iterator[str]:
    """Yield the scripts that the theme wrote into a page, without those that it loads."""
    for match in _SCRIPT.finditer(html):
        attributes, script = match.groups()
        kind = _TYPE.search(attributes)
        runs = (kind[1].lower() if kind else "") in _RUNS
        if runs and not _SOURCE.search(attributes) and not any(script in text for text in texts):
            yield script


@lru_cache(maxsize=256)
def _meta(scripts: tuple[str, ...], needed: tuple[str, ...]) -> str:
    allowed = " ".join(["script-src 'self'", *map(_digest, scripts)])
    policy = "; ".join((_FIXED[0], allowed, *_FIXED[1:], *needed))
    return f'{_BEGINNING}{policy}">'


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
