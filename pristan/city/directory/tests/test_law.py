# SPDX-License-Identifier: EUPL-1.2
"""letters.yaml and circles.yaml: slips are said with their line, and nothing is counted by a rule that is not sure."""

from pathlib import Path
from typing import Any

import pytest

from pristan.city.directory import letters
from pristan.city.directory.tests import minipack
from pristan.platform.packs import services

pytestmark = pytest.mark.django_db
LETTERS = """\
counting: {units: [days], starts: day after, end_on_free_day: next working day}
rules:
  - about: start
    text: {sl: Naslednji dan., en: The next day.}
    legal_basis: {law: ZUP, article: "100", is_article_verified: true}
    sources: [{url: "https://example.org/zup"}]
    confidence: medium
  - about: end
    text: {sl: Prvi delovni dan.}
    legal_basis: {law: ZUP, article: "101", is_article_verified: true}
    sources: [{url: "https://example.org/zup"}]
    confidence: high
machine_drafts: [en]
"""
CIRCLES = """\
- id: krog
  name: {sl: Naslov – klic, en: Address – call}
  steps: [korak, klic]
  ways:
    - {text: {sl: Pokličite.}, entry: zatocisce}
  sources: [{url: "https://example.org/krog"}]
  confidence: low
"""


def problems(folder: Path) -> list[Any]:
    return services.check(folder, thesaurus=None)


def rules(language: str) -> dict[str, Any]:
    from pristan.platform.published import readers

    return readers.shared(kind="rules", language=language, version=readers.version())


def test_a_sound_file_is_no_problem_and_readers_get_it(tmp_path):
    folder = minipack.write(tmp_path / "mini", letters=LETTERS, circles=CIRCLES)
    assert problems(folder) == []
    minipack.load(folder)
    told = rules("en")["letters"]
    assert told["counting"]["units"] == ["days"]
    assert [each["text"]["state"] for each in told["rules"]] == ["draft", "original"]
    assert told["holidays"]["2026-01-01"]["text"] == "Novo leto"
    assert told["known_years"] == [], "nobody has said up to which day the holidays were checked"
    (circle,) = rules("sl")["circles"]
    assert circle["ways"][0]["entry"]["key"] == "zatocisce"
    assert circle["ways"][0]["entry"]["slug"] != "zatocisce", "a sensitive entry is named by its code"


def test_a_city_needs_neither(tmp_path):
    minipack.load(minipack.write(tmp_path / "mini"))
    assert (rules("sl")["letters"], rules("sl")["circles"]) == (None, [])


def test_holidays_count_as_known_up_to_the_day_that_was_checked(tmp_path):
    folder = minipack.write(tmp_path / "mini", letters=LETTERS)
    minipack.put(folder, "holidays.yaml", minipack.FILES["holidays.yaml"] + 'checked_to: "2027-11-30"\n')
    minipack.load(folder)
    assert rules("sl")["letters"]["known_years"] == [2024, 2025, 2026]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("confidence: medium", "confidence: low"),
        ('article: "100", is_article_verified: true', 'article: "100"'),
        ("confidence: medium", "confidence: medium\n    recheck_reason: zup_i"),
        ("about: start", "about: other"),
    ],
)
def test_what_is_not_sure_is_not_counted_by_and_the_check_says_so(tmp_path, old, new):
    folder = minipack.write(tmp_path / "mini", letters=LETTERS.replace(old, new, 1))
    (found,) = problems(folder)
    assert not found.is_error
    assert (found.path, found.line) == ("mini/letters.yaml", 1)
    assert "`start`" in found.what
    minipack.load(folder)
    assert rules("sl")["letters"]["counting"] is None


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        ("letters", "starts: day after", "starts: soon", 1, "`counting.starts`"),
        ("letters", "units: [days]", "units: [moons]", 1, "`counting.units"),
        ("letters", "about: end", "about: ending", 8, "`rules.2.about`"),
        ("letters", '{url: "https://example.org/zup"}', "{kind: law}", 2, "needs a `note`"),
        ("circles", "korak, klic", "korak", 3, "`1.steps`"),
        ("circles", "korak, klic", "korak, klik", 3, "`klik` is no entry"),
        ("circles", "entry: zatocisce", "entry: nikjer", 5, "`nikjer` is no entry"),
        ("circles", '{url: "https://example.org/krog"}', "", 6, "`1.sources`"),
        ("circles", "id: krog", "id: Krog", 1, "`1.id`"),
    ],
)
def test_a_slip_is_said_with_its_line(tmp_path, file, old, new, line, words):
    given = {"letters": LETTERS, "circles": CIRCLES}[file]
    assert old in given
    folder = minipack.write(tmp_path / "mini", **{file: given.replace(old, new, 1)})
    (found,) = problems(folder)
    assert words in found.what
    assert (found.line, found.is_error) == (line, True)
    assert found.mend


def test_an_id_stands_once(tmp_path):
    folder = minipack.write(tmp_path / "mini", circles=CIRCLES + CIRCLES)
    (found,) = problems(folder)
    assert "stands here twice" in found.what


def test_a_file_that_left_the_pack_leaves_readers_too(tmp_path):
    folder = minipack.write(tmp_path / "mini", letters=LETTERS, circles=CIRCLES)
    minipack.load(folder)
    (folder / "letters.yaml").unlink()
    (folder / "circles.yaml").unlink()
    minipack.load(folder)
    assert (rules("sl")["letters"], rules("sl")["circles"]) == (None, [])


def test_a_change_of_a_circle_is_seen_on_the_pages_of_its_steps(tmp_path):
    from pristan.platform.published import readers

    folder = minipack.write(tmp_path / "mini", circles=CIRCLES)
    minipack.load(folder)
    minipack.replace(folder, "circles.yaml", "Pokličite.", "Pridite.")
    minipack.load(folder)
    found = readers.document(language="sl", address="korak", version=readers.version())
    assert found is not None
    assert found.body["circles"][0]["ways"][0]["text"]["text"] == "Pridite."
    other = readers.document(language="sl", address="org", version=readers.version())
    assert other is not None
    assert other.body["circles"] == []


def test_a_record_without_a_count_is_not_unsure_of_one():
    assert letters.unsure({"rules": []}) == []
