"""The words that the scripts of the search show, in the language of the interface."""

import json

from dossierpress.language.words import Words, mark
from dossierpress.model import Kind, Rights
from dossierpress.site import wording

_WORDS = {
    "results": mark("Results: {number}"),
    "none": mark("Nothing found"),
    "all": mark("All results: {number}"),
    "named": mark("Articles that name it: {number}"),
    "as": mark("matched as {name}"),
    "failed": mark("A part of the index could not be loaded. Trying again …"),
    "folder": mark(
        "A browser does not let a page opened from a folder read the index. Serve the folder, for"
        " example by python -m http.server, and open the address that this prints."
    ),
    "odd": mark("This could not be searched for. Try other words."),
    "long": mark("Only the first words of the query were used."),
    "star": mark("A * that stands alone was left out."),
    "many": mark("Very many words begin so; only some of them were looked for."),
    "help": mark(
        'A name is found in any spelling. Also: "an exact phrase", +must, -not, tank*, hezbolah~1,'
        " title:strait."
    ),
    "names_group": mark("Names, topics and dossiers"),
    "sort": mark("Sort by"),
    "relevance": mark("Relevance"),
    "newest": mark("Newest first"),
    "oldest": mark("Oldest first"),
    "narrow": mark("Narrow the results"),
    "dossier": mark("Dossier"),
    "topic": mark("Topic"),
    "kind": mark("Kind of entity"),
    "entity": mark("Entity"),
    "publisher": mark("Publisher"),
    "language": mark("Language"),
    "year": mark("Year"),
    "rights": mark("Rights"),
    "reliability": mark("Grade"),
    "from": mark("From"),
    "to": mark("To"),
    "time": mark("Articles over time"),
    "without": mark("Remove {name}"),
    "clear": mark("Remove all"),
    "more": mark("Show more results"),
    "csv": mark("Download the list (CSV)"),
    "first": mark("The file holds the first {number} results."),
    "again": mark("Try again"),
    "searching": mark("Searching …"),
    "keep": mark("Keep my searches on this device"),
    "recent": mark("Recent searches"),
    "forget": mark("Forget them"),
}


def script_words(words: Words) -> str:
    """Return the words as JSON, with the names of kinds."""
    kinds = {kind.value: wording.kind(words, kind) for kind in Kind}
    kinds |= {"topic": words.gettext("topic"), "dossier": words.gettext("dossier")}
    said = {name: words.gettext(message) for name, message in _WORDS.items()}
    tiers = {tier.value: wording.rights(words, tier) for tier in Rights}
    content = {**said, "kinds": kinds, "tiers": tiers}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
