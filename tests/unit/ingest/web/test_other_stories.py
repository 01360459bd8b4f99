"""Lists of other stories round a page's text stay out of it, whatever they repeat of it."""

from collections.abc import Iterable

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.readers.html import read
from dossierpress.ingest.story import Story

TEXT = (
    "The gate of the harbour opened again on Friday, after works that took a week too long.",
    "Three ships had waited outside the wall until the wind turned to the south in the night.",
    "A pilot called it the longest delay that he could remember in twenty years of service.",
    "The treasury put the cost of the works at eleven million, half of it for the hinges alone.",
)


def body_of(inner: str) -> str:
    page = f"<html><head><title>Gate opens</title></head><body>{inner}</body></html>"
    (story,) = read(Clipping("page.html", page.encode()))
    assert isinstance(story, Story)
    return story.body


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def cards(words: Iterable[str], href: str = "/story") -> str:
    return "".join(
        f"<div class='c'><a href='{href}-{number}'><h4>Another town, part {number}</h4></a>"
        f"<p>{text}</p></div>"
        for number, text in enumerate(words)
    )


def test_teasers_below_a_story_are_no_part_of_it() -> None:
    teasers = cards(["Fish is dearer than it was in spring, say traders of the lower town."] * 5)
    body = body_of(
        f"<div id='x1'><h1>Gate opens</h1><div class='k2'>{paragraphs(TEXT[:1])}</div></div>"
        f"<div class='more'><h3>More stories</h3>{teasers}</div>"
    )
    assert body == TEXT[0]


def test_teasers_that_repeat_the_story_pull_nothing_into_it() -> None:
    teasers = cards([TEXT[1], "Fish is dearer than in spring, say the traders.", TEXT[0]])
    body = body_of(
        f"<article><h1>Gate opens</h1>{paragraphs(TEXT)}</article><section>{teasers}</section>"
    )
    assert body.split("\n\n") == list(TEXT)


def test_entries_of_a_live_blog_that_link_to_themselves_stay() -> None:
    entries = "".join(
        f"<div class='e'><h3><a href='/live/gate#e{number}'>At {number + 9}:00 by the gate</a></h3>"
        f"<p>{text}</p></div>"
        for number, text in enumerate(TEXT)
    )
    body = body_of(f"<main><h1>Gate opens</h1><h2>Latest news</h2>{entries}</main>")
    assert all(text in body for text in TEXT)
