from dataclasses import replace

from dossierpress.language.words import ENGLISH
from dossierpress.model import Atom, Clause, Registry, Scope, Topic, TopicId
from dossierpress.site import rule_words
from harness.making import IRAN


def topic(rule: Clause) -> Topic:
    return Topic(TopicId("t"), "T", "t.md", 1, Scope.PARAGRAPH, rule)


def test_a_rule_is_said_in_plain_words() -> None:
    rule = Clause(
        any=(
            Clause(
                all=(
                    Clause(any=(Atom("entity", "iran", 1), Atom("entity", "gone", 1))),
                    Clause(any=(Atom("term", "tanker", 1), Atom("kind", "vessel", 1))),
                )
            ),
            Atom("term", "convoy", 1),
        ),
        none=(Atom("term", "Mexico", 1),),
    )
    assert rule_words.rule(ENGLISH, topic(rule), Registry((IRAN,)).by_id) == (
        "An article belongs here when one paragraph of it names Iran or gone, together with "
        "“tanker” or any vessel; or “convoy”; but not “Mexico”."
    )


def test_a_rule_says_how_much_of_an_article_it_looks_at() -> None:
    rule = Clause(any=(Atom("entity", "iran", 1),))
    said = {
        scope: rule_words.rule(ENGLISH, replace(topic(rule), scope=scope), Registry((IRAN,)).by_id)
        for scope in Scope
    }
    start = "An article belongs here when"
    assert said == {
        Scope.ARTICLE: f"{start} it names, anywhere in its text, Iran.",
        Scope.PARAGRAPH: f"{start} one paragraph of it names Iran.",
        Scope.SENTENCE: f"{start} one sentence of it names Iran.",
    }
