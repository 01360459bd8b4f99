"""`dossier topics`."""

import json
from pathlib import Path

from harness.command import Run
from harness.layout import lay_out


def test_json_gives_an_object_an_assignment_with_its_evidence(run: Run, desk: Path) -> None:
    result = run("-C", desk, "topics", "--json")

    assert (result.returncode, result.stderr) == (0, "")
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record == {
        "topic": "tankers",
        "dossier": "gulf",
        "article": "2019-06-13-tankers",
        "strength": "primary",
        "decided_by": "rule",
        "evidence": [
            {"field": "title", "start": 0, "end": 16, "text": "Two tankers burn"},
            {"field": "body", "start": 0, "end": 28, "text": "In Tehran, a tanker of Iran."},
        ],
    }


def test_each_topic_is_shown_with_its_articles_and_their_sentences(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/topics/war.md": "---\ntitle: War\nrule: {any: [term:war]}\n---\n"})

    result = run("-C", desk, "topics")

    assert result.stdout.splitlines() == [
        "tankers  Tankers: 1 article",
        "  primary  gulf/2019-06-13-tankers  Two tankers burn",
        "      title: Two tankers burn",
        "      body: In Tehran, a tanker of Iran.",
        "war  War: 0 articles",
    ]


def test_a_curators_word_is_marked(run: Run, desk: Path) -> None:
    override = "---\ntitle: news\ntopics: {tankers: secondary}\n---\n"
    lay_out(desk, {"dossiers/gulf/articles/other.md": override})

    assert "  secondary by the curator  gulf/other  news" in run("-C", desk, "topics").stdout


def test_a_rule_may_name_a_merged_entity_and_a_text_its_alias(run: Run, desk: Path) -> None:
    registry = (
        "persia:\n  {name: Persia, kind: place, aliases: [Sublime State], replaced_by: iran-2}\n"
        "iran-2: {name: Islamic Republic, kind: place, replaced_by: iran}\n"
    )
    rule = "---\ntitle: {}\nrule: {{any: ['entity:{}']}}\n---\n"
    lay_out(
        desk,
        {
            "dossiers/entities/old.yml": registry,
            "dossiers/gulf/articles/old.md": "---\ntitle: news\n---\nIn the Sublime State.\n",
            "dossiers/topics/former.md": rule.format("Former", "persia"),
            "dossiers/topics/now.md": rule.format("Now", "iran"),
        },
    )

    assert run("-C", desk, "check").returncode == 0
    result = run("-C", desk, "topics", "--json")

    found = [json.loads(line) for line in result.stdout.splitlines()]
    articles = {
        topic: {record["article"] for record in found if record["topic"] == topic}
        for topic in ("former", "now")
    }
    assert articles["former"] == articles["now"]
    assert "old" in articles["former"]
