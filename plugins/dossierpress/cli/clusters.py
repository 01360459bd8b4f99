"""`dossier clusters`: copies of one story, and where they come from."""

from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import json_line, report_left_out
from dossierpress.clusters.stories import Cluster, find_clusters
from dossierpress.library.load import load_library
from dossierpress.model import ArticleRef, Library


@click.command(short_help="Show the copies of one story, and their origin.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one cluster a line.")
@click.pass_obj
def command(directory: Path | None, as_json: bool) -> None:
    """Show which articles are copies of one story, and the story's origin."""
    library, problems = load_library(find_publication(directory))
    report_left_out(problems)
    found = find_clusters(library)
    for cluster in found.clusters:
        if as_json:
            click.echo(json_line(cluster_record(cluster)))
        else:
            click.echo("\n".join(describe(cluster, library)))
    if not as_json:
        total = found.origins([article.ref for article in library.articles])
        clusters = len(found.clusters)
        click.echo(
            f"{len(library.articles)} articles, {clusters} clusters, {total} origins", err=True
        )


def cluster_record(cluster: Cluster) -> dict[str, object]:
    """Return a cluster as its JSON object."""
    origin = cluster.origin
    return {
        "origin": origin.name if origin else None,
        "article": _address(origin.article) if origin else None,
        "rule": origin.rule if origin else None,
        "evidence": list(origin.evidence) if origin else [],
        "members": [
            {
                **_address(member.article),
                "share": round(member.share, 4),
                "nearest": _address(member.nearest),
                "rule": member.rule,
            }
            for member in cluster.members
        ],
    }


def describe(cluster: Cluster, library: Library) -> list[str]:
    """Return a cluster as lines for a person."""
    origin = cluster.origin
    head = f"{len(cluster.members)} copies, origin "
    if origin is None:
        lines = [click.style(head + "unknown", bold=True)]
    else:
        lines = [click.style(f"{head}{origin.name or origin.article}", bold=True)]
        lines += [f"  {origin.rule}: {told}" for told in origin.evidence]
    for member in cluster.members:
        mark = "*" if origin and member.article == origin.article else " "
        title = library.by_ref[member.article].title
        shared = f"{member.share:.0%} with {member.nearest.article}"
        lines.append(f"  {mark} {member.article}  {shared}, by {member.rule}  {title}")
    return lines


def _address(ref: ArticleRef) -> dict[str, object]:
    return {"dossier": ref.dossier, "article": ref.article}
