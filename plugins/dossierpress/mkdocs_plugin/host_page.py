"""Our pages as MkDocs sees them: they know their source, and convert only what needs converting."""

import posixpath
from collections.abc import Callable, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import get_relative_url

from dossierpress.errors import Problem
from dossierpress.mkdocs_plugin.time_limit import LIMIT, OutOfTimeError, time_limit
from dossierpress.site.clean import words_only
from dossierpress.site.model import Page
from dossierpress.site.paragraphs import paragraphs, quiet, unconverted

_log = get_plugin_logger(__name__)


class DossierPage(HostPage):
    """A page that no one wrote by hand.

    The host builds a converter for every page, which costs more than all else that it does to it;
    a page without a text of its own needs none, and a body of plain paragraphs neither.
    """

    def __init__(self, shown: Page, file: File, config: MkDocsConfig) -> None:
        """Attach the page to its file, as MkDocs' own class does."""
        super().__init__(None, file, config)
        self.shown = shown
        self.waits = False
        """Whether its content is still the HTML of its source, with nothing of ours around it."""
        self.later = False
        """Whether its text is made only with the page itself."""
        self.converted = False
        """Whether the converter made its content, which therefore is still to be cleaned."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the source as it is; it has no front matter."""
        self.markdown = config.plugins.on_page_read_source(page=self, config=config)
        if self.markdown is None:
            self.markdown = "" if self.later else self.shown.source
        self.meta = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Write plain paragraphs, and have the host convert everything else."""
        if self.later:
            self.content, self.toc = "", get_toc([])
            self.present_anchor_ids, self.links_to_anchors = set(), {}
            return
        html = self._plain(config, files)
        self.converted = html is None
        if html is None:
            html = self._given_up(config, files)
        if html is None:
            return
        self.content, self.toc = html, get_toc([])
        self.present_anchor_ids, self.links_to_anchors = set(), {}

    def make(self, source: str, config: MkDocsConfig, files: Files) -> None:
        """Render a text that was put off, in place of the host."""
        self.markdown, self.later = source, False
        config._current_page = self  # as the host does
        try:
            self.render(config, files)
        finally:
            self.later, config._current_page = True, None
            self.toc = get_toc([])  # no page of ours shows one

    def _given_up(self, config: MkDocsConfig, files: Files) -> str | None:
        """Have the host convert the source; where that takes too long, return it as it stands."""
        try:
            with time_limit():
                super().render(config, files)
            _clean_titles(self.toc)
        except (OutOfTimeError, RecursionError):
            message = f"the text was given up after {LIMIT:.0f} s, or is nested too deep"
            hint = "its page shows it unconverted; take out what is no plain Markdown"
            _log.error("%s", Problem(self.shown.path, 1, "DP021", message, hint))
            return unconverted(self.markdown or "")
        return None

    def _plain(self, config: MkDocsConfig, files: Files) -> str | None:
        if not self.markdown:
            return ""
        if not quiet(config.markdown_extensions):
            return None
        return paragraphs(self.markdown, _resolver(self.file, files))


def _clean_titles(entries: Iterable[AnchorLink]) -> None:
    """Leave words only in the list of headings, which the theme shows as markup."""
    for entry in entries:
        entry.title = str(words_only(entry.title))
        _clean_titles(entry.children)


def _resolver(file: File, files: Files) -> Callable[[str], str | None]:
    """Return what turns a link from one source file to another into a URL."""
    folder = posixpath.dirname(file.src_uri)

    def resolve(href: str) -> str | None:
        target = files.get_file_from_path(posixpath.normpath(posixpath.join(folder, href)))
        return get_relative_url(target.url, file.url) if target else None

    return resolve
