"""An index on disk with the modules of its client beside it, as a browser's test loads them."""

import random
import shutil
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import accumulate
from pathlib import Path

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline

from dossierpress.search.build import index_files
from dossierpress.search.document import BOOSTS, FIELDS, Document
from dossierpress.search.inverted import invert
from dossierpress.search.names import NameShard
from dossierpress.search.scripts import lunr
from dossierpress.search.terms import split, term

SYLLABLES = ("ta", "re", "min", "os", "ka", "lor", "ship", "ing", "ed", "tion", "bel", "ur", "ies")
PAGE = (
    """<!doctype html><meta charset="utf-8"><title>Search</title><script src="lunr.js"></script>"""
)


def lay_out(folder: Path, documents: Iterable[Document], names: Iterable[NameShard] = ()) -> Path:
    """Write the index of some documents and the client's modules to a folder."""
    for file in index_files(documents, names):
        target = folder / "search" / file.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    client = resources.files("dossierpress.search") / "client"
    with resources.as_file(client) as modules:
        shutil.copytree(modules, folder / "client")
    (folder / "lunr.js").write_text(lunr(), "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


def made_up(count: int, seed: int = 3) -> Iterator[Document]:
    """Return documents of made-up words, a few of which are frequent."""
    draw = random.Random(seed)
    words = sorted({"".join(draw.choices(SYLLABLES, k=draw.randint(1, 4))) for _ in range(3_000)})
    draw.shuffle(words)
    weights = list(accumulate(1 / rank for rank in range(20, len(words) + 20)))

    def text(least: int, most: int) -> str:
        found = draw.choices(words, cum_weights=weights, k=draw.randint(least, most))
        return " ".join(word + draw.choice(("", "", "", ",", "'s", "-the")) for word in found)

    for number in range(count):
        kind = draw.choice(("article", "article", "article", "page"))
        yield Document(
            kind, f"{number}/", text(3, 9), "", text(0, 12), text(0, 90), name_words=text(0, 4)
        )


def whole_index(documents: Iterable[Document]) -> Index:
    """Return the index that lunr.py builds of all documents, in the order of their numbers.

    Its terms are ours: lunr.py trims and stems a few words in another way than lunr.js does.
    """
    builder = Builder()
    builder.ref("id")
    for field, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(field, boost)
    builder.pipeline.add(_term)
    for number, document in enumerate(invert(documents).documents):
        texts = (
            f"{document.title} {document.subtitle}",
            document.name_words,
            document.standfirst,
            document.body,
        )
        fields = dict(zip(FIELDS, map(split, texts), strict=True))
        builder.add({"id": str(number), **fields})
    builder.search_pipeline.add(_term)
    return builder.build()


def _term(token, i=None, tokens=None):  # type: ignore[no-untyped-def]  # as lunr.py calls it
    found = term(str(token))
    return token.update(lambda *_: found) if found else None


Pipeline.register_function(_term, "dossierTerm")
