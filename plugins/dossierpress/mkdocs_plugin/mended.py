"""Material's templates without the few faults that validators of HTML find in them, and without
what stands on each of thousands of pages and does nothing there.

A mend that finds nothing in a later Material does nothing; `make quality` tells what is left.
"""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.utils import get_theme_dir

MENDS = {
    # A check box has no such attribute.
    "base.html": (('id="__drawer" autocomplete="off"', 'id="__drawer"'),
                  ('id="__search" autocomplete="off"', 'id="__search"'),
                  # A list of headings that a page hides and has not.
                  ('{% if "toc.integrate" not in features %}',
                   '{% if "toc.integrate" not in features and not'
                   ' (page and page.meta and "toc" in (page.meta.hide or []) and not page.toc) %}'),
                  # One text for search engines and for previews.
                  ('<meta name="description" content="{{ page.meta.description }}">',
                   '<meta name="description" property="og:description"'
                   ' content="{{ page.meta.description }}">'),
                  ('<meta name="description" content="{{ config.site_description }}">',
                   '<meta name="description" property="og:description"'
                   ' content="{{ config.site_description }}">')),
    # Without a palette there is none to restore.
    "partials/header.html": (
        ('{% if not config.theme.palette is mapping %}',
         '{% if config.theme.palette and not config.theme.palette is mapping %}'),
    ),
    # An empty number is none.
    "partials/nav-item.html": (
        (' tabindex="{{ tabindex }}"', '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}'),
        ('{% include "partials/toc.html" %}',
         '{% set in_nav = true %}{% include "partials/toc.html" %}'),
    ),
    # Two landmarks have two names; and a page outside the navigation has no such check box.
    "partials/toc.html": (
        ('aria-label="{{ title | e }}"',
         'aria-label="{{ title | e }}{% if in_nav %} – {{ page.title | e }}{% endif %}"'),
        (' for="__toc"', '{% if in_nav %} for="__toc"{% endif %}'),
    ),
    "partials/toc-item.html": (
        ('aria-label="{{ toc_item.title | striptags | e }}"',
         'aria-label="{{ toc_item.title | striptags | e }}'
         '{% if in_nav %} – {{ page.title | e }}{% endif %}"'),
    ),
}  # fmt: skip
"""By template, what stands there and what should."""


class MendedLoader(FileSystemLoader):
    """Loads templates as MkDocs does, and mends those that are Material's own."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source, its file, and whether that has changed since."""
        source, filename, is_current = super().get_source(environment, template)
        if template in MENDS and Path(filename).is_relative_to(get_theme_dir("material")):
            for faulty, right in MENDS[template]:
                source = source.replace(faulty, right)
        return source, filename, is_current
