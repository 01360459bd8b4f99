"""Clusters are looked for again only where an article or a decision on copies changed."""

from collections.abc import Mapping
from pathlib import Path

from dossierpress.clusters.stories import Clusters, find_clusters
from dossierpress.kept import digest_of, read_kept, write_kept
from dossierpress.model import ArticleRef, Library

CLUSTERS = "clusters"
"""The file that keeps them, in the folder of what is kept."""


def known_clusters(
    library: Library, digests: Mapping[ArticleRef, bytes], folder: Path
) -> Clusters | None:
    """Return the clusters of a library where the last run found them, else None.

    Args:
        library: all articles of a publication.
        digests: of each article, the digest of all that it comes from.
        folder: where what was found is kept.
    """
    return read_kept(folder / CLUSTERS, _key(library, digests), Clusters)


def look_for_clusters(
    library: Library, digests: Mapping[ArticleRef, bytes], folder: Path
) -> Clusters:
    """Find the clusters of a library, and keep them for the next run."""
    found = find_clusters(library)
    write_kept(folder / CLUSTERS, _key(library, digests), found)
    return found


def _key(library: Library, digests: Mapping[ArticleRef, bytes]) -> bytes:
    articles = [part for ref in sorted(digests) for part in (str(ref).encode(), digests[ref])]
    told = [repr(decision).encode("utf-8", "surrogatepass") for decision in library.decisions]
    return digest_of(len(articles).to_bytes(8, "big"), *articles, *told)
