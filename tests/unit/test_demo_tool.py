"""`make demo` deletes what it made itself, and nothing else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "demo.py"
    spec = importlib.util.spec_from_file_location("demo_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "make", lambda: _write(Path("demo/gulf-desk/mkdocs.yml"), "made"))
    return module


def _write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return "1 story"


def test_it_replaces_its_own_demo(demo: ModuleType) -> None:
    assert (demo.main(), demo.main()) == (0, 0)


@pytest.mark.parametrize("name", ["demo/gulf-desk/mkdocs.yml", "demo/notes.txt"])
def test_what_a_person_wrote_is_left_alone(
    demo: ModuleType, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    demo.main()
    _write(Path(name), "mine")
    assert demo.main() == 1
    assert f"demo: {name} was not written by `make demo`" in capsys.readouterr().err
    assert Path(name).read_text() == "mine"


def test_a_folder_of_that_name_that_it_never_made_is_left_alone(demo: ModuleType) -> None:
    _write(Path("demo/thesis.md"), "mine")
    assert demo.main() == 1
    assert Path("demo/thesis.md").read_text() == "mine"


def test_a_demo_that_failed_half_way_can_be_made_again(
    demo: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = demo.make

    def failing() -> None:
        made()
        raise demo.DemoError("`dossier` failed")

    monkeypatch.setattr(demo, "make", failing)
    assert demo.main() == 1
    monkeypatch.setattr(demo, "make", made)
    assert demo.main() == 0


def test_the_totals_stand_at_the_end(demo: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    demo.main()
    assert "\n1 story\nThe site lies in demo/gulf-desk/site." in capsys.readouterr().out


def test_of_many_results_the_first_are_shown_and_the_rest_counted(demo: ModuleType) -> None:
    text = "a: written\n  title A\nb: written\n  title B\nc: written\n"
    assert demo.first_results(text, 1) == "a: written\n  title A\n... and 2 more like it"
    assert demo.first_results(text, 3) == text.rstrip()


def test_the_clippings_of_the_demo_have_bylines_that_are_understood(repository: Path) -> None:
    from dossierpress.ingest.byline import read_byline

    text = (repository / "tests/data/clippings/bylines-and-standfirsts.txt").read_text("utf-8")
    bylines = [line for line in text.splitlines() if line.startswith("By ")]
    assert len(bylines) == 2
    assert all(read_byline(line) for line in bylines)
