"""Story clusters: all articles that are copies of one story, with what shows that they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from dossierpress.clusters.near import Pair, Shingles, near_duplicates
from dossierpress.clusters.origin import Origin, infer
from dossierpress.model import Article, ArticleRef, Library
from dossierpress.text.shingles import NEAR, Shingler, containment, packed

PAIRWISE = 200
"""In a larger cluster texts are not compared each with each to tell which holds the others."""


@dataclass(frozen=True)
class Member:
    """An article's place in a cluster.

    Attributes:
        nearest: the other member that it shares most with.
        share: of the smaller text's shingles, how many both have, from 0 to 1.
        rule: `text`, or `curator` where only `duplicate_of:` brings it here.
    """

    article: ArticleRef
    nearest: ArticleRef
    share: float
    rule: str


@dataclass(frozen=True)
class Cluster:
    """Copies of one story, which count as one origin.

    Attributes:
        members: two or more, ordered by dossier and id.
        origin: where they come from; None where no rule can tell.
    """

    members: tuple[Member, ...]
    origin: Origin | None


@dataclass(frozen=True)
class Clusters:
    """All story clusters of a publication, ordered by their first members."""

    clusters: tuple[Cluster, ...] = ()

    @cached_property
    def by_article(self) -> Mapping[ArticleRef, Cluster]:
        """The cluster of each article that is in one."""
        return MappingProxyType(
            {member.article: cluster for cluster in self.clusters for member in cluster.members}
        )

    def origins(self, articles: Sequence[ArticleRef]) -> int:
        """Return how many stories, told apart by origin, some articles are."""
        return len({self._key(ref) for ref in articles})

    def _key(self, ref: ArticleRef) -> ArticleRef:
        cluster = self.by_article.get(ref)
        return cluster.members[0].article if cluster else ref


def find_clusters(library: Library, near: float = NEAR) -> Clusters:
    """Return the story clusters of a library.

    Args:
        library: all articles of a publication.
        near: the least share of the smaller text's shingles that two copies have in common.
    """
    articles = sorted(library.articles, key=lambda article: article.ref)
    shingler = Shingler()
    texts = [packed(shingler.shingles(article.body)) for article in articles]
    apart = _told_apart(library)
    alike = (
        pair
        for pair in near_duplicates(texts, near)
        if frozenset((str(articles[pair.first].ref), str(articles[pair.second].ref))) not in apart
    )
    pairs = [*alike, *_by_curator(articles)]
    found = (_cluster(places, pairs, articles, texts) for places, pairs in _joined(pairs))
    return Clusters(tuple(sorted(found, key=lambda cluster: cluster.members[0].article)))


def _told_apart(library: Library) -> frozenset[frozenset[str]]:
    """Return the pairs of articles that a decision calls different stories."""
    return frozenset(
        frozenset(decision.subject.split())
        for decision in library.decisions
        if decision.kind == "duplicate" and decision.verdict == "rejected"
    )


def _by_curator(articles: Sequence[Article]) -> list[Pair]:
    """Join each article to the one that its `duplicate_of:` names; a share of -1 marks them."""
    places = {article.ref: place for place, article in enumerate(articles)}
    found = []
    for place, article in enumerate(articles):
        if article.duplicate_of:
            other = places.get(ArticleRef(article.ref.dossier, article.duplicate_of))
            if other is not None and other != place:
                found.append(Pair(min(place, other), max(place, other), -1.0))
    return found


def _joined(pairs: Sequence[Pair]) -> list[tuple[list[int], list[Pair]]]:
    """Return the places and the pairs of each group that pairs hold together."""
    leader: dict[int, int] = {}

    def find(place: int) -> int:
        while leader.setdefault(place, place) != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for pair in pairs:
        one, other = sorted((find(pair.first), find(pair.second)))
        leader[other] = one
    groups: dict[int, tuple[set[int], list[Pair]]] = {}
    for pair in pairs:
        places, held = groups.setdefault(find(pair.first), (set(), []))
        places.update((pair.first, pair.second))
        held.append(pair)
    return [(sorted(places), held) for places, held in groups.values()]


def _cluster(
    places: Sequence[int],
    pairs: Sequence[Pair],
    articles: Sequence[Article],
    texts: Sequence[Shingles],
) -> Cluster:
    best: dict[int, tuple[float, int]] = {}
    for pair in sorted(pairs):
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if one not in best or pair.share > best[one][0]:
                best[one] = (pair.share, other)
    members = []
    for place in places:
        share, other = best[place]
        rule = "text" if share >= 0 else "curator"
        measured = share if share >= 0 else containment(texts[place], texts[other])
        members.append(Member(articles[place].ref, articles[other].ref, measured, rule))
    members.sort(key=lambda member: member.article)
    copies = [articles[place] for place in places]
    return Cluster(tuple(members), infer(copies, _shares(places, articles, texts)))


def _shares(
    places: Sequence[int], articles: Sequence[Article], texts: Sequence[Shingles]
) -> dict[tuple[ArticleRef, ArticleRef], float]:
    """Return how much of each text stands in each other; in a crowd, nothing is known."""
    if len(places) > PAIRWISE:
        return {}
    sets = {place: frozenset(texts[place]) for place in places}
    return {
        (articles[one].ref, articles[other].ref): len(sets[one] & sets[other])
        / max(1, len(sets[one]))
        for one in places
        for other in places
        if one != other
    }
