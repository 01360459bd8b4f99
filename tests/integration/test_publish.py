"""Publishing to real remotes on disk: what lands, what is refused, and that nothing is lost."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from dossierpress.building.kept_back import sentences_of
from dossierpress.errors import DossierError, UsageError
from dossierpress.publishing.branch import Branch, fetch
from dossierpress.publishing.publish import publish
from dossierpress.publishing.purge import purge
from dossierpress.publishing.traces import Traces
from dossierpress.publishing.versions import Version, parse
from harness.building import copy_small
from harness.faults import in_child
from harness.making import article
from harness.remotes import ADDRESS, WHERE, Desk, git, site_of

Dossier = Callable[..., Result]
STORY = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"


@pytest.fixture(params=["a remote that sends what is asked for", "a remote that sends all"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    made = Desk.make(tmp_path)
    if request.param == "a remote that sends what is asked for":
        git(made.remote, "config", "uploadpack.allowFilter", "true")
    return made


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return site_of(tmp_path / "one", "one")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return site_of(tmp_path / "two", "two")


def names(desk: Desk) -> list[str]:
    return [version.name for version in parse(desk.shown("versions.json"))]


def test_a_first_publication_is_one_commit_with_all_that_a_host_needs(
    desk: Desk, one: Path
) -> None:
    published = desk.publish("2026.1", one, "2026-01-05")
    assert published.changed
    assert desk.commits() == ["Publish 2026.1"]
    root = desk.root()
    assert set(root) == {
        "2026.1", "latest", "versions.json", "index.html", "404.html", "sitemap.xml", ".nojekyll"
    }  # fmt: skip
    assert root["2026.1"] == root["latest"]
    assert desk.shown("latest/articles/0/index.html") == "<p>one 0</p>\n"
    assert desk.shown("404.html") == "<p>missing in one</p>\n"
    assert 'content="0; url=latest/"' in desk.shown("index.html")
    assert f"<loc>{ADDRESS}latest/sitemap.xml</loc>" in desk.shown("sitemap.xml")
    (entry,) = json.loads(desk.shown("versions.json"))
    assert (entry["version"], entry["title"], entry["aliases"]) == ("2026.1", "2026.1", ["latest"])
    modes = git(desk.remote, "ls-tree", "-r", "--format=%(objectmode)", "gh-pages").split()
    assert set(modes) == {"100644"}
    assert desk.is_sound()


def test_the_next_version_takes_latest_and_leaves_the_old_one_as_it_was(
    desk: Desk, one: Path, two: Path
) -> None:
    desk.publish("2026.1", one, "2026-01-05")
    before = desk.root()
    desk.publish("2026.2", two, "2026-02-05")
    after = desk.root()
    assert desk.commits() == ["Publish 2026.2", "Publish 2026.1"]
    assert after["2026.1"] == before["2026.1"]
    assert after["latest"] == after["2026.2"] != before["latest"]
    assert names(desk) == ["2026.2", "2026.1"]
    assert desk.is_sound()


def test_an_older_version_that_comes_later_does_not_take_latest(
    desk: Desk, one: Path, two: Path
) -> None:
    desk.publish("2026.2", two, "2026-02-05")
    desk.publish("2026.1", one, "2026-01-05")
    assert names(desk) == ["2026.2", "2026.1"]
    assert desk.shown("latest/index.html") == "<p>two</p>\n"


def test_the_same_bytes_again_change_nothing(desk: Desk, one: Path) -> None:
    desk.publish("2026.1", one)
    before = git(desk.remote, "rev-parse", "gh-pages")
    assert not desk.publish("2026.1", one).changed
    assert git(desk.remote, "rev-parse", "gh-pages") == before


def test_other_bytes_are_refused(desk: Desk, one: Path, two: Path) -> None:
    desk.publish("2026.1", one)
    before = git(desk.remote, "rev-parse", "gh-pages")
    with pytest.raises(DossierError, match="never changes; publish under a new version"):
        desk.publish("2026.1", two)
    assert git(desk.remote, "rev-parse", "gh-pages") == before


def test_what_others_keep_on_the_branch_stays(desk: Desk, one: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", desk.remote, clone)
    git(clone, "checkout", "--quiet", "-b", "gh-pages")
    (clone / "CNAME").write_text("desk.test\n")
    git(clone, "add", ".")
    git(clone, "-c", "user.name=A", "-c", "user.email=a@desk.test", "commit", "-qm", "Name")
    git(clone, "push", "--quiet", "origin", "gh-pages")
    desk.publish("2026.1", one)
    assert desk.shown("CNAME") == "desk.test\n"
    assert desk.commits() == ["Publish 2026.1", "Name"]


def test_a_site_that_something_else_published_is_not_written_over(
    desk: Desk, one: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", desk.remote, clone)
    git(clone, "checkout", "--quiet", "-b", "gh-pages")
    (clone / "index.html").write_text("another site")
    git(clone, "add", ".")
    git(clone, "-c", "user.name=A", "-c", "user.email=a@desk.test", "commit", "-qm", "Site")
    git(clone, "push", "--quiet", "origin", "gh-pages")
    with pytest.raises(UsageError, match="holds a site that has no"):
        desk.publish("2026.1", one)


def test_a_faster_publisher_is_built_upon(desk: Desk, one: Path, two: Path) -> None:
    other = desk.other()
    seen: list[str] = []

    def meanwhile(branch: Branch) -> None:
        seen.append(branch.commit)
        if len(seen) == 1:
            other.publish("2026.2", two, "2026-02-05")

    desk.publish("2026.1", one, "2026-01-05", fetched=meanwhile)
    assert len(seen) == 2
    assert desk.commits() == ["Publish 2026.1", "Publish 2026.2"]
    assert names(desk) == ["2026.2", "2026.1"]
    assert desk.shown("latest/index.html") == "<p>two</p>\n"
    assert desk.is_sound()


def test_many_publishers_at_once_all_land(desk: Desk, tmp_path: Path) -> None:
    desks = [desk.other(f"desk-{number}") for number in range(4)]
    sites = [site_of(tmp_path / f"site-{number}", f"text {number}") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        jobs = [
            pool.submit(each.publish, f"2026.{number}", site, f"2026-0{number + 1}-01")
            for number, (each, site) in enumerate(zip(desks, sites, strict=True))
        ]
        assert all(job.result().changed for job in jobs)
    assert names(desk) == ["2026.3", "2026.2", "2026.1", "2026.0"]
    for number in range(4):
        assert desk.shown(f"2026.{number}/index.html") == f"<p>text {number}</p>\n"
    assert len(desk.commits()) == 4
    assert desk.is_sound()


def test_a_remote_that_rejects_is_quoted_and_nothing_is_published(desk: Desk, one: Path) -> None:
    hook = desk.remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'the desk is closed on Sundays'\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(DossierError, match="closed on Sundays") as caught:
        desk.publish("2026.1", one)
    assert "nothing was published" in str(caught.value)
    assert git(desk.remote, "for-each-ref") == ""
    assert desk.is_sound()


def test_a_remote_is_reached_as_the_repository_itself_reaches_it(
    tmp_path: Path, one: Path, two: Path
) -> None:
    desk = Desk.make(tmp_path)
    git(desk.folder, "remote", "set-url", "origin", "../remote.git")
    desk.publish("2026.1", one, "2026-01-05")
    git(desk.folder, "remote", "set-url", "origin", "desk:site")
    git(desk.folder, "config", f"url.{desk.remote}.insteadOf", "desk:site")
    desk.publish("2026.2", two, "2026-02-05")
    assert names(desk) == ["2026.2", "2026.1"]


@pytest.mark.parametrize("form", ["{}", "file://{}", "../remote.git"])
def test_a_remote_may_be_an_address(desk: Desk, one: Path, two: Path, form: str) -> None:
    where = replace(WHERE, remote=form.format(desk.remote))
    for version, site in ((Version("1", "2026-01-05"), one), (Version("2", "2026-02-05"), two)):
        assert publish(desk.folder, site, version, where).changed
    assert names(desk) == ["2", "1"]
    assert desk.is_sound()


def test_a_remote_that_is_not_there_is_a_line(tmp_path: Path, one: Path) -> None:
    desk = Desk.make(tmp_path)
    git(desk.folder, "remote", "set-url", "origin", tmp_path / "gone.git")
    with pytest.raises(DossierError, match="git ls-remote failed"):
        desk.publish("2026.1", one)


def test_older_versions_give_way_to_a_page_that_leads_to_their_bundle(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(1, 5):
        site = site_of(tmp_path / str(number), f"text {number}")
        published = desk.publish(f"2026.{number}", site, f"2026-0{number}-01", keep=2)
    assert published.plan.reduced == ("2026.2",)
    page = desk.shown("2026.1/index.html")
    assert 'href="https://bundles.test/2026.1/"' in page
    assert 'href="../latest/"' in page
    assert git(desk.remote, "ls-tree", "-r", "--name-only", "gh-pages", "2026.2/").split() == [
        "2026.2/index.html"
    ]
    assert desk.shown("2026.3/articles/0/index.html") == "<p>text 3 0</p>\n"
    assert names(desk) == ["2026.4", "2026.3", "2026.2", "2026.1"]
    again = desk.publish("2026.1", tmp_path / "1", "2026-01-01", keep=2)
    assert not again.changed
    with pytest.raises(DossierError, match="published with other bytes"):
        desk.publish("2026.1", tmp_path / "2", "2026-01-01", keep=2)
    assert desk.is_sound()


def test_a_site_above_the_limit_is_refused_with_its_plan(desk: Desk, one: Path) -> None:
    desk.publish("2026.1", one, "2026-01-05", limit=10_000)
    (one / "large.bin").write_bytes(bytes(6_000))
    with pytest.raises(DossierError) as caught:
        desk.publish("2026.2", one, "2026-02-05", limit=10_000)
    assert "2026.1: page that leads to the bundle, from now on" in str(caught.value)
    assert "the newest site counts twice" in str(caught.value)
    assert names(desk) == ["2026.1"]


def test_thirty_versions_keep_to_the_limit(tmp_path: Path) -> None:
    desk, limit = Desk.make(tmp_path), 400_000
    git(desk.remote, "config", "uploadpack.allowFilter", "true")
    site = site_of(tmp_path / "site", f"first {'word ' * 10}", pages=300)
    for number in range(30):
        site_of(site, f"version {number} {'word ' * 10}", pages=20)
        desk.publish(f"v{number:02}", site, f"2026-01-{number + 1:02}", keep=30, limit=limit)
    sizes = git(desk.remote, "ls-tree", "-r", "--format=%(objectsize)", "gh-pages").split()
    assert sum(map(int, sizes)) <= limit
    whole = [version.whole for version in parse(desk.shown("versions.json"))]
    assert len(whole) == 30
    assert whole == sorted(whole, reverse=True)
    assert sum(whole) >= 5
    assert desk.is_sound()


@pytest.mark.parametrize("name", ["", "latest", "a/b", "..", ".git", "-x", "index.html", "1 ", "%"])
def test_a_name_that_cannot_be_an_address_is_refused(tmp_path: Path, one: Path, name: str) -> None:
    desk = Desk.make(tmp_path)
    with pytest.raises(UsageError, match="cannot be the name of a version"):
        desk.publish(name, one)


def test_odd_names_of_files_are_published_as_they_are(tmp_path: Path, one: Path) -> None:
    desk = Desk.make(tmp_path)
    for name in ('quo"te', "back\\slash", "new\nline", "عربي", "a b"):
        (one / name).write_text(name)
    desk.publish("2026.1", one)
    listed = git(desk.remote, "ls-tree", "-z", "--name-only", "gh-pages:2026.1").split("\0")
    assert {'quo"te', "back\\slash", "new\nline", "عربي", "a b"} <= set(listed)


def test_no_filter_of_git_changes_a_byte(tmp_path: Path, one: Path) -> None:
    desk = Desk.make(tmp_path)
    git(desk.folder, "config", "core.autocrlf", "input")
    (one / ".gitattributes").write_text("* text eol=lf\n")
    (one / "crlf.txt").write_bytes(b"a\r\nb\r\n")
    desk.publish("2026.1", one)
    command = ["git", "-C", desk.remote, "show", "gh-pages:latest/crlf.txt"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"a\r\nb\r\n"


SHIM = """#!/bin/sh
# Counts the calls of git, and kills who made one of them after it was done.
count=$(($(cat "$COUNTER") + 1))
echo $count > "$COUNTER"
PATH=$REAL_PATH git "$@"
status=$?
[ $count -eq $FATAL ] && kill -9 $PPID
exit $status
"""


def test_a_kill_after_any_step_loses_nothing_and_the_next_run_succeeds(
    tmp_path: Path, one: Path, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.make(tmp_path)
    desk.publish("2026.1", one, "2026-01-05")
    shim, counter = tmp_path / "bin" / "git", tmp_path / "counter"
    shim.parent.mkdir()
    shim.write_text(SHIM)
    shim.chmod(0o755)
    path = os.environ["PATH"]
    step, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        step += 1
        version, day = f"v{step:02}", f"2026-02-{step:02}"
        (two / "step.txt").write_text(str(step))
        counter.write_text("0")
        with monkeypatch.context() as patch:
            settings = {"REAL_PATH": path, "COUNTER": str(counter), "FATAL": str(step)}
            for name, value in {**settings, "PATH": f"{shim.parent}:{path}"}.items():
                patch.setenv(name, value)
            status = in_child(partial(desk.publish, version, two, day, keep=60))
        before = names(desk)
        desk.publish(version, two, day, keep=60)
        assert names(desk) == [version, *(name for name in before if name != version)]
        assert not (desk.folder / ".cache/dossier/publishing").exists()
        assert git(desk.remote, "fsck", "--strict", "--no-dangling") == ""
    assert (status, step > 8) == (0, True)
    assert desk.shown("2026.1/index.html") == "<p>one</p>\n"
    assert desk.is_sound()


@pytest.fixture
def released(dossier: Dossier, tmp_path: Path) -> Desk:
    """The small publication, with an address and a release."""
    desk = Desk.make(tmp_path, copy_small(tmp_path))
    with (desk.folder / "mkdocs.yml").open("a") as file:
        file.write(f"site_url: {ADDRESS}\n")
    desk.commit("Address")
    result = dossier("-C", desk.folder, "release", "2026.1", "--date", "2026-01-31")
    assert result.exit_code == 0, result.stderr
    desk.commit("Release")
    return desk


def test_the_command_builds_publishes_and_says_where(dossier: Dossier, released: Desk) -> None:
    desk = released
    dry = dossier("-C", desk.folder, "publish", "--dry-run")
    assert "nothing was published (--dry-run)" in dry.stderr
    assert git(desk.remote, "for-each-ref") == ""
    result = dossier("-C", desk.folder, "publish", "2026.1")
    assert (result.exit_code, result.stdout) == (0, f"{ADDRESS}2026.1/\n")
    assert "  2026.1: site, " in result.stderr
    page = desk.shown("2026.1/entities/iran/index.html")
    assert f'<link rel="canonical" href="{ADDRESS}latest/entities/iran/">' in page
    assert f"<loc>{ADDRESS}latest/entities/iran/</loc>" in desk.shown("2026.1/sitemap.xml")
    (entry,) = parse(desk.shown("versions.json"))
    assert (entry.name, entry.released) == ("2026.1", "2026-01-31")
    assert not (desk.folder / "site").exists()
    again = dossier("-C", desk.folder, "publish")
    assert "the same bytes; nothing has changed" in again.stderr
    assert desk.is_sound()


def test_only_what_a_release_froze_is_published_under_its_name(
    dossier: Dossier, released: Desk
) -> None:
    assert dossier("-C", released.folder, "publish", "2027.1").exit_code == 2
    article = released.folder / STORY
    article.write_text(article.read_text("utf-8").replace("title: ", "title: Not ", 1), "utf-8")
    result = dossier("-C", released.folder, "publish", "2026.1")
    assert result.exit_code == 1
    assert "the articles are not those that the release 2026.1 froze" in result.stderr
    assert git(released.remote, "for-each-ref") == ""


def test_a_site_built_before_is_looked_through_and_published(
    dossier: Dossier, released: Desk, tmp_path: Path
) -> None:
    site = tmp_path / "built"
    build = ("-C", released.folder, "build", "--versioned", "--site-dir", site)
    assert dossier(*build).exit_code == 0
    publish = ("-C", released.folder, "publish", "--site", site)
    (site / "leak.txt").write_text("The heron paragraph about Iran must stay unseen too.")
    result = dossier(*publish)
    assert (result.exit_code, "built/leak.txt:1: DP752" in result.stderr) == (1, True)
    (site / "leak.txt").unlink()
    assert dossier(*publish).exit_code == 0
    assert "Small desk" in released.shown("latest/index.html")


def test_a_purged_article_is_gone_from_every_version_and_from_the_history(
    dossier: Dossier, released: Desk
) -> None:
    desk = released
    assert dossier("-C", desk.folder, "publish").exit_code == 0
    (desk.folder / "dossiers/gulf/index.md").write_text("A new beginning.\n", "utf-8")
    desk.commit("Work")
    dossier("-C", desk.folder, "release", "2026.2", "--date", "2026-02-28")
    desk.commit("Release")
    assert dossier("-C", desk.folder, "publish").exit_code == 0
    story = (desk.folder / STORY).read_text("utf-8")
    assert "Blue Heron" in story
    before = desk.root()

    arguments = ("-C", desk.folder, "publish", "--purge", "gulf/2019-06-14-tanker-burns")
    dry = dossier(*arguments, "--dry-run")
    assert dry.exit_code == 0, dry.stderr
    assert desk.root() == before
    result = dossier(*arguments, "--reason", "A court ordered it.")
    assert result.exit_code == 0, result.stderr
    assert "2026.1: " in result.stderr

    for version in ("2026.1", "2026.2", "latest"):
        tombstone = desk.shown(f"{version}/dossiers/gulf/2019-06-14-tanker-burns/index.html")
        assert "This article was removed" in tombstone
        assert "Reason: A court ordered it." in tombstone
        assert "Small desk" in desk.shown(f"{version}/index.html")
    clone = desk.folder.with_name("clone")
    git(desk.folder.parent, "clone", "--quiet", "--branch", "gh-pages", desk.remote, clone)
    texts = [p.read_text("utf-8", "replace") for p in clone.rglob("*") if p.is_file()]
    for sentence in ("A tanker burns near Hormuz", "denied any part in it", "had seen nothing"):
        assert sentence in " ".join(story.split())
        assert not any(sentence in re.sub(r"<[^>]*>", "", text) for text in texts), sentence
    assert len(desk.commits()) == 1
    first, second = parse(desk.shown("versions.json"))
    assert first.purged == second.purged == ("gulf/2019-06-14-tanker-burns",)
    assert desk.is_sound()

    again = dossier("-C", desk.folder, "publish", "2026.2")
    assert (again.exit_code, "which was purged" in again.stderr) == (1, True)
    nothing = dossier(*arguments)
    assert (nothing.exit_code, "no version on gh-pages has" in nothing.stderr) == (2, True)


def test_what_is_published_while_an_article_is_purged_is_kept(
    tmp_path: Path, one: Path, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, told = Desk.make(tmp_path), "The tug left at night and told the harbour nothing at all."
    other = desk.other()
    page = one / "dossiers/gulf/tug/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>{told}</p>")
    desk.publish("2026.1", one, "2026-01-05")
    calls = []

    def meanwhile(*arguments: Any, **options: Any) -> Branch:
        state = fetch(*arguments, **options)
        calls.append(state)
        if len(calls) == 1:
            other.publish("2026.2", two, "2026-02-05")
        return state

    monkeypatch.setattr("dossierpress.publishing.purge.fetch", meanwhile)
    tug = article("tug", body=told)
    purge(desk.folder, Traces(tug.ref, sentences_of([tug]), ("Tug",)), WHERE)
    assert len(calls) == 2
    assert names(desk) == ["2026.2", "2026.1"]
    assert desk.shown("latest/index.html") == "<p>two</p>\n"
    assert told not in desk.shown("2026.1/dossiers/gulf/tug/index.html")
    assert len(desk.commits()) == 1


@pytest.mark.parametrize("name", ["gulf", "gulf/", "gulf/none", "a/b/c"])
def test_only_an_article_can_be_purged(dossier: Dossier, released: Desk, name: str) -> None:
    result = dossier("-C", released.folder, "publish", "--purge", name)
    assert result.exit_code == 2


def test_a_site_without_an_address_is_not_published(dossier: Dossier, released: Desk) -> None:
    config = (released.folder / "mkdocs.yml").read_text("utf-8")
    (released.folder / "mkdocs.yml").write_text(config.replace(f"site_url: {ADDRESS}", ""))
    result = dossier("-C", released.folder, "publish", "2026.1")
    assert (result.exit_code, "site_url of mkdocs.yml is empty" in result.stderr) == (2, True)


def test_a_folder_in_no_repository_cannot_publish(tmp_path: Path, one: Path) -> None:
    with pytest.raises(UsageError, match="is in no git repository"):
        Desk(one, tmp_path).publish("2026.1", one)
