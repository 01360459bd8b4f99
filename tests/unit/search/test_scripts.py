"""The scripts of the search are made of the client's modules and lunr.js."""

import re

from dossierpress.language.words import ENGLISH
from dossierpress.search.scripts import scripts
from dossierpress.search.wording import script_words


def test_each_script_is_one_file_that_asks_for_no_other() -> None:
    files = {
        file.target: file.content.decode() for file in scripts("search/", script_words(ENGLISH))
    }
    assert files.keys() >= {"worker.js", "box.js"}
    for name, text in files.items():
        assert not re.search(
            r"^\s*(import|export)\b|\bimport\(|\beval\b|new Function", text, re.M
        ), name


def test_lunr_keeps_its_copyright_and_loses_its_builder() -> None:
    (worker,) = (f for f in scripts("search/", script_words(ENGLISH)) if f.target == "worker.js")
    text = worker.content.decode()
    assert "Oliver Nightingale" in text
    assert "lunr.Index = " in text
    assert "lunr.Builder = " not in text
