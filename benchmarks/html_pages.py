"""How many web pages a minute are read on one core, and how well the golden pages are.

The pages are made: stories of the corpus in the layout of a news site, with navigation, a list of
other stories, scripts and comments round them, about as large as the pages of such sites are.
"""

import json
import sys
import time
from pathlib import Path

from corpus import Story, stories

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options, make_draft
from dossierpress.ingest.readers.formats import read_clipping
from dossierpress.ingest.story import Story as Read

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from harness.pages import body_f1, golden_pages

LINKS = 150
"""How many links stand round a story."""
SCRIPTS = 120_000
"""How many characters of scripts a page carries."""


def main(count: int) -> None:
    """Read `count` made pages, then the golden ones, and print the figures."""
    speed(count)
    truth()


def speed(count: int) -> None:
    """Print how many pages a minute are read."""
    pages = [page(story) for story in stories(count)]
    size = sum(map(len, pages)) // count // 1024
    begin = time.process_time()
    for number, data in enumerate(pages):
        clipping = Clipping(f"{number}.html", data)
        for found in read_clipping(clipping):
            if not isinstance(found, Read):
                raise SystemExit(f"a page was refused: {found}")
            make_draft(clipping, found, Options())
    seconds = time.process_time() - begin
    print(f"web pages, {count} of {size} KB: {count / seconds * 60:6.0f} a minute on one core")


def truth() -> None:
    """Print how well the golden pages are read."""
    pages = golden_pages()
    drafts = [(page.gold, page.draft()) for page in pages]
    for size in (1, 4):
        scores = [body_f1(draft.story.body, gold["body"], size) for gold, draft in drafts]
        print(f"  body F1 by runs of {size} words, {len(pages)} golden pages: {mean(scores):.4f}")
    for key in ("published", "title"):
        exact = [draft.front_matter.get(key) == gold[key] for gold, draft in drafts if key in gold]
        print(f"  exact {key}: {mean(exact):.1%} of {len(exact)}")


def mean(values: list[float] | list[bool]) -> float:
    """Return the mean."""
    return sum(values) / len(values)


def page(story: Story) -> bytes:
    """Return a story as a page of a news site."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.day}T09:00:00+03:00",
        "author": [{"@type": "Person", "name": "Jane Doe"}],
        "publisher": {"@type": "Organization", "name": "The Desk"},
    }
    links = "".join(
        f'<li class="nav-item"><a href="/s/{n}" data-n="{n}"><span>Section {n}</span></a></li>'
        for n in range(LINKS)
    )
    text = "".join(
        f'<div class="block" data-id="{n}"><p>{words}</p></div><div class="ad-slot"></div>'
        for n, words in enumerate(story.paragraphs)
    )
    others = "".join(
        f'<article><h3><a href="/o/{n}">Another story, number {n}</a></h3><p>Two lines on it.</p>'
        "</article>"
        for n in range(20)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.title}</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
        f"<script>{'var a=1;' * (SCRIPTS // 8)}</script></head><body><nav><ul>{links}</ul></nav>"
        f'<main><article><h1>{story.title}</h1><div class="body">{text}</div></article>'
        f'<section class="related">{others}</section></main></body></html>'
    ).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
