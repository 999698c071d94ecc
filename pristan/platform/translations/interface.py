# SPDX-License-Identifier: EUPL-1.2
"""The words of the interface, counted. They are catalogues of gettext already, so nothing is exported or imported here."""

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from pristan.platform.translations.status import Standing
from pristan.platform.translations.units import DRAFT, MISSING, ORIGINAL, STALE

KIND, SOURCE = "interface", "en"


def standing(folders: Iterable[Path], language: str) -> Standing:
    """A catalogue does not say whether a person has read a text: what is there counts as a draft, what is *fuzzy* as stale."""
    found = Standing(language, KIND)
    folders = list(folders)
    own = _messages(folders, language)
    for key, message in (own or _any(folders)).items():
        state = ORIGINAL if language == SOURCE else _state(message) if own else MISSING
        said = "".join(_strings(message)) if state in (DRAFT, STALE) else key
        found.add(state, len(said))
    return found


def _state(message: Message) -> str:
    return MISSING if not all(_strings(message)) else STALE if message.fuzzy else DRAFT


def _strings(message: Message) -> list[str]:
    """All plural forms."""
    told = message.string
    return [str(each or "") for each in told] if isinstance(told, tuple | list) else [str(told or "")]


def _messages(folders: Iterable[Path], language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for folder in folders:
        path = folder / language / "LC_MESSAGES" / "django.po"
        if path.exists():
            with path.open("rb") as file:
                found |= {f"{each.context or ''}\4{each.id}": each for each in read_po(file) if each.id}
    return found


def _any(folders: Iterable[Path]) -> dict[str, Message]:
    """What there is to translate: every catalogue has all of it."""
    languages = sorted({path.name for folder in folders if folder.is_dir() for path in folder.iterdir()})
    return next((found for language in languages if (found := _messages(folders, language))), {})
