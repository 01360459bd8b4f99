"""What a yes or no to a candidate changes: the registry, and always `decisions.yml`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossierpress.curation.decisions_text import append_decision
from dossierpress.curation.desk import Change, Desk
from dossierpress.curation.registry_text import add_alias, add_entity
from dossierpress.curation.verify import verify_registry, without_lines
from dossierpress.edtf import When
from dossierpress.errors import UsageError
from dossierpress.model import Alias, CaseRule, Decision, Entity, Kind, Strength
from dossierpress.registry import RESERVED
from dossierpress.text.folding import fold_key

_FILES = {Kind.PERSON: "people", Kind.FACILITY: "facilities", Kind.EQUIPMENT: "equipment"}


@dataclass(frozen=True)
class Signature:
    """Why, when and by whom something was decided."""

    reason: str = ""
    date: When | None = None
    by: str | None = None


def reject(desk: Desk, name: str, signature: Signature) -> tuple[Change, ...]:
    """Record that a candidate is none: it never comes back."""
    return (record(desk, Decision("candidate", name, "rejected", *_signed(signature))),)


def accept_alias(
    desk: Desk, name: str, entity: str, strength: Strength, signature: Signature
) -> tuple[Change, ...]:
    """Make a candidate an alias of an entity.

    Raises:
        UsageError: there is no such entity, or it bears the name already.
    """
    owner = desk.entity(entity)
    alias = Alias(name, strength, case=case_of(name), line=0)
    if fold_key(name) in {fold_key(text) for text in _names(owner)}:
        raise UsageError(f"{owner.id} bears the name {name!r} already")
    before = desk.text(owner.path)
    after = add_alias(before, owner.id, alias)

    def expect(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        return tuple(with_alias(e, alias) if e.id == owner.id else e for e in entities)

    verify_registry(before, after, owner.path, expect)
    decision = Decision("candidate", name, "merged", *_signed(signature), to=owner.id)
    return Change(owner.path, before, after), record(desk, decision)


def accept_entity(
    desk: Desk,
    name: str,
    id_: str,
    kind: Kind,
    signature: Signature,
    aliases: Iterable[str] = (),
) -> tuple[Change, ...]:
    """Make a candidate an entity, in the file that has most entities of its kind.

    Raises:
        UsageError: the id is taken, or cannot be an address.
    """
    free = desk.free_id(id_)
    own = tuple(Alias(text, case=case_of(text), line=0) for text in aliases if text != name)
    path = file_for(desk, kind)
    new = Entity(free, name, kind, path, 0, aliases=own)
    before = desk.text(path)
    after = add_entity(before, new)
    verify_registry(before, after, path, lambda entities: (*entities, without_lines(new)))
    decision = Decision("candidate", name, "accepted", *_signed(signature), to=new.id)
    return Change(path, before, after), record(desk, decision)


def record(desk: Desk, decision: Decision) -> Change:
    """Return the change that puts a decision at the end of `decisions.yml`."""
    path = desk.decisions_path
    before = desk.text(path)
    return Change(path, before, append_decision(before, decision, path))


def suggest_id(name: str, taken: Iterable[str] = ()) -> str:
    """Return an id for a name, free among those taken; empty where no Latin letter is in it."""
    plain = unicodedata.normalize("NFKD", fold_key(name)).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100]
    known = set(taken)
    if RESERVED.fullmatch(base):
        base = f"{base}-1"
    if not base or base not in known:
        return base
    return next(f"{base}-{n}" for n in range(2, len(known) + 3) if f"{base}-{n}" not in known)


def file_for(desk: Desk, kind: Kind) -> str:
    """Return the registry file that takes an entity of a kind."""
    counts = Counter(e.path for e in desk.library.registry.entities if e.kind is kind)
    if counts:
        return min(counts, key=lambda path: (-counts[path], path))
    return f"{desk.folder}/entities/{_FILES.get(kind, f'{kind}s')}.yml"


def with_alias(entity: Entity, alias: Alias) -> Entity:
    """Return an entity with one alias more."""
    return replace(entity, aliases=(*entity.aliases, alias))


def case_of(name: str) -> CaseRule:
    """Return the case rule that a new alias needs: an acronym is found in capitals only."""
    letters = [letter for letter in name if letter.isalpha()]
    is_short = 1 < len(letters) <= 6 and all(letter.isupper() for letter in letters)
    return CaseRule.ACRONYM if is_short else CaseRule.CAP


def _names(entity: Entity) -> list[str]:
    return [entity.name, *(alias.text for alias in entity.aliases)]


def _signed(signature: Signature) -> tuple[str, When | None, str | None]:
    return signature.reason, signature.date, signature.by
