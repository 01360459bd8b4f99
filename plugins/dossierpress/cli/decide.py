"""`dossier decide`: a yes or no to each candidate, kept in the registry and in `decisions.yml`."""

from dataclasses import replace
from pathlib import Path

import click

from dossierpress.cli.candidates import describe
from dossierpress.cli.main import find_publication
from dossierpress.cli.signing import signature, signing
from dossierpress.cli.writing import writing
from dossierpress.curation.accept import (
    Signature,
    accept_alias,
    accept_entity,
    case_of,
    reject,
    suggest_id,
)
from dossierpress.curation.desk import Change, Desk, advance, apply, read_desk
from dossierpress.errors import DossierError, UsageError
from dossierpress.library.load import load_library
from dossierpress.matching.candidates.candidate import Candidate
from dossierpress.matching.candidates.find import find_candidates
from dossierpress.matching.candidates.known import known_names
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.patterns import Patterns, compile_patterns
from dossierpress.model import Article, CaseRule, Kind, Library, Strength
from dossierpress.nearest import did_you_mean
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import prose_of

KINDS = [kind.value for kind in Kind]
VERDICTS = ("entity", "strong", "weak", "reject")
_KEYS = {"e": "entity", "s": "strong", "w": "weak", "r": "reject", "l": "later", "q": "quit"}
_QUESTION = "  [e]ntity, [s]trong alias, [w]eak alias, [r]eject, [l]ater, [q]uit"


@click.command(short_help="Decide on candidates: entity, alias or neither.")
@click.option("--candidate", "name", help="Decide on this name only.", metavar="NAME")
@click.option("--as", "verdict", type=click.Choice(VERDICTS), help="What it is.")
@click.option(
    "--entity", "entity", help="The entity that it names, or a new one's id.", metavar="ID"
)
@click.option("--kind", type=click.Choice(KINDS), help="What a new entity is.")
@signing
@click.pass_obj
def command(
    directory: Path | None,
    name: str | None,
    verdict: str | None,
    entity: str | None,
    kind: str | None,
    reason: str,
    date: str | None,
    by: str | None,
) -> None:
    """Walk through the candidates one by one, or decide on one with --candidate and --as.

    A decision goes to the end of decisions.yml; an entity or alias goes into the registry, whose
    other lines stay as they are. A rejected candidate never comes back.
    """
    root = find_publication(directory)
    with writing(root, "decide"):
        library, _ = load_library(root)
        desk = read_desk(root, library)
    signed = signature(reason, date, by)
    if (name is None) != (verdict is None):
        raise UsageError("--candidate and --as go together")
    if name is None or verdict is None:
        found = find_candidates(library.articles, library.registry, library.decisions)
        walk(root, desk, found, signed)
        return
    settled = Candidate(name, (name,), 0, 0, 0.0, (), ())
    changes = changes_of(desk, settled, verdict, entity, kind, signed)
    _check_name(name, verdict, library)
    with writing(root, "decide"):
        apply(root, changes)
    click.echo(f"{name}: {verdict}", err=True)


def _check_name(name: str, verdict: str, library: Library) -> None:
    """Refuse to record a decision on a name that nobody would find.

    A script may accept a name that the list lacks, where the articles have it.

    Raises:
        UsageError: the name is no candidate.
    """
    key = fold_key(name)
    pattern = compile_patterns((key,))
    if verdict != "reject" and any(_stands(pattern, article) for article in library.articles):
        return
    found = find_candidates(library.articles, library.registry, library.decisions)
    forms = [form for candidate in found for form in candidate.forms]
    if key not in map(fold_key, forms):
        hint = did_you_mean(name, forms, "`dossier candidates` lists them")
        raise UsageError(f"{name!r} is no candidate; {hint}")


def _stands(name: Patterns, article: Article) -> bool:
    return any(name.find(prose.folded.text) for prose in prose_of(article))


def changes_of(
    desk: Desk,
    candidate: Candidate,
    verdict: str,
    entity: str | None,
    kind: str | None,
    signed: Signature,
) -> tuple[Change, ...]:
    """Return what a verdict changes.

    Raises:
        UsageError: it lacks the entity or the kind, or they do not fit.
    """
    name = candidate.name
    if verdict == "reject":
        return reject(desk, name, signed)
    if verdict in ("strong", "weak"):
        if entity is None:
            raise UsageError("an alias needs --entity ID: the entity that it names")
        return accept_alias(desk, name, entity, Strength(verdict), signed)
    if kind is None:
        raise UsageError(f"a new entity needs --kind: {', '.join(Kind)}")
    id_ = entity or suggest_id(name, desk.library.registry.by_id)
    if not id_:
        raise UsageError(f"{name!r} gives no id; name one with --entity")
    short = [form for form in candidate.forms[1:] if case_of(form) is CaseRule.ACRONYM]
    return accept_entity(desk, name, id_, Kind(kind), signed, short)


def walk(root: Path, desk: Desk, found: tuple[Candidate, ...], signed: Signature) -> None:
    """Ask for each candidate in turn; what is answered is written at once."""
    for number, candidate in enumerate(found, 1):
        if known_names(build_lexicon(desk.library.registry), ()).has(fold_key(candidate.name)):
            continue
        click.echo(f"\n{number}/{len(found)}  {describe(candidate, examples=3)}")
        while True:
            verdict = _KEYS[
                click.prompt(
                    _QUESTION, default="l", type=click.Choice([*_KEYS]), show_choices=False
                )
            ]
            if verdict == "quit":
                return
            if verdict == "later":
                break
            try:
                changes = _ask(desk, candidate, verdict, signed)
                with writing(root, "decide"):
                    apply(root, changes)
            except DossierError as error:
                click.echo(f"  {error}", err=True)
                continue
            desk = advance(desk, changes)
            break


def _ask(desk: Desk, candidate: Candidate, verdict: str, signed: Signature) -> tuple[Change, ...]:
    """Ask for what a verdict still lacks; the best suggestion is the default."""
    entity = kind = None
    if verdict in ("strong", "weak"):
        best = candidate.alias_of[0].entity if candidate.alias_of else None
        entity = click.prompt("  alias of which entity (id)", default=best)
    elif verdict == "entity":
        default = suggest_id(candidate.name, desk.library.registry.by_id) or None
        entity = click.prompt("  id", default=default)
        kind = click.prompt("  kind", default=candidate.kind, type=click.Choice(KINDS))
    if not signed.reason:
        reason = click.prompt("  reason", default="", show_default=False)
        signed = replace(signed, reason=reason)
    return changes_of(desk, candidate, verdict, entity, kind, signed)
