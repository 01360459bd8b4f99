"""One run of the press: the old site comes back, pages are made or left, the rest is swept away."""

from itertools import chain
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from dossierpress.mkdocs_plugin.files import PageFile
from dossierpress.mkdocs_plugin.frames import FramedTemplate
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.mkdocs_plugin.press.before import bring_back, files_in, sweep
from dossierpress.mkdocs_plugin.press.make import Press
from dossierpress.mkdocs_plugin.press.record import Made, read_record, write_record
from dossierpress.progress import Progress
from dossierpress.workers import spread, workers


def press_pages(
    files: Files,
    templates: Environment,
    config: MkDocsConfig,
    root: Path,
    overrides: Path,
    progress: Progress,
) -> int:
    """Make the pages that wait, take them from the host, and say how many were there already.

    Args:
        templates: the theme's, with frames.
        root: the publication.
        overrides: its own templates of our pages.
    """
    site = Path(config.site_dir)
    back = bring_back(site, root)
    there = files_in(site) if back else {}
    before = read_record(root, site) if back else {}
    template = templates.get_template("main.html")
    assert isinstance(template, FramedTemplate)  # noqa: S101  # `keep_frames` was here, for mypy
    all_pages = files.documentation_pages()
    mine = [file for file in all_pages if isinstance(file, PageFile) and _waits(file)]
    made: list[tuple[str, Made, bool]] = []
    if mine:
        count = workers(len(mine))
        nav = mine[0].nav
        press = Press(template, nav, config, overrides, there, before, progress, count)
        press.prove(mine)
        shares = spread(mine, press.make, count)
        made = list(chain.from_iterable(shares))
    pages = {name: page for name, page, _ in made}
    sweep(site, there.keys(), pages.keys())
    if pages:
        write_record(root, site, pages)
    for file in mine:
        file.made = True
        if file.page:
            log_level = config.validation.links.anchors
            file.page.validate_anchor_links(files=files, log_level=log_level)
    type(template).all_pages = all_pages
    return sum(old for *_, old in made)


def _waits(file: PageFile) -> bool:
    return isinstance(file.page, DossierPage) and file.page.waits
