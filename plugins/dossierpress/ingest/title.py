"""Which line of a story's head is its headline."""

from dossierpress.ingest.headers import read_header
from dossierpress.ingest.headline import headline_key, is_section, is_short
from dossierpress.ingest.kinds import HEADING, TEXT, Kind, Part


def find_title(head: tuple[Part, ...]) -> tuple[int, str] | None:
    """Return the position and the words of the headline; None where no line can be one."""
    for index, part in enumerate(head):
        header = read_header(part.text) if part.kind is Kind.HEADER else None
        if header is not None and header.key == "title":
            return index, header.value
    for index, part in enumerate(head):
        if part.kind is Kind.HEADING:
            return index, HEADING.sub("", part.text, count=1).strip(" #")
    keys = [headline_key(part.text) for part in head]
    texts = [index for index, part in enumerate(head) if part.kind in TEXT]
    for index in texts:
        if keys[index] and keys[index] in keys[index + 1 :] and not is_short(head[index].text):
            return index, head[index].text
    headlines = [index for index in texts if head[index].kind is Kind.HEADLINE] or texts
    for index in headlines:
        if not is_section(head[index].text) or index == headlines[-1]:
            return index, head[index].text
    return None
