"""The names that the published texts use and the registry lacks, for the readers of a site.

What an article gives is kept by its digest, and all of it together by all digests: so after an edit
one article is read, and after one that touches no article none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dossierpress.kept import Kept, digest_of, read_kept, write_kept
from dossierpress.matching.candidates.find import Best, best_candidates
from dossierpress.matching.candidates.sightings import Names, put_together, read_names
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.model import Article, ArticleRef, Library
from dossierpress.rights import without_kept_back

SHOWN = 50
LOOKED_AT = 2_000
"""In more articles, names are not looked for while a site is built."""
NAMES = "names"
OPEN = "open-names"
"""The files that keep what articles give, and what came of it, in the folder of what is kept."""


@dataclass(frozen=True)
class Search:
    """A search for open names.

    Attributes:
        digests: of each article, the digest of all that it comes from; none where nothing is kept.
        registry: the digest of the registry.
        folder: where what was found is kept; None keeps nothing.
    """

    library: Library
    digests: Mapping[ArticleRef, bytes]
    registry: bytes = b""
    folder: Path | None = None

    def known(self) -> Best | None:
        """Return what is known from the last run, where nothing changed that it depends on."""
        return read_kept(self._file(OPEN), self._key, Best)

    def find(self) -> Best:
        """Look for the names."""
        texts = {a.ref: without_kept_back(a) for a in self.library.articles}
        corpus = put_together(self._read(texts))
        found = best_candidates(
            texts,
            corpus,
            self.library.registry,
            self._lexicon,
            self.library.decisions,
            most=SHOWN,
        )
        write_kept(self._file(OPEN), self._key, found)
        return found

    def _read(self, texts: Mapping[ArticleRef, Article]) -> Mapping[ArticleRef, Names]:
        kept = Kept(self._file(NAMES), self.registry, Names)
        names = {}
        for ref, article in texts.items():
            digest = self.digests.get(ref)
            found = kept.recall(digest) if digest else None
            if found is None:
                found = read_names(article, self._lexicon)
                if digest:
                    kept.keep(digest, found)
            names[ref] = found
        kept.write()
        return names

    @cached_property
    def _lexicon(self) -> Lexicon:
        return build_lexicon(self.library.registry)

    def _file(self, name: str) -> Path | None:
        return self.folder / name if self.folder and self.digests else None

    @property
    def _key(self) -> bytes:
        pairs = self.digests.items()
        articles = [part for ref, digest in pairs for part in (str(ref).encode(), digest)]
        decisions = repr(self.library.decisions).encode("utf-8", "surrogatepass")
        return digest_of(self.registry, decisions, *articles)
