"""The story cluster of an article, as its page says it: "6 reports, 1 origin: AFP"."""

from dossierpress.model import Article
from dossierpress.site.evidence import said
from dossierpress.site.index import Index
from dossierpress.site.model import Copy, Story

SHOWN = 20


def story(index: Index, article: Article) -> Story | None:
    """Return the other copies of an article's story; None where it is the only one."""
    cluster = index.cluster_of.get(article.ref)
    if cluster is None:
        return None
    others = [member for member in cluster.members if member.article != article.ref]
    own = next(member for member in cluster.members if member.article == article.ref)
    origin = cluster.origin
    return Story(
        reports=len(cluster.members),
        origin=(origin.name or "") if origin else "",
        evidence=tuple(said(index.words, item) for item in origin.evidence) if origin else (),
        rule=origin.rule if origin else "",
        is_origin=origin is not None and origin.article == article.ref,
        by_curator=own.rule == "curator",
        copies=tuple(
            Copy(
                index.rows[member.article],
                round(100 * member.share),
                origin is not None and origin.article == member.article,
            )
            for member in others[:SHOWN]
        ),
        more=max(0, len(others) - SHOWN),
    )
