"""Catalogues: ours, a publication's own, and those that cannot be used."""

import copy
from pathlib import Path

import pytest

from dossierpress.language.check import faults, is_translated
from dossierpress.language.read import read_words, shipped_messages
from dossierpress.language.words import ENGLISH, Words

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def read(language: str, folder: Path) -> tuple[Words, list[str]]:
    words, problems = read_words(language, folder, "words")
    return words, [f"{problem.path}:{problem.line}: {problem.code}" for problem in problems]


def write(folder: Path, language: str, *messages: tuple[str, str]) -> None:
    texts = "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in messages)
    (folder / f"{language}.po").write_text(HEAD + texts, "utf-8")


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert read("en", tmp_path) == (ENGLISH, [])
    assert read("en-GB", tmp_path) == (ENGLISH, [])
    assert ENGLISH.gettext("Read it at {publisher}", publisher="B") == "Read it at B"


def test_every_string_is_translated_into_arabic_and_its_translation_can_be_used() -> None:
    catalogue = shipped_messages("ar")
    lacking = [message.id for message in catalogue if message.id and not is_translated(message)]
    assert not lacking, "translate them in plugins/dossierpress/language/catalogues/ar.po"
    assert [says for _, says in faults(catalogue)] == []


def test_arabic_counts_in_its_six_ways(tmp_path: Path) -> None:
    words, problems = read("ar", tmp_path)
    assert problems == []
    said = [
        words.ngettext("{number} article", "{number} articles", n) for n in (0, 1, 2, 5, 11, 1100)
    ]
    assert said == ["لا مقالات", "مقال واحد", "مقالان", "5 مقالات", "11 مقالًا", "1,100 مقال"]
    assert (words.direction, words.month(12)) == ("rtl", "ديسمبر")


def test_a_region_takes_the_words_of_its_language(tmp_path: Path) -> None:
    words, problems = read("ar-EG", tmp_path)
    assert (words.gettext("Sources"), words.language, problems) == ("المصادر", "ar-EG", [])


@pytest.mark.parametrize("language", ["de", "not a tag", "x" * 300, "../ar"])
def test_a_language_without_words_is_english_and_said(language: str, tmp_path: Path) -> None:
    assert read(language, tmp_path) == (ENGLISH, ["mkdocs.yml:1: DP630"])


def test_a_publication_overrides_single_strings(tmp_path: Path) -> None:
    write(tmp_path, "en", ("Gaps", "Missing"))
    write(tmp_path, "ar", ("Gaps", "الثغرات"))
    english, none = read("en", tmp_path)
    assert (english.gettext("Gaps"), english.gettext("Map"), none) == ("Missing", "Map", [])
    arabic, none = read("ar", tmp_path)
    assert (arabic.gettext("Gaps"), arabic.gettext("Map"), none) == ("الثغرات", "الخريطة", [])


def test_a_publication_brings_a_language_along_and_hears_what_it_lacks(tmp_path: Path) -> None:
    write(tmp_path, "de", ("Gaps", "Lücken"))
    words, problems = read("de", tmp_path)
    assert (words.gettext("Gaps"), words.gettext("Map")) == ("Lücken", "Map")
    assert (words.month(3), problems) == ("März", ["words/de.po:1: DP631"])


@pytest.mark.parametrize(
    "text",
    [
        "{reader}",
        "{publisher!r}",
        "{publisher.title}",
        "{0}",
        "{publisher:>99999}",
        "{",
        "{publisher",
    ],
)
def test_a_translation_with_other_values_is_left_out(text: str, tmp_path: Path) -> None:
    write(tmp_path, "en", ("Read it at {publisher}", text))
    words, problems = read("en", tmp_path)
    assert words.gettext("Read it at {publisher}", publisher="B") == "Read it at B"
    assert problems == ["words/en.po:5: DP632"]


@pytest.mark.parametrize("content", [b'msgid "a\n', b"\xff\xfe", b"x" * 1_000_001, b"\0\0"])
def test_a_broken_catalogue_is_a_problem(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ar.po").write_bytes(content)
    words, problems = read("ar", tmp_path)
    assert words.gettext("Sources") == "المصادر"
    assert [problem.partition(" ")[2] for problem in problems] == ["DP632"]


def test_the_same_catalogue_gives_the_same_bytes_and_can_be_copied(tmp_path: Path) -> None:
    one, other = read("ar", tmp_path)[0], read("ar", tmp_path)[0]
    assert one.catalogue == other.catalogue
    assert copy.deepcopy(one).gettext("Map") == one.gettext("Map")
