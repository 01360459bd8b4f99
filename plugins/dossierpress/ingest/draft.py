"""An article before it has a file: a story, its dates, and what the curator said about it."""

from dataclasses import dataclass
from typing import Any

from dossierpress.edtf import When
from dossierpress.errors import Problem
from dossierpress.ingest.chronology import Chronology, settle
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.date_order import Ordering, ordering_of
from dossierpress.ingest.dates import Anchor
from dossierpress.ingest.language import language_of, language_tag
from dossierpress.ingest.story import Story
from dossierpress.model import Provenance, Rights


@dataclass(frozen=True)
class Options:
    """What the curator says about all stories of a clipping; it outranks what the text says."""

    publisher: str | None = None
    accessed: When | None = None
    rights: Rights | None = None
    language: str | None = None
    ordering: Ordering | None = None


@dataclass(frozen=True)
class Draft:
    """An article before it has a file."""

    story: Story
    dates: Chronology
    ingest: Provenance
    publisher: str | None = None
    accessed: str | None = None
    language: str | None = None
    rights: Rights | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out or could not be told, in the order of the clipping."""
        return tuple(sorted((*self.story.problems, *self.dates.problems)))

    @property
    def front_matter(self) -> dict[str, Any]:
        """The keys of the file, in their order; empty ones are left out."""
        story = self.story
        keys: dict[str, Any] = {
            "title": story.title,
            "subtitle": story.subtitle,
            "publisher": self.publisher,
            "agency": story.agency,
            "authors": list(story.authors),
            "published": self.dates.published,
            "modified": self.dates.modified,
            "accessed": self.accessed,
            "dateline": story.dateline,
            "url": story.url,
            "archived_url": story.archived_url,
            "language": self.language,
            "section": story.section,
            "standfirst": list(story.standfirst),
            "images": [
                _filled({"caption": image.caption, "credit": image.credit})
                for image in story.images
            ],
            "rights": str(self.rights) if self.rights else None,
            "ingest": _filled(
                {
                    "file": self.ingest.file,
                    "sha256": self.ingest.sha256,
                    "lines": self.ingest.lines,
                    "dates": [
                        _filled(
                            {
                                "field": note.field,
                                "raw": note.raw,
                                "status": str(note.status),
                                "value": note.value,
                                "anchor": note.anchor,
                            }
                        )
                        for note in self.ingest.dates
                    ],
                }
            ),
        }
        return _filled(keys)


def make_draft(clipping: Clipping, story: Story, options: Options) -> Draft:
    """Settle the dates of a story and add what the curator said."""
    captured_at = story.captured or clipping.captured_at
    anchors = tuple(
        Anchor(name, when)
        for name, when in (("accessed", options.accessed), ("captured", captured_at))
        if when is not None
    )
    given = options.language or (language_tag(story.language) if story.language else None)
    language = given or language_of(f"{story.title} {story.body}")
    ordering = options.ordering or ordering_of(story.url)
    dates = settle(clipping.name, story.stamps, anchors, language, ordering)
    captured = options.accessed or captured_at
    return Draft(
        story=story,
        dates=dates,
        ingest=Provenance(clipping.file, clipping.sha256, story.lines, dates.notes),
        publisher=options.publisher or story.publisher,
        accessed=captured.text if captured else dates.accessed,
        language=language,
        rights=options.rights or story.rights,
    )


def _filled(keys: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value not in (None, "", [], {})}
