"""Bring the catalogues of the interface up to date with the messages in code and templates.

With `--check` nothing is written; the exit status is 1 where a catalogue is not what it would be.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "plugins/dossierpress"
CATALOGUES = PACKAGE / "language/catalogues"
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "say": None,  # how code calls it that says much
    "mark": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
}


def collected() -> Catalog:
    """Return every message of the package, without its translation."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for method, path in _sources():
        with path.open("rb") as file:
            options = {"trim_blocks": "true", "encoding": "utf-8"}
            for _, message, _, context in extract(method, file, _KEYWORDS, options=options):
                if message:
                    catalogue.add(message, context=context)
    return catalogue


def updated(content: bytes) -> bytes:
    """Return a catalogue with all messages, in their order, and its translations of them."""
    catalogue, wanted = read_po(BytesIO(content)), collected()
    for message in tuple(catalogue):
        own = wanted.get(message.id, message.context) if message.id else None
        if message.id and (own is None or own.pluralizable != message.pluralizable):
            catalogue.delete(message.id, message.context)
    for message in wanted:
        if message.id and catalogue.get(message.id, message.context) is None:
            catalogue.add(message.id, context=message.context)
    catalogue.obsolete.clear()
    lines = content.decode().split("\n\n", 1)[0]
    file = BytesIO()
    write_po(file, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    return f"{lines}\n\n{file.getvalue().decode().strip()}\n".encode()


def main(arguments: list[str]) -> int:
    """Write the catalogues, or with `--check` say which are out of date."""
    stale = 0
    for path in sorted(CATALOGUES.glob("*.po")):
        content = path.read_bytes()
        wanted = updated(content)
        if wanted == content:
            continue
        stale += 1
        if "--check" in arguments:
            print(f"{path.name} is out of date; run `make words`", file=sys.stderr)
        else:
            path.write_bytes(wanted)
            lacking = [m.id for m in read_po(BytesIO(wanted)) if m.id and not m.string]
            print(f"{path.name}: {len(lacking)} messages to translate")
    return 1 if stale and "--check" in arguments else 0


def _sources() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield "python", path
    for path in sorted(PACKAGE.rglob("*.html")):
        if "starter" not in path.parts:
            yield "jinja2", path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
