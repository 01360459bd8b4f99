"""Addresses: the bare URL line, and the form in which two addresses are the same."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_BARE = re.compile(
    r"<?(?P<url>(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)])>?[.,;]?", re.IGNORECASE
)
_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid|s|share", re.IGNORECASE
)
_SOCIAL = re.compile(
    r"(?:www\.|mobile\.|m\.)?(?:twitter|x|t|facebook|instagram|youtube|youtu|pic\.twitter)\.(?:com|co|be)"
)


def bare_url(line: str) -> str | None:
    """Return the address that a line consists of; None where it says anything else."""
    match = _BARE.fullmatch(line)
    if match is None:
        return None
    url = match["url"] if "://" in match["url"] else f"https://{match['url']}"
    try:
        return url if urlsplit(url).netloc else None
    except ValueError:
        return None


def is_social(url: str) -> bool:
    """Say whether an address is a post on a social network, as stories embed them."""
    return _SOCIAL.fullmatch(urlsplit(url).netloc.casefold()) is not None


def url_key(url: str) -> str:
    """Return what is equal for two addresses of one page: no scheme, tracking or fragment."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = [(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k)]
    host = parts.netloc.casefold().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(query))}"
