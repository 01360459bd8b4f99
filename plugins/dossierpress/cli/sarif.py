"""Problems as SARIF, which code review tools show beside the lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
"""

import hashlib
from collections.abc import Iterable
from importlib import metadata
from urllib.parse import quote

from dossierpress.errors import Code, Problem, codes

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Iterable[Problem]) -> dict[str, object]:
    """Return a log of one run: the catalogue as its rules, the problems as its results."""
    numbers = {code: number for number, code in enumerate(codes())}
    driver = {
        "name": "DossierPress",
        "version": metadata.version("dossierpress"),
        "rules": [_rule(code) for code in codes().values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers[problem.code]) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> dict[str, object]:
    return {
        "id": code.id,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"{code.fix}\n\nExample: {code.example}"},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Problem, number: int) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": max(problem.line, 1)},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": number,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message}; {problem.hint}"},
        "locations": [{"physicalLocation": place}],
        # Not the line: a problem stays the same one when lines above it come or go.
        "partialFingerprints": {"dossierProblem/v1": _fingerprint(problem)},
    }


def _fingerprint(problem: Problem) -> str:
    parts = "\0".join((problem.code, problem.path, problem.message))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
