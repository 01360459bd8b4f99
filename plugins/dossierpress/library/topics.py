"""Reads a topic: front matter with the rule, body with the curator's overview."""

from collections.abc import Iterable

from dossierpress.errors import Problem
from dossierpress.frontmatter import FrontMatterError, Mapping, Node, Scalar, parse_document
from dossierpress.keys import Keys
from dossierpress.model import Atom, Clause, Kind, Registry, Scope, Topic, TopicId
from dossierpress.schema import KEY, check_version
from dossierpress.text.folding import fold_key
from dossierpress.unreadable import report_strain, unreadable

_ATOMS = ("entity", "term", "kind")
_PARTS = ("all", "any", "none")


def read_topic(text: str, id_: TopicId, path: str) -> tuple[Topic | None, tuple[Problem, ...]]:
    """Read a topic as far as it can be read, and its problems.

    One with errors serves only to find what else is wrong with its rule: a rule that can be read
    in part would assign articles that its curator left out.
    """
    problems: list[Problem] = []
    topic = _parse(text, id_, path, problems)
    return topic, tuple(problems)


def _parse(text: str, id_: TopicId, path: str, problems: list[Problem]) -> Topic | None:
    try:
        document = parse_document(text)
    except FrontMatterError as error:
        problems.append(unreadable(error, path))
        return None
    check_version(document.metadata, path, problems)
    report_strain(document.body, document.body_line, path, problems)
    keys = Keys(document.metadata, path, problems)
    keys.node(KEY)
    title = keys.required_text("title")
    inner = keys.mapping("rule")
    if inner is None and not keys.present("rule"):
        keys.report("DP006", 1, "rule: is missing", "add rule: with an any: or all: list")
    keys.finish()
    if inner is None:
        return None
    scope = inner.choice("scope", Scope, Scope.PARAGRAPH)
    rule = _clause(inner)
    inner.finish()
    is_whole = not any(problem.code == "DP402" for problem in problems)
    if is_whole and not _asks(rule):
        inner.report("DP403", inner.line, "the rule asks for nothing", "add an any: or all: list")
    line = keys.line_of("rule")
    return Topic(id_, title or id_, path, line, scope, rule, document.body.strip())


def _asks(rule: Clause) -> bool:
    """Say whether a rule asks for anything at all; one of `none:` parts only does not."""
    return any(isinstance(part, Atom) or _asks(part) for part in (*rule.all, *rule.any))


def check_topic(topic: Topic, registry: Registry, problems: list[Problem]) -> None:
    """Report every entity that the rule names and the registry lacks."""
    for atom in topic.rule.atoms():
        if atom.type == "entity" and atom.value not in registry.by_id:
            message = f"the rule names no known entity: {atom.value!r}"
            hint = "correct the id, or add the entity to the registry"
            problems.append(Problem(topic.path, atom.line, "DP401", message, hint))


def _clause(keys: Keys) -> Clause:
    parts = {name: tuple(_parts(keys.items(name), keys)) for name in _PARTS}
    return Clause(parts["all"], parts["any"], parts["none"])


def _parts(items: tuple[Node, ...], keys: Keys) -> Iterable[Atom | Clause]:
    for item in items:
        if isinstance(item, Mapping):
            inner = keys.nested(item, "rule")
            if inner is not None:
                clause = _clause(inner)
                inner.finish()
                yield clause
            continue
        text = item.raw if isinstance(item, Scalar) else ""
        type_, _, value = text.partition(":")
        if type_ == "kind" and value.strip() and value.strip() not in set(Kind):
            message = f"the rule names no known kind: {value.strip()!r}"
            keys.report("DP402", item.line, message, f"use one of {', '.join(Kind)}")
        elif type_ in _ATOMS and any(character.isalnum() for character in fold_key(value)):
            yield Atom(type_, value.strip(), item.line)
        else:
            hint = "write entity:ID, term:TEXT or kind:KIND"
            keys.report("DP402", item.line, f"cannot read {text!r} in the rule", hint)
