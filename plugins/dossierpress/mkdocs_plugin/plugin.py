"""The hooks; all of them look something up and hand it over, and keep nothing between builds."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dossierpress.errors import Problem, Severity
from dossierpress.language.read import read_words
from dossierpress.mkdocs_plugin import collector
from dossierpress.mkdocs_plugin.config import DossierConfig
from dossierpress.mkdocs_plugin.files import (
    PageFile,
    add_plain_files,
    home_file,
    output_file,
    page_file,
    refuse_links,
    texts_of,
)
from dossierpress.mkdocs_plugin.frames import keep_frames
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.mkdocs_plugin.press.alone import alone, unread, wanted
from dossierpress.mkdocs_plugin.press.before import set_aside
from dossierpress.mkdocs_plugin.press.run import press_pages
from dossierpress.mkdocs_plugin.room import enter_room, has_room, name_material
from dossierpress.mkdocs_plugin.written import leave_to_us, written_documents
from dossierpress.progress import Progress, silent
from dossierpress.publication import CACHE, Publication, read_publication
from dossierpress.search import known
from dossierpress.search.build import search_files
from dossierpress.site.assets import STYLES
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile
from dossierpress.site.policy import with_policy
from dossierpress.site.preview import ProblemsByPage, problems_by_page
from dossierpress.site.render import environment
from dossierpress.site.settings import Settings
from dossierpress.site.site import Site, build_site
from dossierpress.site.translated import functions

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO}
_log = get_plugin_logger(__name__)
NO_BUILD_DATE = "1980-01-01T00:00+00:00"
"""What MkDocs takes for the date of every page, and for that of the packed sitemap, whose bytes
would change with the day. (ZIP knows no earlier one. MkDocs 1.6.0 counts from the machine's own
time zone where none is named.)"""
_EXTENSION = "dossierpress.site.markdown:EntityLinks"


@dataclass(frozen=True)
class Outcome:
    """What a build read.

    Attributes:
        problems: those of the content and those that only a site can have.
        reused: how many pages are those of the last build.
    """

    publication: Publication
    problems: tuple[Problem, ...]
    reused: int = 0


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds a publication's dossiers to a MkDocs site.

    Attributes:
        outcome: what the last build read, for whoever started it; no hook reads it.
        progress: is told how far a build has come, by whoever started it.
        served: whether the host is serving; each page then shows its problems.
    """

    outcome: Outcome | None = None
    progress: Progress = staticmethod(silent)
    served: bool = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know a run that shows the site to its writers: the host adds a script, we problems."""
        self.served = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the content, read the marks in article bodies, and dress the pages."""
        folders = (_root(config) / self.config.dossiers_dir, _overrides(config))
        config.watch.extend(str(folder) for folder in folders if folder.is_dir())
        config.markdown_extensions.append(_EXTENSION)
        config.extra_css.insert(0, STYLES)
        enter_room(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep the last build's site for its pages."""
        if alone(config):
            set_aside(Path(config.site_dir), _root(config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the publication anew, report its problems, and add its pages."""
        collector.clear()
        collector.rest()
        refused = refuse_links(files, config)
        root = _root(config)
        publication = read_publication(
            root,
            self.config.dossiers_dir,
            cache=root / CACHE,
            releases=True,
            copies=True,
            progress=self.progress,
        )
        words, problems = read_words(*interface_of(self.config, config))
        settings = _settings(self.config, config)
        searched = not has_room(config)
        templates = environment(_overrides(config), words, settings, searched=searched)
        site = build_site(
            publication,
            title=config.site_name,
            directory_urls=config.use_directory_urls,
            words=words,
            settings=settings,
            taken=[file.dest_uri for file in files if file.dest_uri != "index.html"],
            ahead=True,
            more=self._search(files, config),
        )
        problems = (*refused, *problems, *site.problems)
        self.outcome = Outcome(publication, problems)
        _report(problems)
        seen = problems_by_page(site.pages, problems) if self.served else {}
        _add(site, templates, files, config, seen)
        collector.rest()  # the site stays to the end
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have the navigation mark a page's list as current; forget the date of the build."""
        for file in files.documentation_pages():
            if isinstance(file, PageFile):
                file.file_under(files, nav)
            if file.page:
                file.page.update_date = NO_BUILD_DATE
        return nav

    @event_priority(-100)  # with all that other plugins give to the templates
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme render what it puts around our pages once, not for each."""
        name_material(env, config)
        words, _ = read_words(*interface_of(self.config, config))
        env.globals.update(functions(words), dossier_policy=self._guards)
        keep_frames(env, config)
        if alone(config):
            root, overrides = _root(config), _overrides(config)
            reused = press_pages(files, env, config, root, overrides, self.progress)
            self.outcome = self.outcome and replace(self.outcome, reused=reused)
        else:
            add_plain_files(files, config)
        return env

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put a page's rendered text into its template, now or when all pages are made."""
        if isinstance(page.file, PageFile):
            page.file.describe(page, config.use_directory_urls)
        if has_room(config):
            leave_to_us(page)
        if not isinstance(page.file, PageFile):
            return None
        if isinstance(page, DossierPage) and alone(config) and not wanted(page.shown, config):
            page.waits = True
            return html
        return page.file.fill(html, page, config.use_directory_urls)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell the browser what it may run on a page, once the page is whole."""
        return self._guarded(output, texts_of(page))

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Tell it the same on a page of the theme's own, as the one of errors."""
        return self._guarded(output_content, ()) if "</html>" in output_content else output_content

    @property
    def _guards(self) -> bool:
        return self.config.content_security_policy and not self.served

    def _search(
        self, files: Files, config: MkDocsConfig
    ) -> Callable[[Index], Iterable[OutputFile]] | None:
        """Return what makes the files of our search, where the theme has a box for it."""
        if not has_room(config):
            return None
        written, kept = tuple(written_documents(files)), _root(config) / CACHE / known.FILE
        return partial(search_files, written=written, file=kept)

    def _guarded(self, html: str, texts: Iterable[str]) -> str:
        return with_policy(html, texts) if self._guards else html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave nothing changed for what comes after the build."""
        collector.wake()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing changed after a failure either."""
        collector.wake()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _settings(options: DossierConfig, config: MkDocsConfig) -> Settings:
    """Return what is published beside the pages."""
    return Settings(
        title=config.site_name,
        description=config.site_description or "",
        site_url=config.site_url or "",
        data=options.data_files,
        feeds=options.feeds,
        language=str(config.theme.get("language", "en")),
        picture=options.social_image,
    )


def interface_of(options: DossierConfig, config: MkDocsConfig) -> tuple[str, Path, str]:
    """Return the language of the interface, and where the publication has words of its own."""
    language = options.language or str(config.theme.get("language", "en"))
    return language, _overrides(config) / "words", "overrides/dossier/words"


def _overrides(config: MkDocsConfig) -> Path:
    return _root(config) / "overrides" / "dossier"


def _report(problems: Iterable[Problem]) -> None:
    """Log each problem; an error makes a strict build fail, a warning does not."""
    for problem in problems:
        _log.log(_LEVELS[problem.severity], "%s", problem)


def _add(
    site: Site, templates: Environment, files: Files, config: MkDocsConfig, seen: ProblemsByPage
) -> None:
    home = next((file for file in files if file.dest_uri == "index.html"), None)
    later = unread(config)
    for page in site.pages:
        if home and page.address.source == home.src_uri:
            files.remove(home)
            file: PageFile = home_file(page, home, templates, config)
        else:
            file = page_file(page, templates, config, later)
        file.site = site
        file.problems = seen.get(page.address, ())
        files.append(file)
    for target in site.targets:
        files.append(output_file(OutputFile(target, b""), config))
