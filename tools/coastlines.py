"""Writes the package's coastlines and borders, out of the npm package `world-atlas`.

    python tools/coastlines.py

`world-atlas` carries Natural Earth (public domain) at 1:50 million as TopoJSON. Of it are kept the
lines, on a grid of 0.05 degrees: those of the coast and those between two countries, and the rings
of the land for its colour. Run it to take a newer version; the result is committed.
"""

import itertools
import json
import subprocess
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

VERSION = "2.0.2"
TARGET = Path(__file__).parent.parent / "plugins/dossierpress/site/assets/land.json"
GRID = 20
"""Steps to a degree."""

HALF = 180 * GRID

Point = tuple[int, int]


def main() -> None:
    """Fetch the package by its name, thin the lines, write them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"world-atlas@{VERSION}"], cwd=folder, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as tar:
            member = tar.extractfile("package/countries-50m.json")
            if member is None:
                raise SystemExit("the package has no countries-50m.json")
            topology = json.load(member)
    arcs = [thinned(arc) for arc in decoded(topology)]
    used = Counter(
        number if number >= 0 else ~number
        for country in topology["objects"]["countries"]["geometries"]
        for number in numbers(country.get("arcs", ()))
    )
    shared = [arcs[number] for number, times in sorted(used.items()) if times > 1]
    borders = [arc for arc in shared if max(map(abs, steps(arc))) < HALF]
    land = [
        whole
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in polygons(geometry)
        for part in polygon
        for whole in unwrapped(ring(part, arcs))
    ]
    data = {
        "source": f"Natural Earth, public domain, 1:50 million; npm world-atlas {VERSION}",
        "grid": GRID,
        "land": [deltas(points) for points in land if len(points) > 3],
        "borders": [deltas(points) for points in borders if len(points) > 1],
    }
    TARGET.write_text(json.dumps(data, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


def decoded(topology: dict) -> list[list[Point]]:
    """Return the arcs of a TopoJSON as points of the grid."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            longitude, latitude = x * scale[0] + translate[0], y * scale[1] + translate[1]
            points.append((round(longitude * GRID), round(latitude * GRID)))
        found.append(points)
    return found


def thinned(points: list[Point]) -> list[Point]:
    """Leave out points that repeat, and those in the middle of a straight line; keep both ends."""
    kept = points[:1]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        if point == kept[-1]:
            continue
        ax, ay = point[0] - kept[-1][0], point[1] - kept[-1][1]
        bx, by = after[0] - point[0], after[1] - point[1]
        if ax * by != ay * bx or before == after:
            kept.append(point)
    return [*kept, points[-1]] if len(points) > 1 else kept


def numbers(arcs: list) -> list[int]:
    """Return the numbers of the arcs of a geometry, however deep they are nested."""
    return [n for part in arcs for n in (numbers(part) if isinstance(part, list) else [part])]


def polygons(geometry: dict) -> list:
    """Return the polygons of a geometry, each a list of rings, each a list of numbers of arcs."""
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def ring(part: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join the arcs of a ring; a negative number is an arc that runs backwards."""
    points: list[Point] = []
    for number in part:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points


def steps(points: list[Point]) -> list[int]:
    """Return how far each point lies east of the one before."""
    return [after[0] - before[0] for before, after in itertools.pairwise(points)]


def unwrapped(points: list[Point]) -> list[list[Point]]:
    """Return a ring that runs over the 180th meridian as it lies on either side of the map.

    The package joins what Natural Earth cuts there, so that such a ring jumps from one side to the
    other. A ring around a pole is closed over that pole.
    """
    turn, x = 0, points[0][0]
    found = [points[0]]
    for step, point in zip(steps(points), points[1:], strict=True):
        turn -= 2 * HALF * (step > HALF) - 2 * HALF * (step < -HALF)
        found.append((point[0] + turn, point[1]))
    if turn:
        pole = 90 * GRID * (1 if points[0][1] > 0 else -1)
        found += [(found[-1][0], pole), (x, pole)]
    copies = [found]
    if max(p[0] for p in found) > HALF:
        copies.append([(p[0] - 2 * HALF, p[1]) for p in found])
    if min(p[0] for p in found) < -HALF:
        copies.append([(p[0] + 2 * HALF, p[1]) for p in found])
    return copies


def deltas(points: list[Point]) -> list[int]:
    """Return a line as its first point and the steps from point to point, in one list."""
    found, before = [], (0, 0)
    for point in points:
        found += [point[0] - before[0], point[1] - before[1]]
        before = point
    return found


if __name__ == "__main__":
    main()
