"""The documentation says everything that there is to say: commands, options, keys, codes."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
import yaml
from click.testing import Result

from dossierpress.cli.main import COMMANDS, dossier
from dossierpress.errors import codes
from dossierpress.library.articles import read_article
from dossierpress.library.decisions import parse_decisions
from dossierpress.library.dossiers import parse_dossier
from dossierpress.library.topics import read_topic
from dossierpress.model import ArticleId, ArticleRef, Dossier, DossierId, TopicId
from dossierpress.registry import parse_registry_file

DOCS = Path(__file__).resolve().parent.parent / "docs"


def section(page: str, heading: str) -> str:
    """Return the part of a page below a heading, up to the next heading of its level or above."""
    text = (DOCS / page).read_text("utf-8")
    match = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert match, f"docs/{page} has no heading {heading!r}"
    rest = text[match.end() :]
    end = re.search(rf"^#{{1,{len(match[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def keys_in_tables(text: str) -> set[str]:
    """Return what stands in backquotes in the first column of the tables of a text."""
    cells = re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    context = click.Context(dossier)
    command = dossier.get_command(context, name)
    assert command is not None
    parts = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    options = {
        option
        for part in parts
        for parameter in part.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert keys_in_tables(section("reference/commands.md", f"dossier {name}")) == options


def test_no_command_is_documented_that_does_not_exist() -> None:
    text = (DOCS / "reference/commands.md").read_text("utf-8")
    assert tuple(re.findall(r"^## dossier (\w+)$", text, re.MULTILINE)) == COMMANDS


@pytest.mark.parametrize("code", codes())
def test_every_problem_has_a_page_and_a_place_in_the_index(code: str) -> None:
    assert (DOCS / "problems" / f"{code}.md").is_file()
    assert f"[{code}]({code}.md)" in (DOCS / "problems/index.md").read_text("utf-8")


def test_generated_pages_are_current(repository: Path) -> None:
    command = [sys.executable, str(repository / "tools" / "generated_docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stderr == ""


def _article(text: str) -> list:
    ref = ArticleRef(DossierId("d"), ArticleId("a"))
    _, problems = read_article(text, ref, "a.md", Dossier(DossierId("d"), "d", "D"))
    return list(problems)


def _dossier(text: str) -> list:
    problems: list = []
    parse_dossier(text, DossierId("d"), "dossier.yml", "", problems)
    return problems


def _decisions(text: str) -> list:
    problems: list = []
    parse_decisions(text, "decisions.yml", problems)
    return problems


def _registry(text: str) -> list:
    problems: list = []
    parse_registry_file(text, "e.yml", problems)
    return problems


def _topic(text: str) -> list:
    _, problems = read_topic(text, TopicId("t"), "t.md")
    return list(problems)


PERSON = "x:\n  name: X\n  kind: person\n"
KEYS = [
    (_article, "---\ntitle: x\n?: 1\n---\n", "front-matter.md", "Articles"),
    (_article, "---\ntitle: x\ningest:\n  ?: 1\n---\n", "front-matter.md", "ingest"),
    (_article, "---\ntitle: x\ncorrections:\n  - {?: 1}\n---\n", "front-matter.md", "corrections"),
    (_dossier, "title: x\n?: 1\n", "front-matter.md", "dossier.yml"),
    (_decisions, "- ?: 1\n", "front-matter.md", "decisions.yml"),
    (_registry, PERSON + "  ?: 1\n", "registry.md", "Entities"),
    (_registry, PERSON + "  aliases:\n    - {text: Y, ?: 1}\n", "registry.md", "Aliases"),
    (_registry, PERSON + "  relations:\n    - {?: 1}\n", "registry.md", "Relations"),
    (_topic, "---\ntitle: x\nrule: {?: 1}\n---\n", "topic-rules.md", "Topic rules"),
]


@pytest.mark.parametrize(("read", "text", "page", "heading"), KEYS)
def test_every_key_is_documented_and_no_other(
    read: Callable[[str], list], text: str, page: str, heading: str
) -> None:
    """A key that cannot exist is answered with the list of those that do."""
    found = [problem for problem in read(text.replace("?", "q_q")) if problem.code == "DP004"]
    assert len(found) == 1
    known = set(found[0].hint.removeprefix("use one of ").split(", "))
    documented = keys_in_tables(section(f"reference/{page}", heading))
    if heading == "Articles":
        for inner in ("ingest", "corrections"):
            documented -= keys_in_tables(section(f"reference/{page}", inner))
            documented |= known & {inner}
    if heading == "Topic rules":
        documented = {key for key in documented if ":" not in key}
    assert documented == known


@pytest.mark.parametrize("name", ["mentions", "dates", "topics"])
def test_every_key_of_the_json_output_is_documented(
    dossier: Callable[..., Result], publication: Path, name: str
) -> None:
    result = dossier("-C", publication, name, "--json")
    keys = {key for line in result.stdout.splitlines() for key in json.loads(line)}
    assert keys_in_tables(section("reference/json.md", f"dossier {name}")) == keys


STORY = """Ship seized near Hormuz

Updated 05 December 2019

Ship seized near Hormuz

LONDON: A ship was seized near the Strait of Hormuz, its owner said.
"""


def test_every_key_of_an_added_story_is_documented(
    dossier: Callable[..., Result], publication: Path
) -> None:
    arguments = ("-C", publication, "add", "-", "-d", "gulf-security", "--dry-run", "--json")
    (line,) = dossier(*arguments, stdin=STORY).stdout.splitlines()
    own = keys_in_tables(section("reference/json.md", "dossier add"))
    from_article = keys_in_tables(section("reference/front-matter.md", "Articles"))
    assert own <= set(json.loads(line)) <= own | from_article | {"ingest"}


def test_every_key_of_a_problem_is_documented(
    dossier: Callable[..., Result], publication: Path
) -> None:
    (publication / "dossiers/topics/empty.md").write_text("nothing\n", "utf-8")
    result = dossier("-C", publication, "check", "--json")
    (line,) = result.stdout.splitlines()
    assert keys_in_tables(section("reference/json.md", "dossier check")) == set(json.loads(line))


def test_every_key_of_a_change_is_documented() -> None:
    from dossierpress.cli.diff import change_record
    from dossierpress.release.changes import Change, What

    keys = set(change_record(Change(What.ARTICLE_ADDED, "a", "A")))
    assert keys_in_tables(section("reference/json.md", "dossier diff")) == keys
    text = section("reference/json.md", "dossier diff")
    assert [what for what in What if f"{what.value}" not in text] == []


def test_every_key_of_a_snapshot_is_documented() -> None:
    from dossierpress.release.snapshot import Snapshot

    text = section("reference/snapshot.md", "Keys")
    assert [name for name in Snapshot.__struct_encode_fields__ if f"`{name}`" not in text] == []


def test_every_setting_is_documented() -> None:
    from dossierpress.mkdocs_plugin.config import DossierConfig

    options = {name for name, _ in DossierConfig._schema}
    text = (DOCS / "reference/settings.md").read_text("utf-8")
    assert keys_in_tables(text) == options


def test_every_hand_written_page_is_in_the_navigation(repository: Path) -> None:
    text = (repository / "mkdocs.yml").read_text("utf-8").replace("!ENV ", "")
    nav = set(re.findall(r"[\w/-]+\.md", str(yaml.safe_load(text)["nav"])))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    made = ["dossiers", "topics", "entities", "articles", "map", "names", "sources", "gaps"]
    made += ["corrections", "timeline", "releases", "search", "data"]
    generated = {f"{name}/index.md" for name in made}
    assert pages - {f"problems/{code}.md" for code in codes()} == nav - generated
