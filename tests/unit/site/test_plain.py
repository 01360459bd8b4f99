import pytest

from dossierpress.site.plain import plain, shorten


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Iran** and *Iraq* and __both__", "Iran and Iraq and both"),
        ("[the Pentagon](https://a.test/x_(y) 'title') said", "the Pentagon said"),
        ("![a map](m.png) and [text][ref] and note[^1]", "a map and text and note"),
        ("> - quoted item", "quoted item"),
        ("## Heading {#id}", "Heading"),
        ("`code` &amp; <b>tag</b> \\*star\\*", "code & tag *star*"),
        ("\\[click](javascript:alert(3)) now", "[click](javascript:alert(3)) now"),
        ("\\[click\\](javascript:alert(3))", "[click](javascript:alert(3))"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("two\n  lines", "two lines"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_markdown_becomes_its_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("one two, three", 9) == "one two …"
    assert shorten("short", 9) == "short"
