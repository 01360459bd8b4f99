"""Problems, and the catalogue of their codes."""

import re

from dossierpress.errors import Problem, Severity, codes, errors


def test_every_code_explains_itself() -> None:
    for id_, code in codes().items():
        assert re.fullmatch(r"DP[0-9]{3}", id_)
        assert code.id == id_
        assert all((code.title, code.why, code.example, code.fix))
        assert code.title[-1] not in ".!"
        assert code.why.endswith(".")


def test_codes_stand_in_order() -> None:
    assert list(codes()) == sorted(codes())


def test_a_problem_is_one_line_that_cannot_write_to_a_terminal() -> None:
    problem = Problem("a\nb\x1b[31m.md", 3, "DP002", "قال \u202e", "mend it")
    assert str(problem) == "a\\nb\\x1b[31m.md:3: DP002 قال \\u202e; mend it"


def test_only_errors_are_errors() -> None:
    error = Problem("a.md", 1, "DP002", "m", "h")
    warning = Problem("a.md", 1, "DP104", "m", "h")

    assert errors([warning, error]) == (error,)
    assert warning.severity is Severity.WARNING


def test_problems_sort_by_path_and_line() -> None:
    late = Problem("a.md", 10, "DP002", "m", "h")
    early = Problem("a.md", 9, "DP104", "m", "h")
    assert sorted([late, early]) == [early, late]
