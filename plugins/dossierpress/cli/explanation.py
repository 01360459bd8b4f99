"""An article with its mentions explained, for a terminal: each sentence, then why."""

from collections.abc import Iterable, Sequence

import click

from dossierpress.model import Article, Mention
from dossierpress.text.prose import Prose, prose_of
from dossierpress.text.sentences import Span

LINKED, NAMED, LEFT = ("cyan", "[", "]"), ("green", "[", "]"), ("yellow", "(", ")")
"""Colour and signs of a mention that is a link, of another mention, and of an abstention."""


def explain(article: Article, mentions: Sequence[Mention], *, colour: bool) -> Iterable[str]:
    """Yield the lines that show an article sentence by sentence.

    A mention stands in [brackets], an abstention in (parentheses); below the sentence a line for
    each says what it means, by which alias and rule, and what the rule saw. Sentences in which
    nothing was found are left out.
    """
    for prose in prose_of(article):
        here = [mention for mention in mentions if mention.field == prose.field.name]
        if here:
            name = f"{prose.field.name}:"
            yield click.style(name, bold=True) if colour else name
        for span, inside in _by_sentence(prose, here):
            yield "  " + _marked(prose, span, inside, colour=colour)
            yield from (f"      {_reason(mention)}" for mention in inside)


def _by_sentence(prose: Prose, mentions: Iterable[Mention]) -> Iterable[tuple[Span, list[Mention]]]:
    found: dict[Span, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(prose.sentence_at(mention.start), []).append(mention)
    return found.items()


def _marked(prose: Prose, span: Span, mentions: Iterable[Mention], *, colour: bool) -> str:
    """Return a sentence on one line, its mentions marked."""
    text, (position, end) = prose.field.text, span
    parts = []
    for mention in mentions:
        parts.append(text[position : mention.start])
        paint, left, right = _signs(mention)
        marked = f"{left}{mention.surface}{right}"
        parts.append(click.style(marked, fg=paint) if colour else marked)
        position = mention.end
    parts.append(text[position : max(position, end)])
    return " ".join("".join(parts).split())


def _reason(mention: Mention) -> str:
    meaning = f"→ {mention.entity}" if mention.entity else "not linked"
    use = f" as a {mention.use}" if mention.use != "name" else ""
    link = ", the link" if mention.linked else ""
    others = [candidate for candidate in mention.candidates if candidate != mention.entity]
    rest = f"; it may mean {', '.join(others)}" if others and mention.entity is None else ""
    is_said = f'"{mention.alias}"' in mention.evidence
    alias = "" if is_said else f', alias "{mention.alias}"'
    surface = " ".join(mention.surface.split())
    return f'"{surface}" {meaning}{use}{link}: {mention.rule}{alias}: {mention.evidence}{rest}'


def _signs(mention: Mention) -> tuple[str, str, str]:
    if mention.entity is None:
        return LEFT
    return LINKED if mention.linked else NAMED
