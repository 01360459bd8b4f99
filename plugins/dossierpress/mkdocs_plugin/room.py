"""The room of our theme templates: between a publication's own and Material's."""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

from dossierpress.mkdocs_plugin.mended import MendedLoader

ROOM = Path(__file__).with_name("theme")
START = "search/start.js"
"""The script of all pages, a template that the host fills once."""


def enter_room(config: MkDocsConfig) -> None:
    """Have the theme find our templates before Material's, and a publication's before ours.

    A theme that is not Material, nor made on it, stays as it is.
    """
    dirs, material = config.theme.dirs, get_theme_dir("material")
    if material in dirs and str(ROOM) not in dirs:
        dirs.insert(dirs.index(material), str(ROOM))
        config.theme.static_templates.add(START)


def has_room(config: MkDocsConfig) -> bool:
    """Say whether the theme finds our templates."""
    return str(ROOM) in config.theme.dirs


def name_material(templates: Environment, config: MkDocsConfig) -> None:
    """Let a template of ours extend the one of Material that has the same name."""
    material = MendedLoader(get_theme_dir("material"))
    named = PrefixLoader({"material": material})
    templates.loader = ChoiceLoader([MendedLoader(config.theme.dirs), named])
