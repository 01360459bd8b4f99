"""The pages that are written by hand, as documents of our search."""

from collections.abc import Iterator
from urllib.parse import unquote

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from dossierpress.search.document import Document
from dossierpress.search.written import written_page


def written_documents(files: Files) -> Iterator[Document]:
    """Yield the hand-written pages, but none whose front matter says `search: {exclude: true}`."""
    for file in files.documentation_pages():
        text, meta = get_data(file.content_string)
        search = meta.get("search")
        if isinstance(search, dict) and search.get("exclude"):
            continue
        yield from written_page(str(meta.get("title") or ""), text, unquote(file.url))


def leave_to_us(page: Page) -> None:
    """Keep a page out of the index that the theme's own search makes."""
    page.meta["search"] = {"exclude": True}
