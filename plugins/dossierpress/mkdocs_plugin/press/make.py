"""Makes the pages that are ours alone to make, into the folder of the site."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from dossierpress.files import Stamp
from dossierpress.mkdocs_plugin.files import PageFile, texts_of
from dossierpress.mkdocs_plugin.frames import HEADING, TRIALS, Frame, FramedTemplate, spot
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.mkdocs_plugin.listening import heard, said
from dossierpress.mkdocs_plugin.press.alone import as_searched
from dossierpress.mkdocs_plugin.press.before import write_page
from dossierpress.mkdocs_plugin.press.key import page_key
from dossierpress.mkdocs_plugin.press.record import Made, Record
from dossierpress.mkdocs_plugin.press.share import Share, Sheet
from dossierpress.progress import OFTEN, Progress, Stage
from dossierpress.site.model.page import at_once
from dossierpress.site.policy import MARK, with_policy
from dossierpress.site.watching.index import Proof, WatchedIndex
from dossierpress.site.watching.reads import Key, Reads

_YES, _NO = "+", "-"
"""How a key begins: whether a page has a heading in its content and a description, on which its
frame depends."""
_FILE = "file"
"""The name of the files of the site among what a page reads."""


@dataclass(frozen=True)
class Press:
    """What makes the pages of one build.

    Attributes:
        template: the theme's template of a page, which answers from frames.
        index: what pages are made from.
        files: all files of the site.
        site: the digest of what all pages come from.
        there: the files of the last build's site, by their path in it.
        before: what was noted of them.
        searched: whether Material's search is there.
        processes: how many make pages at once.
    """

    template: FramedTemplate
    index: WatchedIndex
    files: Files
    nav: Navigation
    config: MkDocsConfig
    site: bytes
    there: Mapping[str, Stamp]
    before: Record
    searched: bool
    progress: Progress
    processes: int

    def prove(self, files: Sequence[PageFile]) -> None:
        """Have the frames proved that many pages share, before these are shared out."""
        places: dict[object, list[PageFile]] = {}
        for file in files:
            places.setdefault(spot(_page(file), _root(file)), []).append(file)
        for alike in places.values():
            if len(alike) > TRIALS:
                for file in alike[:TRIALS]:
                    with heard(logging.INFO):  # it is made again, and says it again
                        self._whole(file)

    def make(self, files: Sequence[PageFile]) -> Share:
        """Make some pages, or leave them as they are."""
        share = Share()
        with heard(logging.INFO) as records:
            for done, file in enumerate(files):
                if done % OFTEN == 0:
                    # The other processes are about as far, and are not asked.
                    self.progress(Stage.MAKING, done * self.processes, len(files) * self.processes)
                if self._is_right(file):
                    share.kept.append(file.dest_uri)
                else:
                    self._make(file, share, records)
        share.said.extend(map(said, records))
        return share

    def _is_right(self, file: PageFile) -> bool:
        """Say whether the page of the last build is what would be made now."""
        old = self.before.files.get(file.dest_uri)
        if old is None or not old.key or self.there.get(file.dest_uri) != old.stamp:
            return False
        heading, described = old.key[:1] == _YES, old.key[1:2] == _YES
        return old.key == self._key_of(file, heading, described) and self._stands(old)

    def _stands(self, old: Made) -> bool:
        try:
            return bool(old.proof) and self._proof.of(self.before.reads_of(old)) == old.proof
        except IndexError:
            return False

    def _make(self, file: PageFile, share: Share, records: Sequence[logging.LogRecord]) -> None:
        heard_before = len(records)
        with self.index.reads.watched() as noted:
            html, heading = self._whole(file)
        reads = tuple(noted)
        lies = write_page(file.abs_dest_path, html.encode("utf-8", errors="xmlcharrefreplace"))
        page = _page(file)
        links = {to.src_uri: dict(found) for to, found in (page.links_to_anchors or {}).items()}
        if links:
            share.links[file.dest_uri] = links
        # What the log has to be told of a page is known only when it is made.
        is_silent = not links and len(records) == heard_before
        proof = self._proof.of(reads) if is_silent else b""
        key = self._key_of(file, heading, bool(page.meta["description"])) if proof else ""
        share.made[file.dest_uri] = Sheet(
            key,
            lies,
            share.numbers_of(reads if key else ()),
            proof if key else b"",
            tuple(sorted(page.present_anchor_ids or ())),
        )

    def _key_of(self, file: PageFile, heading: bool, described: bool) -> str:
        """Return the key of a page; "" where no frame is proved, and the theme must be asked."""
        frame = self._frame(file, heading, described)
        if frame is None:
            return ""
        page = _page(file)
        key = page_key(
            self.site,
            frame.digest,
            file.content_page,
            page.canonical_url or "",
            file.problems,
            self._proof.digests,
            None if page.later else page.content,
        )
        begin = (_YES if heading else _NO) + (_YES if described else _NO)
        return begin + key if key else ""

    def _frame(self, file: PageFile, heading: bool, described: bool) -> Frame | None:
        return self.template.proved(_page(file), _root(file), heading=heading, described=described)

    @cached_property
    def _proof(self) -> Proof:
        return Proof(self.index.inner, {_FILE: self._resolved})

    def _resolved(self, path: Key | None) -> str | None:
        found = self.files.get_file_from_path(str(path))
        return found.url if found else None

    @cached_property
    def _watched_files(self) -> Files:
        return _WatchedFiles(self.files, self.index.reads)

    def _whole(self, file: PageFile) -> tuple[str, bool]:
        """Return a page, and whether its content has a heading of the first level."""
        page, later = _page(file), file.content_page
        body = page.content
        file.content_page = now = at_once(later)
        try:
            page.meta["description"] = escape(now.description)
            if page.later:
                page.make(now.source, self.config, self._watched_files)
            filled = file.fill(page.content or "", page, self.config.use_directory_urls)
            page.content = as_searched(filled) if self.searched else filled
            page.active = True
            context = get_context(self.nav, (), self.config, page)
            html = self.template.render(context)
            if MARK in html:  # no frame stands for it
                html = with_policy(html, texts_of(page))
            return html, HEADING in page.content
        finally:
            page.active = False
            page.content = body
            file.content_page = later


class _WatchedFiles(Files):
    """The files of the site, of which it is noted which are looked for."""

    def __init__(self, files: Files, reads: Reads) -> None:
        super().__init__(files)
        self._reads = reads

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file, and note that it was asked for."""
        self._reads.note(_FILE, path)
        return super().get_file_from_path(path)


def _page(file: PageFile) -> DossierPage:
    assert isinstance(file.page, DossierPage)  # noqa: S101  # no other page waits, for mypy
    return file.page


def _root(file: PageFile) -> str:
    return get_relative_url(".", file.url)
