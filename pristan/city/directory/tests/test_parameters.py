# SPDX-License-Identifier: EUPL-1.2
"""parameters.yaml: numbers that change follow each other, and rules name them without knowing them."""

from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory.tests import minipack
from pristan.platform.packs import services
from pristan.platform.published import readers

pytestmark = pytest.mark.django_db
WAIT = """\
- id: wait
  name: {sl: Čakalna doba, en: Waiting time}
  unit: days
  values:
    - {value: "270", until: "2025-12-31", sources: [{url: "https://example.org/old"}]}
    - {value: "90", since: "2026-01-01", sources: [{url: "https://example.org/new"}]}
  entries: [korak]
  machine_drafts: [en]
"""
KORAK = minipack.FILES["entries/procedures/korak.yaml"]
RULED = KORAK.replace(
    "  unlocks:",
    "  plan: {when: {days_since_arrival: {min: {parameter: wait}}}, unknown: show, band: now}\n  unlocks:",
)
STATUSES = {"eu": "eu_citizen", "begunec": "refugee"}
STATUS = """\
id: %s
language: sl
name: Status
status: {code: %s}
sources: [{url: "https://example.org/s"}]
"""


def check(folder: Path) -> list[Any]:
    return services.check(folder, thesaurus=None)


def test_readers_get_every_value_with_its_days_and_sources(tmp_path):
    minipack.load(minipack.write(tmp_path / "mini", parameters=WAIT))
    found = readers.document(language="en", address="korak", version=readers.version())
    assert found is not None
    (told,) = found.body["parameters"]
    assert (told["name"]["text"], told["name"]["state"]) == ("Waiting time", "draft")
    assert [(each["value"], each["since"], each["until"]) for each in told["values"]] == [
        ("270", None, "2025-12-31"),
        ("90", "2026-01-01", None),
    ]
    assert told["values"][1]["sources"][0]["host"] == "example.org"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('value: "90"', "value: 90", 6, "`1.values.2.value`"),
        ('value: "90"', 'value: "90.50"', 6, "no whole number"),
        ("unit: days", "unit: moons", 3, "`1.unit`"),
        (', until: "2025-12-31"', "", 4, "two values hold on 2026-01-01"),
        ('since: "2026-01-01"', 'since: "2025-12-31"', 4, "two values hold on 2025-12-31"),
        ('until: "2025-12-31"', 'until: "2025-02-31"', 4, "no day of any calendar"),
        ('since: "2026-01-01"', 'since: "2026-01-01", until: "2025-01-01"', 4, "is after"),
        ("entries: [korak]", "entries: [korakk]", 7, "`korakk` is no entry"),
        ('{url: "https://example.org/new"}', "{kind: law}", 4, "needs a `note`"),
    ],
)
def test_a_slip_is_said_with_its_line(tmp_path, old, new, line, words):
    assert old in WAIT
    found = check(minipack.write(tmp_path / "mini", parameters=WAIT.replace(old, new, 1)))
    assert words in found[0].what
    assert (found[0].line, found[0].is_error) == (line, True)
    assert found[0].mend


def test_an_id_stands_once(tmp_path):
    found = check(minipack.write(tmp_path / "mini", parameters=WAIT + WAIT))
    assert "`wait` stands here twice" in [each.what for each in found]


def test_a_rule_may_only_name_a_number_that_the_pack_has(tmp_path):
    folder = minipack.write(tmp_path / "mini", entries__procedures__korak=RULED)
    (found,) = check(folder)
    assert "Nothing has the code `wait`" in found.what
    minipack.put(folder, "parameters.yaml", WAIT)
    assert check(folder) == []


def test_a_rule_that_names_a_number_is_weighed_by_its_value_of_the_day(tmp_path):
    from datetime import date

    from pristan.city.orientation import answers, verdicts
    from pristan.city.orientation.rulebook import read

    folder = minipack.write(tmp_path / "mini", parameters=WAIT, entries__procedures__korak=RULED)
    (folder / "entries/statuses").mkdir()
    for name in ("eu", "begunec"):
        minipack.put(folder, f"entries/statuses/{name}.yaml", STATUS % (name, STATUSES[name]))
    minipack.put(folder, "concepts/legal-statuses.yaml", "- id: eu_citizen\n- id: refugee\n")
    minipack.put(
        folder, "labels/sl/legal-statuses.yaml", "eu_citizen: {pref: EU}\nrefugee: {pref: Begunec}\n"
    )
    minipack.load(folder)
    book = read(readers.shared(kind="rules", language="en", version=readers.version()))

    def verdict(days: int, today: date) -> Any:
        told = {"legal_status": "eu_citizen", "base_status": "eu_citizen", "days_since_arrival": days}
        found = verdicts.verdicts(book, answers.read(told, book, today))
        return next(each for each in found if each["id"] == "korak")

    assert verdict(100, date(2025, 12, 31))["verdict"] == "no"
    found = verdict(100, date(2026, 1, 1))
    assert found["verdict"] == "yes"
    assert "days since you arrived: at least Waiting time" in found["reasons"]["holds"]
