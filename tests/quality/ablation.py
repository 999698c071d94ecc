# SPDX-License-Identifier: EUPL-1.2
"""What each part of search is worth: our own questions (those of `dev`) asked of the real city without it, language by language.

    python -m tests.quality.ablation [PART ...]

Parts that documents feel as well are taken away in a process, a database and a folder of their own; those that only questions feel
share one. Minutes in all. The table is for docs/search.md.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import mean
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
LEMMAS = ROOT / "var" / "lemmas"
SEARCH, TEXT = "pristan.platform.search", "pristan.core.text"


def _nothing(value: Any) -> Callable[..., Any]:
    return lambda *given, **named: value


def _without(*first_letters: str) -> Callable[..., Any]:
    """The expressions of the thesaurus without some kinds of meanings."""
    from pristan.city.taxonomy.search import ThesaurusSource

    whole = ThesaurusSource.expressions
    return lambda source: (each for each in whole(source) if each[2][0] not in first_letters)


def _bare(text: str) -> str:
    from pristan.core.text.characters import normalise

    return normalise(text).casefold()


# What is taken away -> (place, what stands there instead), made when it is needed.
PARTS: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "nothing": dict,
    "lemmas": lambda: {f"{TEXT}.lemmas.Lemmas.readings": _nothing(())},
    "folding": lambda: {f"{TEXT}.{module}.fold": _bare for module in ("lemmas", "stems")},
    "transliteration": lambda: {f"{TEXT}.lemmas.transliterate": lambda text, language: text},
    "latin for arabic": lambda: {
        f"{SEARCH}.romanised.Romanised.question": lambda self, surfaces, reader, knows: [*surfaces]
    },
    "concepts": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("n", "a")},
    "lexicon": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("s")},
    "both": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("n", "a", "s")},
    "signs": lambda: {f"{SEARCH}.signs.Signs.find": _nothing(())},
    "hints": lambda: {f"{SEARCH}.meanings.by_hints": _nothing(None)},
    "words apart": lambda: {f"{TEXT}.phrases.Phrases.find_apart": _nothing([])},
    "light words": lambda: {f"{TEXT}.analyser.light_words": _nothing(frozenset())},
    "typos": lambda: {
        f"{SEARCH}.statistics.near": _nothing({}),
        f"{SEARCH}.spelling.mend": _nothing({}),
    },
    "learned words": lambda: {f"{SEARCH}.lessons.learned": _nothing(None)},
    "compounds": lambda: {f"{TEXT}.compounds.parts": _nothing(())},
    "subjects": lambda: {
        f"{SEARCH}.clues.DECLARED": "",
        f"{SEARCH}.reranking.TOPIC": 0.0,
        f"{SEARCH}.alike.SHARE": 0.0,
    },
    "order of subjects": lambda: {f"{SEARCH}.reranking.TOPIC": 0.0},
    "likeness": lambda: {f"{SEARCH}.alike.SHARE": 0.0},
    "letter groups": lambda: {f"{SEARCH}.reranking.GRAMS": 0.0},
    "nearness": lambda: {f"{SEARCH}.reranking.NEARNESS": 0.0},
}
QUESTIONS = (
    "nothing",
    "signs",
    "hints",
    "words apart",
    "typos",
    "latin for arabic",
    "learned words",
    "subjects",
    "order of subjects",
    "likeness",
    "letter groups",
    "nearness",
)
TERMS = ("lemmas", "folding", "transliteration")  # without these, the compiled word lists are no use


def main(parts: list[str]) -> None:
    """Ask without each of the parts, and print a table row by row."""
    wanted = dict.fromkeys(["nothing", *(parts or PARTS)])
    together = [part for part in wanted if part in QUESTIONS]
    for number, some in enumerate([together, *([part] for part in wanted if part not in QUESTIONS)]):
        for part, found in _in_a_process(some):
            if not number and part == "nothing":
                print("| without | " + " | ".join(found) + " |\n" + "| --- " * (len(found) + 1) + "|")
            print(
                f"| {part} | " + " | ".join(f"{figure:.3f}" for figure in found.values()) + " |", flush=True
            )


def _in_a_process(parts: list[str]) -> Iterator[tuple[str, dict[str, float]]]:
    with tempfile.TemporaryDirectory(prefix="pristan-ablation-") as folder:
        lemmas = Path(folder) / "lemmas"
        lemmas.mkdir()
        for path in LEMMAS.iterdir() if parts[0] not in TERMS else ():
            if parts[0] in QUESTIONS or not path.name.startswith("knowledge"):
                (lemmas / path.name).symlink_to(path)
        own = {
            "PRISTAN_VAR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/city.sqlite3",
            "PYTHONPATH": str(ROOT),
        }
        own["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
        command = [sys.executable, "-m", "tests.quality.ablation", "--only", *parts]
        ran = subprocess.run(command, env=os.environ | own, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    yield from zip(parts, map(json.loads, ran.stdout.splitlines()[-len(parts) :]), strict=True)


def _only(parts: list[str]) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from tests import cities

    call_command("migrate", verbosity=0)
    if parts[0] in QUESTIONS:
        cities.load(cities.LJUBLJANA)
    for part in parts:
        with ExitStack() as stack:
            for place, instead in PARTS[part]().items():
                stack.enter_context(mock.patch(place, instead))
            if part not in QUESTIONS:
                cities.load(cities.LJUBLJANA)
            print(json.dumps(_figures()))


def _figures() -> dict[str, float]:
    from tests.quality import measures

    found = measures.answers("dev")
    by_language = measures.by_language(found).items()
    return {"all": measures.overall(found)} | {
        language: mean(each.ndcg for each in some) for language, some in by_language
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        _only(sys.argv[2:])
    else:
        main(sys.argv[1:])
