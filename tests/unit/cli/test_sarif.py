"""`dossier check --sarif`: what a code review tool needs, and nothing that it would refuse."""

import json
import re
from typing import Any

from dossierpress.cli.output import json_line
from dossierpress.cli.sarif import sarif
from dossierpress.errors import Problem, codes
from harness.command import Run
from harness.layout import lay_out

LOG: dict[str, Any] = {
    "$schema": str,
    "version": "2.1.0",
    "runs": [
        {
            "tool": {
                "driver": {
                    "name": str,
                    "version": str,
                    "rules": [
                        {
                            "id": str,
                            "shortDescription": {"text": str},
                            "fullDescription": {"text": str},
                            "help": {"text": str},
                            "defaultConfiguration": {"level": ("none", "note", "warning", "error")},
                        }
                    ],
                }
            },
            "columnKind": ("utf16CodeUnits", "unicodeCodePoints"),
            "results": [
                {
                    "ruleId": str,
                    "ruleIndex": int,
                    "level": ("none", "note", "warning", "error"),
                    "message": {"text": str},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": str, "uriBaseId": str},
                                "region": {"startLine": int},
                            }
                        }
                    ],
                    "partialFingerprints": {"dossierProblem/v1": str},
                }
            ],
        }
    ],
}
"""The parts of the standard's schema that we write: forms of values, or their choices."""


def fits(value: Any, form: Any) -> bool:
    match form:
        case dict():
            return value.keys() == form.keys() and all(fits(value[k], form[k]) for k in form)
        case list():
            return isinstance(value, list) and all(fits(item, form[0]) for item in value)
        case tuple():
            return value in form
        case type():
            return isinstance(value, form)
    return bool(value == form)


PROBLEMS = (
    Problem("dossiers/gulf/articles/a b%/é<x>.md", 3, "DP004", "unknown key 'x'", "use y"),
    Problem("mkdocs.yml", 0, "DP104", "</script>\u2028\x07", "one"),
)


def test_a_log_has_the_form_of_the_standard() -> None:
    log = json.loads(json.dumps(sarif(PROBLEMS)))
    assert fits(log, LOG)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [*codes()]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", place["artifactLocation"]["uri"])


def test_a_problem_keeps_its_fingerprint_when_its_line_moves() -> None:
    prints = [
        result["partialFingerprints"]
        for line in (3, 30)
        for result in sarif([Problem("a.md", line, "DP004", "unknown", "x")])["runs"][0]["results"]  # type: ignore[index]
    ]
    assert prints[0] == prints[1]


def test_a_log_is_inert_wherever_it_is_put() -> None:
    log = json_line(sarif([Problem("<script>.md", 1, "DP004", "<img src=x onerror=a()>", "<!--")]))
    assert "<" not in log
    (result,) = json.loads(log)["runs"][0]["results"]
    assert result["message"]["text"] == "<img src=x onerror=a()>; <!--"


def test_the_command_prints_one_log_and_keeps_its_status(run: Run, desk: Any) -> None:
    lay_out(desk, {"dossiers/gulf/articles/bad.md": "---\ntitle: x\npublised: 2019\n---\n"})
    result = run("-C", desk, "check", "--sarif")
    assert result.returncode == 1
    log = json.loads(result.stdout)
    assert fits(log, LOG)
    (found,) = log["runs"][0]["results"]
    assert found["ruleId"] == "DP004"
    assert result.stderr == ""


def test_one_form_is_asked_for_at_a_time(run: Run, desk: Any) -> None:
    assert run("-C", desk, "check", "--sarif", "--json").returncode == 2
