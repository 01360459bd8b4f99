"""Evidence in the language of the interface: every sentence of the rules has a form."""

from pathlib import Path

from dossierpress.clusters.stories import find_clusters
from dossierpress.language.read import read_words
from dossierpress.publication import read_publication
from dossierpress.site.evidence import form_of, said


def test_all_evidence_of_a_publication_has_a_form(repository: Path) -> None:
    of = read_publication(repository)
    found = {mention.evidence for mentions in of.mentions.values() for mention in mentions}
    found |= {
        text
        for cluster in find_clusters(of.library).clusters
        if cluster.origin
        for text in cluster.origin.evidence
    }
    assert len(found) > 100
    assert [text for text in sorted(found) if form_of(text) is None] == []


def test_evidence_is_said_in_arabic_with_the_words_that_it_quotes(tmp_path: Path) -> None:
    words, _ = read_words("ar", tmp_path, "words")
    assert said(words, 'it touches "Henderson"') == "يلاصق «Henderson»"
    supported = 'the alias "KH", supported by needs: militia, Iraq'
    assert said(words, supported) == "الاسم «KH» مؤيدًا بحقل needs: militia, Iraq"
    assert said(words, "something new") == "something new"
