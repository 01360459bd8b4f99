"""Whether a translation can stand in for its message."""

from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message


def faults(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    """Yield the messages of a catalogue whose translation would not do, and what is wrong."""
    for message in tuple(catalogue):
        if not message.id or not message.string:
            continue
        allowed = set[str]().union(*map(values, _texts(message.id)))
        for text in _texts(message.string):
            try:
                odd = values(text) - allowed
            except ValueError as error:
                yield message, f"{text!r} has braces that do not match: {error}"
                break
            if odd:
                yield message, f"{text!r} has {{{min(odd)}}}, which its message has not"
                break


def values(text: str) -> set[str]:
    """Return the names of the values that a message holds in braces.

    Raises:
        ValueError: the braces do not match, or hold more than a name.
    """
    found = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(f"{{{name}}} is more than a name")
        found.add(name)
    return found


def is_translated(message: Message) -> bool:
    """Say whether a message has all its translations."""
    return bool(message.string) and all(_texts(message.string))


def _texts(of: object) -> tuple[str, ...]:
    return (of,) if isinstance(of, str) else tuple(of) if isinstance(of, tuple | list) else ()
