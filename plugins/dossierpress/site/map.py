"""The map of the places and facilities that articles name."""

import math
from collections.abc import Sequence
from functools import partial

from dossierpress.model import Entity, Kind
from dossierpress.site import addresses
from dossierpress.site.facts import position
from dossierpress.site.index import Index
from dossierpress.site.labels import Label, Labels
from dossierpress.site.land import Frame, Point, borders, land
from dossierpress.site.listing import listing
from dossierpress.site.model import Counted, Drawing, MapPage, Marker, Page, Spot
from dossierpress.site.order import sort_key
from dossierpress.site.plain import shorten

LISTED = 400
_WIDTH = 960
_CORE = 0.85
"""The map is cut to where this share of the places lies, so that one far place does not make
everything else a dot; what lies outside stands in the table."""
_LEAST = 3.0
"""The least degrees that a map shows either way."""
_TALLEST, _FLATTEST = 0.8, 0.45
_LABEL = 28


def map_page(index: Index) -> Page:
    """Return the page of the map."""
    return listing(index.words, addresses.MAP, "map", partial(_context, index))


def _context(index: Index) -> MapPage:
    named = [
        (entity, len(index.namings[entity.id]))
        for entity in index.entities.values()
        if entity.kind in (Kind.PLACE, Kind.FACILITY) and entity.id in index.namings
    ]
    named.sort(key=lambda item: (-item[1], sort_key(item[0].name), item[0].id))
    placed = [(entity, count) for entity, count in named if entity.location]
    frame = _frame(placed)
    return MapPage(
        title=index.words.gettext("Map"),
        drawing=_drawing(index, placed, frame) if frame else None,
        spots=tuple(
            Spot(
                index.links.entity(entity),
                entity.kind,
                position(index.words, entity.location) if entity.location else "",
                count,
                frame is not None and frame.holds(_point(entity)),
            )
            for entity, count in placed[:LISTED]
        ),
        more=max(0, len(placed) - LISTED),
        unplaced=tuple(
            Counted(index.links.entity(entity), count)
            for entity, count in named
            if not entity.location
        )[:LISTED],
    )


def _point(entity: Entity) -> Point:
    assert entity.location is not None  # noqa: S101  # only such entities come here
    return entity.location.longitude, entity.location.latitude


def _frame(placed: Sequence[tuple[Entity, int]]) -> Frame | None:
    """Return the part of the earth that is drawn, with a margin around it."""
    if not placed:
        return None
    west, east = _core([_point(entity)[0] for entity, _ in placed])
    south, north = _core([_point(entity)[1] for entity, _ in placed])
    wide, high = max(_LEAST, east - west) * 1.25, max(_LEAST, north - south) * 1.25
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    shrink = math.cos(math.radians(middle_y))
    high = max(high, wide * shrink * _FLATTEST)
    wide = max(wide, high / shrink / _TALLEST)
    return Frame(
        max(-180.0, middle_x - wide / 2),
        max(-85.0, middle_y - high / 2),
        min(180.0, middle_x + wide / 2),
        min(85.0, middle_y + high / 2),
        _WIDTH,
    )


def _core(values: Sequence[float]) -> tuple[float, float]:
    """Return the shortest span that holds the core of some values."""
    ordered = sorted(values)
    wanted = math.ceil(_CORE * len(ordered))
    spans = zip(ordered, ordered[wanted - 1 :], strict=False)
    return min(spans, key=lambda span: (span[1] - span[0], span))


def _drawing(index: Index, placed: Sequence[tuple[Entity, int]], frame: Frame) -> Drawing:
    shown = [(entity, count) for entity, count in placed if frame.holds(_point(entity))]
    most = max((count for _, count in shown), default=1)
    circles = [
        (*frame.place(_point(entity)), 3 + round(7 * math.sqrt(count / most)))
        for entity, count in shown
    ]
    labels = Labels(frame.width, frame.height, circles)
    markers = []
    for (entity, count), (x, y, radius) in zip(shown, circles, strict=True):
        text = shorten(entity.name, _LABEL)
        label = labels.beside(x, y, radius, text) or Label("", x, y, "start")
        link = index.links.entity(entity)
        markers.append(
            Marker(link, count, x, y, radius, label.text, label.x, label.y, label.anchor)
        )
    return Drawing(frame.width, frame.height, land(frame), borders(frame), tuple(markers))
