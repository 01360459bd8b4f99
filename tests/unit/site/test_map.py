"""The map: what it is cut to, its lines, its labels, its table."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.model import Entity, EntityId, Kind, Location
from dossierpress.publication import Publication
from dossierpress.site.labels import Labels
from dossierpress.site.land import Frame, borders, land
from dossierpress.site.model import MapPage
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

GULF = Frame(47.0, 23.0, 60.0, 31.0, 960)


def place(name: str, latitude: float, longitude: float) -> Entity:
    return replace(
        IRAN, id=EntityId(name.lower()), name=name, location=Location(latitude, longitude)
    )


def naming(*entities: Entity) -> Publication:
    items = [article(f"a{n}", body="Iran.") for n in range(len(entities))]
    found = zip(items, entities, strict=True)
    return publication(
        *items,
        mentions=tuple(mention(item, "Iran", entity=entity.id) for item, entity in found),
        entities=entities,
    )


def shown(of: Publication) -> MapPage:
    site = build_site(of, title="Desk", directory_urls=True)
    page = next(page.context for page in site.pages if page.address.name == "map")
    assert isinstance(page, MapPage)
    return page


def test_lines_stay_on_the_map() -> None:
    for path in (land(GULF), borders(GULF)):
        assert len(path) > 200
        for piece in path.split("M")[1:]:
            x, y = map(int, piece.split("l")[0].rstrip("z").split())
            for step in piece.rstrip("z").split("l")[1:]:
                dx, dy = map(int, step.split())
                x, y = x + dx, y + dy
                assert path != land(GULF) or (
                    -1 <= x <= GULF.width + 1 and -1 <= y <= GULF.height + 1
                )


def test_the_sea_is_no_land() -> None:
    ocean = Frame(-30.0, -5.0, -20.0, 5.0, 960)
    assert land(ocean) == ""
    desert = Frame(20.0, 22.0, 24.0, 24.0, 960)
    assert re.fullmatch(r"M\d+ \d+(l-?\d+ -?\d+)+z", land(desert))


def test_a_far_place_is_in_the_table_and_not_on_the_map() -> None:
    near = [place(f"Near{n}", 25 + n / 2, 50 + n / 2) for n in range(8)]
    page = shown(naming(*near, place("Far", 40.0, -74.0)))
    assert page.drawing is not None
    assert {marker.link.text for marker in page.drawing.markers} == {e.name for e in near}
    assert {spot.link.text: spot.is_drawn for spot in page.spots}["Far"] is False
    assert next(s.position for s in page.spots if s.link.text == "Far") == "40° N, 74° W"


def test_a_place_without_coordinates_is_said_to_have_none() -> None:
    page = shown(naming(IRAN))
    assert page.drawing is None
    assert [(item.link.text, item.count) for item in page.unplaced] == [("Iran", 1)]
    person = replace(IRAN, kind=Kind.PERSON, location=Location(1, 1))
    assert shown(naming(person)).spots == ()


POINTS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 300), st.integers(3, 10)), max_size=30
)


@given(POINTS)
def test_no_label_covers_another_or_leaves_the_drawing(points: list[tuple[int, int, int]]) -> None:
    labels = Labels(400, 300, points)
    boxes = []
    for x, y, radius in points:
        label = labels.beside(x, y, radius, "Some name")
        if label:
            wide = 6.6 * len(label.text)
            left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
            boxes.append((left, label.y - 10, left + wide, label.y + 3))
    for number, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= 400
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
