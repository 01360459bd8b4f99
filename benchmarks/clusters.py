"""How long it takes to find the copies among 10,000 articles, in seconds and in memory.

Every tenth story stands there six times, each time cut and changed in another way, as newspapers
print an agency's; the others share sentences and names, as news does.
"""

import random
import resource
import sys
import time

from corpus import FILLER, stories

from dossierpress.clusters.stories import find_clusters
from dossierpress.model import Article, ArticleId, ArticleRef, DossierId, Library, Rights

COPIES = 6
LIMIT = 30.0


def main(count: int) -> None:
    """Find the clusters of `count` articles and print the figures."""
    library = corpus(count)
    begin, busy = time.perf_counter(), time.process_time()
    found = find_clusters(library)
    seconds, work = time.perf_counter() - begin, time.process_time() - busy
    sizes = [len(cluster.members) for cluster in found.clusters]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"clusters, {count} articles: {seconds:6.2f} s (bound for 10,000: {LIMIT:.0f} s)")
    print(f"  of these, at work: {work:6.2f} s")
    print(f"  found: {len(sizes)} clusters of {sum(sizes)} articles; {peak:.0f} MB at the peak")
    expected = count // (COPIES + 9)
    if abs(len(sizes) - expected) > expected // 100 or sum(sizes) < len(sizes) * COPIES * 0.99:
        raise SystemExit(f"there are {expected} clusters of {COPIES}")


def corpus(count: int) -> Library:
    """Return the articles: of every ten stories, one is printed `COPIES` times."""
    draw = random.Random(3)
    articles: list[Article] = []
    for story in stories(count):
        own = f"{draw.randrange(10**9)} {draw.choice(FILLER.split())} {draw.randrange(10**9)}"
        for copy in range(COPIES if story.number % 10 == 0 else 1):
            if len(articles) == count:
                return Library(articles=tuple(articles))
            kept = list(story.paragraphs)
            if copy:
                del kept[draw.randrange(len(kept))]
                kept.append(" ".join(draw.sample(FILLER.split(), k=10)))
            ref = ArticleRef(DossierId("d"), ArticleId(f"a{len(articles):06}"))
            body = f"{own} " + "\n\n".join(kept)
            articles.append(Article(ref, "x.md", story.title, Rights.FULL, body))
    return Library(articles=tuple(articles))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
