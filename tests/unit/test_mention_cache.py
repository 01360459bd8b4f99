"""Mentions that are kept between two runs."""

from pathlib import Path

from dossierpress.kept import digest_of
from dossierpress.mention_cache import MentionCache
from harness.build import article_of, mentions_of, registry_of

REGISTRY = registry_of(
    {
        "iran": {"name": "Iran", "kind": "place"},
        "x": {"name": "Al-X", "kind": "place", "aliases": [{"text": "X", "needs": ["y"]}]},
    }
)
KEY = digest_of(b"the registry")
ARTICLE = article_of("---\ntitle: news of the day\n---\nIran, X and Al-X in “Iran’s” north.\n")
DIGEST = digest_of(b"the article")
MENTIONS = mentions_of(ARTICLE, REGISTRY)


def kept(file: Path) -> MentionCache:
    cache = MentionCache(file, KEY)
    cache.keep(DIGEST, MENTIONS)
    cache.write()
    return MentionCache(file, KEY)


def test_what_was_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    assert kept(tmp_path / "a/mentions").recall(DIGEST, ARTICLE) == MENTIONS
    assert len(MENTIONS) == 4


def test_another_article_and_another_registry_are_not_known(tmp_path: Path) -> None:
    assert kept(tmp_path / "mentions").recall(digest_of(b"another"), ARTICLE) is None
    other = MentionCache(tmp_path / "mentions", digest_of(b"another"))
    assert other.recall(DIGEST, ARTICLE) is None


def test_mentions_of_fields_that_an_article_lacks_are_none(tmp_path: Path) -> None:
    bare = article_of("---\ntitle: news of the day\n---\n")
    assert kept(tmp_path / "mentions").recall(DIGEST, bare) is None


def test_only_the_articles_of_the_last_run_are_kept(tmp_path: Path) -> None:
    kept(tmp_path / "mentions")
    cache = MentionCache(tmp_path / "mentions", KEY)
    cache.keep(digest_of(b"another"), ())
    cache.write()
    assert MentionCache(tmp_path / "mentions", KEY).recall(DIGEST, ARTICLE) is None
    assert MentionCache(tmp_path / "mentions", KEY).recall(digest_of(b"another"), ARTICLE) == ()
