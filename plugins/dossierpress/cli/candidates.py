"""`dossier candidates`: names that the texts use and the registry lacks."""

from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count, json_line, plain_words, report_left_out
from dossierpress.library.load import load_library
from dossierpress.matching.candidates.candidate import Candidate, Example
from dossierpress.matching.candidates.find import find_candidates


@click.command(short_help="Show names that the texts use and the registry lacks.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one candidate a line.")
@click.option("--limit", type=click.IntRange(min=1), help="Show the best N only.", metavar="N")
@click.option(
    "--min-articles",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Leave out names that fewer articles use.",
    metavar="N",
)
@click.pass_obj
def command(directory: Path | None, as_json: bool, limit: int | None, min_articles: int) -> None:
    """Show the names that the articles use and the registry lacks, best first."""
    library, problems = load_library(find_publication(directory))
    report_left_out(problems)
    found = find_candidates(library.articles, library.registry, library.decisions)
    kept = [candidate for candidate in found if candidate.articles >= min_articles]
    for candidate in kept[:limit]:
        click.echo(json_line(candidate_record(candidate)) if as_json else describe(candidate))


def candidate_record(candidate: Candidate) -> dict[str, object]:
    """Return a candidate as its JSON object."""
    best = candidate.alias_of[0] if candidate.alias_of else None
    return {
        "name": candidate.name,
        "articles": candidate.articles,
        "mentions": candidate.mentions,
        "examples": [example_record(example) for example in candidate.examples],
        "alias_of": best.entity if best else None,
        "alias_reason": best.reason if best else None,
        "forms": list(candidate.forms),
        "kind": candidate.kind,
        "score": candidate.score,
        "signals": [
            {"signal": s.id, "factor": round(s.factor, 3), "evidence": s.words}
            for s in candidate.signals
        ],
    }


def example_record(example: Example) -> dict[str, object]:
    """Return an example sentence as its JSON object."""
    return {
        "dossier": example.article.dossier,
        "article": example.article.article,
        "field": example.field,
        "start": example.start,
        "end": example.end,
        "text": example.text,
    }


def describe(candidate: Candidate, examples: int = 1) -> str:
    """Return a candidate as lines for a person, with so many example sentences."""
    forms = f" ({', '.join(candidate.forms[1:])})" if len(candidate.forms) > 1 else ""
    kind = f", {candidate.kind}?" if candidate.kind else ""
    counted = f"{count(candidate.articles, 'article')}, {count(candidate.mentions, 'mention')}"
    lines = [f"{click.style(candidate.name, bold=True)}{forms}  {counted}{kind}"]
    lines += [f"    may be {found.entity}: {found.reason}" for found in candidate.alias_of]
    lines += [f"    {plain_words(e.field, e.text)}" for e in candidate.examples[:examples]]
    return "\n".join(lines)
