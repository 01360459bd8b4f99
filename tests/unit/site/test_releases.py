"""What pages say of releases: in which a thing came, when it changed, and what each changed."""

from pathlib import Path

import feedparser
import pytest

from dossierpress.publication import Publication, read_publication
from dossierpress.release.chronicle import Span
from dossierpress.release.form import canonical
from dossierpress.release.making import by_key
from dossierpress.release.past import revisions
from dossierpress.site.model import (
    ArticlePage,
    Context,
    DossierChangesPage,
    DossierPage,
    EntityPage,
    Fact,
    ReleasePage,
    ReleasesPage,
    TopicPage,
)
from dossierpress.site.site import build_site
from harness.building import copy_small
from harness.releasing import change, content_of, snapshot_at

STORY = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
NEW = "dossiers/gulf/articles/new.md"


def edited(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    change(root, {file: text.replace(old, new, 1)})


def release(root: Path, version: str, date: str, then: Publication | None = None) -> None:
    """Write the snapshot of a publication, with the words that changed since another state."""
    folder = root / "dossiers" / "releases"
    folder.mkdir(exist_ok=True)
    previous = then.chronicle.releases[-1].version if then else None
    taken = snapshot_at(root, version, date, previous=previous)
    if then:
        before = snapshot_of(then)
        found = revisions(before, by_key(then.library), taken, by_key(content_of(root).library))
        taken = snapshot_at(root, version, date, previous=previous, revisions=tuple(found))
    (folder / f"{version}.json").write_bytes(canonical(taken))


def snapshot_of(of: Publication):
    from dossierpress.release.take import take

    return take(of.library, of.mentions, of.assignments, version="", date="", program="")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A publication with two releases: a text and a name changed, and an article came."""
    root = copy_small(tmp_path)
    release(root, "2026.1", "2026-01-31")
    then = read_publication(root, releases=True)
    edited(root, STORY, "burned in the Strait", "sank in the Strait")
    edited(root, "dossiers/entities/all.yml", "The way by sea", "The only way by sea")
    change(root, {NEW: "---\ntitle: A new day\npublished: 2020-01-01\n---\nIran is silent.\n"})
    release(root, "2026.2", "2026-02-28", then)
    return root


def pages(root: Path) -> dict[str, Context]:
    of = read_publication(root, releases=True)
    site = build_site(of, title="Desk", directory_urls=True)
    return {page.address.name: page.context for page in site.pages}


def facts(page: Context) -> dict[str, str]:
    assert isinstance(page, ArticlePage | EntityPage | TopicPage | DossierPage)
    found: tuple[Fact, ...] = page.facts
    return {
        f.label: f.values[0].text for f in found if f.label in ("First release", "Last changed")
    }


def test_each_thing_says_in_which_release_it_came_and_last_changed(desk: Path) -> None:
    found = pages(desk)
    both = {"First release": "2026.1", "Last changed": "2026.2"}
    assert facts(found["dossiers/gulf/2019-06-14-tanker-burns"]) == both
    assert facts(found["dossiers/gulf/new"]) == {"First release": "2026.2"}
    assert facts(found["dossiers/gulf/2019-07-excerpt"]) == {"First release": "2026.1"}
    assert facts(found["dossiers/gulf"]) == both
    assert facts(found["dossiers/levant"]) == {"First release": "2026.1"}
    assert facts(found["entities/strait-of-hormuz"]) == both
    assert facts(found["entities/iran"]) == both, "the new article names it"
    assert facts(found["entities/blue-heron"]) == {"First release": "2026.1"}
    assert facts(found["topics/shipping"]) == {"First release": "2026.1"}


def test_what_changed_since_the_last_release_is_said_to_be_in_none(desk: Path) -> None:
    edited(desk, STORY, "sank in the Strait", "went down in the Strait")
    newer = "---\ntitle: Newer\n---\nNothing of the Blue Heron.\n"
    change(desk, {"dossiers/gulf/articles/newer.md": newer})
    found = pages(desk)
    assert facts(found["dossiers/gulf/2019-06-14-tanker-burns"])["Last changed"] == (
        "since the last release"
    )
    assert facts(found["entities/blue-heron"])["Last changed"] == "since the last release"
    assert facts(found["dossiers/gulf/newer"]) == {"First release": "not yet in a release"}


def test_a_publication_without_releases_says_nothing_of_them(tmp_path: Path) -> None:
    found = pages(copy_small(tmp_path))
    assert facts(found["dossiers/gulf/2019-07-excerpt"]) == {}
    assert "releases/of/gulf" not in found
    listed = found["releases"]
    assert isinstance(listed, ReleasesPage)
    assert listed.releases == ()


def test_a_release_has_a_page_with_what_it_changed(desk: Path) -> None:
    found = pages(desk)
    listed, page, first = found["releases"], found["releases/2026.2"], found["releases/2026.1"]
    assert isinstance(listed, ReleasesPage)
    assert isinstance(page, ReleasePage)
    assert isinstance(first, ReleasePage)
    assert [item.link.text for item in listed.releases] == ["2026.2", "2026.1"]
    groups = {
        group.title: [item.link.text for item in group.items] for group in page.release.groups
    }
    assert groups == {
        "New articles": ["A new day"],
        "Revised articles": ["A tanker burns near Hormuz"],
        "Revised entities": ["Strait of Hormuz"],
    }
    (revised,) = next(g for g in page.release.groups if g.title == "Revised articles").items
    assert [(p.is_, p.text) for p in revised.details[0].words if p.is_ != "same"][:2] == [
        ("gone", "burned "),
        ("new", "sank "),
    ]
    assert (page.previous and page.previous.url) == "releases/2026.1/"
    assert first.release.is_first
    assert first.release.groups == ()


def test_a_dossier_has_a_page_of_its_own_changes(desk: Path) -> None:
    page = pages(desk)["releases/of/gulf"]
    assert isinstance(page, DossierChangesPage)
    (section,) = page.releases
    assert [group.title for group in section.groups] == ["New articles", "Revised articles"]
    other = pages(desk)["releases/of/levant"]
    assert isinstance(other, DossierChangesPage)
    assert other.releases == ()


def test_an_article_and_an_entity_tell_what_each_release_changed_of_them(desk: Path) -> None:
    found = pages(desk)
    article, entity = (
        found["dossiers/gulf/2019-06-14-tanker-burns"],
        found["entities/strait-of-hormuz"],
    )
    assert isinstance(article, ArticlePage)
    assert isinstance(entity, EntityPage)
    assert [episode.release.text for episode in article.history] == ["2026.2"]
    (episode,) = entity.history
    assert (episode.details[0].label, episode.details[0].after) == (
        "Description",
        "The only way by sea out of the Gulf.",
    )


@pytest.mark.parametrize("rights", ["metadata", "excerpt"])
def test_words_of_old_releases_go_where_rights_narrow(desk: Path, rights: str) -> None:
    assert "sank " in repr(pages(desk)["releases/2026.2"])
    edited(desk, STORY, "title:", f"rights: {rights}\ntitle:")
    found = pages(desk)
    for name in ("releases/2026.2", "releases/of/gulf", "dossiers/gulf/2019-06-14-tanker-burns"):
        page = found[name]
        assert "burned " not in repr(getattr(page, "release", "")) + repr(
            getattr(page, "history", "")
        ) + repr(getattr(page, "releases", ""))


def test_spans_are_kept_for_what_is_gone(desk: Path) -> None:
    (desk / NEW).unlink()
    of = read_publication(desk, releases=True)
    assert of.chronicle.spans["article", "gulf", "new"] == Span("2026.2", "2026.2")
    assert [p.code for p in of.problems] == ["DP702"]


def test_the_feed_has_an_entry_for_each_release(desk: Path) -> None:
    of = read_publication(desk, releases=True)
    site = build_site(of, title="Desk & <co>", directory_urls=True)
    (file,) = [file for file in site.files if file.target == "releases/changes.xml"]
    read = feedparser.parse(file.content)
    assert not read.bozo
    assert read.feed.title == "Desk & <co>: changes"
    rows = [(e.title, e.updated, e.links[0].href) for e in read.entries]
    assert rows == [
        ("Release 2026.2", "2026-02-28T00:00:00Z", "2026.2/"),
        ("Release 2026.1", "2026-01-31T00:00:00Z", "2026.1/"),
    ]
    assert "New articles: A new day" in read.entries[0].summary
    assert len({entry.id for entry in read.entries}) == 2


def test_a_notice_is_told_with_its_day(desk: Path) -> None:
    then = read_publication(desk, releases=True)
    notice = "{date: 2026-03-01, kind: correction, text: 'The hour: wrong.'}"
    edited(desk, STORY, "title:", f"corrections: [{notice}]\ntitle:")
    release(desk, "2026.3", "2026-03-31", then)
    page = pages(desk)["releases/2026.3"]
    assert isinstance(page, ReleasePage)
    (group,) = page.release.groups
    (detail,) = group.items[0].details
    assert (detail.label, detail.after, detail.note) == (
        "Correction",
        "The hour: wrong.",
        "1 Mar 2026",
    )
