"""What other people's readers make of our citations: the same words."""

import bibtexparser
import rispy
from bibtexparser import middlewares
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.citation.bibtex import bibtex
from dossierpress.citation.reference import Reference
from dossierpress.citation.ris import ris

WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x7FF, exclude_categories=["C", "Z"])
    | st.sampled_from("{}$&#%_^~\\ \"'@=,"),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() and any(letter.isalnum() for letter in text))


@given(WORDS, st.lists(WORDS, max_size=3))
def test_ris_is_read_back(title: str, names: list[str]) -> None:
    read = rispy.loads(ris(Reference("k", "article-newspaper", title, tuple(names))))
    assert len(read) == 1
    assert read[0]["title"] == " ".join(title.split())
    assert read[0].get("authors", []) == [" ".join(name.split()) for name in names]


@given(WORDS, st.lists(WORDS, max_size=3))
def test_bibtex_is_one_entry_with_balanced_braces(title: str, names: list[str]) -> None:
    text = bibtex(Reference("k", "article-newspaper", title, tuple(names)))
    read = bibtexparser.parse_string(text, append_middleware=[middlewares.SeparateCoAuthors()])
    assert not read.failed_blocks
    (entry,) = read.entries
    assert len(entry.get("author").value if names else []) == len(names)
    assert set(entry.fields_dict) == {"title", *(["author"] if names else [])}
