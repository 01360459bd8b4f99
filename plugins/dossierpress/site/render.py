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

from dossierpress.site.addresses import to_root
from dossierpress.site.model import Page


def environment(overrides: Path | None = None) -> Environment:
    """Return the environment of the templates; `overrides` is a folder that comes first."""
    own = PackageLoader("dossierpress.site", "templates")
    first = [FileSystemLoader(overrides)] if overrides and overrides.is_dir() else []
    return Environment(
        loader=ChoiceLoader([*first, own, PrefixLoader({"dossierpress": own})]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def render_redirect(page: Page, url: str, templates: Environment, *, canonical: bool) -> str:
    """Return what stands in the head of a page that sends its reader on.

    Args:
        page: a page with a `redirect`.
        url: where it is published, relative to the site's root.
        templates: from `environment`.
        canonical: whether to name the other page as the one that counts, where the theme does not.
    """
    template = templates.get_template("_redirect.html")
    return template.render(target=to_root(url) + page.redirect, canonical=canonical)


def render(page: Page, body: Markup, url: str, templates: Environment) -> str:
    """Return the HTML of a page's content.

    Args:
        page: what to show.
        body: its source, rendered and cleaned.
        url: where it is published, relative to the site's root.
        templates: from `environment`.
    """
    template = templates.get_template(page.template)
    return template.render(page=page.context, body=body, root=to_root(url))
