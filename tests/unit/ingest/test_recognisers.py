"""What single lines say: bylines, datelines, captions, labels, addresses."""

import pytest

from dossierpress.ingest.byline import read_byline
from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.dateline import read_dateline
from dossierpress.ingest.kinds import Kind, classify
from dossierpress.ingest.links import bare_url, url_key


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("By Jane Doe", ("Jane Doe",), None),
        ("By Jane Doe in Baghdad", ("Jane Doe",), None),
        ("By JANE DOE AND JOHN ROE", ("Jane Doe", "John Roe"), None),
        ("By Jane van der Doe & J. R. Roe", ("Jane van der Doe", "J. R. Roe"), None),
        ("By Ali al-Doe, Jane Roe", ("Ali al-Doe", "Jane Roe"), None),
        ("By Jane Doe for The Gazette", ("Jane Doe",), None),
        ("By Jane Doe, Staff Writer", ("Jane Doe",), None),
        ("By Reuters", (), "Reuters"),
        ("By Jane Doe, AFP", ("Jane Doe",), "AFP"),
        ("By our correspondent", (), None),
    ],
)  # fmt: skip
def test_a_byline_names_people_and_services(
    line: str, authors: tuple[str, ...], agency: str | None
) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert (byline.authors, byline.agency) == (authors, agency)


@pytest.mark.parametrize(
    "line",
    [
        "By 5 December the tankers had left", "By Updated 3 hours ago", "By the way",
        "By Wednesday the port was open.", "by Jane Doe", "Bypass opens in Basra", "By J4ne D0e",
    ],
)  # fmt: skip
def test_a_string_with_digits_or_a_stamp_is_no_author(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("LONDON: A ship left.", "London", None),
        ("ABU DHABI: A ship left.", "Abu Dhabi", None),
        ("WASHINGTON: “A ship left.”", "Washington", None),
        ("BAGHDAD (Reuters) - A ship left.", "Baghdad", "Reuters"),
        ("BAGHDAD, Iraq (AP) — A ship left.", "Baghdad, Iraq", "AP"),
        ("WASHINGTON, Dec 5 — A ship left.", "Washington", None),
        ("WASHINGTON, Dec. 5, 2019 (AFP) -- A ship left.", "Washington", "AFP"),
        ("Baghdad, Dec 5 (Xinhua) -- A ship left.", "Baghdad", "Xinhua"),
        ("(Reuters) - A ship left.", None, "Reuters"),
        ("بغداد (رويترز) - غادرت سفينة.", "بغداد", "رويترز"),
    ],
)
def test_a_dateline_is_taken_off(text: str, place: str | None, agency: str | None) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)
    assert dateline.rest[:1] in "A“غ"


@pytest.mark.parametrize(
    "text",
    [
        "EXPLAINER: A ship left.", "UPDATE: A ship left.", "NATO: A ship left.", "US: A ship left.",
        "London: A ship left.", "BAGHDAD-based groups left.", "A: The ship left.", "IRAN: A ship.",
        "LONDON: BRIDGE CLOSED", "UPDATE (Reuters) - A ship left.",
    ],
)  # fmt: skip
def test_other_words_before_a_colon_or_dash_are_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A ship at anchor. (AFP/File photo)", "A ship at anchor.", "AFP/File photo"),
        ("A ship at anchor (Photo: Jane Doe)", "A ship at anchor", "Photo: Jane Doe"),
        ("A ship at anchor. [File: Reuters]", "A ship at anchor.", "File: Reuters"),
        ("FILE PHOTO: A ship. REUTERS/Jane Doe", "A ship.", "REUTERS/Jane Doe"),
        ("A ship at anchor | Photo: AP", "A ship at anchor", "AP"),
        ("A ship at anchor. Photo by Jane Doe", "A ship at anchor.", "Jane Doe"),
    ],
)
def test_a_caption_gives_its_credit_to_the_picture(line: str, caption: str, credit: str) -> None:
    found = read_caption(line)
    assert found is not None
    assert (found.text, found.credit, found.sure) == (caption, credit, True)


def test_an_agency_in_brackets_alone_is_no_sure_caption() -> None:
    found = read_caption("The ship left on Friday. (AFP)")
    assert found is not None
    assert not found.sure
    assert read_caption("The ship (a tanker) left on Friday (or so).") is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("---", Kind.RULE), ("* * *", Kind.RULE), ("=====", Kind.RULE), ("###", Kind.RULE),
        ("...", Kind.PROSE), ("-ENDS-", Kind.END), ("Ends", Kind.END), ("-30-", Kind.END),
        ("Share this article", Kind.NOISE), ("Share prices fall in Dubai", Kind.HEADLINE),
        ("Related: Ships leave", Kind.NOISE), ("Related attacks trouble Basra", Kind.HEADLINE),
        ("https://example.org/a", Kind.URL), ("See https://example.org/a", Kind.HEADLINE),
        ("Title: A ship left", Kind.HEADER), ("• A ship left", Kind.BULLET),
        ("# A ship left", Kind.HEADING), ("# A ship left the port.", Kind.PROSE),
        ("Is the strait open?", Kind.HEADLINE), ("“It is open,” he said.", Kind.PROSE),
        ("Talks open in the U.S.", Kind.HEADLINE), ("Reuters", Kind.SIGNATURE),
    ],
)  # fmt: skip
def test_a_line_is_known_by_its_words(line: str, kind: Kind) -> None:
    assert classify(line) is kind


@pytest.mark.parametrize("line", ["http://[", "https://", "www.", "ftp://example.org", "a b"])
def test_what_is_no_address_is_no_url(line: str) -> None:
    assert bare_url(line) is None


def test_addresses_of_one_page_have_one_key() -> None:
    same = (
        "https://www.example.org/a/?utm_source=x&id=1",
        "http://example.org/a?id=1#top",
        "https://EXAMPLE.org/a/?fbclid=2&id=1",
    )
    assert len({url_key(url) for url in same}) == 1
    assert url_key("https://example.org/a?id=2") != url_key(same[0])
