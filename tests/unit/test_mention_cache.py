"""What is kept between two runs, and when it is used."""

import shutil
from dataclasses import replace
from pathlib import Path

from dossierpress.mention_cache import MentionCache
from dossierpress.model import Article, Rights
from harness.build import article_of, mentions_of, registry_of

REGISTRY = registry_of(
    {
        "iran": {"name": "Iran", "kind": "place"},
        "x": {"name": "Al-X", "kind": "place", "aliases": [{"text": "X", "needs": ["y"]}]},
    }
)
ARTICLE = article_of("---\ntitle: news of the day\n---\nIran, X and Al-X in “Iran’s” north.\n")
MENTIONS = mentions_of(ARTICLE, REGISTRY)


def kept(file: Path, article: Article = ARTICLE) -> MentionCache:
    cache = MentionCache(file, REGISTRY)
    cache.keep(article, mentions_of(article, REGISTRY))
    cache.write()
    return MentionCache(file, REGISTRY)


def test_what_was_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    assert kept(tmp_path / "a/mentions.json").recall(ARTICLE) == MENTIONS
    assert len(MENTIONS) == 4


def test_another_article_is_not_known(tmp_path: Path) -> None:
    cache = kept(tmp_path / "mentions.json")

    assert cache.recall(replace(ARTICLE, body=ARTICLE.body + " ")) is None
    assert cache.recall(replace(ARTICLE, rights=Rights.METADATA)) is None
    assert (
        cache.recall(article_of("---\ntitle: news of the day\npublished: 2019\n---\nIran")) is None
    )


def test_another_registry_is_an_empty_cache(tmp_path: Path) -> None:
    kept(tmp_path / "mentions.json")
    other = registry_of({"iran": {"name": "Iran", "kind": "organization"}})

    assert MentionCache(tmp_path / "mentions.json", other).recall(ARTICLE) is None


def test_a_broken_file_is_an_empty_cache_and_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "mentions.json"
    for text in ("", "[", "[1]", '["x", {}]', "\x00"):
        file.write_text(text, "utf-8")
        assert MentionCache(file, REGISTRY).recall(ARTICLE) is None
    assert kept(file).recall(ARTICLE) == MENTIONS


def test_only_the_articles_of_the_last_run_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "mentions.json"
    kept(file)
    other = article_of("---\ntitle: Iran\n---\nx\n")
    kept(file, other)

    assert MentionCache(file, REGISTRY).recall(ARTICLE) is None
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"mentions.json", "mentions.json.seal"}


def test_a_file_that_was_brought_along_is_not_believed(tmp_path: Path) -> None:
    kept(tmp_path / "mine/mentions.json")
    shutil.copytree(tmp_path / "mine", tmp_path / "brought")

    assert MentionCache(tmp_path / "mine/mentions.json", REGISTRY).recall(ARTICLE) == MENTIONS
    assert MentionCache(tmp_path / "brought/mentions.json", REGISTRY).recall(ARTICLE) is None


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cache = kept(tmp_path / "file" / "mentions.json")

    assert cache.recall(ARTICLE) is None
