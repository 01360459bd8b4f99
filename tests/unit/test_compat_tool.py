"""`make compat` runs on the Pythons that are really there."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def compat(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("compat_tool", repository / "tools/compat.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["compat_tool"] = module  # where its dataclasses look for their module
    spec.loader.exec_module(module)
    return module


def test_a_shim_of_a_python_that_is_not_chosen_is_passed_over(
    compat: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, script in (
        ("python3.11", "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"),
        ("python3.12", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'),
    ):
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(compat, "PYTHONS", ("3.11", "3.12"))
    monkeypatch.setattr(compat.Path, "home", lambda: tmp_path)
    found = dict(compat.interpreters())
    assert found.get("3.12") == str(tmp_path / "python3.12")
    assert found.get("3.11") != str(tmp_path / "python3.11")
