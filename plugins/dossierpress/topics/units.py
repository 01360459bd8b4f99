"""The places of an article where the parts of a rule may meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossierpress.model import Scope
from dossierpress.text.prose import Prose
from dossierpress.text.sentences import Span
from dossierpress.topics.rule import Found

_HEAD = ("title", "subtitle", "standfirst")


@dataclass(frozen=True)
class Unit:
    """A paragraph or a sentence of one field.

    Attributes:
        number: the field's number in the article.
        is_head: whether it is the headline, the standfirst or in the body's first paragraph.
    """

    number: int
    span: Span
    is_head: bool

    def only(self, found: Found) -> Found:
        """Return what of `found` stands inside this unit."""
        start, end = self.span
        inside = {
            key: tuple(w for w in where if w[0] == self.number and start <= w[1] and w[2] <= end)
            for key, where in found.items()
        }
        return {key: where for key, where in inside.items() if where}


def units(proses: Sequence[Prose], scope: Scope) -> Iterable[Unit]:
    """Yield the sentences, or for the other scopes the paragraphs, in reading order."""
    for number, prose in enumerate(proses):
        first = prose.paragraphs[:1] if prose.is_body else ()
        spans = prose.sentences if scope is Scope.SENTENCE else prose.paragraphs
        for span in spans:
            in_first = any(start <= span[0] and span[1] <= end for start, end in first)
            yield Unit(number, span, prose.field.name in _HEAD or in_first)
