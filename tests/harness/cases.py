"""Golden cases: a YAML file each, beside the runner that reads them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark import ParameterSet


def load(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the cases below a folder by name, as "shared-alias/one-named"."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): yaml.safe_load(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.yml"))
    }


def params(folder: Path) -> list[ParameterSet]:
    """Return the cases below a folder as pytest parameters."""
    return [pytest.param(case, id=name) for name, case in load(folder).items()]
