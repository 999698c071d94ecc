# SPDX-License-Identifier: EUPL-1.2
"""YAML files written back with their comments, order and style: only the keys that changed are touched."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString
from yaml import MappingNode

from pristan.platform.packs.files import BOM, SourceFile, scalar
from pristan.platform.packs.things import value_digest

WIDTH = 110
UNFOLDED = 10_000_000


def _yaml(width: int) -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = width
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def rewrite(text: str, changed: Mapping[str, Any], *, order: Sequence[str] = ()) -> str:
    """The text with top-level keys set to new values, or removed where the value is None. Nothing changed: the same text."""
    if not changed:
        return text
    mark, line_end = BOM if text.startswith(BOM) else "", "\r\n" if "\r\n" in text else "\n"
    plain = text.removeprefix(BOM).replace("\r\n", "\n")
    wanted = {**(SourceFile("", plain).data or {}), **changed}
    written = _rewrite_blocks(plain, changed, order)
    if written is None or not _says(written, wanted):
        written = _rewrite(plain, changed, order)
        if not _says(written, wanted):  # a tab beside a fold would change the text: then no line is folded
            written = _rewrite(plain, changed, order, width=UNFOLDED)
    return mark + written.replace("\n", line_end)


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    source = SourceFile("", text)
    kept = {key: value for key, value in wanted.items() if value is not None}
    return not source.problems and value_digest(source.data or {}) == value_digest(kept)


def _rewrite_blocks(text: str, changed: Mapping[str, Any], order: Sequence[str]) -> str | None:
    """Only the lines of the keys that changed are written anew: a remark above the next key stays where it is.

    None when the file is no plain list of keys, each from the start of a line.
    """
    node = SourceFile("", text).node
    if not isinstance(node, MappingNode) or node.flow_style:
        return None
    lines = text.splitlines(keepends=True)
    starts = [key.start_mark.line for key, _ in node.value]
    blocks: dict[str, list[str]] = {"": lines[: starts[0]]}
    for (key, _), start, end in zip(node.value, starts, [*starts[1:], len(lines)], strict=True):
        last = end
        while last > start + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
            last -= 1
        blocks[key.value] = ["".join(lines[start:last]), *lines[last:end]]
    for key, value in changed.items():
        if value is None and key in blocks:
            blocks[key][0] = ""
        elif key in blocks:
            blocks[key][0] = _rewrite(blocks[key][0], {key: value}, ())
        elif value is not None:
            blocks = _insert(blocks, key, [_rewrite("", {key: value}, ())], order)
    return "".join(line for block in blocks.values() for line in block)


def _insert(
    blocks: dict[str, list[str]], key: str, block: list[str], order: Sequence[str]
) -> dict[str, list[str]]:
    at = _position(list(blocks)[1:], key, order)
    listed = list(blocks.items())
    # The new lines follow those of the key before it, and stand before the remarks of the key after it.
    name, before = listed[at]
    ended = [line if line.endswith("\n") else line + "\n" for line in before if line]
    head, rest = (ended[:1], ended[1:]) if name else (ended, [])
    listed[at : at + 1] = [(name, head), (key, [*block, *rest])]
    return dict(listed)


def _rewrite(text: str, changed: Mapping[str, Any], order: Sequence[str], width: int = WIDTH) -> str:
    yaml = _yaml(width)
    data = yaml.load(text)
    if data is None:  # nothing yet, or comments only: they stay on top
        head, data = text and text.rstrip("\n") + "\n", CommentedMap()
        return head + _rewrite_data(yaml, data, changed, order)
    return _rewrite_data(yaml, data, changed, order)


def _rewrite_data(yaml: YAML, data: CommentedMap, changed: Mapping[str, Any], order: Sequence[str]) -> str:
    for key, value in changed.items():
        if value is None:
            data.pop(key, None)
        elif key in data:
            put(data, key, value)
        else:
            data.insert(_position(data, key, order), key, styled(value))
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def put(place: Any, key: Any, value: Any) -> None:
    """Set a value in a map or list. A remark beside a word cannot stand beside the lines of a list: there it goes."""
    if isinstance(place, dict) and key not in place:
        place[key] = styled(value)
        return
    new = merge(place[key], value)
    if isinstance(new, (dict, list)) and new is not place[key]:
        place.ca.items.pop(key, None)
    elif isinstance(new, FoldedScalarString) and new is not place[key] and place.ca.items.get(key):
        new = DoubleQuotedScalarString(new)  # after folded lines, a remark would become part of the text
    place[key] = new


def merge(old: Any, new: Any) -> Any:
    """The new value in the clothes of the old: maps and lists that stay keep their comments."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [key for key in old if key not in new]:
            del old[key]
        for key, value in new.items():
            put(old, key, value)
        return old
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, value in enumerate(new):
            put(old, at, value)
        return old
    return old if old == new and type(old) is not bool else styled(new)


def styled(value: Any) -> Any:
    """Plain data as a clerk would write it: long texts folded, text that looks like something else in quotes."""
    if isinstance(value, dict):
        return CommentedMap((key, styled(item)) for key, item in value.items())
    if isinstance(value, list):
        return [styled(item) for item in value]
    if isinstance(value, str):
        # Lines are folded at single spaces only: beside other space, a fold would change the text.
        if len(value) > WIDTH - 20 and value.split() == value.split(" "):
            return FoldedScalarString(value)
        return DoubleQuotedScalarString(value) if _needs_quotes(value) else value
    return value


def _needs_quotes(text: str) -> bool:
    looks_other = not isinstance(scalar(text, is_plain=True), str)
    return (
        looks_other
        or text[:1].isdigit()
        or text[:1] in ("+", "?", "-", ":")
        or text.lower() in ("yes", "no", "on", "off", "y", "n")
    )


def _position(data: Iterable[str], key: str, order: Sequence[str]) -> int:
    names = list(data)
    if key not in order:
        return len(names)
    before = set(order[: order.index(key)])
    return max((at for at, name in enumerate(names, 1) if name in before), default=0)
