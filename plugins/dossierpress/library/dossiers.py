"""Reads `dossier.yml` and the introduction beside it."""

from dataclasses import replace

from dossierpress.errors import Problem, errors
from dossierpress.frontmatter import FrontMatterError, Mapping, parse_yaml
from dossierpress.keys import Keys, is_language
from dossierpress.model import DateOrder, Dossier, DossierId, Rights
from dossierpress.schema import KEY, check_version
from dossierpress.unreadable import unreadable


def parse_dossier(
    text: str, id_: DossierId, path: str, introduction: str, problems: list[Problem]
) -> Dossier:
    """Read a dossier; where the file has an error its articles default to metadata only."""
    found: list[Problem] = []
    try:
        root = parse_yaml(text)
    except FrontMatterError as error:
        found.append(unreadable(error, path))
        root = Mapping((), 1)
    if not isinstance(root, Mapping):
        found.append(Problem(path, 1, "DP003", "is not a mapping of keys", "give title:"))
        root = Mapping((), 1)
    check_version(root, path, found)
    keys = Keys(root, path, found)
    keys.node(KEY)
    dossier = Dossier(
        id=id_,
        path=path,
        title=(keys.required_text("title") if root.entries else None) or id_,
        description=keys.text("description") or "",
        introduction=introduction,
        editors=keys.texts("editors"),
        licence=keys.text("licence"),
        rights=keys.choice("rights", Rights, Rights.METADATA),
        language=keys.checked("language", is_language, "a BCP 47 tag such as en or fa") or "en",
        date_order=_date_order(keys),
    )
    keys.finish()
    problems.extend(found)
    return replace(dossier, rights=Rights.METADATA) if errors(found) else dossier


def _date_order(keys: Keys) -> DateOrder | None:
    words = ", ".join(DateOrder)
    text = keys.checked("date_order", lambda word: word in list(DateOrder), f"one of {words}")
    return DateOrder(text) if text else None
