"""Every case of tests/golden/candidates: texts in, candidates out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossierpress.matching.candidates.find import find_candidates
from dossierpress.model import Article, ArticleId, ArticleRef, Decision, DossierId, Registry, Rights
from dossierpress.registry import build_registry, parse_registry_file
from dossierpress.text.folding import fold_key

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "candidates"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
KEYS = {"case", "texts", "titles", "language", "registry", "rejected", "found", "absent"}
MEASURES = {"forms", "mentions", "articles", "alias_of", "kind"}


def articles_of(case: dict[str, Any]) -> list[Article]:
    titles = case.get("titles", [])
    return [
        Article(
            ArticleRef(DossierId("d"), ArticleId(f"a{number}")),
            f"a{number}.md",
            titles[number] if number < len(titles) else "untitled",
            Rights.FULL,
            body=text,
            language=case.get("language", "en"),
        )
        for number, text in enumerate(case["texts"])
    ]


def registry_of(case: dict[str, Any]) -> Registry:
    problems: list = []
    text = yaml.safe_dump(case.get("registry", {}), allow_unicode=True)
    registry = build_registry(parse_registry_file(text, "r.yml", problems), problems)
    assert problems == []
    return registry


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS | MEASURES
    rejected = [Decision("candidate", name, "rejected", "") for name in case.get("rejected", [])]
    found = find_candidates(articles_of(case), registry_of(case), rejected)
    by_name = {candidate.name: candidate for candidate in found}
    assert set(case.get("found", [])) <= set(by_name)
    assert not {fold_key(n) for n in case.get("absent", [])} & {fold_key(n) for n in by_name}
    for key in MEASURES & set(case):
        for name, expected in case[key].items():
            value = getattr(by_name[name], key)
            if key == "alias_of":
                value = value[0].entity if value else None
            assert (list(value) if isinstance(value, tuple) else value) == expected
