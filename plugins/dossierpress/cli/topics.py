"""`dossier topics`: which articles belong to which topic, and the sentences that say so."""

from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count, json_line, plain_words, report_left_out
from dossierpress.model import Assignment
from dossierpress.publication import CACHE, Publication, read_publication


@click.command(short_help="Show the articles of each topic, and why.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one assignment a line.")
@click.pass_obj
def command(directory: Path | None, as_json: bool) -> None:
    """Show the articles of each topic with their evidence."""
    root = find_publication(directory)
    publication = read_publication(root, cache=root / CACHE)
    report_left_out(publication.problems)
    if as_json:
        for assignment in publication.assignments:
            click.echo(json_line(assignment_record(assignment)))
        return
    for topic in publication.library.topics:
        assignments = publication.by_topic.get(topic.id, ())
        counted = count(len(assignments), "article")
        click.secho(f"{topic.id}  {topic.title}: {counted}", bold=True)
        for assignment in assignments:
            click.echo("\n".join(describe(assignment, publication)))


def assignment_record(assignment: Assignment) -> dict[str, object]:
    """Return an assignment as its JSON object."""
    return {
        "topic": assignment.topic,
        "dossier": assignment.article.dossier,
        "article": assignment.article.article,
        "strength": assignment.strength,
        "decided_by": assignment.decided_by,
        "evidence": [
            {"field": e.field, "start": e.start, "end": e.end, "text": e.text}
            for e in assignment.evidence
        ],
    }


def describe(assignment: Assignment, publication: Publication) -> list[str]:
    """Return an assignment as lines for a person."""
    title = publication.library.by_ref[assignment.article].title
    by = " by the curator" if assignment.decided_by == "curator" else ""
    lines = [f"  {assignment.strength}{by}  {assignment.article}  {title}"]
    lines += [f"      {e.field}: {plain_words(e.field, e.text)}" for e in assignment.evidence]
    return lines
