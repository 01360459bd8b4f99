"""Splits a text of an article's front matter at the mentions in it that are to be linked."""

from collections.abc import Iterator, Sequence

from dossierpress.model import Mention
from dossierpress.site import wording
from dossierpress.site.evidence import said
from dossierpress.site.index import Index
from dossierpress.site.model import Run
from dossierpress.site.reasons import is_by_itself


def runs(
    index: Index, text: str, field: str, mentions: Sequence[Mention], offset: int = 0
) -> tuple[Run, ...]:
    """Return a text as words with and without links; `offset` is where it begins in its field."""
    found: list[Run] = []
    position = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        start, end = mention.start - offset, mention.end - offset
        entity = index.entities.get(mention.entity) if mention.entity else None
        linked = mention.linked and mention.field == field and entity is not None
        if entity and linked and position <= start and end <= len(text):
            url = index.links.entity(entity).url
            found.append(Run(text[position:start]))
            found.append(Run(text[start:end], url, link_title(index, mention)))
            position = end
    found.append(Run(text[position:]))
    return tuple(run for run in found if run.text)


def lines(
    index: Index, text: str, field: str, mentions: Sequence[Mention]
) -> Iterator[tuple[Run, ...]]:
    """Return the items of a field that joins them by newlines, each as words and links."""
    offset = 0
    for line in text.split("\n"):
        yield runs(index, line, field, mentions, offset)
        offset += len(line) + 1


def link_title(index: Index, mention: Mention) -> str:
    """Return what a link says on hover or focus: the entity's name, its kind, and why."""
    entity = index.entities.get(mention.entity) if mention.entity else None
    if entity is None:
        return ""
    say = index.words.gettext
    kind = wording.kind(index.words, entity.kind)
    why = say("by its alias") if is_by_itself(mention) else said(index.words, mention.evidence)
    return say("{name}, {kind}: {reason}", name=entity.name, kind=kind, reason=why)
