"""Changes to the text of a registry file: lines put in, taken out or replaced, all others kept.

Every function takes a file's text and returns the new one; `curation.verify` proves afterwards
that exactly the intended change happened.
"""

import re
from collections.abc import Collection

import yaml

from dossierpress.curation.layout import Block, EditRefusedError, find_block, read_blocks
from dossierpress.curation.yaml_text import alias_item, scalar
from dossierpress.model import Alias, Entity, EntityId

_ITEM = re.compile(r"(\s*)-\s")


def add_alias(text: str, entity: EntityId, alias: Alias) -> str:
    """Put an alias at the end of an entity's list, which is begun where there is none."""
    block = find_block(text, entity)
    part = block.part("aliases")
    item = alias_item(alias)
    if part is None:
        after = max(p.end for p in block.parts if p.key in ("name", "kind", "description"))
        return _insert(text, after, [f"{block.indent}aliases:", f"{block.indent}  - {item}"])
    node = part.node
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return _into_brackets(text, node, item)
    if isinstance(node, yaml.SequenceNode):
        lines = text.split("\n")
        first = _ITEM.match(lines[node.value[0].start_mark.line])
        if first is None:
            raise EditRefusedError(f"the aliases of {entity} do not begin with - on their lines")
        return _insert(text, part.end, [f"{first[1]}- {item}"])
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return _insert(text, part.line + 1, [f"{block.indent}  - {item}"])
    raise EditRefusedError(f"the aliases of {entity} are not a list")


def remove_aliases(text: str, entity: EntityId, texts: Collection[str]) -> str:
    """Take aliases, each on lines of its own, out of an entity's list."""
    part = find_block(text, entity).part("aliases")
    node = part.node if part else None
    if part is None or not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise EditRefusedError(f"the aliases of {entity} do not stand one a line")
    gone = [item for item in node.value if _alias_text(item) in texts]
    spans = [(item.start_mark.line, item.end_mark.line + 1) for item in gone]
    if len(gone) == len(node.value):
        spans = [(part.line, part.end)]
    lines = text.split("\n")
    for start, end in sorted(spans, reverse=True):
        del lines[start:end]
    return "\n".join(lines)


def add_entity(text: str, entity: Entity, after: EntityId | None = None) -> str:
    """Put an entity behind another one, or where the alphabet puts it, or at the end.

    A file whose ids are in order stays so.
    """
    new = entity_lines(entity)
    blocks = read_blocks(text)
    if not blocks:
        kept = text if not text.strip() else text.rstrip("\r\n") + _break(text) * 2
        return kept + _break(text).join(new) + _break(text)
    ids = [block.id for block in blocks]
    before = [block for block in blocks if block.id < entity.id]
    place: Block | None = blocks[-1]
    if after is not None:
        place = next(block for block in blocks if block.id == after)
    elif ids == sorted(ids):
        place = before[-1] if before else None
    if place is None:
        return _insert(text, blocks[0].line, [*new, ""])
    return _insert(text, place.end, ["", *new])


def entity_lines(entity: Entity) -> list[str]:
    """Return an entity as the lines of a registry file."""
    lines = [f"{entity.id}:", f"  name: {scalar(entity.name)}", f"  kind: {entity.kind}"]
    if entity.description:
        lines.append(f"  description: {scalar(entity.description)}")
    if entity.aliases:
        lines.append("  aliases:")
        lines += [f"    - {alias_item(alias)}" for alias in entity.aliases]
    if entity.replaced_by:
        lines.append(f"  replaced_by: {entity.replaced_by}")
    return lines


def add_replaced_by(text: str, entity: EntityId, target: EntityId) -> str:
    """Make a tombstone of an entity: one line more, all that it says is kept."""
    block = find_block(text, entity)
    after = max(part.end for part in block.parts)
    return _insert(text, after, [f"{block.indent}replaced_by: {target}"])


def remove_replaced_by(text: str, entity: EntityId) -> str:
    """Take the tombstone's line out again."""
    part = find_block(text, entity).part("replaced_by")
    if part is None:
        raise EditRefusedError(f"{entity} is no tombstone")
    return _remove(text, part.line, part.end)


def change_id(text: str, old: EntityId, new: EntityId) -> str:
    """Write another id where an entity begins."""
    block = find_block(text, old)
    lines = text.split("\n")
    line = lines[block.line]
    if not re.match(rf"\ufeff?{re.escape(old)}\s*:", line):
        raise EditRefusedError(f"the id {old} does not stand at the beginning of its line")
    lines[block.line] = line.replace(old, new, 1)
    return "\n".join(lines)


def remove_entity(text: str, entity: EntityId) -> str:
    """Take an entity out, with the empty line before it."""
    block = find_block(text, entity)
    lines = text.split("\n")
    blank = block.line > 0 and not lines[block.line - 1].strip()
    return _remove(text, block.line - blank, block.end)


def _insert(text: str, line: int, new: list[str]) -> str:
    lines = text.split("\n")
    ending = "\r" if "\r\n" in text else ""
    if line >= len(lines):
        lines[-1] += ending
        return "\n".join([*lines, (ending + "\n").join(new)])
    return "\n".join([*lines[:line], *(entry + ending for entry in new), *lines[line:]])


def _remove(text: str, start: int, end: int) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:start], *lines[end:]])


def _into_brackets(text: str, node: yaml.SequenceNode, item: str) -> str:
    lines = text.split("\n")
    line, column = node.end_mark.line, node.end_mark.column - 1
    if line == 0 and text.startswith("\ufeff"):
        column += 1
    head, tail = lines[line][:column], lines[line][column:]
    comma = ", " if node.value and not head.rstrip().endswith(",") else ""
    lines[line] = f"{head}{comma}{item}{tail}"
    return "\n".join(lines)


def _alias_text(item: yaml.Node) -> str:
    if isinstance(item, yaml.MappingNode):
        return next((str(v.value) for k, v in item.value if k.value == "text"), "")
    return str(item.value)


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
