"""The digest of everything that a page's bytes come from."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import dossierpress
from dossierpress.errors import Problem
from dossierpress.kept import code_digest
from dossierpress.site.model import Page
from dossierpress.site.model.page import made_of
from dossierpress.site.watching.digest import Digests

_MAKERS = (
    "babel", "jinja2", "markdown", "markupsafe", "mkdocs", "pygments", "pymdown-extensions",
)  # fmt: skip
"""The packages that have a hand in a page beside its body and its frame, which are digested."""


def site_key(config: MkDocsConfig, overrides: Path) -> bytes:
    """Return the digest of what all pages come from: code, templates and settings."""
    settings = {name: value for name, value in config.items() if name != "site_dir"}
    ours = [plugin.config for plugin in config.plugins.values() if _is_ours(plugin)]
    whole = sha256(code_key())
    told = json.dumps([settings, ours], default=_plain, sort_keys=True)
    whole.update(sha256(told.encode("utf-8", "surrogatepass")).digest())
    for part in _contents(overrides, sorted(overrides.rglob("*"))):
        whole.update(part)
    return whole.digest()


@cache
def code_key() -> bytes:
    """Return the digest of this package with its data, and of the packages it makes pages by."""
    return sha256(code_digest() + repr([*map(version, _MAKERS)]).encode()).digest()


def page_key(
    site: bytes,
    frame: bytes,
    page: Page,
    address: str,
    problems: tuple[Problem, ...],
    digests: Digests,
    body: str | None = None,
) -> str:
    """Return the key of a page: the digest of all that makes it beside what it reads of the index.

    Args:
        site: from `site_key`.
        frame: the digest of the theme's frame.
        page: what it shows, as it was made: with its parts put off.
        address: its whole address, where the site knows its own.
        problems: what a preview says of it.
        digests: take those of its parts.
        body: its text as HTML, where another plugin had a hand in it.

    Returns:
        "" for a page that is put off to something that cannot be digested.
    """
    said = [(str(problem), problem.severity) for problem in problems]
    try:
        own = digests.of((made_of(page), address, said, body))
    except (TypeError, ValueError, RecursionError):
        return ""
    return sha256(site + frame + own).hexdigest()


def file_key(content: bytes) -> str:
    """Return the key of a file that is published as it is."""
    return f"={sha256(content).hexdigest()}"


def _contents(folder: Path, files: Iterable[Path]) -> Iterator[bytes]:
    for file in files:
        if file.is_file():
            name = file.relative_to(folder).as_posix()
            yield sha256(name.encode("utf-8", "surrogateescape")).digest()
            yield sha256(file.read_bytes()).digest()


def _is_ours(plugin: object) -> bool:
    return type(plugin).__module__.startswith(f"{dossierpress.__name__}.")


def _plain(value: object) -> object:
    """Return the settings within a value; name what has none, without its place in memory."""
    if isinstance(value, Mapping):
        return dict(value)
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value))}"
