"""Runs the cases of this folder: a page that writes a day in some way, and what is read of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options, make_draft
from dossierpress.ingest.readers.html import read
from dossierpress.ingest.story import Story

CASES = yaml.safe_load((Path(__file__).parent / "days.yml").read_text("utf-8"))
WORDS = "The harbour office said that the gate would open again, after works that took a week. "


def page_of(case: dict[str, Any]) -> bytes:
    body = case.get("body", "") + "".join(f"<p>{WORDS * 2}Part {n}.</p>" for n in range(6))
    return (
        f"<html lang='{case.get('lang', 'en')}'><head><title>Harbour opens | Post</title>"
        f"{case.get('head', '')}</head><body><nav><a href='/'>Home</a></nav>"
        f"{case.get('headline', '<h1>Harbour opens again</h1>')}{case.get('top', '')}"
        f"<div class='content'>{body}</div>"
        f"{case.get('end', '')}<footer>© 2021 Post. Printed 5 January 2021</footer></body></html>"
    ).encode()


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_page_gives_the_days_that_it_writes_and_no_others(case: dict[str, Any]) -> None:
    clipping = Clipping("page.html", page_of(case))
    (story,) = read(clipping)
    assert isinstance(story, Story)
    found = make_draft(clipping, story, Options()).front_matter
    wanted = (case.get("published"), case.get("modified"))
    assert (found.get("published"), found.get("modified")) == wanted
