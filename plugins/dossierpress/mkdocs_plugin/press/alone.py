"""Whether anyone besides us looks into our pages."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from dossierpress.mkdocs_plugin.room import has_room
from dossierpress.site.model import Page

_LOOKING = ("page_content", "page_context", "post_page")
"""The events at which a plugin sees a page that is made already."""
_OURS = "dossierpress."
_SEARCH = "material.plugins.search.plugin"
"""Material's search, which passes over a page that its metadata excludes."""

_FOR_SEARCH = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")


def alone(config: MkDocsConfig) -> bool:
    """Say whether our pages can be made without anyone missing a look at them."""
    return (
        config.theme.custom_dir is None
        and not config.extra_templates
        and all(name == _SEARCH for name in _others(config))
    )


def wanted(page: Page, config: MkDocsConfig) -> bool:
    """Say whether Material's search wants to read a page; where ours is used, it reads none."""
    if has_room(config):
        return False
    return page.searched and any(name == _SEARCH for name in _others(config))


def as_searched(html: str, config: MkDocsConfig) -> str:
    """Return a page's content without what is only for Material's search, which takes it out."""
    return _FOR_SEARCH.sub("", html) if _SEARCH in _others(config) else html


def _others(config: MkDocsConfig) -> Iterator[str]:
    """Yield the module of each handler that would see a made page and is not ours."""
    for event in _LOOKING:
        for handler in config.plugins.events[event]:
            name = _module(handler)
            if not name.startswith(_OURS):
                yield name


def _module(handler: Callable[..., Any]) -> str:
    owner = getattr(handler, "__self__", None)
    return str(type(owner).__module__ if owner is not None else handler.__module__)
