# SPDX-License-Identifier: EUPL-1.2
"""Single values put into a YAML file at the very place where they belong. Every other byte stays.

`rewriting` writes a top-level key anew; this is for files that are one long list, of which one word changes.
"""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import yaml

from pristan.platform.packs.files import BOM, KeyPath, SourceFile

# JSON leaves these as they are; in YAML they end a line, or may not stand in a file.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
Edit = tuple[int, int, str]


class CannotAmend(Exception):
    """The file is written in a way that a value cannot be put into it."""


def splice(text: str, values: Mapping[KeyPath, Any]) -> str:
    """The text with values (words, or lists of words) at these keys of its maps: replaced, or added as the last key."""
    source = SourceFile("", text)
    mark = BOM if text.startswith(BOM) else ""
    plain = text.removeprefix(BOM)
    root = source.node
    wanted = deepcopy(source.data)
    if source.problems:
        raise CannotAmend
    edits: list[tuple[int, int, Edit]] = []
    for keys, value in values.items():
        # From the end to the beginning, so that places stay right; at one place, what belongs to the inner map comes first.
        start, end, new = _edit(plain, _node(root, keys[:-1]), keys[-1], value)
        edits.append((-start, len(keys), (start, end, new)))
        _put(wanted, keys, value)
    for _, _, (start, end, new) in sorted(edits):
        plain = plain[:start] + new + plain[end:]
    if SourceFile("", plain).data != wanted:
        raise CannotAmend
    return mark + plain


def _put(data: Any, keys: KeyPath, value: Any) -> None:
    for key in keys[:-1]:
        data = data[key]
    data[keys[-1]] = value


def _node(root: Any, keys: KeyPath) -> yaml.MappingNode:
    node: yaml.MappingNode = root
    for key in keys:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[key]
        else:
            node = next(value for name, value in node.value if name.value == key)
    return node


def _edit(text: str, node: yaml.MappingNode, key: Any, value: Any) -> Edit:
    for name, old in node.value:
        if name.value == key:
            return old.start_mark.index, _end(text, old), _flow(value)
    line = f"{key}: {_flow(value)}"
    if node.flow_style:
        end = _end(text, node.value[-1][1])
        return end, end, f", {line}"
    end = _end(text, node)
    end = text.find("\n", end) if "\n" in text[end:] else len(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    end -= text[end - 1 : end] == "\r"
    return end, end, f"{line_end}{' ' * node.value[0][0].start_mark.column}{line}"


def _end(text: str, node: yaml.Node) -> int:
    """Where a value ends: what follows it (remarks, empty lines) is not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return int(start + len(text[start:end].rstrip()))


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04X}", json.dumps(value, ensure_ascii=False))
