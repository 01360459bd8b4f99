"""One run of `dossier add`: from the sources to an outcome a story, and the count of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from dossierpress.errors import Problem, errors
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.intake import Intake, Outcome, Status
from dossierpress.ingest.journal import Journal
from dossierpress.ingest.sources import Fetch, Source, read_source

BATCH = 100
"""After so many clippings the folder and the journal are made to last."""


@dataclass
class Tally:
    """What became of all stories of a run.

    Attributes:
        clippings: how many were read, or could not be.
        skipped: how many of them an earlier run had added.
        stories: how many stories there were in them.
        outcomes: how many stories, or clippings that were refused whole, had which status.
        warnings: how many warnings were given.
    """

    clippings: int = 0
    skipped: int = 0
    stories: int = 0
    outcomes: Counter[Status] = field(default_factory=Counter)
    warnings: int = 0

    def count(self, outcome: Outcome) -> Outcome:
        """Count an outcome, and return it."""
        self.outcomes[outcome.status] += 1
        self.stories += outcome.draft is not None
        self.warnings += len(outcome.problems) - len(errors(outcome.problems))
        return outcome

    def told(self, *, dry_run: bool) -> str:
        """Return one line: what was read, what became of it, and how many warnings there were."""
        counts = (
            f"{self.outcomes[Status.WRITTEN]} {'would be ' if dry_run else ''}written",
            f"{self.outcomes[Status.UNCHANGED]} unchanged",
            _counted(self.outcomes[Status.DUPLICATE], "duplicate", "duplicates"),
            f"{self.outcomes[Status.REFUSED]} refused",
        )
        stories = _counted(self.stories, "story", "stories")
        files = _counted(self.clippings, "file", "files")
        told = f"{stories} from {files}: {', '.join(counts)}"
        told += f"; {_counted(self.warnings, 'warning', 'warnings')}"
        passed = _counted(self.skipped, "clipping", "clippings")
        return f"{told}; {passed} passed over, added before" if self.skipped else told


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


class Run:
    """Adds what sources hold, one clipping after the other; a bad one never stops the rest.

    Args:
        intake: writes the stories.
        journal: knows which clippings earlier runs have added.
        stdin: standard input.
        fetch: gets pages; None where the user did not ask for it.
    """

    def __init__(
        self, intake: Intake, journal: Journal, stdin: BinaryIO, fetch: Fetch | None = None
    ) -> None:
        self._intake = intake
        self._journal = journal
        self._stdin = stdin
        self._fetch = fetch
        self.tally = Tally()

    def add(
        self, sources: Iterable[Source | Problem], step: Callable[[str, int], None]
    ) -> Iterator[Outcome]:
        """Add the sources in their order.

        Args:
            sources: found by `find_sources`.
            step: told what is read next, and how many sources are behind it.
        """
        for behind, source in enumerate(sources):
            if isinstance(source, Problem):
                yield from self._found(source)
                continue
            step(source.name, behind)
            for found in read_source(source, self._stdin, self._fetch):
                step(found.name if isinstance(found, Clipping) else found.path, behind)
                yield from self._found(found)
        self._flush()

    def _found(self, found: Clipping | Problem) -> Iterator[Outcome]:
        self.tally.clippings += 1
        if isinstance(found, Problem):
            yield self.tally.count(self._intake.refused(found.path, (found,)))
            return
        if self._journal.knows(found):
            self.tally.skipped += 1
            return
        whole = True
        for outcome in self._intake.add(found):
            self.tally.count(outcome)
            whole = whole and not errors(outcome.problems)
            yield outcome
        if whole and not self._intake.dry_run:
            self._journal.record(found)
        if self.tally.clippings % BATCH == 0:
            self._flush()

    def _flush(self) -> None:
        self._intake.sync()
        self._journal.flush()
