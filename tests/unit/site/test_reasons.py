from dossierpress.language.words import ENGLISH
from dossierpress.model import Mention
from dossierpress.site.model import Reason
from dossierpress.site.quotes import Texts
from dossierpress.site.reasons import abstentions, shown_reasons
from harness.making import article, mention

ONE = article(body="Iran and the Iranian fleet.")


def reasons(*mentions: Mention) -> tuple[Reason, ...]:
    return shown_reasons(ENGLISH, Texts(ONE), mentions)


def test_a_name_that_is_an_alias_needs_no_rule() -> None:
    found = reasons(mention(ONE, "Iran", evidence='the alias "Iran"'))
    assert found == (Reason("Iran", "", "by its alias"),)


def test_a_name_that_only_comes_from_an_alias_quotes_it() -> None:
    found = reasons(mention(ONE, "Iranian fleet", evidence='the alias "Iranian"'))
    assert found == (Reason("Iranian fleet", "", 'by the alias "Iranian"'),)


def test_every_other_reason_names_its_rule() -> None:
    found = reasons(mention(ONE, "Iran", rule="shared-alias", evidence="the registry's default"))
    assert found == (Reason("Iran", "shared-alias", "the registry's default"),)


def test_a_word_without_the_capitals_of_an_alias_is_no_abstention_to_report() -> None:
    unlinked = [mention(ONE, "Iran", entity=None, rule=rule) for rule in ("case", "not-text")]
    assert [reason.rule for reason in abstentions(ENGLISH, Texts(ONE), unlinked)] == ["not-text"]
