"""The workflows take no more rights than they need, and run nothing that may change under them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

OURS = ".github/workflows/publish.yml"
STARTER = "plugins/dossierpress/starter/dot-github/workflows/publish.yml"


@pytest.fixture(params=[OURS, STARTER])
def text(request: pytest.FixtureRequest, repository: Path) -> str:
    return (repository / request.param).read_text("utf-8")


@pytest.fixture
def jobs(text: str) -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load(text)["jobs"])


def test_every_action_is_pinned_by_a_digest_and_its_version_is_named(text: str) -> None:
    uses = re.findall(r"uses: (.*)", text)
    assert len(uses) == 9
    for action in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", action)


def test_nothing_is_allowed_beyond_what_a_job_names(text: str, jobs: dict[str, Any]) -> None:
    assert yaml.safe_load(text)["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read", "pages": "read"},
        "version": {"contents": "write", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_credentials_stay_only_where_something_is_pushed(jobs: dict[str, Any]) -> None:
    kept = {
        name: step["with"]["persist-credentials"]
        for name, job in jobs.items()
        for step in job["steps"]
        if "checkout" in step.get("uses", "")
    }
    assert kept == {"build": False, "version": True}


def test_no_name_that_a_stranger_chose_is_run_as_a_command(jobs: dict[str, Any]) -> None:
    for job in jobs.values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_two_runs_of_one_branch_or_tag_wait_for_each_other(text: str, jobs: dict[str, Any]) -> None:
    whole = yaml.safe_load(text)["concurrency"]
    assert whole == {"group": "publish-${{ github.ref }}", "cancel-in-progress": False}
    assert jobs["deploy"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_the_two_differ_only_in_how_they_install(repository: Path) -> None:
    texts = [(repository / path).read_text("utf-8").splitlines() for path in (OURS, STARTER)]
    alone = set(texts[0]) ^ set(texts[1])
    assert all("install" in line for line in alone)
