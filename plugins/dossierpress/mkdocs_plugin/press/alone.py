"""Whether anyone besides us looks into our pages."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from dossierpress.mkdocs_plugin.room import has_room
from dossierpress.site.model import Page
from dossierpress.site.paragraphs import quiet

_LOOKING = ("page_content", "page_context", "post_page")
"""The events at which a plugin sees a page that is made already."""
_READING = ("pre_page", "page_read_source", "page_markdown")
"""The events at which a plugin has a hand in the text of a page."""
_OURS = "dossierpress."
_SEARCH = "material.plugins.search.plugin"
"""Material's search, which passes over a page that its metadata excludes."""

_MARKED = "data-search-"
_FOR_SEARCH = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")


def alone(config: MkDocsConfig) -> bool:
    """Say whether our pages can be made without anyone missing a look at them."""
    return (
        config.theme.custom_dir is None
        and not config.extra_templates
        and all(name == _SEARCH for name in _others(config, _LOOKING))
    )


def wanted(page: Page, config: MkDocsConfig) -> bool:
    """Say whether Material's search wants to read a page; where ours is used, it reads none."""
    if has_room(config):
        return False
    return page.searched and any(name == _SEARCH for name in _others(config, _LOOKING))


def unread(config: MkDocsConfig) -> bool:
    """Say whether no one misses the texts of our pages before they are made.

    An extension of Markdown that is not known to look at a text alone may read other files, or
    be a file of the publication's own: then each text is converted in each build.
    """
    return (
        alone(config)
        and has_room(config)
        and not any(_others(config, _READING))
        and quiet(config.markdown_extensions)
        and _is_data(config.mdx_configs)
    )


def _is_data(value: object) -> bool:
    """Say whether settings hold no function, whose code might change."""
    if isinstance(value, Mapping):
        return all(map(_is_data, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_data, value))
    return value is None or isinstance(value, str | int | float)


def as_searched(html: str) -> str:
    """Return a page's content without what is only for Material's search, which takes it out."""
    return _FOR_SEARCH.sub("", html) if _MARKED in html else html


def searches(config: MkDocsConfig) -> bool:
    """Say whether Material's search is there."""
    return _SEARCH in _others(config, _LOOKING)


def _others(config: MkDocsConfig, events: tuple[str, ...]) -> Iterator[str]:
    """Yield the module of each handler of some events that is not ours."""
    for event in events:
        for handler in config.plugins.events[event]:
            name = _module(handler)
            if not name.startswith(_OURS):
                yield name


def _module(handler: Callable[..., Any]) -> str:
    owner = getattr(handler, "__self__", None)
    return str(type(owner).__module__ if owner is not None else handler.__module__)
