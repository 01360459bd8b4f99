"""One run of the press: the old site comes back, pages are made or left, the rest is swept away."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from dossierpress.files import Stamp
from dossierpress.mkdocs_plugin.files import PageFile, PlainFile, add_plain_files
from dossierpress.mkdocs_plugin.frames import FramedTemplate
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.mkdocs_plugin.listening import say
from dossierpress.mkdocs_plugin.press.alone import searches
from dossierpress.mkdocs_plugin.press.before import bring_back, files_in, sweep, write_page
from dossierpress.mkdocs_plugin.press.key import file_key, site_key
from dossierpress.mkdocs_plugin.press.make import Press
from dossierpress.mkdocs_plugin.press.record import Made, Record, read_record, write_record
from dossierpress.mkdocs_plugin.press.share import Share, joined
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
    before = read_record(root, site) if back else Record()
    template = templates.get_template("main.html")
    assert isinstance(template, FramedTemplate)  # noqa: S101  # `keep_frames` was here, for mypy
    all_pages = files.documentation_pages()
    mine = [file for file in all_pages if isinstance(file, PageFile) and _waits(file)]
    shares: list[Share] = []
    if mine:
        count = workers(len(mine))
        key = site_key(config, overrides)
        index, nav, searched = mine[0].site.watched, mine[0].nav, searches(config)
        press = Press(
            template, index, files, nav, config, key, there, before, searched, progress, count
        )
        press.prove(mine)
        mine[0].site.wait()
        shares = list(spread(mine, press.make, count))
    add_plain_files(files, config)
    record = joined(shares, before)
    plain = dict(_plain(files, there, before.files))
    record = Record(record.table, {**record.files, **plain}, record.fresh)
    sweep(site, there.keys(), record.files.keys())
    if record.files:
        write_record(root, site, record)
    _tell(shares, mine, files, record.files, config)
    type(template).all_pages = all_pages
    return sum(len(share.kept) for share in shares)


def _plain(
    files: Files, there: Mapping[str, Stamp], before: Mapping[str, Made]
) -> Iterable[tuple[str, Made]]:
    """Write the files that are published as they are, where they are not there already."""
    for file in files:
        if isinstance(file, PlainFile):
            key, old = file_key(file.content_bytes), before.get(file.dest_uri)
            if old is None or old.key != key or there.get(file.dest_uri) != old.stamp:
                old = Made(key, write_page(file.abs_dest_path, file.content_bytes))
            file.made = True
            yield file.dest_uri, old


def _tell(
    shares: Sequence[Share],
    mine: Iterable[PageFile],
    files: Files,
    made: Mapping[str, Made],
    config: MkDocsConfig,
) -> None:
    """Say what the processes had to say, and let the host know what it would have found out."""
    for words in chain.from_iterable(share.said for share in shares):
        say(words)
    links = {name: found for share in shares for name, found in share.links.items()}
    for file in mine:
        file.made = True
        if file.page:
            file.page.present_anchor_ids = set(made[file.dest_uri].anchors)
            file.page.links_to_anchors = {
                target: dict(found)
                for source, found in links.get(file.dest_uri, {}).items()
                if (target := files.get_file_from_path(source))
            }
    for file in mine:
        if file.page:
            log_level = config.validation.links.anchors
            file.page.validate_anchor_links(files=files, log_level=log_level)


def _waits(file: PageFile) -> bool:
    return isinstance(file.page, DossierPage) and file.page.waits
