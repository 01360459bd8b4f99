"""A clipping's way into a dossier, from bytes to files, one outcome a story."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from dossierpress.errors import Problem, errors
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options, make_draft
from dossierpress.ingest.duplicates import Match, Shelf
from dossierpress.ingest.existing import (
    Existing,
    existing_articles,
    existing_texts,
    taken_ids,
    text_key,
)
from dossierpress.ingest.neighbours import Neighbour, Neighbours
from dossierpress.ingest.on_file import OnFile, not_applied, read_on_file
from dossierpress.ingest.readers.formats import read_clipping
from dossierpress.ingest.slug import article_id
from dossierpress.ingest.story import Story
from dossierpress.ingest.writer import (
    NameTakenError,
    UnwritableError,
    clear,
    compose,
    sync,
    write_new,
)


class Status(StrEnum):
    """What became of a story."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one story, or of a whole clipping that was refused.

    Attributes:
        source: the clipping's name.
        draft: what was understood; None where nothing was.
        article: what the article's file says, or would say where it could not be written; None
            where there is none that can be read.
        id: the article's id; of a duplicate, the id of the first one.
        path: the article's file, relative to the publication.
    """

    status: Status
    source: str
    dossier: str
    draft: Draft | None = None
    article: OnFile | None = None
    id: str | None = None
    path: str | None = None
    problems: tuple[Problem, ...] = ()


def understand(
    clipping: Clipping, options: Options
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Return the stories of a clipping, and every problem that is not one story's own."""
    problems: list[Problem] = []
    stories: list[Story] = []
    for found in read_clipping(clipping, options.publisher):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            stories.append(found)
    if len(stories) == 1 and stories[0].url is None:
        # The address of a page that holds several stories is the address of none of them.
        stories = [replace(stories[0], url=clipping.url)]
    drafts = tuple(make_draft(clipping, story, options) for story in stories)
    return drafts, tuple(problems)


class Intake:
    """Adds clippings to one dossier; knows what the publication has already.

    Args:
        publication: the folder of mkdocs.yml.
        dossier: the id of a dossier that exists.
        options: what the curator says about all stories.
        dry_run: decide everything, write nothing.
    """

    def __init__(
        self, publication: Path, dossier: str, options: Options, *, dry_run: bool = False
    ) -> None:
        self._dossier = dossier
        self._options = options
        self.dry_run = dry_run
        self._folder = publication / "dossiers" / dossier / "articles"
        if not dry_run:
            clear(self._folder)
        self._shelf = Shelf(existing_articles(publication))
        self._publication = publication
        self._unwritten: dict[str, str] = {}  # of a dry run: the files that it would have written
        self._taken = set(taken_ids(publication, dossier))
        self._neighbours = Neighbours(lambda: existing_texts(publication))

    def sync(self) -> None:
        """Make what has been written last through a loss of power."""
        if not self.dry_run:
            sync(self._folder)

    def refused(self, source: str, problems: tuple[Problem, ...]) -> Outcome:
        """Return the outcome of a clipping that could not be read."""
        return Outcome(Status.REFUSED, source, self._dossier, problems=problems)

    def add(self, clipping: Clipping) -> Iterator[Outcome]:
        """Add the stories of one clipping, in their order."""
        drafts, problems = understand(clipping, self._options)
        if not drafts:
            yield self.refused(clipping.name, problems)
            return
        refusals = tuple(problem for problem in problems if problem.code == "DP506")
        noticed = tuple(problem for problem in problems if problem not in refusals)
        waiting = noticed
        for draft in drafts:
            outcome = self._add(clipping.name, draft)
            is_new = outcome.status in (Status.WRITTEN, Status.REFUSED)
            # What was noticed of a story that is there already was said when it was written.
            told = waiting if is_new else errors(waiting)
            waiting = tuple(problem for problem in waiting if problem not in told)
            own = draft.problems if is_new else errors(draft.problems)
            yield replace(outcome, problems=(*told, *own, *outcome.problems))
        for problem in refusals:
            yield self.refused(clipping.name, (problem,))

    def _add(self, source: str, draft: Draft) -> Outcome:
        story = self._as_existing(draft, "")
        same = self._shelf.same_clipping(story)
        if same is not None:
            return self._there(Status.UNCHANGED, source, draft, same)
        match = self._shelf.find(story)
        if match is not None:
            return self._duplicate(source, draft, match)
        return self._new(source, draft, story)

    def _duplicate(self, source: str, draft: Draft, match: Match) -> Outcome:
        first = match.first
        problem = Problem(
            source,
            draft.story.first,
            "DP510",
            f"not written: {match.by} as {first.dossier}/{first.id}",
            "nothing to do, unless the two are different stories",
        )
        return self._there(Status.DUPLICATE, source, draft, first, problem)

    def _there(
        self, status: Status, source: str, draft: Draft, first: Existing, *problems: Problem
    ) -> Outcome:
        """The outcome of a story whose article is there, and says what it says."""
        article = self._article(first.path)
        ignored = (
            not_applied(source, draft.story.first, first.path, article, self._options)
            if article is not None
            else None
        )
        told = (*problems, ignored) if ignored else problems
        return Outcome(status, source, self._dossier, draft, article, first.id, first.path, told)

    def _article(self, path: str) -> OnFile | None:
        try:
            text = self._unwritten.get(path) or (self._publication / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return read_on_file(text)

    def _new(self, source: str, draft: Draft, story: Existing) -> Outcome:
        namesake = self._shelf.same_headline(story)
        understood = OnFile(draft.front_matter, draft.story.body)
        try:
            text = compose(draft)
            named = self._write(draft, text)
        except (UnwritableError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            problem = Problem(
                source, draft.story.first, "DP516", f"not written: {reason}",
                "mend that and add the clipping again",
            )  # fmt: skip
            return Outcome(
                Status.REFUSED, source, self._dossier, draft, understood, problems=(problem,)
            )
        added = replace(story, id=named)
        self._shelf.add(added)
        if self.dry_run:
            self._unwritten[added.path] = text
        near = self._neighbours.add(f"{self._dossier}/{named}", draft.story.body)
        problems = [_namesake(source, draft, namesake)] if namesake else []
        problems += [_near(source, draft, near)] if near else []
        return Outcome(
            Status.WRITTEN,
            source,
            self._dossier,
            draft,
            understood,
            named,
            added.path,
            tuple(problems),
        )

    def _write(self, draft: Draft, text: str) -> str:
        """Write the article under the first free name, and return its id."""
        while True:
            name = article_id(draft.dates.day, draft.story.title, self._taken)
            self._taken.add(name)
            if self.dry_run:
                return name
            try:
                write_new(self._folder / f"{name}.md", text)
            except NameTakenError:
                continue
            return name

    def _as_existing(self, draft: Draft, name: str) -> Existing:
        return Existing(
            self._dossier,
            name,
            title=draft.story.title,
            text=text_key(draft.story.title, draft.story.body, draft.dates.day),
            url=draft.story.url,
            sha256=draft.ingest.sha256,
            lines=draft.ingest.lines,
        )


def _namesake(source: str, draft: Draft, other: Existing) -> Problem:
    return Problem(
        source,
        draft.story.first,
        "DP511",
        f"{other.dossier}/{other.id} has the same headline and another text",
        "if one replaces the other, say so with duplicate_of: in the article",
    )


def _near(source: str, draft: Draft, near: Neighbour) -> Problem:
    return Problem(
        source,
        draft.story.first,
        "DP545",
        f"{near.share:.0%} of the text is that of {near.article}",
        "if it is a copy, say so with duplicate_of: in the article",
    )
