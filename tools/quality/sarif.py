"""Hold a SARIF log against the standard's schema, as an npm package of its authors ships it."""

import json
from pathlib import Path

import yaml
from jsonschema import Draft4Validator, FormatChecker

from dossierpress.cli.output import json_line
from dossierpress.cli.sarif import sarif
from dossierpress.errors import Problem, codes

SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def invalid_sarif(modules: Path, cases: Path) -> list[str]:
    """Return what the schema finds in a log that has every code, and each problem of the cases.

    Args:
        modules: npm's folder of packages.
        cases: a folder of golden cases, whose `problems` are "path:line: code".
    """
    problems = [Problem("dossiers/a b%/é<x>.md", 1, code, "what", "do") for code in codes()]
    for case in sorted(cases.glob("*.yml")):
        for told in yaml.safe_load(case.read_text("utf-8"))["problems"]:
            place, code = told.rsplit(": ", 1)
            path, line = place.rsplit(":", 1)
            problems.append(Problem(path, int(line), code, case.stem, "do"))
    schema = json.loads((modules / SCHEMA).read_text("utf-8"))
    log = json.loads(json_line(sarif(problems)))
    found = [*Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)]
    print(f"SARIF: {len(problems)} problems, {len(found)} errors")
    return [f"SARIF: {'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]
