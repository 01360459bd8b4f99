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
        stories: how many stories had which status.
    """

    clippings: int = 0
    skipped: int = 0
    stories: Counter[Status] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = ", ".join(f"{self.stories[status]} {_PLURALS[status]}" for status in Status)
        done = f"; {self.skipped} clippings passed over, added before" if self.skipped else ""
        return f"{counts}{done}"


_PLURALS = {
    Status.WRITTEN: "written",
    Status.UNCHANGED: "unchanged",
    Status.DUPLICATE: "duplicates",
    Status.REFUSED: "refused",
}


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
            outcome = self._intake.refused(found.path, (found,))
            self.tally.stories[outcome.status] += 1
            yield outcome
            return
        if self._journal.knows(found):
            self.tally.skipped += 1
            return
        whole = True
        for outcome in self._intake.add(found):
            self.tally.stories[outcome.status] += 1
            whole = whole and not errors(outcome.problems)
            yield outcome
        if whole and not self._intake.dry_run:
            self._journal.record(found)
        if self.tally.clippings % BATCH == 0:
            self._flush()

    def _flush(self) -> None:
        self._intake.sync()
        self._journal.flush()
