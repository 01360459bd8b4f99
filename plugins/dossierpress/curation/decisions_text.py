"""A decision as a block of `decisions.yml`, which only ever grows."""

from dossierpress.curation.verify import verify_decisions
from dossierpress.curation.yaml_text import scalar
from dossierpress.model import Decision


def append_decision(text: str, decision: Decision, path: str = "decisions.yml") -> str:
    """Return the file with one decision more at its end; what is there stays byte for byte.

    Raises:
        EditRefusedError: the file is not a list with a decision an item.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else line_break
    block = line_break.join(decision_lines(decision))
    after = f"{text}{gap}{block}{line_break}"
    verify_decisions(text, after, path, decision)
    return after


def decision_lines(decision: Decision) -> list[str]:
    """Return a decision as lines, its empty keys left out."""
    values = [
        ("kind", scalar(decision.kind)),
        ("subject", scalar(decision.subject)),
        ("verdict", scalar(decision.verdict)),
        ("to", decision.to and scalar(decision.to)),
        ("aliases", decision.aliases and f"[{', '.join(map(scalar, decision.aliases))}]"),
        ("reason", decision.reason and scalar(decision.reason)),
        ("date", decision.date and f'"{decision.date.text}"'),
        ("by", decision.by and scalar(decision.by)),
    ]
    lines = [f"{key}: {value}" for key, value in values if value]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
