"""`dossier check`: all problems of the content at once."""

from collections.abc import Iterable
from itertools import chain, starmap
from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count, json_line, print_problems, problem_record
from dossierpress.cli.sarif import sarif
from dossierpress.errors import Problem, UsageError, errors
from dossierpress.matching.lint_use import lint_use
from dossierpress.publication import CACHE, read_publication


@click.command(short_help="Find everything that is wrong with the content.")
@click.option(
    "--aliases", "aliases", is_flag=True, help="Name the aliases that no article has, too."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one problem a line.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Print a SARIF log, for code review.")
@click.pass_obj
def command(directory: Path | None, aliases: bool, as_json: bool, as_sarif: bool) -> None:
    """Find everything that is wrong with the content; exit 1 where there are errors."""
    if as_json and as_sarif:
        raise UsageError("--json and --sarif are two forms of one output; name one")
    root = find_publication(directory)
    publication = read_publication(root, cache=root / CACHE, releases=True)
    problems = publication.problems
    if aliases:
        mentions = chain.from_iterable(publication.mentions.values())
        unused = lint_use(publication.library.registry, mentions, unused=True)
        problems = tuple(sorted({*problems, *unused}))
    if as_sarif:
        click.echo(json_line(sarif(problems)))
    elif as_json:
        for problem in problems:
            click.echo(json_line(problem_record(problem)))
    else:
        print_problems(problems)
        click.echo(summary(problems), err=True)
    if errors(problems):
        raise SystemExit(1)


def summary(problems: Iterable[Problem]) -> str:
    """Count the problems in words."""
    found = tuple(problems)
    bad = len(errors(found))
    counts = ((bad, "error"), (len(found) - bad, "warning"))
    return ", ".join(starmap(count, counts)) if found else "no problems"
