"""How fast articles are matched: megabytes of UTF-8 a second on one core, by size of the registry.

"match" is the whole of `match(article)`: from the fields' text as the file has it to the mentions
with rule, evidence and the choice of links; nothing is kept from one article to the next. The
stages before it are measured by themselves as well: Markdown masked, folded, names found. Time is
that of this process on the CPU, the best of `ROUNDS`; memory is the peak of a process of its own.

Give a number of aliases, or none for all sizes. A tar archive of Markdown files with front matter
is measured as well, with the registry of this repository: `DOSSIER_BENCH_CORPUS` names it; by
default it is `shared/corpus/briefings.tar.gz` beside the repository, where that exists.
"""

import os
import resource
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from news import News

from dossierpress.library.load import load_library
from dossierpress.matching.hits import find_hits
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.model import Article, ArticleId, ArticleRef, DossierId, Registry, Rights
from dossierpress.text.prose import Prose

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3
ARTICLES = 1_000
ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(
    os.environ.get("DOSSIER_BENCH_CORPUS", ROOT.parent / "shared" / "corpus" / "briefings.tar.gz")
)


def main(arguments: list[str]) -> None:
    """Measure each size in a process of its own, so that memory is counted for each alone."""
    if arguments:
        measure(f"{int(arguments[0]):,} aliases", *generated(int(arguments[0])))
    elif os.environ.get("DOSSIER_BENCH_SIZE") == "corpus":
        measure("corpus", *corpus(CORPUS))
    else:
        for size in SIZES:
            subprocess.run([sys.executable, __file__, str(size)], check=True)
        if CORPUS.is_file():
            environment = os.environ | {"DOSSIER_BENCH_SIZE": "corpus"}
            subprocess.run([sys.executable, __file__], env=environment, check=True)


def generated(aliases: int) -> tuple[Registry, list[Article]]:
    """Return a registry of so many aliases and articles that name its entities."""
    news = News()
    registry = news.registry(aliases)
    return registry, [news.article(number, registry) for number in range(ARTICLES)]


def corpus(archive: Path) -> tuple[Registry, list[Article]]:
    """Return this repository's registry and the articles of an archive."""
    articles = []
    with tarfile.open(archive) as tar:
        for number, member in enumerate(tar):
            file = tar.extractfile(member) if member.name.endswith(".md") else None
            if file:
                text = file.read().decode().split("\n---\n", 1)[-1]
                ref = ArticleRef(DossierId("bench"), ArticleId(f"text-{number}"))
                articles.append(Article(ref, member.name, member.name, Rights.FULL, text))
    return load_library(ROOT)[0].registry, articles


def measure(name: str, registry: Registry, articles: Sequence[Article]) -> None:
    """Print the figures of one registry and its articles."""
    fields = [field for article in articles for field in article.fields]
    size = sum(len(field.text.encode()) for field in fields) / 1e6
    begin = time.process_time()
    lexicon = build_lexicon(registry)
    keys = len(lexicon.keys)
    hits(Prose(fields[0], "en"), lexicon)
    built = time.process_time() - begin
    proses = [Prose(field, "en") for field in fields]
    stages = {
        "mask": timed(lambda: [Prose(prose.field, "en").masked for prose in proses]),
        "mask, fold": timed(lambda: [Prose(prose.field, "en").folded for prose in proses]),
        "mask, fold, find": timed(lambda: [hits(Prose(p.field, "en"), lexicon) for p in proses]),
    }
    whole = timed(lambda: [match(article, lexicon) for article in articles])
    mentions = sum(len(match(article, lexicon)) for article in articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    density = mentions / size / 1000
    print(f"{name}: {keys:,} texts looked for; {size:.1f} MB, {density:.1f} mentions a KB")
    print(f"  match {size / whole:6.1f} MB/s   peak {peak:.0f} MB   built in {built:.2f} s")
    print("  " + "   ".join(f"{stage} {size / seconds:.1f}" for stage, seconds in stages.items()))


def hits(prose: Prose, lexicon: Lexicon) -> int:
    """Count the hits of one field."""
    return sum(1 for _ in find_hits(prose, lexicon))


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
