# SPDX-License-Identifier: EUPL-1.2
"""A town with an address that must never be seen again: it stands wherever a pack can say it, in every language."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pristan.city.directory.tests import minipack

# The street; no other word of the town holds these letters.
NEEDLE = "kanarč"
FORMS = (NEEDLE, quote(NEEDLE), quote("Kanarč"), "kanarc", "canary lane")
STREET = "Kanarčkova ulica 77"
KEY = "varna-hisa"
LANGUAGES = ("sl", "en", "ar")

HOUSE = f"""\
id: varna-hisa
# Vhod s strani {STREET}, dvakrat pozvonite.
language: sl
name: Varna hiša
alternate_names: [Hiša na Kanarčkovi 77]
summary: Pomoč ženskam. Najdete nas na Kanarčkovi ulici 77.
is_sensitive: true
organization: {{name: Organizacija, entry: org}}
needs: [papers]
audiences: [women]
phones:
  - {{number: "+386 80 11 55", remark: "vprašajte za {STREET}"}}
contacts:
  - {{name: Dežurna na naslovu {STREET}, phone: "+386 80 11 55"}}
locations:
  - {{address_1: {STREET}, postal_code: "1000", city: Ljubljana, district: center, remark: rumena vrata na Kanarčkovi}}
schedule: {{text: "{STREET}: vsak dan", weekly: {{mo: ["08:00-15:00"]}}}}
documents: [{{text: potrdilo s Kanarčkove ulice 77}}]
costs: [{{text: plačilo na {STREET}}}]
eligibility: {{text: Za ženske; pridite na {STREET}., remark: Kanarčkova 77}}
funding: [{{text: MOL na {STREET}}}]
relations: [{{type: provided_by, to: org}}]
sources:
  - {{url: "https://example.org/safe?q=Kanar%C4%8Dkova+ulica+77", date: "2024", note: "{STREET}"}}
provenance:
  locations: {{sources: [1], as_of: "2018"}}
other_statements:
  - {{field: locations, text: {STREET}, sources: [{{url: "https://example.org/z"}}]}}
  - {{field: schedule, text: "{STREET}: 9-17", sources: [{{url: "https://example.org/z"}}]}}
"""
WORDS = f"""\
# {STREET}
state: machine draft
texts:
  name: Safe house
  summary: Help for women at {STREET}.
  locations.1.remark: yellow door, Kanarčkova
  other_statements.1.text: {STREET} (translated)
  other_statements.2.text: "{STREET}: 9-17 (translated)"
  documents.1.text: paper from {STREET}
"""
IN_ARABIC = WORDS.replace("Help for women at", "مساعدة للنساء في")
SECRET = """\
id: varna-hisa
language: sl
name: Varna hiša
summary: Pomoč ženskam. Pokličite.
is_sensitive: true
is_location_secret: true
organization: {name: Organizacija, entry: org}
needs: [papers]
audiences: [women]
phones:
  - {number: "+386 80 11 55"}
relations: [{type: provided_by, to: org}]
sources:
  - {url: "https://example.org/safe", date: "2024"}
"""
MAIN = f"entries/services/{KEY}.yaml"


def public(folder: Path) -> Path:
    """The pack before anybody asked for secrecy."""
    minipack.write(folder)
    (folder / MAIN).write_text(HOUSE, encoding="utf-8")
    for language, words in (("en", WORDS), ("ar", IN_ARABIC)):
        place = folder / "entries/services" / language / f"{KEY}.yaml"
        place.parent.mkdir(exist_ok=True)
        place.write_text(words, encoding="utf-8")
    return folder


def secret(folder: Path) -> Path:
    """The same pack after the house asked for it."""
    (folder / MAIN).write_text(SECRET, encoding="utf-8")
    for language in ("en", "ar"):
        (folder / "entries/services" / language / f"{KEY}.yaml").write_text(
            "state: machine draft\ntexts: {name: Safe house}\n", encoding="utf-8"
        )
    return folder


def is_seen(text: str) -> bool:
    """Does the address stand in a text, in any spelling?"""
    folded = text.casefold()
    return any(form.casefold() in folded for form in FORMS)


def addresses(code: str) -> Iterator[str]:
    """Every public address on which the house could be spoken of."""
    for language in LANGUAGES:
        yield f"/{language}/"
        yield from (
            f"/{language}/{page}/" for page in ("all", "urgent", "my-list", "about", "sources", "search")
        )
        yield from (
            f"/{language}/{page}/"
            for page in ("need/papers", "for/women", "district/center", "entry/org", "entry/klic")
        )
        yield from (
            f"/{language}/search/?q={quote(words)}"
            for words in ("Kanarčkova", STREET, "kanarckova 77", "varna hiša", "canary")
        )
        yield f"/{language}/search/?district=center"
        yield from (
            f"/{language}/suggest/?q={quote(words)}" for words in ("Kan", "kanarč", "varna", "hiša na")
        )
        for family, name in (("entry", KEY), ("i", code), ("i", KEY)):
            base = f"/{language}/{family}/{name}/"
            yield from (base + part for part in ("", "counter/", "share/", "problem/", "card.vcf", "qr.svg"))
            yield from (f"{base}two/{other}/" for other in LANGUAGES if other != language)
