"""Reads `decisions.yml`: what curators decided, and why."""

from dossierpress.errors import Problem
from dossierpress.frontmatter import FrontMatterError, Scalar, Sequence, parse_yaml
from dossierpress.keys import Keys
from dossierpress.model import Decision, EntityId
from dossierpress.unreadable import unreadable


def parse_decisions(text: str, path: str, problems: list[Problem]) -> tuple[Decision, ...]:
    """Read the decisions in the order in which they were taken."""
    try:
        root = parse_yaml(text)
    except FrontMatterError as error:
        problems.append(unreadable(error, path))
        return ()
    if isinstance(root, Scalar) and root.value is None:
        return ()
    if not isinstance(root, Sequence):
        problems.append(Problem(path, 1, "DP003", "decisions are a list", "begin each with -"))
        return ()
    found = []
    for item in root.items:
        keys = Keys.of(item, path, problems)
        if keys is None:
            continue
        kind, subject = keys.required_text("kind"), keys.required_text("subject")
        verdict, reason = keys.required_text("verdict"), keys.text("reason") or ""
        date, by, to = keys.when("date"), keys.text("by"), keys.text("to")
        aliases = keys.texts("aliases")
        keys.finish()
        if kind and subject and verdict:
            found.append(
                Decision(
                    kind,
                    subject,
                    verdict,
                    reason,
                    date,
                    by,
                    keys.line,
                    EntityId(to) if to else None,
                    aliases,
                )
            )
    return tuple(found)
