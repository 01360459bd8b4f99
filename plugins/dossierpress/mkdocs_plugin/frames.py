"""The theme's frame around our pages, rendered once for each place in the site.

What the theme puts around a page of ours depends on how deep the page lies, on which entry of the
navigation is current, and on a few texts of the page's own. So the frame is rendered with marks in
place of these texts, and kept; each further page of the same place is the frame with its own texts.

A frame is trusted only after it has given, for two pages, what the theme itself gives; where it
does not, because a template looks at something else of a page, the theme is asked for every page of
the place.
A publication with theme files of its own (`custom_dir`) gets the theme in full at once.

A quarter of a frame is white space of the theme's templates; it is taken out, and an icon that
stands there twice is drawn once.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, ClassVar

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from dossierpress.mkdocs_plugin.drawings import drawn_once
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.site.policy import MARK, policy_for
from dossierpress.site.squeeze import squeeze

TRIALS = 2
"""So many pages have to prove a frame."""
HEADING = "<h1"
"""The theme adds a heading to a content that has none."""
_MARK = re.compile(f"dp\ue100([a-z]+)(?:{HEADING})?\ue101")


@dataclass
class Frame:
    """The parts of a rendered page around its own texts.

    Attributes:
        parts: texts and names of marks in turn; a text first and last.
        trials: how many pages it was held against.
        refuted: whether it once gave another page than the theme.
    """

    parts: list[str]
    trials: int = 0
    refuted: bool = False

    @cached_property
    def lean(self) -> "Frame":
        """The same without what no reader sees, as white space, and with its policy."""
        texts = self.parts[::2]
        policy = policy_for("".join(texts))
        lean = list(self.parts)
        lean[::2] = (squeeze(text).replace(MARK, policy) for text in drawn_once(texts))
        return Frame(lean)

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that it gives to a page."""
        return sha256(repr(self.parts).encode("utf-8", "surrogatepass")).digest()

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page with these texts."""
        return "".join(
            values[part] if number % 2 else part for number, part in enumerate(self.parts)
        )


class FramedTemplate(Template):
    """A template of the theme that answers from the frames of its environment."""

    frames: ClassVar[dict[object, Frame]] = {}
    all_pages: ClassVar[Sequence[File]] = ()
    """All pages of the site, where the host has no hand in some of them."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page, from a frame where that is known to be the same."""
        context = dict(args[0]) if args and isinstance(args[0], Mapping) else kwargs
        page = context.get("page")
        if self.all_pages:
            context["pages"] = self.all_pages
        if self.name != "main.html" or not isinstance(page, DossierPage):
            return super().render(context)
        frame = self.frames.setdefault(_place(page, context["base_url"]), Frame([]))
        if frame.trials < TRIALS and not frame.refuted:
            rendered = super().render(context)
            frame.parts = frame.parts or self._own(page, context).parts
            frame.refuted = rendered != frame.fill(_texts(page))
            frame.trials += 1
        if not frame.refuted:
            return frame.lean.fill(_texts(page))
        # By its own frame, so that a page's bytes do not depend on which came first.
        own, rendered = self._own(page, context), super().render(context)
        return own.lean.fill(_texts(page)) if own.fill(_texts(page)) == rendered else rendered

    def proved(
        self, page: DossierPage, base_url: str, *, heading: bool, described: bool
    ) -> Frame | None:
        """Return the frame of a page's place, where it stands for what the theme gives.

        Args:
            page: a page of ours; its content need not be made yet.
            base_url: the way from it to the site's root.
            heading: whether its content has a heading of the first level.
            described: whether it has a description.
        """
        frame = self.frames.get((*spot(page, base_url), described, heading))
        return frame if frame and frame.trials == TRIALS and not frame.refuted else None

    def _own(self, page: DossierPage, context: Mapping[str, Any]) -> Frame:
        return Frame(_MARK.split(super().render({**context, "page": _marked(page)})))


def keep_frames(templates: Environment, config: MkDocsConfig) -> None:
    """Have the theme's environment keep its frames for the time of a build."""
    if config.theme.custom_dir is None:
        own: dict[str, Any] = {"frames": {}, "all_pages": ()}
        templates.template_class = type("Framed", (FramedTemplate,), own)
        if templates.cache is not None:
            templates.cache.clear()


def _texts(page: DossierPage) -> dict[str, str]:
    """Return what each mark stands for."""
    return {
        "title": page.meta["title"],
        "description": page.meta["description"],
        "canonical": page.canonical_url or "",
        "head": page.meta["dossier_head"],
        "preview": page.meta["dossier_preview"],
        "content": page.content or "",
    }


def _place(page: DossierPage, base_url: str) -> tuple[object, ...]:
    """Return what the frame of a page depends on."""
    described, heading = bool(page.meta["description"]), HEADING in (page.content or "")
    return (*spot(page, base_url), described, heading)


def spot(page: DossierPage, base_url: str) -> tuple[object, ...]:
    """Return what the frame of a page depends on besides its content and its description."""
    # No template of the theme asks for `search`; its weights alone would make a hundred places.
    own = ("title", "description", "dossier_head", "dossier_preview", "search")
    shown = {name: value for name, value in page.meta.items() if name not in own}
    # A page that is an entry of the navigation is marked there, and has neighbours.
    in_nav = page.shown.listing or page.previous_page or page.next_page
    return (
        base_url,
        id(page.parent),
        repr(sorted(shown.items())),
        page.canonical_url is None,
        page.url if in_nav else "",
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
        "dossier_preview": _mark("preview"),
    }
    heading = HEADING if HEADING in (page.content or "") else ""
    marked.content = _mark(f"content{heading}")
    marked.canonical_url = page.canonical_url and _mark("canonical")
    return marked


def _mark(name: str) -> str:
    return f"dp\ue100{name}\ue101"
