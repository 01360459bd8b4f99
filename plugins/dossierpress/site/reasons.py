"""Why words of an article were linked, as its pages say it; not for words that are kept back."""

from collections.abc import Iterable

from dossierpress.model import Mention
from dossierpress.site.model import Reason
from dossierpress.site.quotes import Texts


def shown_reasons(texts: Texts, mentions: Iterable[Mention]) -> tuple[Reason, ...]:
    """Return the reasons for mentions that may be shown, equal ones once, in their order."""
    found = {
        Reason(mention.surface, mention.rule, mention.evidence): None
        for mention in mentions
        if texts.may_show(mention.field, mention.end)
    }
    return tuple(found)


def hidden_count(texts: Texts, mentions: Iterable[Mention]) -> int:
    """Return how many mentions stand in texts that may not be shown."""
    return sum(not texts.may_show(mention.field, mention.end) for mention in mentions)
