"""Catalogues → words: ours, and above it the one that a publication brings along.

A catalogue is a `.po` file, as gettext's tools write it. What cannot be used of it is a problem,
and the English text stands in its place.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import resources
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from dossierpress.errors import Problem
from dossierpress.language.check import faults, is_translated
from dossierpress.language.words import ENGLISH, Words

COMPLETE = "ar"
"""A language whose catalogue has every message; a test holds it to that."""
_LARGEST = 1_000_000
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same catalogue gives the same bytes
_HINT = "see docs/guide/translate.md; English stands in its place"


def read_words(language: str, folder: Path, name: str) -> tuple[Words, tuple[Problem, ...]]:
    """Return the words of a language, and what is wrong with its catalogues.

    Args:
        language: a BCP 47 tag. Where it has no catalogue, that of its first part counts ("pt" for
            "pt-BR"), and without that one the words are English.
        folder: where a publication keeps catalogues of its own, as `<language>.po`.
        name: how problems name this folder.
    """
    locale = _locale(language)
    if locale is None:
        return ENGLISH, (_unknown(language, name),)
    tags = tuple(dict.fromkeys((language.partition("-")[0], language)))
    problems: list[Problem] = []
    catalogues = [_shipped(tag) for tag in tags]
    for tag in tags:
        catalogue, found = _brought(folder / f"{tag}.po", f"{name}/{tag}.po")
        catalogues.append(catalogue)
        problems += found
    known = [catalogue for catalogue in catalogues if catalogue is not None]
    if not known:
        if locale.language != "en":
            problems.append(_unknown(language, name))
        return ENGLISH, tuple(problems)
    merged = _merged(known)
    if locale.language != "en":
        problems += _missing(merged, f"{name}/{language}.po")
    return Words(language, _binary(merged)), tuple(problems)


def shipped_messages(language: str = COMPLETE) -> Catalog:
    """Return the catalogue that comes with us for a language."""
    catalogue = _shipped(language)
    if catalogue is None:
        raise LookupError(f"no catalogue for {language}")
    return catalogue


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _shipped(language: str) -> Catalog | None:
    path = resources.files(__package__).joinpath("catalogues", f"{language}.po")
    return read_po(BytesIO(path.read_bytes())) if path.is_file() else None


def _brought(path: Path, name: str) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return a publication's own catalogue without what cannot be used of it."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        return None, (_broken(name, 1, str(error.strerror)),)
    if len(content) > _LARGEST:
        return None, (_broken(name, 1, f"it has more than {_LARGEST:,} bytes"),)
    try:
        catalogue = read_po(BytesIO(content), abort_invalid=True)
    except PoFileError as error:
        return None, (_broken(name, error.lineno or 1, str(error)),)
    except (ValueError, LookupError) as error:
        return None, (_broken(name, 1, str(error)),)
    found = tuple(
        Problem(name, message.lineno or 1, "DP632", f"the translation {says}", _HINT)
        for message, says in faults(catalogue)
    )
    for message, _ in faults(catalogue):
        catalogue.delete(message.id, message.context)
    return catalogue, found


def _merged(catalogues: Sequence[Catalog]) -> Catalog:
    """Return all messages of some catalogues; where several have one, the last counts."""
    first, *others = catalogues
    for other in others:
        for message in other:
            plain = isinstance(message.id, str) or other.plural_forms == first.plural_forms
            if message.id and not message.fuzzy and is_translated(message) and plain:
                first.delete(message.id, message.context)
                first.add(message.id, message.string, context=message.context)
    return first


def _binary(catalogue: Catalog) -> bytes:
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _missing(catalogue: Catalog, path: str) -> Iterator[Problem]:
    wanted = [message for message in shipped_messages() if message.id]
    lacking = [
        message
        for message in wanted
        if not (own := catalogue.get(message.id, message.context)) or not is_translated(own)
    ]
    if lacking:
        first = lacking[0].id if isinstance(lacking[0].id, str) else lacking[0].id[0]
        yield Problem(
            path,
            1,
            "DP631",
            f"{len(lacking)} of {len(wanted)} interface strings have no translation, as {first!r}",
            "add them; English stands in their place",
        )


def _broken(path: str, line: int, says: str) -> Problem:
    return Problem(path, line, "DP632", f"the catalogue cannot be read: {says}", _HINT)


def _unknown(language: str, name: str) -> Problem:
    return Problem(
        "mkdocs.yml",
        1,
        "DP630",
        f"the interface has no translation into {language[:40]!r}",
        f"add {name}/{language[:40]}.po, or choose a language that has one; it is English now",
    )
