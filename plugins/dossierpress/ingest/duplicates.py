"""Whether a story is in the publication already, and by what that is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dossierpress.ingest.existing import Existing
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.links import url_key


class Sameness(StrEnum):
    """By what a story is known to be in the publication."""

    CLIPPING = "the same lines of the same clipping"
    URL = "the same URL"
    TEXT = "the same text"


@dataclass(frozen=True)
class Match:
    """An article that is the same story."""

    first: Existing
    by: Sameness


class Shelf:
    """All articles of a publication, by what makes them the same; grows as stories are added."""

    def __init__(self, articles: Iterable[Existing] = ()) -> None:
        self._by_clipping: dict[tuple[str, str, str], Existing] = {}
        self._by_url: dict[str, Existing] = {}
        self._by_text: dict[bytes, Existing] = {}
        self._by_title: dict[str, Existing] = {}
        for article in articles:
            self.add(article)

    def add(self, article: Existing) -> None:
        """Put an article on the shelf; the first one of its kind stays the first."""
        if article.sha256 and article.lines:
            for dossier in (article.dossier, ""):
                key = (dossier, article.sha256, article.lines)
                self._by_clipping.setdefault(key, article)
        if article.url:
            self._by_url.setdefault(url_key(article.url), article)
        self._by_text.setdefault(article.text, article)
        self._by_title.setdefault(headline_key(article.title), article)

    def same_clipping(self, story: Existing) -> Existing | None:
        """Return the article that was made of the very same lines for the same dossier."""
        return self._by_clipping.get((story.dossier, story.sha256 or "", story.lines or ""))

    def find(self, story: Existing) -> Match | None:
        """Return the first article that is the same story."""
        other = self._by_clipping.get(("", story.sha256 or "", story.lines or ""))
        if other is not None:
            return Match(other, Sameness.CLIPPING)
        if story.url and (other := self._by_url.get(url_key(story.url))):
            return Match(other, Sameness.URL)
        if other := self._by_text.get(story.text):
            return Match(other, Sameness.TEXT)
        return None

    def same_headline(self, story: Existing) -> Existing | None:
        """Return an article under the same headline, which may be another version of the story."""
        return self._by_title.get(headline_key(story.title))
