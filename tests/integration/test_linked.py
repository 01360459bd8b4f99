"""A new site begins with second names of the old one's files, which stay whole all the while."""

import shutil
from pathlib import Path

from dossierpress.files import stamp
from dossierpress.mkdocs_plugin.press.linked import begin_linked
from dossierpress.mkdocs_plugin.press.record import Made, Record, read_record, write_record
from harness.faults import killed_before, until_it_survives

PAGES = ("index.html", "a/index.html", "a/b/index.html", "feed.xml")


def published(root: Path) -> Path:
    """Lay a site that a build has made, beside a file that it has not."""
    site = root / "site"
    for name in (*PAGES, "theme.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    made = {name: Made("key", stamp((site / name).stat())) for name in PAGES}
    write_record(root, site, Record(files=made))
    return site


def linked(root: Path) -> set[str]:
    """Begin a new folder, and return the files that it shares with the site and knows."""
    new = root / "new"
    new.mkdir(exist_ok=True)
    begin_linked(root / "site", new, root)
    known = read_record(root, new).files
    return {name for name in PAGES if (new / name).exists() and _lies(new, name, known)}


def _lies(new: Path, name: str, known: dict[str, Made]) -> bool:
    shared = (new / name).samefile(new.parent / "site" / name)
    return shared and name in known and known[name].stamp == stamp((new / name).stat())


def test_what_a_build_made_has_two_names_and_both_are_known(tmp_path: Path) -> None:
    site = published(tmp_path)
    assert linked(tmp_path) == {*PAGES}
    assert not (tmp_path / "new" / "theme.css").exists()
    assert all(_lies(site, name, read_record(tmp_path, site).files) for name in PAGES)


def test_what_was_changed_replaced_or_named_outside_gets_no_second_name(tmp_path: Path) -> None:
    site = published(tmp_path)
    (site / "index.html").write_text("changed")
    (site / "a/index.html").unlink()
    (tmp_path / "secret").write_text("outside")
    record = read_record(tmp_path, site)
    outside = {"../secret": Made("key", stamp((tmp_path / "secret").stat()))}
    write_record(tmp_path, site, Record(files={**record.files, **outside}))
    assert linked(tmp_path) == {"a/b/index.html", "feed.xml"}
    assert (tmp_path / "secret").stat().st_nlink == 1


def test_a_kill_at_any_step_leaves_the_old_site_whole(tmp_path: Path) -> None:
    def killed(step: int) -> bool:
        root = tmp_path / "root"
        site = published(root)
        was_killed = killed_before(step, lambda: linked(root))
        whole = {name: name for name in PAGES}
        assert {name: (site / name).read_text() for name in PAGES} == whole
        shutil.rmtree(root / "new", ignore_errors=True)
        # Losing a second name is a change as well: such a file is made anew, and never believed.
        assert linked(root) in (set(PAGES[n:]) for n in range(len(PAGES) + 1))
        assert {name: (site / name).read_text() for name in PAGES} == whole
        shutil.rmtree(root)
        return was_killed

    assert until_it_survives(killed) > len(PAGES)
