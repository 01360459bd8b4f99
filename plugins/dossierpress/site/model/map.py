"""What the template of the map sees."""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.model.parts import Counted, Link


@dataclass(frozen=True)
class Marker:
    """A place on the map; the label is "" where it would cover another.

    Attributes:
        x: in units of the drawing; `y` likewise, downwards.
        anchor: the end of the label that touches the marker: `start`, `middle` or `end`.
    """

    link: Link
    count: int
    x: int
    y: int
    radius: int
    label: str
    label_x: int
    label_y: int
    anchor: str


@dataclass(frozen=True)
class Drawing:
    """The map itself: land and borders as SVG paths in a box of `width` by `height`."""

    width: int
    height: int
    land: str
    borders: str
    markers: tuple[Marker, ...]


@dataclass(frozen=True)
class Spot:
    """A place as a row of the table; `is_drawn` says whether the map reaches it."""

    link: Link
    kind: Kind
    position: str
    count: int
    is_drawn: bool


@dataclass(frozen=True)
class MapPage:
    """The places and facilities that articles name.

    Attributes:
        drawing: None where no place has coordinates.
        spots: those with coordinates, the most named first; `more` are not listed.
        unplaced: those without coordinates.
    """

    title: str
    drawing: Drawing | None
    spots: tuple[Spot, ...]
    more: int
    unplaced: tuple[Counted, ...]
    crumbs: tuple[Link, ...] = ()
