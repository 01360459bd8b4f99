"""MkDocs, run in this process: a publication's settings in, a rendered folder out.

In this process, because a killed run must not leave another one behind that goes on writing.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from dossierpress.errors import DossierError, UsageError
from dossierpress.language.read import read_words
from dossierpress.language.words import ENGLISH, Words
from dossierpress.mkdocs_plugin.listening import heard
from dossierpress.mkdocs_plugin.plugin import DossierPlugin, Outcome, interface_of
from dossierpress.progress import Progress, silent

LATEST = "latest"
"""The folder of the newest version on a site with versions."""
_EPOCH = "SOURCE_DATE_EPOCH"
"""By which builders everywhere say what time it is."""
_OURS = f"mkdocs.plugins.{DossierPlugin.__module__}"


@dataclass(frozen=True)
class Rendered:
    """What the host made.

    Attributes:
        outcome: what it was made of.
        warnings: what the host complained about; the content's own problems are not among them.
    """

    outcome: Outcome
    warnings: tuple[str, ...]


def read_settings(root: Path, *, versioned: bool = False) -> MkDocsConfig:
    """Return the settings of a publication as the host understands them.

    Args:
        root: the folder of mkdocs.yml.
        versioned: whether the site is one of several versions side by side: then its pages show
            which there are, and every address names the newest one.

    Raises:
        UsageError: the settings cannot be built with.
    """
    # The theme's notice on MkDocs 2 is known; it would stand above every build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with heard(logging.WARNING) as records:
        try:
            config = load_config(str(root / "mkdocs.yml"))
        except MkDocsException as error:
            told = [record.getMessage() for record in records]
            raise UsageError("; ".join(["mkdocs.yml cannot be used", *told, str(error)])) from error
    if plugin_of(config) is None:
        raise UsageError("mkdocs.yml does not name the plugin `dossier` under `plugins:`; add it")
    if versioned:
        if config.site_url:
            config.site_url = f"{config.site_url.rstrip('/')}/{LATEST}/"
        config.extra["version"] = {"provider": "mike", "default": LATEST}
    return config


def render(config: MkDocsConfig, folder: Path, progress: Progress = silent) -> Rendered:
    """Have the host build into a folder, which tells how far it has come.

    Raises:
        DossierError: the host gave up.
    """
    config.site_dir = str(folder)
    plugin = plugin_of(config)
    assert plugin is not None  # noqa: S101  # read_settings saw it
    plugin.progress = progress
    with heard(logging.WARNING) as records:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except MkDocsException as error:
            told = [record.getMessage() for record in records if record.name != _OURS]
            raise DossierError("; ".join(["the build failed", *told, str(error)])) from error
        finally:
            config.plugins.on_shutdown()
    assert plugin.outcome is not None  # noqa: S101  # it was built
    own = tuple(record.getMessage() for record in records if record.name != _OURS)
    return Rendered(plugin.outcome, own)


def plugin_of(config: MkDocsConfig) -> DossierPlugin | None:
    """Return our plugin among those of a publication."""
    return next((p for p in config.plugins.values() if isinstance(p, DossierPlugin)), None)


def dossiers_of(config: MkDocsConfig) -> str:
    """Return the folder of the content, relative to the publication."""
    plugin = plugin_of(config)
    assert plugin is not None  # noqa: S101  # read_settings saw it
    return plugin.config.dossiers_dir


@contextmanager
def dated(day: str) -> Iterator[None]:
    """Have what the host builds bear a day's date instead of today's; none is asked for by ""."""
    before = os.environ.get(_EPOCH)
    if day and before is None:
        start = datetime.fromisoformat(day).replace(tzinfo=UTC)
        os.environ[_EPOCH] = str(int(start.timestamp()))
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_EPOCH, None)


def read_interface(config: MkDocsConfig) -> Words:
    """Return the words of a publication's interface; what is wrong with them a build reports."""
    plugin = plugin_of(config)
    if plugin is None:
        return ENGLISH
    return read_words(*interface_of(plugin.config, config))[0]
