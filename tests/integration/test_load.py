"""A publication of the shape that `make load` builds in full: no page grows with it."""

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from harness.building import Built, build

ARTICLES, ENTITIES, TOPICS = 600, 120, 60
HEAVIEST = 300 * 1024
"""The most that a page may weigh, in bytes."""


@pytest.fixture(scope="module")
def heavy(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("heavy", repository / "benchmarks" / "heavy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def publication(heavy: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("load")
    heavy.write(folder, ARTICLES, ENTITIES, TOPICS)
    return folder


@pytest.fixture(scope="module")
def site(publication: Path) -> Built:
    return build(publication)


def texts(publication: Path) -> dict[str, str]:
    """Return the text of each article by its address."""
    return {
        f"{path.parts[-3]}/{path.stem}": path.read_text("utf-8")
        for path in publication.glob("dossiers/*/articles/*.md")
    }


def listed(site: Built, *places: str) -> Counter[str]:
    """Return how many pages below these places lead to each article from a list."""
    found: Counter[str] = Counter()
    for place in places:
        for path in site.folder.glob(f"{place}*/index.html"):
            links = re.findall(r'href="[./]*dossiers/(dossier-\d/[\w-]+-report-\d+)/"',
                               path.read_text("utf-8"))  # fmt: skip
            found.update(set(links))
    return found


def test_the_common_entity_and_topic_have_their_share(publication: Path, heavy: ModuleType) -> None:
    name = re.search(r"entity-0:\n  name: (.*)\n", next(
        publication.glob("dossiers/entities/*.yml")).read_text("utf-8"))  # fmt: skip
    assert name is not None
    held = texts(publication).values()
    share = ARTICLES * heavy.OFTEN
    assert sum(json.loads(name[1]) in text for text in held) == pytest.approx(share, rel=0.15)
    assert sum("common word" in text for text in held) == pytest.approx(share, rel=0.15)


def test_no_page_is_heavy(site: Built) -> None:
    weights = {path: path.stat().st_size for path in site.folder.rglob("*.html")}
    assert len(weights) > ARTICLES + ENTITIES + TOPICS
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("articles/", ""),
        ("entities/entity-0/", "{entity}"),
        ("topics/topic-0/", "common word"),
        ("topics/topic-7/", "word7 "),
    ],
)
def test_every_article_is_on_some_page_of_its_lists(
    site: Built, publication: Path, place: str, word: str
) -> None:
    names = "".join(p.read_text() for p in publication.glob("dossiers/entities/*.yml"))
    named = json.loads(re.findall(r"entity-0:\n  name: (.*)\n", names)[0])
    wanted = {
        address for address, text in texts(publication).items() if word.format(entity=named) in text
    }
    assert wanted
    found = listed(site, place, place.removesuffix("/"))
    assert wanted <= found.keys()
