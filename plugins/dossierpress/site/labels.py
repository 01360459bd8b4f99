"""Labels beside points, none of which covers another."""

from collections.abc import Sequence
from typing import NamedTuple

_CHARACTER, _HEIGHT = 6.6, 13
"""The room that a character takes at 12 units, on the wide side."""

Box = tuple[float, float, float, float]


class Label(NamedTuple):
    """A text and where it is anchored, as SVG has it."""

    text: str
    x: int
    y: int
    anchor: str


class Labels:
    """Gives each point the first free place beside it; those that come first choose first."""

    def __init__(self, width: int, height: int, circles: Sequence[tuple[int, int, int]]) -> None:
        """Take the size of the drawing, and the points with their radius, which stay free."""
        self._size = (width, height)
        self._taken: list[Box] = [(x - r, y - r, x + r, y + r) for x, y, r in circles]

    def beside(self, x: int, y: int, radius: int, text: str) -> Label | None:
        """Return a label to the right, to the left, above or below; None where all are taken."""
        gap, wide = radius + 3, _CHARACTER * len(text)
        places = (
            (Label(text, x + gap, y + 4, "start"), x + gap),
            (Label(text, x - gap, y + 4, "end"), x - gap - wide),
            (Label(text, x, y - gap, "middle"), x - wide / 2),
            (Label(text, x, y + gap + 9, "middle"), x - wide / 2),
        )
        for label, left in places:
            box = (left, label.y - _HEIGHT + 3, left + wide, label.y + 3)
            if self._is_free(box):
                self._taken.append(box)
                return label
        return None

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self._size[0] or bottom > self._size[1]:
            return False
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in self._taken
        )
