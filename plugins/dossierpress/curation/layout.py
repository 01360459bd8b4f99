"""Where the parts of a registry file stand: lines, as PyYAML's marks give them.

Lines are counted from 0 here. Only layouts that can be edited line by line are described; what
is written otherwise (an entity in braces, a name over several lines) is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from dossierpress.errors import DossierError
from dossierpress.model import EntityId

_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


class EditRefusedError(DossierError):
    """A file is written in a way in which it cannot be changed safely; nothing was changed."""


@dataclass(frozen=True)
class Part:
    """A key and its value: the key's line, and the line after the value's last."""

    key: str
    line: int
    end: int
    node: yaml.Node


@dataclass(frozen=True)
class Block:
    """An entity in a registry file.

    Attributes:
        line: the line of its id.
        end: the line after its last one; comments between two entities belong to neither.
        indent: what stands before its keys.
        parts: its keys, in order.
    """

    id: EntityId
    line: int
    end: int
    indent: str
    parts: tuple[Part, ...]

    def part(self, key: str) -> Part | None:
        """Return the part of a key."""
        return next((part for part in self.parts if part.key == key), None)


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the entities of a registry file in order.

    Raises:
        EditRefusedError: the file has line breaks of several kinds, or is not laid out in blocks.
    """
    if _OTHER_BREAKS.search(text):
        raise EditRefusedError("the file has line breaks that editors do not agree on")
    root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise EditRefusedError("the file is not laid out with an entity id a line")
    lines = text.split("\n")
    starts = [key.start_mark.line for key, _ in root.value] + [len(lines)]
    return tuple(
        _block(key, value, _block_end(lines, start, following))
        for (key, value), start, following in zip(root.value, starts, starts[1:], strict=False)
    )


def find_block(text: str, entity: EntityId) -> Block:
    """Return the block of one entity.

    Raises:
        EditRefusedError: the file does not have it, or not in block form.
    """
    for block in read_blocks(text):
        if block.id == entity:
            if not block.parts:
                raise EditRefusedError(f"{entity} is not laid out with a key a line")
            return block
    raise EditRefusedError(f"{entity} is not in the file")


def _block(key: yaml.Node, value: yaml.Node, end: int) -> Block:
    parts: tuple[Part, ...] = ()
    indent = "  "
    if isinstance(value, yaml.MappingNode) and not value.flow_style:
        parts = tuple(_parts(value))
        indent = " " * value.value[0][0].start_mark.column
    return Block(EntityId(str(key.value)), key.start_mark.line, end, indent, parts)


def _parts(mapping: yaml.MappingNode) -> Iterator[Part]:
    for key, value in mapping.value:
        yield Part(str(key.value), key.start_mark.line, node_end(value), value)


def node_end(node: yaml.Node) -> int:
    """Return the line after a node's last one."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return node_end(last[1] if isinstance(last, tuple) else last)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return int(node.end_mark.line)
    return int(node.end_mark.line) + 1


def _block_end(lines: list[str], start: int, following: int) -> int:
    end = following
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
