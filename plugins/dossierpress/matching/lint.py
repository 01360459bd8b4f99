"""Finds aliases that cannot do their work."""

from collections.abc import Iterable

from dossierpress.errors import Problem
from dossierpress.matching.lexicon import Sense, build_lexicon
from dossierpress.model import Registry
from dossierpress.text.folding import fold_key


def lint_aliases(registry: Registry) -> Iterable[Problem]:
    """Yield a problem for each alias that matches nothing, or belongs to several entities."""
    for entity in registry.entities:
        for alias in entity.aliases:
            if not any(character.isalnum() for character in fold_key(alias.text)):
                message = f"{entity.id}: the alias {alias.text!r} holds no letter"
                yield Problem(entity.path, alias.line, "DP105", message, "remove the alias")
    for senses in build_lexicon(registry).senses.values():
        yield from _shared(tuple(sense for sense in senses if not sense.derived), registry)


def _shared(senses: tuple[Sense, ...], registry: Registry) -> Iterable[Problem]:
    owners = sorted({sense.entity for sense in senses})
    defaults = {sense.entity for sense in senses if sense.alias.default}
    if len(owners) < 2 or len(defaults) == 1:
        return
    last = max(senses, key=lambda s: (registry.by_id[s.entity].path, s.alias.line))
    message = f"the alias {last.alias.text!r} belongs to {' and to '.join(owners)}"
    hint = "say default: true at the entity that it usually means, or remove it from one"
    yield Problem(registry.by_id[last.entity].path, last.alias.line, "DP104", message, hint)
