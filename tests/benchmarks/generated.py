# SPDX-License-Identifier: EUPL-1.2
"""Cities of any size, made from a real pack: the same shapes and lengths of text, words by their frequency there, unique names.

Seeded, so that two runs measure the same city.
"""

import copy
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from pristan.city.directory import translated
from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.things import Thing
from pristan.platform.translations.content import originals

_WORD = re.compile(r"\w+")
_EMPTY = SourceFile("generated", "")
# What ties an entry to others or must be unique does not multiply.
_DROPPED = (
    "aliases",
    "relations",
    "procedure",
    "right",
    "status",
    "other_statements",
    "provenance",
    "to_be_confirmed",
)


class Words:
    """Words of one language, drawn as often as the pack uses them, with a Zipf tail of made-up rare ones."""

    def __init__(self, texts: Sequence[str], rare: int, random_: random.Random) -> None:
        counted = Counter(word for text in texts for word in _WORD.findall(text))
        ranked = counted.most_common()
        tail = [f"{random_.choice(ranked)[0]}{number}" for number in range(rare)]
        self.words = [word for word, _ in ranked] + tail
        lowest = len(ranked)
        weights = [float(count) for _, count in ranked] + [lowest / (lowest + at) for at in range(rare)]
        self.cumulative = list(accumulate(weights))
        self.random = random_

    def like(self, text: str) -> str:
        """A text of as many words."""
        count = max(1, len(_WORD.findall(text)))
        return " ".join(self.random.choices(self.words, cum_weights=self.cumulative, k=count))


def entries(real: Sequence[Thing], count: int, languages: Sequence[str], seed: int = 7) -> Iterator[Thing]:
    """``count`` made entries, each after a real one."""
    draw = random.Random(seed)
    pools = _pools(real, languages, count, draw)
    for number in range(count):
        yield _made(real[number % len(real)], number, pools)


def in_languages(real: Sequence[Thing], record: dict[str, Any], languages: Sequence[str]) -> list[Thing]:
    """The entries without what is written in other languages; the city's record knows only these from now on."""
    record["languages"] = list(languages)
    record["fallbacks"] = {
        language: [each for each in chain if each in languages]
        for language, chain in record["fallbacks"].items()
        if language in languages
    }
    return [replace(thing, fields=_written_in(thing.fields, languages)) for thing in real]


def _written_in(fields: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    return {
        name: value
        for name, value in fields.items()
        if not translated.is_translation(name) or translated.parse(name)[0] in languages
    }


def _pools(
    real: Sequence[Thing], languages: Sequence[str], count: int, draw: random.Random
) -> dict[str, Words]:
    texts: dict[str, list[str]] = {language: [] for language in languages}
    for thing in real:
        for language, text in originals(thing.fields, thing.fields["language"]).values():
            texts.setdefault(language, []).append(text)
        for field, value in thing.fields.items():
            if field.startswith(translated.PREFIX):
                texts.setdefault(translated.parse(field)[0], []).append(value["text"])
    rare = min(20_000, count // 2)
    return {language: Words(found or ["mesto"], rare, draw) for language, found in texts.items()}


def _made(after: Thing, number: int, pools: dict[str, Words]) -> Thing:
    fields = {name: copy.deepcopy(value) for name, value in after.fields.items() if name not in _DROPPED}
    language = fields["language"]
    made: dict[str, Any] = {}
    for name, value in fields.items():
        if name.startswith(translated.MADE):
            continue
        if name.startswith(translated.PREFIX):
            path = translated.parse(name)
            if path[1].split(".")[0] not in _DROPPED:
                made[name] = {**value, "text": pools[path[0]].like(value["text"])}
        else:
            made[name] = value
    made["name"] = f"{pools[language].like(_text(fields['name']))} {number}"
    if "summary" in fields:
        made["summary"] = pools[language].like(_text(fields["summary"]))
    return Thing("entry", f"made-{number}", made, _EMPTY)


def _text(value: Any) -> str:
    return next(iter(value.values())) if isinstance(value, dict) else str(value)
