"""What a page links to, offers and asks for is read from its tags and from nothing else."""

import pytest

from dossierpress.building.markup import read_markup


def test_links_anchors_and_requests_are_told_apart() -> None:
    markup = read_markup(
        '<link rel="stylesheet" href="a.css"><link rel=canonical href="https://x.test/">'
        '<h2 id="one">One</h2><a name=two></a><a class="x" href="p/?a=1&amp;b=2">p</a>'
        '<img src="i.png" srcset="i2.png 2x, i3.png 3x"><script src=s.js></script>'
    )
    assert markup.links == ("https://x.test/", "p/?a=1&b=2")
    assert markup.anchors == {"one", "two"}
    assert markup.fetched == ("a.css", "i.png", "i2.png", "i3.png", "s.js")


@pytest.mark.parametrize(
    "html",
    [
        'He wrote href="nowhere" on the wall',
        '<!-- <a href="nowhere">x</a> -->',
        "<script>let x = '<a href=\"nowhere\">'</script>",
        '<textarea><a href="nowhere"></textarea>',
        "<p title='<a href=\"nowhere\">'>x</p>",
    ],
)
def test_what_only_looks_like_a_link_is_none(html: str) -> None:
    assert read_markup(html).links == ()


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://x.test/"></iframe>',
        "<style>@import 'https://x.test/';</style>",
        "<style>a{background:url( https://x.test/ )}</style>",
        '<p style="background:url(https://x.test/)">x</p>',
        '<meta http-equiv="refresh" content="0; url=https://x.test/">',
        '<link rel="shortcut icon" href="https://x.test/">',
        '<object data="https://x.test/"></object>',
        '<svg><image href="https://x.test/"/></svg>',
    ],
)
def test_every_way_to_ask_for_something_is_known(html: str) -> None:
    assert read_markup(html).fetched == ("https://x.test/",)
