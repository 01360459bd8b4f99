"""Makes the pages that are ours alone to make, into the folder of the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from dossierpress.files import Stamp
from dossierpress.mkdocs_plugin.files import PageFile, texts_of
from dossierpress.mkdocs_plugin.frames import HEADING, TRIALS, FramedTemplate, spot
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.mkdocs_plugin.press.alone import as_searched
from dossierpress.mkdocs_plugin.press.before import write_page
from dossierpress.mkdocs_plugin.press.key import page_key, site_key
from dossierpress.mkdocs_plugin.press.record import Made
from dossierpress.progress import OFTEN, Progress, Stage
from dossierpress.site.policy import MARK, with_policy

_WITH, _WITHOUT = "h", "-"
"""How a key begins: whether the page's content has a heading, on which its frame depends."""


@dataclass(frozen=True)
class Press:
    """What makes the pages of one build.

    Attributes:
        template: the theme's template of a page, which answers from frames.
        overrides: the publication's own templates.
        there: the files of the last build's site, by their path in it.
        before: what was noted of them.
        processes: how many make pages at once.
    """

    template: FramedTemplate
    nav: Navigation
    config: MkDocsConfig
    overrides: Path
    there: Mapping[str, Stamp]
    before: Mapping[str, Made]
    progress: Progress
    processes: int

    @cached_property
    def _key(self) -> bytes:
        return site_key(self.config, self.overrides)

    def prove(self, files: Sequence[PageFile]) -> None:
        """Have the frames proved that many pages share, before these are shared out."""
        places: dict[object, list[PageFile]] = {}
        for file in files:
            places.setdefault(spot(_page(file), _root(file)), []).append(file)
        for alike in places.values():
            if len(alike) > TRIALS:
                for file in alike[:TRIALS]:
                    self._whole(file)

    def make(self, files: Sequence[PageFile]) -> list[tuple[str, Made, bool]]:
        """Make some pages; return the path of each in the site, and whether it is the old one."""
        made = []
        for done, file in enumerate(files):
            if done % OFTEN == 0:
                # The other processes are about as far, and are not asked.
                self.progress(Stage.MAKING, done * self.processes, len(files) * self.processes)
            made.append(self._make(file))
        return made

    def _make(self, file: PageFile) -> tuple[str, Made, bool]:
        later = file.content_page
        # Its context is made once, for its key and for itself, and let go of.
        file.content_page = replace(later, context=later.context)
        try:
            return self._made(file)
        finally:
            file.content_page = later

    def _made(self, file: PageFile) -> tuple[str, Made, bool]:
        name = file.dest_uri
        old = self.before.get(name)
        lies = old is not None and old.key and self.there.get(name) == old.stamp
        if old is not None and lies and old.key == self._key_of(file, old.key[0]):
            return name, old, True
        html, heading = self._whole(file)
        data = html.encode("utf-8", errors="xmlcharrefreplace")
        key = self._key_of(file, _WITH if heading else _WITHOUT)
        return name, Made(key, write_page(Path(file.abs_dest_path), data)), False

    def _key_of(self, file: PageFile, heading: str) -> str:
        """Return the key of a page; "" where no frame is proved, and the theme must be asked."""
        page = _page(file)
        frame = self.template.proved(page, _root(file), heading=heading == _WITH)
        if frame is None:
            return ""
        body, address = page.content or "", page.canonical_url or ""
        return heading + page_key(
            self._key, frame.digest, file.content_page, body, address, file.problems
        )

    def _whole(self, file: PageFile) -> tuple[str, bool]:
        """Return a page, and whether its content has a heading of the first level."""
        page = _page(file)
        body = page.content
        try:
            filled = file.fill(body or "", page, self.config.use_directory_urls)
            page.content = as_searched(filled, self.config)
            page.active = True
            context = get_context(self.nav, (), self.config, page)
            html = self.template.render(context)
            if MARK in html:  # no frame stands for it
                html = with_policy(html, texts_of(page))
            return html, HEADING in page.content
        finally:
            page.active = False
            page.content = body


def _page(file: PageFile) -> DossierPage:
    assert isinstance(file.page, DossierPage)  # noqa: S101  # no other page waits, for mypy
    return file.page


def _root(file: PageFile) -> str:
    return get_relative_url(".", file.url)
