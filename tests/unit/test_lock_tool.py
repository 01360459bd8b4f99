"""`requirements/dev.lock` holds a version of all that pyproject.toml asks for."""

import importlib.util
import re
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def wanted() -> list[Requirement]:
    """Return what `make lock` resolves."""
    spec = importlib.util.spec_from_file_location("lock_tool", ROOT / "tools" / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [Requirement(line) for line in module.wanted()]


def locked() -> dict[str, str]:
    """Return the version of each package in the lock."""
    text = (ROOT / "requirements" / "dev.lock").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def test_each_dependency_is_locked_at_a_version_that_it_allows() -> None:
    versions = locked()
    missing = [
        f"{requirement}: {versions.get(canonicalize_name(requirement.name), 'not locked')}"
        for requirement in wanted()
        if not requirement.specifier.contains(
            versions.get(canonicalize_name(requirement.name), "0"), prereleases=True
        )
        or canonicalize_name(requirement.name) not in versions
    ]
    assert missing == [], "run `make lock`"


def test_each_locked_version_has_a_digest() -> None:
    text = (ROOT / "requirements" / "dev.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(locked())
    assert [line for line in lines if "--hash=sha256:" not in line] == []
