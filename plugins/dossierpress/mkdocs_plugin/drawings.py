"""The icons of the theme's frame: each drawn once on a page, however often it is shown."""

import re
from collections.abc import Iterable, Iterator

_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""What an SVG within HTML may leave out."""
_ICON = re.compile(r'<svg(?: xmlns="[^"]*")? viewBox="([^"]*)"><path (d="[^"]*")/></svg>')


def drawn_once(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a frame in turn; an icon that was drawn before refers to that drawing."""
    parts = tuple(parts)
    icons = [icon for part in parts for icon in _ICON.findall(part)]
    numbers = {
        icon: number for number, icon in enumerate(dict.fromkeys(icons), 1) if icons.count(icon) > 1
    }
    drawn: set[tuple[str, ...]] = set()

    def draw(match: re.Match[str]) -> str:
        icon = match.groups()
        if icon not in numbers:
            return match[0]
        box, path = icon
        name = f"dp-icon-{numbers[icon]}"
        if icon in drawn:
            return f'<svg viewBox="{box}"><use href="#{name}"/></svg>'
        drawn.add(icon)
        return f'<svg viewBox="{box}"><path id="{name}" {path}/></svg>'

    for part in parts:
        yield _ICON.sub(draw, part).replace(f"<svg{_NAMESPACE}", "<svg")
