"""An article's page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dossierpress.citation.reference import article_reference
from dossierpress.model import Article, Kind, Mention, Rights
from dossierpress.site import addresses, body, wording
from dossierpress.site.citing import citation
from dossierpress.site.clocks import clocks
from dossierpress.site.corrections import notices, standing
from dossierpress.site.facts import fact, safe_url
from dossierpress.site.history import episodes, release_facts
from dossierpress.site.index import Index
from dossierpress.site.linked.article import article_data
from dossierpress.site.model import (
    ArticlePage,
    Caption,
    Fact,
    Link,
    Named,
    NamedKind,
    Page,
    Value,
)
from dossierpress.site.places import place
from dossierpress.site.plain import abstract
from dossierpress.site.reasons import abstentions, hidden_count, shown_reasons
from dossierpress.site.related import related
from dossierpress.site.runs import lines, link_title, runs
from dossierpress.site.stories import story
from dossierpress.site.timeline.told import told


def article_page(index: Index, article: Article) -> Page:
    """Return the page of one article."""
    return Page(
        address=addresses.article(article),
        template="article.html",
        title=article.title,
        description=partial(_description, index, article),
        context=partial(_context, index, article),
        source=partial(_source, index, article),
        section=addresses.ARTICLES,
        linked_data=partial(article_data, index, article),
        modified=_modified(article),
        path=article.path,
    )


def _description(index: Index, article: Article) -> str:
    return description(article, index.texts[article.ref].shown)


def _source(index: Index, article: Article) -> str:
    shown = index.texts[article.ref].shown
    mentions = index.mentions.get(article.ref, ())
    return body.source(shown.get("body", ""), _body_links(index, article, mentions))


def _context(index: Index, article: Article) -> ArticlePage:
    shown = index.texts[article.ref].shown
    mentions = index.mentions.get(article.ref, ())
    dossier = index.dossiers.get(article.ref.dossier)
    earlier, later = index.neighbours.get(article.ref, (None, None))
    standfirst = shown.get("standfirst", "")
    return ArticlePage(
        title=article.title,
        language=article.language,
        direction=wording.direction(article.language),
        crumbs=(
            Link(index.words.gettext("Dossiers"), index.url(addresses.DOSSIERS)),
            *((index.links.dossier(dossier),) if dossier else ()),
        ),
        subtitle=shown.get("subtitle", ""),
        standfirst=tuple(lines(index, standfirst, "standfirst", mentions)) if standfirst else (),
        summary=runs(index, shown.get("summary", ""), "summary", mentions),
        captions=tuple(_captions(index, article, shown, mentions)),
        facts=tuple(_facts(index, article)),
        standing=standing(index.words, article),
        notices=notices(index.words, article),
        shown=_shown(index, article),
        source=safe_url(article.url),
        publisher=article.publisher or "",
        topics=tuple(
            place(index, assignment, link=index.links.topic(index.topics[assignment.topic]))
            for assignment in index.topics_of.get(article.ref, ())
        ),
        entities=_named(index, article),
        abstained=abstentions(index.words, index.texts[article.ref], mentions),
        previous=index.links.article(earlier) if earlier else None,
        following=index.links.article(later) if later else None,
        story=story(index, article),
        related=related(index, article.ref),
        citation=citation(index.words, article_reference(article)),
        history=episodes(index, "article", article.ref.dossier, article.ref.article),
        permalink=Link(
            index.absolute(addresses.article(article)), index.url(addresses.article(article))
        ),
    )


def _modified(article: Article) -> str | None:
    """Return the latest day that an article says it changed on, where it is known as a day."""
    corrected = [correction.date for correction in article.corrections]
    whens = [when for when in (article.published, article.modified, *corrected) if when]
    days = [when.latest.isoformat() for when in whens if when.earliest == when.latest]
    return max(days, default=None)


def _shown(index: Index, article: Article) -> str:
    """Return what its rights leave of an article; a metadata record may hold no text to cut."""
    if article.is_withdrawn:
        return ""
    kept_back = index.texts[article.ref].cut or article.rights is Rights.METADATA
    return wording.what_is_shown(index.words, article.rights) if kept_back else ""


def description(article: Article, shown: Mapping[str, str]) -> str:
    """Return the beginning of what is shown of an article, for search engines and feeds."""
    texts = (shown.get(field, "") for field in ("summary", "standfirst", "body", "subtitle"))
    return abstract(next((text for text in texts if text), article.title))


def _body_links(
    index: Index, article: Article, mentions: Sequence[Mention]
) -> Iterator[body.BodyLink]:
    texts = index.texts[article.ref]
    for mention in mentions:
        entity = index.entities.get(mention.entity) if mention.entity else None
        linked = mention.linked and mention.field == "body"
        if entity and linked and texts.may_show("body", mention.end):
            href = addresses.from_source(article.path, addresses.entity(entity.id).source)
            yield body.BodyLink(mention.start, mention.end, href, link_title(index, mention))


def _captions(
    index: Index, article: Article, shown: Mapping[str, str], mentions: Sequence[Mention]
) -> Iterator[Caption]:
    offset = 0
    for image in article.images:
        caption = image.caption if "caption" in shown else ""
        text = runs(index, caption, "caption", mentions, offset)
        offset += len(caption) + 1 if caption else 0
        credit = image.credit if "credit" in shown else None
        if text or credit:
            yield Caption(text, credit)


def _facts(index: Index, article: Article) -> Iterator[Fact]:
    """Return the metadata of an article."""
    say = index.words.gettext
    yield from clocks(index.words, article)
    yield from fact(say("In the text"), *told(index, article))
    yield from fact(say("Publisher"), article.publisher)
    yield from fact(say("Agency"), article.agency)
    yield from fact(say("By") if article.authors else "", *article.authors)
    yield from fact(say("Dateline"), article.dateline)
    yield from fact(say("Section"), article.section)
    yield from fact(say("Rights"), wording.rights(index.words, article.rights))
    if article.reliability:
        grade = Value(article.reliability, note=wording.grade(index.words, article.reliability))
        yield from fact(say("Grade"), grade)
    yield from fact(say("Source"), *_elsewhere(index, article))
    original = index.original_of(article)
    if original:
        link = index.links.article(original)
        yield from fact(say("Duplicate of"), Value(link.text, url=link.url))
    yield from release_facts(index, "article", article.ref.dossier, article.ref.article)


def _elsewhere(index: Index, article: Article) -> Iterator[Value]:
    say = index.words.gettext
    for url, words in (
        (article.url, say("original")),
        (article.archived_url, say("archived copy")),
    ):
        if safe_url(url):
            yield Value(words, external=url)


def _named(index: Index, article: Article) -> tuple[NamedKind, ...]:
    """Return the entities that an article names, by kind, the most often named first."""
    texts = index.texts[article.ref]
    kinds: dict[Kind, list[Named]] = {kind: [] for kind in Kind}
    for entity, mentions in index.named_in(article).items():
        kinds[index.entities[entity].kind].append(
            Named(
                link=index.links.entity(index.entities[entity]),
                count=len(mentions),
                hidden=hidden_count(texts, mentions),
                reasons=shown_reasons(index.words, texts, mentions),
            )
        )
    return tuple(
        NamedKind(
            kind,
            wording.kinds(index.words, kind),
            tuple(sorted(items, key=lambda item: -item.count)),
        )
        for kind, items in kinds.items()
        if items
    )
