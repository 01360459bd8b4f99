"""The text of a story as Markdown paragraphs."""

from collections.abc import Iterable

from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.kinds import BULLET, Kind, Part
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.stamps import read_stamps

SCENE_BREAK = "* * *"


def compose_body(parts: Iterable[Part]) -> str:
    """Return paragraphs with a blank line between them; successive bullets are one list."""
    blocks: list[str] = []
    in_list = False
    for part in parts:
        item = _item(part)
        if item is not None and in_list:
            blocks[-1] += f"\n{item}"
        elif item is not None:
            blocks.append(item)
        elif part.kind is Kind.RULE:
            blocks.append(SCENE_BREAK)
        else:
            blocks.append(escape(part.text))
        in_list = item is not None
    return "\n\n".join(blocks)


def without_bullet(text: str) -> str:
    """Return the words of a bullet line."""
    return BULLET.sub("", text, count=1).strip()


def is_body(part: Part) -> bool:
    """Say whether a part that stands between paragraphs is one of them."""
    if part.kind in (Kind.NOISE, Kind.END):
        return False
    if part.kind is Kind.CAPTION:
        caption = read_caption(part.text)
        return caption is None or not caption.sure
    if part.kind is Kind.SIGNATURE:
        return not any(stamp.raw != stamp.date for stamp in read_stamps(part.text, 0))
    return True


def _item(part: Part) -> str | None:
    """A list item; a single line that begins with a dash may be speech, and stays as it is."""
    if part.kind is not Kind.BULLET or part.text[0] in "-–*":
        return None
    return f"- {escape(without_bullet(part.text))}"
