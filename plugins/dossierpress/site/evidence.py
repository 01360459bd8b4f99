"""What the rules saw, in the language of the interface.

The rules of matching and of clusters give their evidence as English sentences of a few forms; here
each form is a message. A sentence of no form stays as it is.
"""

import re
from functools import lru_cache

from dossierpress.language.words import Words, mark

_FORMS = (
    # dossierpress.matching.rules
    mark("the article's links: says none"),
    mark("the article's links: says {entity}"),
    mark('"{words}" stands under not: of {entity}'),
    mark('"{words}" must stand in case {case}'),
    mark("it is part of a date"),
    mark("it begins a sentence and may be an ordinary word"),
    mark("every word of the line is in capitals"),
    mark("every word of the headline has a capital"),
    mark('"{words}" was not its name at the date of the article'),
    mark('it touches "{words}"'),
    mark('the article names "{words}"'),
    mark("the article lacks {words}"),
    mark("the article does not name {entities} in full"),
    mark("no possessive or verb after it makes it a government"),
    mark("of its meanings only {entity} is named: {words}"),
    mark("the registry's default"),
    mark("it may mean {entities}, and the article does not say which"),
    mark("no alias fits"),
    mark('the alias "{alias}", supported by needs: {words}'),
    mark('the alias "{alias}", supported by {words}'),
    mark('the alias "{alias}"'),
    # dossierpress.clusters.origin
    mark("duplicate_of in {some} of {all} articles names {article}"),
    mark("{agency} is credited in {some} of {all} articles"),
    mark("{article} is published by {agency}"),
    mark("published {date}; the next, {article}, {later}"),
    mark("holds {share} of the others' text; the next, {article}, {less}"),
)
_PATTERNS = tuple(
    (form, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(form)), re.DOTALL))
    for form in _FORMS
)


@lru_cache(maxsize=50_000)
def said(words: Words, evidence: str) -> str:
    """Return a piece of evidence in the language of the interface."""
    if not words.catalogue:
        return evidence
    found = form_of(evidence)
    return words.gettext(found[0], **found[1]) if found else evidence


def form_of(evidence: str) -> tuple[str, dict[str, str]] | None:
    """Return the form of a piece of evidence and its values; None where it has none."""
    for form, pattern in _PATTERNS:
        match = pattern.fullmatch(evidence)
        if match:
            return form, match.groupdict()
    return None
