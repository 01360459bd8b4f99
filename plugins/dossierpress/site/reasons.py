"""Why words of an article were linked or not, as its pages say it; not for words kept back."""

from collections.abc import Iterable

from dossierpress.language.words import Words
from dossierpress.model import Mention
from dossierpress.site.evidence import said
from dossierpress.site.model import Reason
from dossierpress.site.quotes import Texts


def shown_reasons(words: Words, texts: Texts, mentions: Iterable[Mention]) -> tuple[Reason, ...]:
    """Return the reasons for mentions that may be shown, equal ones once, in their order."""
    shown = (mention for mention in mentions if texts.may_show(mention.field, mention.end))
    return tuple(dict.fromkeys(_reason(words, mention) for mention in shown))


def abstentions(words: Words, texts: Texts, mentions: Iterable[Mention]) -> tuple[Reason, ...]:
    """Return why words that may be shown were left unlinked on purpose.

    Words that only lack the capitals of an alias are left out: that "is" is not "IS" is no news.
    """
    unlinked = (mention for mention in mentions if not mention.entity and mention.rule != "case")
    return shown_reasons(words, texts, unlinked)


def hidden_count(texts: Texts, mentions: Iterable[Mention]) -> int:
    """Return how many mentions stand in texts that may not be shown."""
    return sum(not texts.may_show(mention.field, mention.end) for mention in mentions)


def is_by_itself(mention: Mention) -> bool:
    """Say whether the alias that links some words is these words, which needs no saying."""
    return mention.evidence == f'the alias "{mention.surface}"'


def _reason(words: Words, mention: Mention) -> Reason:
    """Word the ordinary case in two words; every other one names its rule."""
    if mention.entity and mention.rule == "longest-match":
        return Reason(
            mention.surface,
            "",
            words.gettext("by its alias")
            if is_by_itself(mention)
            else words.gettext("by {evidence}", evidence=said(words, mention.evidence)),
        )
    return Reason(mention.surface, mention.rule, said(words, mention.evidence))
