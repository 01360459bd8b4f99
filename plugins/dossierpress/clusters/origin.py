"""Where the copies of a story come from, inferred by rules that are tried in order.

Each rule is a function from the copies to an `Origin`, or to None where it cannot tell; its
docstring is its public explanation.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dossierpress.model import Article, ArticleRef

Shares = Mapping[tuple[ArticleRef, ArticleRef], float]
"""How much of the first article's text stands in the second's."""

MARGIN = 0.1
"""How much more of the others' text an article must hold than any other, to be their source."""


@dataclass(frozen=True)
class Origin:
    """Where the copies of a story come from.

    Attributes:
        name: the wire service or publisher, where one is known.
        article: the copy that is the origin, or stands nearest to it.
        rule: the rule that decided.
        evidence: in words, what the rule saw.
    """

    name: str | None
    article: ArticleRef
    rule: str
    evidence: tuple[str, ...]


def infer(copies: Sequence[Article], shares: Shares) -> Origin | None:
    """Return the origin of two or more copies; None where no rule can tell."""
    found = (rule(copies, shares) for rule in RULES)
    return next((origin for origin in found if origin is not None), None)


def by_curator(copies: Sequence[Article], shares: Shares) -> Origin | None:
    """The curator's `duplicate_of:` names an article that is itself no duplicate."""
    here = {copy.ref: copy for copy in copies}
    named: Counter[ArticleRef] = Counter()
    for copy in copies:
        target = _target(copy)
        seen = {copy.ref}
        while target in here and target not in seen:
            seen.add(target)
            further = _target(here[target])
            if further is None:
                named[target] += 1
                break
            target = further
    if len(named) != 1:
        return None
    ((ref, count),) = named.items()
    told = f"duplicate_of in {count} of {len(copies)} articles names {ref}"
    return Origin(_name(here[ref]), ref, "curator", (told,))


def by_credit(copies: Sequence[Article], shares: Shares) -> Origin | None:
    """One wire service, and no other, is credited; its own copy, or the earliest, stands for it."""
    credits_ = {copy.agency.casefold(): copy.agency for copy in copies if copy.agency}
    if len(credits_) != 1:
        return None
    ((key, agency),) = credits_.items()
    crediting = [copy for copy in copies if copy.agency]
    own = [copy for copy in copies if (copy.publisher or "").casefold() == key]
    first = min(own or crediting, key=_order)
    told = [f"{agency} is credited in {len(crediting)} of {len(copies)} articles"]
    told += [f"{copy.ref} is published by {agency}" for copy in own[:1]]
    return Origin(agency, first.ref, "agency-credit", tuple(told))


def by_date(copies: Sequence[Article], shares: Shares) -> Origin | None:
    """Every copy has a date of publication, and one is before all others, beyond doubt."""
    if not all(copy.published for copy in copies):
        return None
    first, second = sorted(copies, key=_order)[:2]
    if not _before(first, second) or not all(_before(first, c) for c in copies if c is not first):
        return None
    told = f"published {_when(first)}; the next, {second.ref}, {_when(second)}"
    return Origin(_name(first), first.ref, "earliest", (told,))


def by_containment(copies: Sequence[Article], shares: Shares) -> Origin | None:
    """One copy holds clearly more of the others' text than any other: they were cut from it."""
    held = {
        one.ref: sum(shares.get((other.ref, one.ref), 0.0) for other in copies if other is not one)
        / (len(copies) - 1)
        for one in copies
    }
    ranked = sorted(copies, key=lambda copy: (-held[copy.ref], copy.ref))
    first, second = ranked[:2]
    if held[first.ref] < held[second.ref] + MARGIN:
        return None
    told = (
        f"holds {held[first.ref]:.0%} of the others' text; the next, {second.ref},"
        f" {held[second.ref]:.0%}"
    )
    return Origin(_name(first), first.ref, "containment", (told,))


RULES: tuple[Callable[[Sequence[Article], Shares], Origin | None], ...] = (
    by_curator,
    by_credit,
    by_date,
    by_containment,
)
"""The rules, in the order in which they are tried."""


def _target(copy: Article) -> ArticleRef | None:
    return ArticleRef(copy.ref.dossier, copy.duplicate_of) if copy.duplicate_of else None


def _name(copy: Article) -> str | None:
    return copy.agency or copy.publisher


def _when(copy: Article) -> str:
    return copy.published.text if copy.published else ""


def _order(copy: Article) -> tuple[bool, tuple[str, str], ArticleRef]:
    return (copy.date is None, copy.date.sort_key if copy.date else ("", ""), copy.ref)


def _before(one: Article, other: Article) -> bool:
    """Say whether one was surely published before the other: by the times, else by the days."""
    first, second = one.published, other.published
    if first is None or second is None:
        return False
    if first.time and second.time:
        return first.time < second.time
    return first.latest < second.earliest
