"""Finds aliases that cannot do their work."""

from collections.abc import Iterable

from dossierpress.errors import Problem
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.senses import Sense
from dossierpress.model import Alias, Registry
from dossierpress.text.folding import fold_key


def lint_aliases(registry: Registry) -> Iterable[Problem]:
    """Yield a problem for each alias that matches nothing, or belongs to several entities."""
    for entity in registry.entities:
        for alias in (Alias(entity.name, line=entity.line), *entity.aliases):
            if not any(character.isalnum() for character in fold_key(alias.text)):
                message = f"{entity.id}: the name {alias.text!r} holds no letter"
                hint = "give a name that is made of letters, or remove the alias"
                yield Problem(entity.path, alias.line, "DP105", message, hint)
    for senses in build_lexicon(registry).senses.values():
        yield from _shared(tuple(sense for sense in senses if not sense.derived), registry)


def _shared(senses: tuple[Sense, ...], registry: Registry) -> Iterable[Problem]:
    owners = sorted({sense.entity for sense in senses})
    defaults = {sense.entity for sense in senses if sense.alias.default}
    if len(owners) < 2 or len(defaults) == 1:
        return
    last = max(senses, key=lambda s: (s.path, s.alias.line))
    message = f"the alias {last.alias.text!r} belongs to {' and to '.join(owners)}"
    hint = "say default: true at the entity that it usually means, or remove it from one"
    yield Problem(last.path, last.alias.line, "DP104", message, hint)
