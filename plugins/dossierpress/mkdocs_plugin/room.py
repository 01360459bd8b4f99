"""The room of our theme templates: between a publication's own and Material's."""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

ROOM = Path(__file__).with_name("theme")


def enter_room(config: MkDocsConfig) -> None:
    """Have the theme find our templates before Material's, and a publication's before ours.

    A theme that is not Material, nor made on it, stays as it is.
    """
    dirs, material = config.theme.dirs, get_theme_dir("material")
    if material in dirs and str(ROOM) not in dirs:
        dirs.insert(dirs.index(material), str(ROOM))


def has_room(config: MkDocsConfig) -> bool:
    """Say whether the theme finds our templates."""
    return str(ROOM) in config.theme.dirs


def name_material(templates: Environment) -> None:
    """Let a template of ours extend the one of Material that has the same name."""
    assert templates.loader is not None  # noqa: S101  # a theme's always has one, for mypy
    material = FileSystemLoader(get_theme_dir("material"))
    templates.loader = ChoiceLoader([templates.loader, PrefixLoader({"material": material})])
