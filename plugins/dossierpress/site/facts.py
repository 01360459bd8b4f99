"""Lines of a page's definition list, and the addresses of other sites that may stand in it."""

from urllib.parse import urlsplit

from dossierpress.language.words import Words
from dossierpress.model import Location
from dossierpress.site.model import Fact, Value


def fact(label: str, *values: Value | str | None) -> tuple[Fact, ...]:
    """Return a fact with the values that are there; nothing where none is."""
    found = tuple([Value(value) if isinstance(value, str) else value for value in values if value])
    return (Fact(label, found),) if found else ()


def safe_url(url: str | None) -> str | None:
    """Return an address of another site, if it is one that a browser may be sent to."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def position(words: Words, location: Location) -> str:
    """Return a point on the earth in words, as "33.3° N, 44.4° E"."""
    north, east = location.latitude, location.longitude
    say = words.gettext
    latitude = say("{degrees}° N") if north >= 0 else say("{degrees}° S")
    longitude = say("{degrees}° E") if east >= 0 else say("{degrees}° W")
    return say(
        "{latitude}, {longitude}",
        latitude=latitude.format(degrees=f"{abs(north):g}"),
        longitude=longitude.format(degrees=f"{abs(east):g}"),
    )
