"""Pages → HTML, by our own templates, in an environment that escapes everything.

A publication overrides a template, or one block of it, by a file of the same name in
`overrides/dossier/`; there, `{% extends "dossierpress/article.html" %}` names the original.
"""

from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup

from dossierpress.errors import Problem
from dossierpress.language.words import ENGLISH, Words
from dossierpress.site.addresses import to_root
from dossierpress.site.lean import LeanEnvironment, content
from dossierpress.site.model import Page
from dossierpress.site.settings import Settings
from dossierpress.site.squeeze import Squeezed
from dossierpress.site.translated import Translated, functions


def environment(
    overrides: Path | None = None,
    words: Words = ENGLISH,
    settings: Settings | None = None,
    *,
    searched: bool = False,
) -> Environment:
    """Return the environment of the templates.

    Args:
        overrides: a folder that comes first.
        settings: what the head of a page says of the whole publication.
        searched: whether Material's search reads the pages, and wants its marks on them.
        words: the interface; it says itself by `_`, `ngettext` and `interface` in every template.
    """
    own = PackageLoader("dossierpress.site", "templates")
    first = [FileSystemLoader(overrides)] if overrides and overrides.is_dir() else []
    templates = LeanEnvironment(
        loader=ChoiceLoader([*first, own, PrefixLoader({"dossierpress": own})]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=[Translated, Squeezed],
        auto_reload=False,  # an environment is of one build
    )
    templates.searched = searched
    templates.globals.update(functions(words))
    templates.filters["content"] = content
    settings = settings or Settings()
    templates.globals["publication"] = settings
    templates.globals["around"] = settings.language or words.language
    return templates


def render_head(page: Page, url: str, canonical: str, templates: Environment) -> str:
    """Return what a page says in the head of its document.

    Args:
        page: what to show.
        url: where it is published, relative to the site's root.
        canonical: its whole address, which the theme names; "" where none is known.
        templates: from `environment`.
    """
    template = templates.get_template("_head.html")
    data = Markup(page.linked_data)  # noqa: S704  # `linked.write` leaves no sign that ends a script
    return template.render(page=page, root=to_root(url), canonical=canonical, linked_data=data)


def render_preview(problems: tuple[Problem, ...], templates: Environment) -> str:
    """Return the banner that shows a curator what is wrong with a page; "" for nothing."""
    if not problems:
        return ""
    return templates.get_template("_preview.html").render(problems=problems)


def render(page: Page, body: Markup, url: str, templates: Environment) -> str:
    """Return the HTML of a page's content.

    Args:
        page: what to show.
        body: its source, rendered and cleaned.
        url: where it is published, relative to the site's root.
        templates: from `environment`.
    """
    template = templates.get_template(page.template)
    return template.render(page=page.context, body=body, root=to_root(url), feed=page.feed)


def render_frame(
    page: Page, content: Markup, url: str, title: str, styles: str, templates: Environment
) -> str:
    """Return a whole document of a page's content, for reading without the theme.

    Args:
        page: what is shown.
        content: from `render`.
        url: where it lies, relative to the root of the pages.
        title: the name of what the page belongs to.
        styles: where the style sheet lies, relative to that root.
        templates: from `environment`.
    """
    template = templates.get_template("_offline.html")
    head = Markup(render_head(page, url, "", templates))  # noqa: S704  # made by our own templates
    return template.render(
        page=page, content=content, head=head, root=to_root(url), title=title, styles=styles
    )
