"""`dossier bundle`, `verify` and `cite`, held against the formats' own validators."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import bagit
import pytest
from cffconvert import Citation
from click.testing import CliRunner, Result
from frictionless import validate

from dossierpress.cli.main import dossier as group
from harness.building import copy_small
from harness.releasing import commit

Dossier = Callable[..., Result]
RUN = (sys.executable, "-c", "from dossierpress.cli.main import run; run()")
GULF = "dossiers/gulf/articles/"
STORY, EXCERPT, BARE = (
    f"{GULF}{name}.md"
    for name in ("2019-06-14-tanker-burns", "2019-07-excerpt", "undated-metadata")
)
UNSEEN = ("unseen", "albatross", "Gannet Credit", "clippings.txt")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication with one release, and its bundles in bundles/; not to be changed."""
    root = copy_small(tmp_path_factory.mktemp("released"))
    commit(root)
    for arguments in (["release", "2026.1", "--date", "2026-01-31"], ["bundle", "2026.1"]):
        result = CliRunner().invoke(group, ["-C", str(root), *arguments])
        assert result.exit_code == 0, result.output
        commit(root)
    return root


@pytest.fixture
def desk(released: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(released, tmp_path / "desk")


@pytest.fixture(scope="module")
def unpacked(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of one dossier, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(released / "bundles/gulf-2026.1.zip") as archive:
        archive.extractall(folder)
    return folder / "gulf-2026.1"


def bundle(dossier: Dossier, root: Path, version: str = "2026.1") -> dict[str, str]:
    """Make the bundle of `gulf` again, and return its files as text."""
    result = dossier("-C", root, "bundle", version, "--dossier", "gulf", "--output", root / "new")
    assert result.exit_code == 0, result.stderr
    return read(root / "new" / f"gulf-{version}.zip")


def read(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {
            name.split("/", 1)[1]: archive.read(name).decode("utf-8") for name in archive.namelist()
        }


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def test_the_bag_is_valid_by_its_own_validator(unpacked: Path) -> None:
    bag = bagit.Bag(str(unpacked))
    bag.validate()
    assert bag.info["Bagging-Date"] == "2026-01-31"
    assert bag.info["External-Identifier"] == "gulf 2026.1"


def test_the_citation_file_is_valid(unpacked: Path) -> None:
    citation = Citation((unpacked / "data/CITATION.cff").read_text("utf-8"))
    citation.validate()
    assert "Ships in the Gulf" in citation.as_bibtex()


def test_the_data_package_is_valid_down_to_its_digests(unpacked: Path) -> None:
    report = validate(str(unpacked / "data/datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert (unpacked / "data/data/articles.csv").read_text("utf-8").count("\n") == 4
    table = unpacked.parent / "broken"
    shutil.copytree(unpacked / "data", table)
    edit(table, "data/articles.csv", "Coast Daily", "Coast Weekly")
    assert not validate(str(table / "datapackage.json")).valid


def test_the_crate_describes_every_file_and_leads_nowhere_else(unpacked: Path) -> None:
    known = json.loads((unpacked / "data/ro-crate-metadata.json").read_text("utf-8"))
    assert known["@context"] == "https://w3id.org/ro/crate/1.2/context"
    graph = {item["@id"]: item for item in known["@graph"]}
    assert len(graph) == len(known["@graph"])
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    root = graph["./"]
    for key in ("name", "description", "datePublished", "license", "creator"):
        assert root[key], key
    files = {path.relative_to(unpacked / "data").as_posix() for path in unpacked.rglob("data/**/*")
             if path.is_file()}  # fmt: skip
    assert {unquote(part["@id"]) for part in root["hasPart"]} == files - {"ro-crate-metadata.json"}
    for item in known["@graph"]:
        for value in item.values():
            for reference in value if isinstance(value, list) else [value]:
                if isinstance(reference, dict) and not reference["@id"].startswith("https://w3id"):
                    assert reference["@id"] in graph


def test_zenodo_gets_what_it_asks_for(unpacked: Path) -> None:
    known = json.loads((unpacked / "data/.zenodo.json").read_text("utf-8"))
    assert known["upload_type"] == "dataset"
    assert known["creators"] == [{"name": "R. Editor"}]
    assert (known["publication_date"], known["version"]) == ("2026-01-31", "2026.1")
    assert (known["license"], known["language"]) == ("cc-by-4.0", "eng")


def test_nothing_that_rights_keep_back_is_in_a_bundle(released: Path) -> None:
    for file in sorted((released / "bundles").glob("*.zip")):
        for path, text in read(file).items():
            for word in UNSEEN:
                assert word not in text, path


def test_the_bundle_is_a_publication_that_this_program_reads(
    dossier: Dossier, unpacked: Path, tmp_path: Path
) -> None:
    root = tmp_path / "again"
    data = unpacked / "data"
    (root / "dossiers/gulf").mkdir(parents=True)
    (root / "dossiers/entities").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Again\nplugins: [dossier]\n")
    shutil.copytree(data / "articles", root / "dossiers/gulf/articles")
    shutil.copytree(data / "topics", root / "dossiers/topics")
    for name, target in (
        ("dossier.yml", "gulf"),
        ("index.md", "gulf"),
        ("entities.yml", "entities"),
    ):
        shutil.copy(data / name, root / "dossiers" / target / name)
    found = dossier("-C", root, "check")
    assert (found.exit_code, found.stdout) == (0, ""), found.stdout
    rows = dossier("-C", root, "topics", "--json").stdout.splitlines()
    assert {json.loads(row)["article"] for row in rows} >= {"2019-06-14-tanker-burns"}


def test_bundles_are_the_same_bytes_in_any_place_zone_locale_and_hash_seed(
    released: Path, tmp_path: Path
) -> None:
    first = (released / "bundles/gulf-2026.1.zip").read_bytes()
    place = shutil.copytree(released, tmp_path / "another place" / "desk")
    for file in place.rglob("*.md"):
        os.utime(file, (0, 0))
    subprocess.run(
        [*RUN, "-C", str(place), "bundle", "2026.1", "--output", str(tmp_path / "out")],
        env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "out/gulf-2026.1.zip").read_bytes() == first


def test_an_old_release_is_made_from_the_files_of_its_time(dossier: Dossier, desk: Path) -> None:
    edit(desk, STORY, "burned in the Strait", "sank in the Strait")
    (desk / "dossiers/topics/shipping.md").unlink()
    commit(desk)
    bundle(dossier, desk)
    before = (desk / "bundles/gulf-2026.1.zip").read_bytes()
    assert (desk / "new/gulf-2026.1.zip").read_bytes() == before


def test_rights_that_narrowed_since_narrow_the_bundle_of_an_old_release(
    dossier: Dossier, desk: Path
) -> None:
    edit(desk, STORY, "title:", "rights: metadata\ntitle:")
    edit(desk, EXCERPT, "rights: excerpt", "rights: full")
    commit(desk)
    files = bundle(dossier, desk)
    everything = "\n".join(files.values())
    assert "rights: metadata" in files[f"data/{STORY.removeprefix('dossiers/gulf/')}"]
    for word in ("burned", "The crew of the Blue Heron", "kingfisher"):
        assert word not in everything


@pytest.mark.parametrize("gone", [False, True])
def test_an_article_withdrawn_since_is_a_tombstone_in_the_bundle_of_an_old_release(
    dossier: Dossier, desk: Path, gone: bool
) -> None:
    if gone:
        (desk / STORY).unlink()
    else:
        notice = "{date: 2026-02-01, kind: withdrawal, text: It was not so.}"
        edit(desk, STORY, "title:", f"corrections: [{notice}]\ntitle:")
    commit(desk)
    files = bundle(dossier, desk)
    everything = "\n".join(files.values())
    assert "A tanker burns near Hormuz" in files["data/articles/2019-06-14-tanker-burns.md"]
    assert "burned" not in everything
    assert "The crew of the Blue Heron" not in everything
    page = files["data/site/dossiers/gulf/2019-06-14-tanker-burns.html"]
    assert gone or "It was not so." in page


def test_a_clone_without_the_files_of_a_release_says_so(
    dossier: Dossier, desk: Path, tmp_path: Path
) -> None:
    edit(desk, STORY, "burned in the Strait", "sank in the Strait")
    commit(desk)
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", desk.as_uri(), shallow],
        check=True,
        capture_output=True,
    )
    result = dossier("-C", shallow, "bundle", "2026.1")
    assert result.exit_code == 1
    assert "are not in this copy's git history" in result.stderr


def test_changes_tell_the_releases_up_to_this_one(dossier: Dossier, desk: Path) -> None:
    edit(desk, STORY, "burned in the Strait", "sank in the Strait")
    commit(desk)
    dossier("-C", desk, "release", "2026.2", "--date", "2026-02-28")
    commit(desk)
    changes = bundle(dossier, desk, "2026.2")["data/CHANGES.md"]
    assert "## 2026.2, 2026-02-28\n\n### Revised articles" in changes
    assert "~~burned~~ **sank**" in changes
    assert "## 2026.1, 2026-01-31\n\nThe first release." in changes
    assert "2026.2" not in bundle(dossier, desk, "2026.1")["data/CHANGES.md"]


# verify


def rebuilt(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change the members of an archive."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    target = file.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


DATA = "gulf-2026.1/data/articles.csv".replace("articles", "data/articles")
MANIFEST = "gulf-2026.1/manifest-sha256.txt"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda files: files.update({DATA: files[DATA] + b"x"}), "data/data/articles.csv: differs"),
        (lambda files: files.pop(DATA), "data/data/articles.csv: is missing"),
        (
            lambda files: files.update({"gulf-2026.1/data/more.txt": b""}),
            "data/more.txt: is named by no manifest",
        ),
        (
            lambda files: files.update({MANIFEST: files[MANIFEST].replace(b"README", b"README2")}),
            "manifest-sha256.txt: differs",
        ),
        (lambda files: files.pop(MANIFEST), "manifest-sha256.txt: is missing"),
        (
            lambda files: files.update({"gulf-2026.1/bagit.txt": b"BagIt-Version: 9\n"}),
            "bagit.txt: differs",
        ),
        (
            lambda files: files.update({MANIFEST: b"not a manifest\n"}),
            "manifest-sha256.txt:1: is no line of a manifest",
        ),
    ],
)
def test_verify_names_what_is_wrong(
    dossier: Dossier, desk: Path, change: Callable[[dict[str, bytes]], None], says: str
) -> None:
    file = rebuilt(desk / "bundles/gulf-2026.1.zip", change)
    result = dossier("verify", file)
    assert result.exit_code == 1
    assert f"{file}: {says}\n" in result.stdout


def test_verify_is_content_with_what_was_made(
    dossier: Dossier, released: Path, unpacked: Path
) -> None:
    files = [
        released / "bundles/gulf-2026.1.zip",
        released / "bundles/2026.1.sha256",
        released / "dossiers/releases/2026.1.json",
        unpacked,
    ]
    result = dossier("verify", *files)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.count("whole") == 3


@pytest.mark.parametrize("keep", [0, 40, 5_000])
def test_a_bundle_that_was_cut_is_refused_in_a_line(
    dossier: Dossier, desk: Path, keep: int
) -> None:
    file = desk / "bundles/gulf-2026.1.zip"
    file.write_bytes(file.read_bytes()[:keep])
    result = dossier("verify", file)
    assert result.exit_code == 1
    assert "gulf-2026.1.zip is no bundle" in result.stdout
    assert result.stdout.count("\n") == 1


def test_a_flipped_byte_anywhere_is_found(dossier: Dossier, desk: Path) -> None:
    file = desk / "bundles/gulf-2026.1.zip"
    whole = file.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = [m for m in archive.infolist() if m.file_size]
    for member in members[:: max(1, len(members) // 12)]:
        place = member.header_offset + 30 + len(member.filename.encode()) + member.file_size // 2
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        result = dossier("verify", file)
        assert result.exit_code == 1, member.filename


def test_a_changed_release_is_found(dossier: Dossier, desk: Path) -> None:
    edit(desk, "dossiers/releases/2026.1.json", "Hormuz", "Ormuz")
    result = dossier("verify", desk / "dossiers/releases/2026.1.json")
    assert result.exit_code == 1
    assert "its digest does not fit" in result.stdout


# signatures


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("keys")
    found = []
    for name in ("own", "other"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name]
        subprocess.run(command, check=True)
        found.append(folder / name)
    return found[0], found[1]


def test_checksums_are_signed_on_request_and_the_signature_is_checked(
    dossier: Dossier, desk: Path, keys: tuple[Path, Path]
) -> None:
    own, other = keys
    result = dossier("-C", desk, "bundle", "2026.1", "--sign", own)
    assert result.exit_code == 0, result.stderr
    sums = desk / "bundles/2026.1.sha256"
    assert dossier("verify", sums, "--key", own.with_suffix(".pub")).exit_code == 0
    unnamed = dossier("verify", sums)
    assert unnamed.exit_code == 0
    assert "SHA256:" in unnamed.stderr
    assert dossier("verify", sums, "--key", other.with_suffix(".pub")).exit_code == 1
    sums.write_text(sums.read_text("utf-8").replace("gulf", "golf"), "utf-8")
    assert dossier("verify", sums).exit_code == 1


def test_checksums_without_the_signature_that_is_asked_for_are_not_good(
    dossier: Dossier, desk: Path, keys: tuple[Path, Path]
) -> None:
    result = dossier("verify", desk / "bundles/2026.1.sha256", "--key", keys[0].with_suffix(".pub"))
    assert result.exit_code == 1
    assert "has no signature beside it" in result.stdout


# cite


def test_a_release_is_cited_dossier_by_dossier(dossier: Dossier, released: Path) -> None:
    said = dossier("-C", released, "cite", "2026.1").stdout.splitlines()
    assert said[0] == "R. Editor, “Ships in the Gulf”, Small desk, version 2026.1, 31 Jan 2026."
    assert len(said) == 2
    one = dossier("-C", released, "cite", "2026.1", "--dossier", "gulf", "--format", "cff").stdout
    Citation(one).validate()
    (item,) = json.loads(
        dossier("-C", released, "cite", "2026.1", "--dossier", "gulf", "--format", "csl").stdout
    )
    assert (item["type"], item["version"]) == ("dataset", "2026.1")


def test_an_article_is_cited_by_its_original(dossier: Dossier, released: Path) -> None:
    said = dossier("-C", released, "cite", "2019-07-excerpt", "--format", "ris").stdout
    assert "TI  - The guard doubles its patrols" in said
    unknown = dossier("-C", released, "cite", "2026.9")
    assert unknown.exit_code == 2
