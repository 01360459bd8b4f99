"""`dossier`: finds the publication, runs a command, turns errors into exit messages.

Exit status: 0 fine, 1 problems found, 2 wrong usage.
"""

import importlib
import io
import sys
from pathlib import Path

import click

from dossierpress.errors import DossierError, UsageError

COMMANDS = (
    "new", "add", "check", "mentions", "candidates", "decide", "entity", "dates", "topics",
    "clusters", "build",
    "release", "diff", "bundle", "verify", "cite",
    "publish", "migrate",
)  # fmt: skip
"""The commands, in the order of a publication's life; each is a module of this package."""


class Lazy(click.Group):
    """A group that imports a command only when it is run, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of that name and return its `command`."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"dossierpress.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  # a broken package, not user input
        return command


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dossierpress")
@click.option(
    "-C",
    "directory",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The publication: the folder of mkdocs.yml. Default: the nearest one upward.",
)
@click.pass_context
def dossier(ctx: click.Context, directory: Path | None) -> None:
    """Turn news clippings into a searchable, cross-linked, citable static site."""
    ctx.obj = directory


def find_publication(directory: Path | None) -> Path:
    """Return the publication's folder: `directory`, or the nearest one upward from here.

    Raises:
        UsageError: there is no mkdocs.yml.
    """
    if directory is not None:
        if not _is_publication(directory):
            raise UsageError(f"{directory} has no mkdocs.yml; name the folder of a publication")
        return directory
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_publication(folder):
            return folder
    raise UsageError(
        "no mkdocs.yml here or above; go to a publication, name it with -C, or run `dossier new`"
    )


def _is_publication(folder: Path) -> bool:
    try:
        return (folder / "mkdocs.yml").is_file()
    except OSError:  # a folder that may not be entered, a name that is too long
        return False


def run() -> None:
    """Run the command line; the only place that knows exit statuses of errors.

    Both streams are UTF-8 whatever the locale says: the same input gives the same bytes.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        dossier(standalone_mode=True)
    except UsageError as error:
        click.echo(f"dossier: {error}", err=True)
        sys.exit(2)
    except DossierError as error:
        click.echo(f"dossier: {error}", err=True)
        sys.exit(1)
    except OSError as error:  # a disk that is full, a folder that may not be written
        click.echo(f"dossier: {told(error)}", err=True)
        sys.exit(1)


def told(error: OSError) -> str:
    """Return what the system refused, in one line."""
    reason = error.strerror or str(error) or type(error).__name__
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{reason}; mend that and run the command again"
