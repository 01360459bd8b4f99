"""A network of entities that are named together, laid out at build time."""

from dataclasses import dataclass

from dossierpress.site.model.parts import Link


@dataclass(frozen=True)
class Node:
    """An entity in a network.

    Attributes:
        label: its name, shortened to what fits.
        x: in units of the drawing; `y` likewise, downwards.
        radius: greater for a greater count.
        anchor: the end of the label that touches the node: `start`, `middle` or `end`.
        count: how many of the articles name it.
    """

    link: Link
    label: str
    x: int
    y: int
    radius: int
    label_x: int
    label_y: int
    anchor: str
    count: int


@dataclass(frozen=True)
class Edge:
    """Two entities that the same articles name; `count` says how many articles."""

    one: Node
    other: Node
    width: int
    count: int


@dataclass(frozen=True)
class Network:
    """Entities and their ties; the edges with the greatest counts first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
