"""What has been read of one document of an export so far."""

from dataclasses import dataclass, field

from dossierpress.errors import Problem
from dossierpress.ingest.lines import Line


@dataclass
class Fields:
    """The fields of a document by name, the lines of its text, and what was left out.

    Attributes:
        name: the clipping's name.
        values: the words of each field; the first word on it counts.
        at: the line of each field.
    """

    name: str
    values: dict[str, str] = field(default_factory=dict)
    at: dict[str, Line] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def put(self, name: str, line: Line, value: str) -> None:
        """Fill a field that is empty."""
        if value and name not in self.values:
            self.values[name], self.at[name] = value, line

    def extend(self, name: str, line: Line) -> None:
        """Add the words of a wrapped line to a field; of an empty one it is the first line."""
        self.values[name] = f"{self.values.get(name, '')} {line.text}".strip()
        self.at.setdefault(name, line)

    def leave_out(self, line: Line, text: str = "") -> None:
        """Name a line that is kept in no field."""
        message = f"left out: {(text or line.text)[:80]!r}"
        hint = "add it to the article by hand if it matters"
        self.problems.append(Problem(self.name, line.first, "DP507", message, hint))
