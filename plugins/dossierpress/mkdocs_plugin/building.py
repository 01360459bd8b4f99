"""`dossier build`: render beside the old site, look through the new one, and swap the two."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from dossierpress.building import allowed, kept_back, looks
from dossierpress.building.gates import Findings, look_through
from dossierpress.building.workshop import workshop
from dossierpress.errors import Problem, UsageError, errors
from dossierpress.mkdocs_plugin.host import dated, dossiers_of, read_settings, render
from dossierpress.mkdocs_plugin.press.linked import begin_linked
from dossierpress.progress import Progress, Stage, silent
from dossierpress.publication import CACHE, Publication, read_publication


@dataclass(frozen=True)
class Build:
    """What a build came to.

    Attributes:
        site: the folder where the site belongs.
        right: whether the new site took its place; otherwise the old one stands as it was.
        publication: what it was made of.
        links: how many internal links were followed.
        problems: those of the content and of the built site.
        warnings: what the host complained about.
        reused: how many pages are those of the last build.
    """

    site: Path
    right: bool
    publication: Publication
    links: int
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    reused: int = 0


def build_publication(
    root: Path,
    *,
    site: Path | None = None,
    strict: bool = False,
    versioned: bool = False,
    day: str = "",
    progress: Progress = silent,
) -> Build:
    """Build a publication's site and put it in its place, where it is right.

    Args:
        root: the folder of mkdocs.yml.
        site: where the site belongs; None is what the settings say.
        strict: whether warnings keep the site out as well.
        versioned: as `read_settings` has it.
        day: which date the site bears, as "2026-11-25"; empty is today.
        progress: is told how far this has come.

    Raises:
        UsageError: the settings or the place of the site cannot be used.
        DossierError: another build is at work, the host gave up, or the disk cannot be written.
    """
    config = read_settings(root, versioned=versioned)
    place = (site or Path(config.site_dir)).resolve()
    _check_place(place, root.resolve())
    with workshop(place, root) as shop:
        begin_linked(place, shop.new, root)
        with dated(day):
            rendered = render(config, shop.new, progress)
        progress(Stage.LOOKING, 0, 0)
        publication = rendered.outcome.publication
        found = _look(shop.new, config, publication, root, place.name)
        problems = (*rendered.outcome.problems, *found.problems)
        bad = problems if strict else errors(problems)
        right = not bad and not (strict and rendered.warnings)
        if right:
            shop.swap()
    reused = rendered.outcome.reused
    return Build(place, right, publication, found.links, problems, rendered.warnings, reused)


def inspect_site(root: Path, site: Path) -> Build:
    """Look through a site that was built before, as one version of several.

    Raises:
        UsageError: the settings cannot be used, or there is no such site.
    """
    if not (site / "index.html").is_file():
        raise UsageError(f"{site} is no built site; run `dossier build --versioned` first")
    config = read_settings(root, versioned=True)
    publication = read_publication(root, dossiers_of(config), cache=root / CACHE)
    found = _look(site, config, publication, root, site.name)
    problems = (*publication.problems, *found.problems)
    right = not errors(problems)
    return Build(site.resolve(), right, publication, found.links, problems, ())


def _look(
    folder: Path, config: MkDocsConfig, publication: Publication, root: Path, name: str
) -> Findings:
    cache, articles = root / CACHE, publication.library.articles
    sentences = kept_back.kept_back(articles, publication.digests, cache / kept_back.FILE)
    kept = allowed.not_allowed(sentences, articles, publication.digests, cache / allowed.FILE)
    return look_through(folder, config.site_url or "", kept, name, cache / looks.FILE)


def _check_place(site: Path, root: Path) -> None:
    """Refuse a place whose files a swap would take away."""
    if root.is_relative_to(site) or (site / "mkdocs.yml").exists() or (site / ".git").exists():
        raise UsageError(f"{site} holds more than a site; name a folder of the site's own")
    if site.exists() and not site.is_dir():
        raise UsageError(f"{site} is a file; name a folder of the site's own")
