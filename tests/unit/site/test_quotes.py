from dossierpress.model import Rights
from dossierpress.site.model import Part, Quote
from dossierpress.site.quotes import Texts
from harness.making import article, mention

BODY = "\nOne thing. **Iran** said that [Iran](https://a.test) agreed. Another.\n"


def test_a_sentence_is_quoted_once_with_each_name_in_it_apart() -> None:
    one = article(body=BODY)
    first, second = mention(one, "Iran"), mention(one, "Iran]")
    second = second._replace(end=second.end - 1)
    assert Texts(one).quote("body", [first, second]) == (
        Quote(
            "body",
            (
                Part("Iran", named=True),
                Part(" said that "),
                Part("Iran", named=True),
                Part(" agreed."),
            ),
        ),
    )


def test_words_that_rights_keep_back_are_not_quoted() -> None:
    one = article(body=BODY, rights=Rights.METADATA)
    texts = Texts(one)
    assert texts.quote("body", [mention(one, "Iran")]) == ()
    assert texts.passage("body", 1, 11) is None
    assert texts.cut


def test_an_excerpt_is_quoted_as_far_as_it_goes() -> None:
    one = article(body="Iran " + "word " * 60 + "Iran.", rights=Rights.EXCERPT)
    texts = Texts(one)
    assert texts.passage("body", 0, 4) == Quote("body", (Part("Iran"),))
    assert texts.passage("body", 0, len(one.body)) is None
    assert texts.quote("body", [mention(one, "Iran.")]) == ()


def test_a_long_sentence_is_cut_far_from_the_name() -> None:
    one = article(body="word " * 200 + "Iran " + "word " * 200)
    [quote] = Texts(one).quote("body", [mention(one, "Iran")])
    before, name, after = (part.text for part in quote.parts)
    assert name == "Iran"
    assert before.startswith("… word")
    assert after.endswith(" …")
    assert len(before) < 250
