"""Coastlines and borders, cut to a part of the earth, as SVG paths.

The lines are Natural Earth's at 1:50 million (public domain), on a grid of a twentieth of a
degree; `tools/coastlines.py` made the file. The projection is equirectangular, true to scale at
the middle of the map (Snyder, Map projections: a working manual, 1987, p. 90).
"""

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True)
class Frame:
    """The part of the earth that a map shows, in degrees, and the map's width in units."""

    west: float
    south: float
    east: float
    north: float
    width: int

    @property
    def height(self) -> int:
        """The map's height in units."""
        return round((self.north - self.south) * self._scale)

    @property
    def _scale(self) -> float:
        """Units to a degree of latitude."""
        middle = math.radians((self.south + self.north) / 2)
        return self.width / ((self.east - self.west) * math.cos(middle))

    def place(self, point: Point) -> tuple[int, int]:
        """Return where a point lies on the map, in whole units from its upper left corner."""
        x = (point[0] - self.west) * self.width / (self.east - self.west)
        return round(x), round((self.north - point[1]) * self._scale)

    def holds(self, point: Point) -> bool:
        """Say whether the map reaches a point."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


def land(frame: Frame) -> str:
    """Return the land of a map as one closed path."""
    rings = (_clipped(ring, frame) for ring in _lines("land"))
    return "".join(_path(ring, frame, closed=True) for ring in rings if len(ring) > 2)


def borders(frame: Frame) -> str:
    """Return the borders between countries as one open path."""
    return "".join(
        _path(piece, frame, closed=False)
        for line in _lines("borders")
        for piece in _pieces(line, frame)
    )


@cache
def _lines(name: str) -> tuple[tuple[Point, ...], ...]:
    file = resources.files("dossierpress.site.assets").joinpath("land.json")
    data = json.loads(file.read_text("utf-8"))
    return tuple(_points(line, data["grid"]) for line in data[name])


def _points(steps: Sequence[int], grid: int) -> tuple[Point, ...]:
    x = y = 0
    found = []
    for place in range(0, len(steps), 2):
        x, y = x + steps[place], y + steps[place + 1]
        found.append((x / grid, y / grid))
    return tuple(found)


def _clipped(ring: Sequence[Point], frame: Frame) -> Sequence[Point]:
    """Cut a ring to the map (Sutherland and Hodgman, Reentrant polygon clipping, 1974)."""
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    if max(longitudes) < frame.west or min(longitudes) > frame.east:
        return ()
    if max(latitudes) < frame.south or min(latitudes) > frame.north:
        return ()
    edges = ((0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1), (1, frame.north, -1))
    for axis, limit, sign in edges:
        ring = _cut(ring, axis, limit, sign)
    return ring


def _cut(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was_in, is_in = ((p[axis] - limit) * sign >= 0 for p in (before, point))
        if was_in != is_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            found.append((limit, across) if axis == 0 else (across, limit))
        if is_in:
            found.append(point)
    return found


def _pieces(line: Sequence[Point], frame: Frame) -> Iterator[list[Point]]:
    """Yield the parts of a line that the map reaches, each with one point beyond either end."""
    piece: list[Point] = []
    for before, point in itertools.pairwise(line):
        if frame.holds(before) or frame.holds(point):
            piece = piece or [before]
            piece.append(point)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _path(points: Sequence[Point], frame: Frame, *, closed: bool) -> str:
    """Return a line in whole units, as steps; points that fall together are one."""
    x, y = frame.place(points[0])
    words = [f"M{x} {y}"]
    for point in points[1:]:
        next_x, next_y = frame.place(point)
        if (next_x, next_y) != (x, y):
            words.append(f"l{next_x - x} {next_y - y}")
            x, y = next_x, next_y
    if len(words) == 1:
        return ""
    return "".join(words) + ("z" if closed else "")
