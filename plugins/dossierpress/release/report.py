"""The changes between two releases as Markdown: what `CHANGES.md` and `dossier diff` print."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dossierpress.language.words import mark
from dossierpress.release.changes import Change, What
from dossierpress.release.snapshot import Piece

HEADINGS = {
    What.DOSSIER_ADDED: mark("New dossiers"),
    What.DOSSIER_REVISED: mark("Revised dossiers"),
    What.DOSSIER_REMOVED: mark("Dossiers that are gone"),
    What.ARTICLE_WITHDRAWN: mark("Withdrawn articles"),
    What.ARTICLE_CORRECTED: mark("Corrected articles"),
    What.ARTICLE_REMOVED: mark("Articles that are gone"),
    What.ARTICLE_ADDED: mark("New articles"),
    What.ARTICLE_REVISED: mark("Revised articles"),
    What.ARTICLE_RELINKED: mark("Articles with other links"),
    What.ENTITY_ADDED: mark("New entities"),
    What.ENTITY_RENAMED: mark("Renamed entities"),
    What.ENTITY_MERGED: mark("Merged entities"),
    What.ENTITY_SPLIT: mark("Entities split off"),
    What.ENTITY_REVISED: mark("Revised entities"),
    What.ENTITY_REMOVED: mark("Entities that are gone"),
    What.TOPIC_ADDED: mark("New topics"),
    What.TOPIC_RULE: mark("Topics with another rule"),
    What.TOPIC_REVISED: mark("Revised topics"),
    What.TOPIC_REMOVED: mark("Topics that are gone"),
    What.ARTICLE_MOVED: mark("Articles that moved between topics"),
    What.DECIDED: mark("Decisions"),
}
"""The heading over the changes of each kind; pages translate it."""

BECAUSE = {
    "rule": "the topic's rule changed",
    "article": "the article changed",
    "curator": "the curator decided it",
    "registry": "the registry changed",
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#~|])")


def markdown(changes: Iterable[Change]) -> str:
    """Return changes as Markdown, a section for each kind; a sentence where there are none."""
    lines: list[str] = []
    for what, group in groupby(changes, key=lambda change: change.what):
        lines += [f"## {HEADINGS[what]}", ""]
        for _, one in groupby(group, key=lambda change: (change.dossier, change.id)):
            same = list(one)
            lines.append(f"- {_named(same[0])}")
            lines += [f"    - {detail}" for change in same for detail in _details(change)]
        lines.append("")
    return "\n".join(lines) if lines else "Nothing changed.\n"


def sentence(change: Change) -> str:
    """Return what changed of a thing, in words without markup; "" where its heading says it all."""
    before, after = change.before, change.after
    match change.what:
        case What.ARTICLE_MOVED:
            because = BECAUSE.get(change.because, change.because)
            return f"{change.field}: {before or 'not in it'} → {after or 'not in it'}, as {because}"
        case What.ARTICLE_CORRECTED | What.ARTICLE_WITHDRAWN | What.DECIDED:
            return f"{change.field}, {after}"
        case What.ARTICLE_RELINKED:
            gone = f"no longer names {before}" if before else ""
            return "; ".join(filter(None, (gone, f"now names {after}" if after else "")))
        case What.ENTITY_MERGED:
            return f"takes in {before}"
        case What.ENTITY_SPLIT:
            return f"from {change.field}" + (f", with {after}" if after else "")
        case What.ENTITY_ADDED:
            return after or ""
    if not change.field:
        return ""
    if before == after:
        return f"{change.field} changed"
    return f"{change.field}: {before or 'none'} → {after or 'none'}"


def _named(change: Change) -> str:
    id_ = change.id
    if change.dossier and change.dossier != change.id:
        id_ = f"{change.dossier}/{change.id}"
    title = "" if change.title == change.id else f"{_escaped(change.title)} "
    return f"{title}(`{id_}`)"


def _details(change: Change) -> Iterator[str]:
    said = sentence(change)
    if said:
        yield _escaped(" ".join(said.split()))
    if change.words:
        yield "".join(_piece(piece) for piece in change.words).strip()


def _piece(piece: Piece) -> str:
    text = _escaped(" ".join(piece.text.split()))
    marks = {"gone": "~~", "new": "**"}.get(piece.is_, "")
    return "… " if piece.is_ == "cut" else f"{marks}{text}{marks} "


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
