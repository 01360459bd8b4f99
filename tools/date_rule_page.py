"""The page of the dates in texts, made from the docstrings of the rules themselves."""

import inspect

from dossierpress.text.when.rules import RULES, rule_id

INTRODUCTION = """\
# Dates in texts

`dossier dates` shows what the words of an article tell about time. Relative words ("On
Wednesday", "last year") are counted from the article's own date: `published`, else `modified`;
never from a clock. Where that date is not known, or is too long a time to count from, nothing is
resolved, and the reason is kept.

Values are EDTF dates, no more exact than the words: `2019-12-04`, `2019-09` (a month), `2019-22`
(summer), `199X` (the 1990s), `2014/2017` (from, to). `~` is approximate ("over the summer":
`2019-22~`), `?` is uncertain ("last September", said in December: `2019-09?`). A weekday, a day
without its year, a month or a season is the latest that has begun; where the sentence speaks of
what is to come ("will meet on Thursday"), it is the next. Seasons are those of the northern
hemisphere. English is read throughout, Arabic and Persian where their words leave no doubt; a
full date of the Persian calendar is converted and says so.

| rule | what it reads |
| --- | --- |
"""


def page() -> str:
    """Return the page's Markdown."""
    rows = []
    for rule in RULES:
        words = inspect.cleandoc(rule.__doc__ or "").replace("\n\n", " ").replace("\n", " ")
        rows.append(f"| `{rule_id(rule)}` | {words} |\n")
    return INTRODUCTION + "".join(rows)
