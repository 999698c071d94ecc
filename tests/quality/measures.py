# SPDX-License-Identifier: EUPL-1.2
"""How good the city's search is on its own cases: questions in thirteen languages, judged by two readers, and words of danger.

    python -m tests.quality.measures [dev|test|all] [--misspelled]

`needs.yaml` says what people want, `queries.jsonl` how they ask for it, `judgements-*.yaml` which entries answer it. Every
second question (`dev`) was looked at while search was built, the others were not. nDCG with gain 2^g - 1, g the mean of both readers.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import yaml

FOLDER = Path(__file__).parent
DEPTH = 10
GOOD = 2  # a grade from which on an entry is a success among the first three


@dataclass(frozen=True)
class Answer:
    """How one question was answered."""

    language: str
    ndcg: float
    is_success: bool
    is_empty: bool


@dataclass(frozen=True)
class Alarm:
    """Whether a question was taken for one of danger, and whether it is one."""

    language: str
    is_crisis: bool
    was_pinned: bool


def questions(part: str = "all") -> Iterator[dict[str, Any]]:
    """The questions of a part."""
    for number, row in enumerate(_rows("queries.jsonl")):
        if part == "all" or (number % 2 == 0) == (part == "dev"):
            yield row


def misspelled(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every third question with one slip, always the same, in its longest word: a letter left out, doubled, or two swapped."""
    chance = Random(7)
    for number, row in enumerate(rows):
        if number % 3 == 0:
            word = max(row["text"].split(), key=len)
            at = chance.randrange(1, max(2, len(word) - 2))
            slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
            slips.append(word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :])
            row = row | {"text": row["text"].replace(word, chance.choice(slips), 1)}
        yield row


def answers(part: str = "all", *, is_misspelled: bool = False) -> list[Answer]:
    """Ask the loaded city all questions of a part."""
    _city.cache_clear()
    grades = _grades()
    rows = misspelled(questions(part)) if is_misspelled else questions(part)
    return [_answer(row, grades[row["need"]]) for row in rows]


def alarms() -> list[Alarm]:
    """Put words of danger, and words that only look like it, to the loaded city."""
    return [
        Alarm(row["lang"], row["crisis"], bool(_ask(row["text"], row["lang"]).crisis))
        for row in _rows("crisis.jsonl")
    ]


def by_language(found: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The answers of each language."""
    listed: dict[str, list[Answer]] = defaultdict(list)
    for each in found:
        listed[each.language].append(each)
    return dict(sorted(listed.items()))


def overall(found: Sequence[Answer]) -> float:
    """nDCG: the mean of each language, then over languages."""
    return mean(mean(each.ndcg for each in some) for some in by_language(found).values())


def _ask(text: str, language: str, limit: int = DEPTH) -> Any:
    from pristan.city.directory import selectors
    from pristan.platform.published import readers
    from pristan.platform.search.port import Query, index

    languages = tuple(selectors.languages(selectors.city().record))
    return index().query(
        Query(
            text,
            language,
            readers.version(),
            limit=limit,
            without=selectors.LAW,
            languages=languages,
            is_complete=True,
        )
    )


@cache
def _city() -> Any:
    from pristan.doors.cli.batch import City

    return City()


def _answer(row: Mapping[str, Any], right: Mapping[str, float]) -> Answer:
    """As a page would answer: help in danger stands first (see `pristan search batch`)."""
    found = _city().answer(row)
    got = [right.get(slug, 0.0) for slug in found["results"][:DEPTH]]
    best = sorted(right.values(), reverse=True)
    enough = min(GOOD, best[0])
    return Answer(row["lang"], _gain(got) / _gain(best), any(grade >= enough for grade in got[:3]), not got)


def _gain(grades: Sequence[float]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:DEPTH]))


def _grades() -> dict[str, dict[str, float]]:
    """Need -> entry -> the mean of what both readers gave."""
    read = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("judgements-*.yaml"))]
    found: dict[str, dict[str, float]] = {}
    for one in read:
        for need, given in one.items():
            for grade, keys in given.items():
                for key in keys or ():
                    grades = found.setdefault(need, {})
                    grades[key] = grades.get(key, 0.0) + int(grade) / len(read)
    return found


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines() if line]


def main(part: str, *, is_misspelled: bool = False) -> None:
    """Print all figures of the city that is loaded."""
    import django

    django.setup()
    found = answers(part, is_misspelled=is_misspelled)
    for language, some in by_language(found).items():
        print(
            f"{language}: nDCG@10 {mean(each.ndcg for each in some):.3f}, success@3 {mean(each.is_success for each in some):.2f}"
        )
    print(
        f"all: nDCG@10 {overall(found):.3f}, success@3 {mean(each.is_success for each in found):.3f}, empty {sum(each.is_empty for each in found)}"
    )
    heard = alarms()
    recall = mean(each.was_pinned for each in heard if each.is_crisis)
    print(
        f"danger: recall {recall:.3f}, false {mean(each.was_pinned for each in heard if not each.is_crisis):.3f}"
    )


if __name__ == "__main__":
    words = [each for each in sys.argv[1:] if each != "--misspelled"]
    main(words[0] if words else "all", is_misspelled="--misspelled" in sys.argv)
