# SPDX-License-Identifier: EUPL-1.2
"""A tiny pack for tests, written into a temporary folder: three entries, one of them in two languages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connection

from pristan.platform.accounts.actors import Actor, system
from pristan.platform.packs import services
from pristan.platform.published import services as published
from tests import cities

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LOADER: Actor = system("pack-load")

FILES = {
    "city.yaml": """\
# The test town.
id: mini
name: {sl: Mesto, en: Town}
service_name: Pristan
country: SI
time_zone: Europe/Ljubljana
currency: EUR
languages: [sl, en, ar]
fallbacks: {en: [sl], ar: [en, sl], sl: [en]}
namespace: 3f2c1b0a-1111-4222-8333-444455556666
is_official: false
emergency_numbers: [{number: "112", text: {sl: Nujna pomoč, en: Emergency}}]
urgent: {danger: [klic], confidential: [zatocisce]}
information_points: [org]
first_steps: [korak]
unofficial_hosts: [copy.example.org]
""",
    "districts.yaml": """\
- id: center
  name: {sl: Center}
  sources: [{url: "https://example.org/districts"}]
""",
    "holidays.yaml": """\
sources: [{url: "https://example.org/law"}]
fixed: [{on: "01-01", name: {sl: Novo leto}}]
movable: [{easter: 1, name: {sl: Velikonočni ponedeljek}}]
""",
    "concepts/needs.yaml": """\
- {id: health, icon: heart}
- {id: doctor, broader: [health]}
- {id: papers, icon: file}
""",
    "concepts/audiences.yaml": "- {id: women}\n",
    "labels/sl/needs.yaml": "health: {pref: Zdravje, alt: [zdravnik]}\ndoctor: {pref: Zdravnik}\npapers: {pref: Papirji}\n",
    "labels/en/needs.yaml": "health: {pref: Health, alt: [doctor]}\ndoctor: {pref: Doctor}\npapers: {pref: Papers}\n",
    "labels/sl/audiences.yaml": "women: {pref: Ženske}\n",
    "entries/services/klic.yaml": """\
# Emergency line: read by every test.
id: klic
language: sl
aliases: [stari-klic]
name: Klic v sili
alternate_names: [Center za obveščanje, {en: Notification centre}]
summary: Pomoč ob nesreči.   # in plain words
organization:
  name: Org d. o. o.
  entry: org
needs: [doctor]
audiences: [women]
website: https://example.org/klic
phones:
  - number: "112"
    remark: {en: free}
  - number: "+386 1 522 50 50"
    as_of: "2018"
locations:
  - address_1: Zaloška cesta 2
    postal_code: "1000"
    city: Ljubljana
    district: center
    is_verified: false
schedule:
  text: pon–pet 8.00–15.00
  weekly: {mo: ["08:00-15:00"], fr: ["08:00-12:00", "13:00-15:00"]}
  exceptions: [{from: "2026-12-24", hours: []}]
costs:
  - amount: "133.00"
    currency: EUR
    text: {en: per exam}
is_free: "no"
documents:
  - {text: osebni dokument}
  - {text: potrdilo}
languages: [sl, en]
attributes: {anonymous: "yes", asks_for_papers: "no"}
eligibility: {text: Za vse., legal_status: [], age_min: 0, age_max: 99}
funding:
  - {text: MOL}
relations:
  - {type: provided_by, to: org}
sources:
  # the page of the line itself
  - {url: "https://example.org/a?b=1", date: "2025-10"}
  - {url: "https://copy.example.org/old", date: "2019"}
confidence: high
as_of: "2025-10"
provenance:
  phones: {sources: [2], as_of: "2018"}
to_be_confirmed: [schedule]
other_statements:
  - field: schedule
    text: {en: "weekdays 9-17"}
    from: stari-klic
    sources: [{url: "https://example.org/z"}]
editors:
  notes:
    - {text: "skrivna opomba urednikov"}
""",
    "entries/services/en/klic.yaml": """\
# Translated in March.
state: machine draft
texts:
  name: Emergency call
  summary: Help in an accident.
  documents.1.text: identity document
  documents.2.text: certificate
""",
    "entries/services/zatocisce.yaml": """\
id: zatocisce
language: sl
name: Zatočišče
summary: Varen prostor; pokličite.
is_sensitive: true
is_location_secret: true
needs: [papers]
phones:
  - number: "+386 80 11 55"
sources:
  - {url: "https://example.org/safe", date: "2024"}
""",
    "entries/organizations/org.yaml": """\
id: org
language: sl
name: Organizacija
sources:
  - {url: "https://example.org/"}
""",
    "entries/procedures/korak.yaml": """\
id: korak
language: sl
name: Prijava naslova
procedure:
  category: residence
  applies_to: {legal_status: [eu_citizen], conditions: Samo za nastanjene.}
  prerequisites: [klic]
  prerequisites_mode: all
  prerequisites_strength: practical
  deadline: {text: V 8 dneh., days_after: 8, event: arrival}
  legal_basis:
    - {law: ZPPreb-1, article: "2", is_article_verified: true}
  unlocks: ["right:work"]
sources:
  - {url: "https://example.org/p", date: "2026-01-15"}
recheck_reason: eu_pact_2026
""",
}


def write(folder: Path, **changes: str | None) -> Path:
    """The pack in a folder; ``changes`` by path (``/`` as ``__``) replace or remove files."""
    for path, text in FILES.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for name, text in changes.items():
        put(folder, name.replace("__", "/") + ".yaml", text)
    return folder


def put(folder: Path, path: str, text: str | None) -> None:
    """Write one file, or remove it."""
    if text is None:
        (folder / path).unlink()
    else:
        (folder / path).write_text(text, encoding="utf-8")


def replace(folder: Path, path: str, old: str, new: str) -> None:
    """Change a piece of a file; the piece must be there."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def load(folder: Path, at: datetime = AT) -> services.Summary:
    """Load the pack and bring readers up to date."""
    summary = services.load(folder, thesaurus=None, actor=LOADER, at=at)
    published.catch_up(at=at)
    return summary


@contextmanager
def standing(blocker: Any, folder: Path) -> Iterator[None]:
    """For all tests of a module: the city of a pack is loaded, once. No test of it may commit; what it writes is taken back."""
    with cities.taken_back(blocker):
        load(folder)
        connection.check_constraints()  # once, here: what waits for the end of a transaction is looked at after each test
        yield
