"""The new site takes the old one's place whole, and what a killed run left is mended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossierpress.building import workshop as module
from dossierpress.building.workshop import clear, workshop
from dossierpress.errors import DossierError
from dossierpress.files import LockedError, locked


def build(site: Path, text: str) -> None:
    with workshop(site, site.parent) as shop:
        (shop.new / "index.html").write_text(text)
        shop.swap()


@pytest.fixture(params=["at once", "by two renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "by two renames":
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    return tmp_path / "site"


def test_a_site_is_made_and_replaced_and_nothing_is_left(site: Path) -> None:
    for text in ("old", "new"):
        build(site, text)
        assert (site / "index.html").read_text() == text
        assert sorted(p.name for p in site.parent.iterdir()) == [".cache", "site"]


def test_a_run_that_does_not_swap_leaves_the_old_site(site: Path) -> None:
    build(site, "old")
    with workshop(site, site.parent) as shop:
        (shop.new / "index.html").write_text("new")
    assert (site / "index.html").read_text() == "old"


def test_a_swap_that_fails_half_way_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "exchange", lambda one, other: False)
    site = tmp_path / "site"
    build(site, "old")
    rename: Callable[[Path, Path], Path] = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(DossierError, match="No space left on device"):
        build(site, "new")
    assert (site / "index.html").read_text() == "old"


def test_what_a_run_left_between_two_renames_is_put_back(tmp_path: Path) -> None:
    left = tmp_path / ".site-building-x"
    (left / "old").mkdir(parents=True)
    (left / "new").mkdir()
    (left / "old" / "index.html").write_text("old")
    clear(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert not left.exists()


def test_two_runs_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    with (
        locked(tmp_path, "dossier build", name=module.LOCK),
        pytest.raises(LockedError, match="wait until it ends"),
        workshop(tmp_path / "site", tmp_path),
    ):
        raise AssertionError
    assert sorted(p.name for p in tmp_path.iterdir()) == [".cache"]


def test_git_sees_nothing_of_a_run(tmp_path: Path) -> None:
    with workshop(tmp_path / "site", tmp_path) as shop:
        assert (shop.folder / ".gitignore").read_text() == "*\n"


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    real = tmp_path / "www" / "site"
    build(real, "old")
    (tmp_path / "site").symlink_to(real)
    build(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert (real / "index.html").read_text() == "new"
