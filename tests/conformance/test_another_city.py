# SPDX-License-Identifier: EUPL-1.2
"""Another city, in another country and other languages, works with no code: `packs/example` is the proof."""

import re

import pytest
from django.test import Client

from tests import cities

# What only one city or country knows. Examples in help and messages stand in quotes of their own and are listed below.
OURS = re.compile(r"ljubljan|slovenij|europe/ljub|\bmol\b|\+386|vila aurora|lisbon", re.IGNORECASE)
# Files that name a city in an example that a person reads (help of a command, the mend of a problem), not in what the code does.
EXAMPLES = {
    "pristan/city/directory/checks.py", "pristan/city/directory/editing/values.py", "pristan/city/directory/city_pack.py", "pristan/doors/cli/main.py",
    "pristan/city/directory/sheets/columns.py", "pristan/doors/cli/pack.py", "pristan/platform/packs/planning.py", "pristan/platform/packs/shape.py",
}  # fmt: skip
# The residence codes `mol`, `mol_permanent` and `si` of the Ljubljana data: final codes of the shared thesaurus that the shape
# lists. Another city writes `city`, `city_permanent` and `country`.
CODES = {"pristan/city/directory/shapes.py"}


@pytest.mark.parametrize("language", ["pt", "en", "uk"])
def test_the_example_city_shows_its_home_page_in_each_of_its_languages(example_city, language):
    page = Client().get(f"/{language}/")
    assert page.status_code == 200
    text = page.content.decode()
    assert f'lang="{language}"' in text
    assert {"pt": "Vila Aurora", "en": "Vila Aurora", "uk": "Віла-Аурора"}[language] in text
    assert not re.search("ljubljan|sloven|slovenš", text, re.IGNORECASE)


def test_the_example_city_has_no_page_in_a_language_it_does_not_speak(example_city):
    for language in ("sl", "ar", "xx"):
        assert Client().get(f"/{language}/").status_code == 404


def test_no_code_knows_a_city():
    found = set()
    for kind in ("*.py", "*.html", "*.js", "*.css"):
        for path in (cities.ROOT / "pristan").rglob(kind):
            name = path.relative_to(cities.ROOT).as_posix()
            if (
                "/tests/" not in name
                and "/migrations/" not in name
                and OURS.search(path.read_text(encoding="utf-8"))
            ):
                found.add(name)
    assert found <= EXAMPLES | CODES, "a city's facts belong into its pack"
