"""Runs the cases of this folder: an article, and how it is cited in each form."""

import json
from pathlib import Path
from typing import Any

import pytest

from dossierpress.citation.bibtex import bibtex
from dossierpress.citation.csl import csl
from dossierpress.citation.plain import plain
from dossierpress.citation.reference import article_reference
from dossierpress.citation.ris import ris
from harness.build import article_of
from harness.cases import params


@pytest.mark.parametrize("case", params(Path(__file__).parent))
def test_an_article_is_cited(case: dict[str, Any]) -> None:
    reference = article_reference(article_of(case["article"]))
    assert plain(reference) == case["plain"]
    assert bibtex(reference) == case["bibtex"]
    assert ris(reference) == case["ris"].replace("\n", "\r\n")
    assert json.loads(csl(reference)) == [case["csl"]]
