"""Changes between releases in the words of the interface."""

from dossierpress.edtf import parse_when
from dossierpress.language.words import Words, mark
from dossierpress.model import CorrectionKind, EntityId, TopicId
from dossierpress.release.changes import Change, What
from dossierpress.site import dates, wording
from dossierpress.site.index import Index
from dossierpress.site.model.changes import Detail

_BECAUSE = {
    "rule": mark("because the topic's rule changed"),
    "article": mark("because the article changed"),
    "curator": mark("because the curator decided it"),
    "registry": mark("because the registry changed"),
}
_FIELDS = {
    "accessed": mark("Accessed"),
    "agency": mark("Agency"),
    "aliases": mark("Also known as"),
    "archived_url": mark("Archived copy"),
    "authors": mark("By"),
    "body": mark("Text"),
    "caption": mark("Caption"),
    "credit": mark("Credit"),
    "dateline": mark("Dateline"),
    "description": mark("Description"),
    "editors": mark("Editors"),
    "entities": mark("Names"),
    "introduction": mark("Introduction"),
    "kind": mark("Kind"),
    "language": mark("Language"),
    "licence": mark("Licence"),
    "location": mark("Location"),
    "modified": mark("Modified"),
    "name": mark("Name"),
    "overview": mark("Overview"),
    "published": mark("Published"),
    "publisher": mark("Publisher"),
    "relations": mark("Relations"),
    "reliability": mark("Grade"),
    "rights": mark("Rights"),
    "rule": mark("The rule"),
    "section": mark("Section"),
    "standfirst": mark("Standfirst"),
    "subtitle": mark("Subtitle"),
    "summary": mark("Summary"),
    "title": mark("Headline"),
    "topics": mark("Topics"),
    "url": mark("Address"),
    "wikidata": mark("Wikidata"),
}
"""Fields by their key; one that is not here is named by its key."""


def detail(index: Index, change: Change) -> Detail | None:
    """Return what changed of a thing; None where the kind of the change says it all."""
    say = index.words.gettext
    match change.what:
        case What.ARTICLE_MOVED:
            topic = index.topics.get(TopicId(change.field))
            return Detail(
                topic.title if topic else change.field,
                _strength(index.words, change.before),
                _strength(index.words, change.after),
                say(_BECAUSE[change.because]) if change.because in _BECAUSE else "",
                (),
            )
        case What.ARTICLE_CORRECTED | What.ARTICLE_WITHDRAWN:
            kind = wording.correction(index.words, CorrectionKind(change.field))
            date, _, text = (change.after or "").partition(": ")
            day = dates.day(index.words, parse_when(date)).text
            return Detail(kind, "", text, day, ())
        case What.ARTICLE_RELINKED:
            before, after = _names(index, change.before), _names(index, change.after)
            return Detail(say("Names"), before, after, "", ())
        case What.ENTITY_MERGED:
            return Detail(say("Takes in"), "", _names(index, change.before), "", ())
        case What.ENTITY_SPLIT:
            label = say("From {entity}", entity=_names(index, change.field))
            return Detail(label, "", change.after or "", "", ())
        case What.ENTITY_ADDED:
            return None
    if not change.field:
        return None
    label = say(_FIELDS[change.field]) if change.field in _FIELDS else change.field
    same = change.before == change.after  # both only count words
    if change.words or same:
        return Detail(label, "", "", "", change.words)
    return Detail(label, change.before or "", change.after or "", "", ())


def _strength(words: Words, strength: str | None) -> str:
    return words.gettext(strength) if strength else words.gettext("not in it")


def _names(index: Index, ids: str | None) -> str:
    """Return entities by their names, where they still have one."""
    names = []
    for id_ in (ids or "").split(", "):
        entity = index.entities.get(EntityId(id_))
        names.append(entity.name if entity else id_)
    return ", ".join(name for name in names if name)
