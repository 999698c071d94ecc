# SPDX-License-Identifier: EUPL-1.2
"""Texts whose source language is not that of their entry: taken out of the pack's ``{en: ...}`` form and put back."""

import re
from collections.abc import Mapping
from typing import Any

from pristan.platform.translations.content import TEXT_KEYS

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def split(path: str, value: Any) -> tuple[Any, dict[str, str]]:
    """Plain value of the field ``path``, and path -> language of the texts that named their own language."""
    return _split(path, value, is_text=path in TEXT_KEYS)


def _split(path: str, value: Any, *, is_text: bool) -> tuple[Any, dict[str, str]]:
    if isinstance(value, dict):
        if is_text and len(value) == 1:
            language, text = next(iter(value.items()))
            if _LANGUAGE.fullmatch(language) and isinstance(text, str):
                return text, {path: language}
        return _gather(
            {key: _split(f"{path}.{key}", item, is_text=key in TEXT_KEYS) for key, item in value.items()},
            dict,
        )
    if isinstance(value, list):
        parts = {at: _split(f"{path}.{at}", item, is_text=is_text) for at, item in enumerate(value, 1)}
        return _gather(parts, list)
    return value, {}


def _gather(parts: Mapping[Any, tuple[Any, dict[str, str]]], into: type) -> tuple[Any, dict[str, str]]:
    languages: dict[str, str] = {}
    for _, found in parts.values():
        languages |= found
    plain = {key: value for key, (value, _) in parts.items()}
    return (plain if into is dict else list(plain.values())), languages


def join(path: str, value: Any, languages: Mapping[str, str]) -> Any:
    """The reverse of :func:`split`."""
    if isinstance(value, str):
        return {languages[path]: value} if path in languages else value
    if not any(known == path or known.startswith(path + ".") for known in languages):
        return value
    if isinstance(value, dict):
        return {key: join(f"{path}.{key}", item, languages) for key, item in value.items()}
    if isinstance(value, list):
        return [join(f"{path}.{at}", item, languages) for at, item in enumerate(value, 1)]
    return value
