"""The same publication under other settings and hosts, with faults in it, and built again."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from harness.building import Built, build, copy_small

ARTICLE = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def messages(site: Built, level: str) -> list[str]:
    return [r.getMessage() for r in site.records if r.levelname == level]


def run(host: str, publication: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", host, "build", "-q", "--strict", "-f", "mkdocs.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.run(
        command, cwd=publication, capture_output=True, text=True, env=environment, check=False
    )


def test_links_resolve_without_directory_urls(publication: Path) -> None:
    site = build(publication, use_directory_urls=False)
    assert "dossiers/gulf/2019-06-14-tanker-burns.html" in site.pages
    assert "entities/iran.html" in site.pages
    assert site.broken_links() == []


@pytest.mark.parametrize("site_url", ["", "https://desk.test/dossiers/"])
def test_the_page_of_a_merged_entity_sends_its_reader_on(publication: Path, site_url: str) -> None:
    page = build(publication, site_url=site_url).text("entities/coast-guard-of-old/index.html")
    head = page.partition("</head>")[0]
    target = "../../entities/harbour-guard/"
    canonical = f"{site_url}entities/harbour-guard/" if site_url else target
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in head
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', head) == [canonical]
    assert f'href="{target}"' in page.partition("</head>")[2]


def test_a_page_by_hand_may_link_to_what_is_made_last(publication: Path) -> None:
    text = "# About\n\n[Data](data/articles.json), [feed](feed.xml).\n"
    (publication / "docs/about.md").write_text(text)
    site = build(publication)
    assert 'href="../data/articles.json"' in site.text("about/index.html")
    assert not [said for said in messages(site, "WARNING") if "about.md" in said]


def test_properdocs_builds_the_same_pages(publication: Path) -> None:
    ours = build(publication, site_dir=str(publication / "ours"))
    done = run("properdocs", publication)
    assert done.returncode == 0, done.stderr
    theirs = Built(publication / "site")
    assert set(theirs.pages) == set(ours.pages)
    assert theirs.broken_links() == []


def test_a_publication_without_a_home_page_gets_one(publication: Path) -> None:
    (publication / "docs/index.md").unlink()
    page = build(publication).text("index.html")
    assert "<h1" in page
    assert "Small desk" in page
    assert "Ships in the Gulf" in page


def test_lists_are_in_a_navigation_that_nobody_wrote(publication: Path) -> None:
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().split("nav:")[0] + "markdown_extensions: [toc]\n")
    page = build(publication).text("index.html")
    assert 'href="entities/"' in page
    assert 'href="entities/iran/" class="md-nav__link"' not in page


def test_a_hand_written_page_is_never_overwritten(publication: Path) -> None:
    (publication / "docs/entities").mkdir()
    (publication / "docs/entities/iran.md").write_text("# My own Iran\n")
    site = build(publication)
    assert "My own Iran" in site.text("entities/iran/index.html")
    assert ["DP601" in message for message in messages(site, "ERROR")] == [True]


def test_one_bad_file_stops_nothing_else(publication: Path) -> None:
    (publication / "dossiers/gulf/articles/2019-01-01-bad.md").write_text("---\ntitle: a: b\n---\n")
    site = build(publication)
    assert "dossiers/gulf/2019-06-14-tanker-burns/index.html" in site.pages
    [message] = messages(site, "ERROR")
    assert "dossiers/gulf/articles/2019-01-01-bad.md:2: DP003" in message


def test_a_strict_build_fails_on_a_problem_even_when_quiet(publication: Path) -> None:
    assert run("mkdocs", publication).returncode == 0
    (publication / ARTICLE).write_text("no front matter")
    done = run("mkdocs", publication)
    assert done.returncode == 1
    assert f"{ARTICLE}:1: DP002" in done.stderr


def test_warnings_are_told_but_do_not_fail_a_strict_build(publication: Path) -> None:
    registry = publication / "dossiers/entities/all.yml"
    registry.write_text(registry.read_text() + "other:\n  name: Hormuz\n  kind: facility\n")
    site = build(publication, strict=True)
    assert any("all.yml" in message for message in messages(site, "INFO"))


def test_a_link_that_the_host_would_stop_at_stops_nothing(publication: Path) -> None:
    article = publication / ARTICLE
    article.write_text(article.read_text() + "\n[broken](http://[half) and ![x](http://[half)\n")
    page = build(publication).text("dossiers/gulf/2019-06-14-tanker-burns/index.html")
    assert "broken" in page
    assert "[half" not in page


def test_a_second_build_follows_an_edit_and_forgets_the_first(publication: Path) -> None:
    build(publication)
    article = publication / "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
    article.write_text(article.read_text().replace("A tanker burns", "A ferry burns"))
    (publication / "dossiers/gulf/articles/undated-metadata.md").unlink()
    site = build(publication)
    assert "A ferry burns" in site.text("articles/index.html")
    assert "A tanker burns" not in site.text("articles/index.html")
    assert not (site.folder / "dossiers/gulf/undated-metadata").exists()


def test_serving_watches_the_content(publication: Path) -> None:
    config = load_config(str(publication / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    assert str(publication / "dossiers") in config.watch


def test_an_override_replaces_one_block(publication: Path) -> None:
    folder = publication / "overrides/dossier"
    folder.mkdir(parents=True)
    (folder / "topic.html").write_text(
        '{% extends "dossierpress/topic.html" %}{% block rule %}<p>Ask the desk.</p>{% endblock %}'
    )
    page = build(publication).text("topics/shipping/index.html")
    assert "Ask the desk." in page
    assert "An article belongs here" not in page
    assert "What happens to ships" in page


def test_two_builds_give_the_same_bytes(publication: Path) -> None:
    first = build(publication, site_dir=str(publication / "one"))
    second = build(publication, site_dir=str(publication / "two"))
    for page in first.pages:
        assert (first.folder / page).read_bytes() == (second.folder / page).read_bytes(), page


def test_an_arabic_interface_runs_from_right_to_left_and_leaves_texts_their_direction(
    publication: Path,
) -> None:
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().replace("theme:\n", "theme:\n  language: ar\n"))
    site = build(publication)
    assert messages(site, "WARNING") == messages(site, "ERROR") == []
    page = site.text("dossiers/gulf/2019-06-14-tanker-burns/index.html")
    assert re.search(r'<html lang="ar"[^>]*>', page)
    assert '<body dir="rtl"' in page
    assert '<div class="dp dp-article" lang="en" dir="ltr">' in page
    assert '<div class="dp-apparatus" lang="ar" dir="rtl">' in page
    assert "14 يونيو 2019" in page
    assert "الناشر" in page
    assert site.broken_links() == []


def test_a_publication_says_things_in_its_own_words(publication: Path) -> None:
    words = publication / "overrides/dossier/words"
    words.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    (words / "en.po").write_text(f'{head}\nmsgid "Publisher"\nmsgstr "Paper"\n')
    page = build(publication).text("dossiers/gulf/2019-06-14-tanker-burns/index.html")
    assert "<dt>Paper</dt>" in page
    (words / "en.po").write_text(f'{head}\nmsgid "Publisher"\nmsgstr "{{it}}"\n')
    site = build(publication)
    [said] = [text for text in messages(site, "INFO") if "DP632" in text]
    assert said.startswith("dossierpress: overrides/dossier/words/en.po:4: DP632 ")


def test_a_page_has_the_head_that_search_engines_readers_of_feeds_and_sharers_ask_for(
    publication: Path,
) -> None:
    site = build(publication, site_url="https://desk.test/d/")
    head = site.text("entities/iran/index.html").partition("</head>")[0]
    for said in (
        '<link rel="alternate " type="application/atom+xml" title="Iran" '
        'href="../../entities/iran/feed.xml">',
        '<meta property="og:url" content="https://desk.test/d/entities/iran/">',
        '<meta property="og:image" content="https://desk.test/d/assets/dossierpress/social.png">',
        '<link rel="canonical" href="https://desk.test/d/entities/iran/">',
        '<meta name="description" property="og:description" content="',
    ):
        assert said in head
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    assert json.loads(data)["@id"] == "https://desk.test/d/entities/iran/"
    assert (site.folder / "assets/dossierpress/social.png").read_bytes()[:4] == b"\x89PNG"
    for path in site.pages:
        assert site.text(path).count("application/ld+json") == (path not in REDIRECTS), path


REDIRECTS = {"404.html", "entities/coast-guard-of-old/index.html"}


def test_the_sitemap_dates_a_page_by_what_it_shows_and_the_day_of_the_build_changes_nothing(
    publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (publication / "docs/about.md").write_text("# About\n")
    found = []
    for moment in ("86400", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        site = build(publication, site_url="https://desk.test/")
        found.append(
            {
                path.relative_to(site.folder).as_posix(): path.read_bytes()
                for path in sorted(site.folder.rglob("*"))
                if path.is_file()
            }
        )
    assert [name for name in found[0] if found[0][name] != found[1].get(name)] == []
    pages = dict(
        re.findall(
            r"<url><loc>https://desk.test/([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?</url>",
            found[0]["sitemap.xml"].decode(),
        )
    )
    assert pages["dossiers/gulf/2019-06-14-tanker-burns/"] == "2019-06-14"
    assert pages["about/"] == ""
    assert pages["dossiers/gulf/2019-07-excerpt/"] == pages["entities/iran/"] == ""
    assert set(pages) == {
        path.removesuffix("index.html") for path in site.pages if path not in REDIRECTS
    }


def test_a_publication_shows_a_picture_of_its_own_where_its_pages_are_shared(
    publication: Path,
) -> None:
    config = publication / "mkdocs.yml"
    own = "plugins:\n  - search\n  - dossier: {social_image: pictures/own.png}\n"
    config.write_text(config.read_text().replace("plugins: [search, dossier]\n", own))
    page = build(publication, site_url="https://desk.test/").text("index.html")
    assert '<meta property="og:image" content="https://desk.test/pictures/own.png">' in page
