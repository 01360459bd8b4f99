"""Exports of news databases (Nexis, Factiva, ProQuest), by layouts that are data files.

`layouts/*.toml` say what the products print; `layouts.py` reads them, `cut.py` finds the documents
of an export, `document.py` reads one, `read.py` puts them together and counts.
"""
