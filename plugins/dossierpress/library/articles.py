"""Reads one article: a front-mattered Markdown file.

The loader keeps an article with any error out of the library: a misspelt `rights:` must not publish
a text.
"""

import re
from collections.abc import Iterable

from dossierpress.errors import Problem
from dossierpress.frontmatter import FrontMatterError, Scalar, parse_document
from dossierpress.keys import Keys, is_language
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Correction,
    CorrectionKind,
    DateNote,
    Dossier,
    EntityId,
    Image,
    LinkOverride,
    Provenance,
    Rights,
    TopicId,
    TopicOverride,
    TopicStrength,
)
from dossierpress.schema import KEY, check_version
from dossierpress.unreadable import report_strain, unreadable

_RELIABILITY = re.compile(r"[A-F][1-6]")
_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def read_article(
    text: str, ref: ArticleRef, path: str, dossier: Dossier
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read an article as far as it can be read, and its problems.

    One with errors serves only to find what else is wrong with it; it is never published.
    """
    problems: list[Problem] = []
    article = _parse(text, ref, path, dossier, problems)
    return article, tuple(problems)


def _parse(
    text: str, ref: ArticleRef, path: str, dossier: Dossier, problems: list[Problem]
) -> Article | None:
    try:
        document = parse_document(text)
    except FrontMatterError as error:
        problems.append(unreadable(error, path))
        return None
    check_version(document.metadata, path, problems)
    report_strain(document.body, document.body_line, path, problems)
    keys = Keys(document.metadata, path, problems)
    keys.node(KEY)
    article = Article(
        ref=ref,
        path=path,
        title=keys.required_text("title") or "",
        rights=keys.choice("rights", Rights, dossier.rights),
        body=document.body,
        body_line=document.body_line,
        subtitle=keys.text("subtitle"),
        publisher=keys.text("publisher"),
        agency=keys.text("agency"),
        authors=keys.texts("authors"),
        published=keys.when("published"),
        modified=keys.when("modified"),
        accessed=keys.when("accessed"),
        dateline=keys.text("dateline"),
        url=keys.checked("url", _is_url, "an http or https address"),
        archived_url=keys.checked("archived_url", _is_url, "an http or https address"),
        language=keys.checked("language", is_language, "a BCP 47 tag such as en or fa")
        or dossier.language,
        section=keys.text("section"),
        standfirst=keys.texts("standfirst"),
        images=tuple(_images(keys)),
        summary=keys.text("summary"),
        reliability=keys.checked("reliability", _is_reliability, "a grade such as B2"),
        topics=tuple(_topics(keys)),
        links=tuple(_links(keys)),
        duplicate_of=_article_id(keys.text("duplicate_of")),
        ingest=_provenance(keys),
        corrections=tuple(_corrections(keys)),
        lines=keys.lines,
    )
    keys.finish()
    return article


def _article_id(text: str | None) -> ArticleId | None:
    return ArticleId(text) if text else None


def _is_url(text: str) -> bool:
    return _URL.fullmatch(text) is not None


def _is_reliability(text: str) -> bool:
    return _RELIABILITY.fullmatch(text) is not None


def _images(keys: Keys) -> Iterable[Image]:
    for item in keys.items("images"):
        inner = keys.nested(item, "images")
        if inner is None:
            continue
        caption, credit = inner.text("caption"), inner.text("credit")
        inner.finish()
        if caption or credit:
            yield Image(caption or "", credit)


def _topics(keys: Keys) -> Iterable[TopicOverride]:
    choices: dict[str, TopicStrength | None] = {"none": None, **TopicStrength.__members__}
    choices = {name.lower(): strength for name, strength in choices.items()}
    for entry in keys.entries("topics"):
        word = entry.value.raw if isinstance(entry.value, Scalar) else ""
        if word in choices:
            yield TopicOverride(TopicId(entry.key), choices[word], entry.line)
        else:
            message = f"topics: {entry.key}: is not none, primary or secondary"
            keys.report("DP005", entry.line, message, "use one of none, primary, secondary")


def _links(keys: Keys) -> Iterable[LinkOverride]:
    for entry in keys.entries("links"):
        word = entry.value.raw if isinstance(entry.value, Scalar) else ""
        if word:
            entity = None if word == "none" else EntityId(word)
            yield LinkOverride(entry.key, entity, entry.line)
        else:
            message = f"links: {entry.key}: is not none or an entity's id"
            keys.report("DP005", entry.line, message, "use none or an entity's id")


def _corrections(keys: Keys) -> Iterable[Correction]:
    """Read the notices, in the order of their dates; those of one day as they stand."""
    found = []
    for item in keys.items("corrections"):
        inner = keys.nested(item, "corrections")
        if inner is None:
            continue
        has_date = inner.required_text("date") is not None
        date = inner.when("date") if has_date else None
        has_kind = inner.required_text("kind") is not None
        kind = inner.choice("kind", CorrectionKind, CorrectionKind.CORRECTION)
        text = inner.required_text("text")
        inner.finish()
        if date and has_kind and text:
            found.append(Correction(kind, date, text, inner.line))
    return sorted(found, key=lambda correction: correction.date.sort_key)


def _provenance(keys: Keys) -> Provenance | None:
    inner = keys.mapping("ingest")
    if inner is None:
        return None
    provenance = Provenance(
        file=inner.text("file") or "",
        sha256=inner.text("sha256") or "",
        lines=inner.text("lines"),
        dates=tuple(_date_notes(inner)),
    )
    inner.finish()
    return provenance


def _date_notes(keys: Keys) -> Iterable[DateNote]:
    for item in keys.items("dates"):
        inner = keys.nested(item, "dates")
        if inner is None:
            continue
        note = DateNote(
            field=inner.text("field") or "",
            raw=inner.text("raw") or "",
            status=inner.text("status") or "",
            value=inner.text("value"),
            anchor=inner.text("anchor"),
        )
        inner.finish()
        yield note
