"""`dossier verify`: is a bundle, a release or a list of checksums what it was when it was made?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

from dossierpress.bundling.signing import check_signature, read_checksums
from dossierpress.bundling.verify import verify_bundle
from dossierpress.cli.output import count
from dossierpress.errors import DossierError, UsageError
from dossierpress.release.form import read_snapshot

_SUMS = ".sha256"


@click.command(short_help="Check that a bundle is what it was when it was made.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--key", type=click.Path(path_type=Path), help="The signer's public key.", metavar="FILE"
)
def command(files: tuple[Path, ...], key: Path | None) -> None:
    """Compare each file of a bundle with its digest, without a network; exit 1 where one differs.

    FILE is a bundle, the folder it was unpacked to, a list of checksums, or a snapshot.
    """
    wrong = False
    for file in files:
        if not file.exists():
            raise UsageError(f"there is no {file}")
        for fault in _faults(file, key):
            wrong = True
            click.echo(f"{file}: {fault}")
    if wrong:
        raise SystemExit(1)


def _faults(file: Path, key: Path | None) -> Iterator[str]:
    try:
        if file.suffix == _SUMS:
            yield from _sums(file, key)
        elif file.suffix == ".json":
            snapshot = read_snapshot(file.read_bytes())
            click.echo(f"{file}: the release {snapshot.version} is whole", err=True)
        else:
            verdict = verify_bundle(file)
            yield from verdict.faults
            if not verdict.faults:
                click.echo(f"{file}: {count(verdict.files, 'file')}, all are whole", err=True)
    except DossierError as error:
        yield str(error)


def _sums(file: Path, key: Path | None) -> Iterator[str]:
    signer = check_signature(file, key)
    if signer:
        by = f"by {signer}" if key else f"by the key {signer}; whose it is, --key would tell"
        click.echo(f"{file}: the signature is good, {by}", err=True)
    for name, digest in read_checksums(file.read_text("utf-8", "replace")).items():
        bundle = file.with_name(name)
        if not bundle.is_file():
            yield f"{name} is missing"
        elif hashlib.sha256(bundle.read_bytes()).hexdigest() != digest:
            yield f"{name} differs"
            yield from (f"{name}: {fault}" for fault in verify_bundle(bundle).faults)
        else:
            yield from (f"{name}: {fault}" for fault in verify_bundle(bundle).faults)
