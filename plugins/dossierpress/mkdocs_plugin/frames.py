"""The theme's frame around our pages, rendered once for each place in the site.

What the theme puts around a page of ours depends on how deep the page lies, on which entry of the
navigation is current, and on a few texts of the page's own. So the frame is rendered with marks in
place of these texts, and kept; each further page of the same place is the frame with its own texts.

A frame is trusted only after it has given, for two pages, what the theme itself gives; where it
does not, because a template looks at something else of a page, the theme is asked for every page.
A publication with theme files of its own (`custom_dir`) gets the theme in full at once.

A quarter of a frame is white space of the theme's templates; it is taken out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig

from dossierpress.mkdocs_plugin.host_page import DossierPage

_TRIALS = 2
_HEADING = "<h1"  # the theme adds a heading to a content that has none
_MARK = re.compile(f"dp\ue100([a-z]+)(?:{_HEADING})?\ue101")

_VERBATIM = re.compile(
    r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.DOTALL
)
_GAP = re.compile(r"[ \t]*\n\s*")


@dataclass
class Frame:
    """The parts of a rendered page around its own texts.

    Attributes:
        parts: texts and names of marks in turn; a text first and last.
        trials: how many pages it gave exactly as the theme gives them.
        refuted: whether it once gave another page than the theme.
    """

    parts: list[str]
    trials: int = 0
    refuted: bool = False

    @cached_property
    def lean(self) -> "Frame":
        """The same without the white space that no reader sees."""
        return Frame([part if odd % 2 else squeeze(part) for odd, part in enumerate(self.parts)])

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with these texts."""
        return "".join(
            values[part] if number % 2 else part for number, part in enumerate(self.parts)
        )


class FramedTemplate(Template):
    """A template of the theme that answers from the frames of its environment."""

    frames: ClassVar[dict[object, Frame]] = {}

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page, from a frame where that is known to be the same."""
        context = args[0] if args and isinstance(args[0], Mapping) else kwargs
        page = context.get("page")
        if self.name != "main.html" or not isinstance(page, DossierPage):
            return super().render(*args, **kwargs)
        key = _place(page, context)
        frame = self.frames.get(key)
        if frame is None:
            marked = super().render({**context, "page": _marked(page)})
            frame = self.frames[key] = Frame(_MARK.split(marked))
        if frame.trials < _TRIALS:
            rendered = super().render(context)
            frame.refuted = frame.refuted or rendered != frame.fill(_texts(page))
            if frame.refuted:
                return rendered
            frame.trials += 1
        return frame.lean.fill(_texts(page))


def squeeze(html: str) -> str:
    """Return markup with each run of white space that has a line break in it as one line break.

    Scripts, styles and preformatted text stay as they are.
    """
    pieces = _VERBATIM.split(html)
    return "".join(piece if odd % 2 else _GAP.sub("\n", piece) for odd, piece in enumerate(pieces))


def keep_frames(templates: Environment, config: MkDocsConfig) -> None:
    """Have the theme's environment keep its frames for the time of a build."""
    if config.theme.custom_dir is None:
        templates.template_class = type("Framed", (FramedTemplate,), {"frames": {}})
        if templates.cache is not None:
            templates.cache.clear()


def _texts(page: DossierPage) -> dict[str, str]:
    """Return what each mark stands for."""
    return {
        "title": page.meta["title"],
        "description": page.meta["description"],
        "canonical": page.canonical_url or "",
        "head": page.meta["dossier_head"],
        "content": page.content or "",
    }


def _place(page: DossierPage, context: Mapping[str, Any]) -> object:
    """Return what the frame of a page depends on."""
    # No template of the theme asks for `search`; its weights alone would make a hundred places.
    own = ("title", "description", "dossier_head", "search")
    shown = {name: value for name, value in page.meta.items() if name not in own}
    return (
        context["base_url"],
        id(page.parent),
        repr(sorted(shown.items())),
        bool(page.meta["description"]),
        page.canonical_url is None,
        _HEADING in (page.content or ""),
    )


def _marked(page: DossierPage) -> DossierPage:
    """Return the page with marks in place of its own texts."""
    marked = DossierPage.__new__(DossierPage)
    marked.__dict__.update(page.__dict__)
    marked.meta = {
        **page.meta,
        "title": _mark("title"),
        "description": _mark("description"),
        "dossier_head": _mark("head"),
    }
    heading = _HEADING if _HEADING in (page.content or "") else ""
    marked.content = _mark(f"content{heading}")
    marked.canonical_url = page.canonical_url and _mark("canonical")
    return marked


def _mark(name: str) -> str:
    return f"dp\ue100{name}\ue101"
