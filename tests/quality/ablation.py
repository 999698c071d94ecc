# SPDX-License-Identifier: EUPL-1.2
"""What each part of search is worth: our own questions asked of the real city without it, language by language.

    python -m tests.quality.ablation [PART ...]

Each part is taken away in a process, a database and a folder of its own; minutes in all. The table is for docs/search.md.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
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
    "concepts": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("n", "a")},
    "lexicon": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("s")},
    "both": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.expressions": _without("n", "a", "s")},
    "signs": lambda: {"pristan.city.taxonomy.search.ThesaurusSource.signs": _nothing(())},
    "words apart": lambda: {f"{TEXT}.phrases.Phrases.find_apart": _nothing([])},
    "light words": lambda: {f"{TEXT}.analyser.light_words": _nothing(frozenset())},
    "typos": lambda: {
        f"{SEARCH}.statistics.near": _nothing({}),
        f"{TEXT}.phrases.Phrases.near": _nothing([]),
    },
    "compounds": lambda: {f"{TEXT}.compounds.parts": _nothing(())},
    "subjects": lambda: {f"{SEARCH}.clues.DECLARED": ""},
    "letter groups": lambda: {f"{SEARCH}.reranking.GRAMS": 0.0},
    "nearness": lambda: {f"{SEARCH}.reranking.NEARNESS": 0.0},
}


def main(parts: list[str]) -> None:
    """Ask without each of the parts, and print a table row by row."""
    for part in dict.fromkeys(["nothing", *(parts or PARTS)]):
        found = _in_a_process(part)
        if part == "nothing":
            print("| without | " + " | ".join(found) + " |\n" + "| --- " * (len(found) + 1) + "|")
        print(f"| {part} | " + " | ".join(f"{figure:.3f}" for figure in found.values()) + " |", flush=True)


def _in_a_process(part: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="pristan-ablation-") as folder:
        lemmas = Path(folder) / "lemmas"
        lemmas.mkdir()
        for path in LEMMAS.glob("*.trie") if part not in ("lemmas", "folding", "transliteration") else ():
            if not path.name.startswith("knowledge"):
                (lemmas / path.name).symlink_to(path)
        own = {
            "PRISTAN_VAR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/city.sqlite3",
            "PYTHONPATH": str(ROOT),
        }
        own["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
        command = [sys.executable, "-m", "tests.quality.ablation", "--only", part]
        ran = subprocess.run(command, env=os.environ | own, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _only(part: str) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from tests import cities
    from tests.quality import measures

    with ExitStack() as stack:
        for place, instead in PARTS[part]().items():
            stack.enter_context(mock.patch(place, instead))
        call_command("migrate", verbosity=0)
        cities.load(cities.LJUBLJANA)
        found = measures.answers()
    figures = {
        language: mean(each.ndcg for each in some) for language, some in measures.by_language(found).items()
    }
    print(json.dumps({"all": measures.overall(found), **figures}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        _only(sys.argv[2])
    else:
        main(sys.argv[1:])
