"""One field of an article, made ready for matching and for evidence."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from dossierpress.model import Article, Field
from dossierpress.text.folding import Folded, fold
from dossierpress.text.markdown import Masked, mask
from dossierpress.text.sentences import Span, paragraphs, sentences


@dataclass(frozen=True)
class Prose:
    """A field's words; every offset counts characters of the field's text.

    A body is Markdown whose single newlines wrap lines; the other fields are plain text whose
    newlines separate items.
    """

    field: Field
    language: str

    @property
    def is_body(self) -> bool:
        """Whether the field is the body, and so Markdown."""
        return self.field.name == "body"

    @cached_property
    def masked(self) -> Masked:
        """The text with all that is not words blanked out."""
        return mask(self.field.text) if self.is_body else Masked(self.field.text, ())

    @cached_property
    def folded(self) -> Folded:
        """The masked text in the form in which it is compared."""
        return fold(self.masked.text, wrapped=self.is_body)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, or the items of a list field."""
        return paragraphs(self.masked.text, wrapped=self.is_body)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences, in order."""
        return tuple(
            sentence for paragraph in self.paragraphs for sentence in self._sentences(paragraph)
        )

    def paragraph_at(self, position: int) -> Span:
        """Return the paragraph that holds a position."""
        return _holding(self.paragraphs, position)

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds a position."""
        return _holding(self._sentences(self.paragraph_at(position)), position)

    def _sentences(self, paragraph: Span) -> tuple[Span, ...]:
        if paragraph not in self._parted:
            found = sentences(self.masked.text, paragraph, self.language)
            self._parted[paragraph] = found or (paragraph,)
        return self._parted[paragraph]

    @cached_property
    def _parted(self) -> dict[Span, tuple[Span, ...]]:
        """The sentences of each paragraph that was asked for."""
        return {}


def prose_of(article: Article) -> tuple[Prose, ...]:
    """Return the article's fields as prose, in reading order."""
    return tuple(Prose(field, article.language) for field in article.fields)


def _holding(spans: tuple[Span, ...], position: int) -> Span:
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[max(index, 0)]
