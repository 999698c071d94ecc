# SPDX-License-Identifier: EUPL-1.2
"""Concepts come from the shared thesaurus and from a city's pack, live in tables, and go back to their files."""

from pathlib import Path
from uuid import UUID

import pytest

from pristan.city.taxonomy import store
from pristan.city.taxonomy.models import Concept, Labels
from pristan.city.taxonomy.pack import ConceptSection, concept_uuid
from pristan.city.taxonomy.tests import kit
from pristan.platform.packs import things as registry

DOCTOR = {
    "position": 1, "broader": ["health"], "related": ["papers"], "scope_note": "The family doctor.",
    "matches": {"exact": ["https://example.org/doctor"]},
    "labels.en": {"pref": "Doctor", "alt": ["GP", "family doctor"], "hidden": ["docter"], "state": "human"},
    "labels.sl": {"pref": "Zdravnik", "alt": ["dohtar"]},
}  # fmt: skip


def test_the_section_is_declared_to_the_packs() -> None:
    assert [section.kind for section in registry.sections()].index("concept") == 0  # entries look concepts up


def test_a_concept_is_read_with_all_its_words_and_without_what_is_not_said(tmp_path: Path) -> None:
    things, _ = kit.read(kit.write(tmp_path))
    assert things["needs/doctor"].fields == DOCTOR
    assert things["needs/papers"].fields == {"position": 2, "labels.en": {"pref": "Papers"}}
    assert things["costs/paid"].fields == {"position": 1, "labels.en": {"pref": "With costs"}}


def test_each_field_knows_its_file_and_line(tmp_path: Path) -> None:
    things, _ = kit.read(kit.write(tmp_path))
    found = things["needs/doctor"].problem("related", "x", "y")
    assert (found.path, found.line) == ("thesaurus/concepts/needs.yaml", 6)
    assert set(things["needs/doctor"].texts()) == {
        "thesaurus/concepts/needs.yaml", "thesaurus/labels/en/needs.yaml", "thesaurus/labels/sl/needs.yaml",
    }  # fmt: skip


def test_the_id_of_a_concept_is_the_same_in_every_city() -> None:
    assert concept_uuid("needs/health") == UUID("dafb0701-5a31-5439-a6f7-0aa2d6a5ea8e")


def test_labels_of_a_pack_take_the_place_of_the_shared_ones(tmp_path: Path) -> None:
    files = kit.write(tmp_path, {"labels/en/needs.yaml": "doctor: {pref: City doctor}\n"})
    things, problems = kit.read(files)
    assert problems == []
    doctor = things["needs/doctor"]
    assert doctor.fields["labels.en"] == {
        "pref": "City doctor"
    }  # wholly: nobody has to guess what is mixed in
    assert doctor.fields["labels.sl"] == DOCTOR["labels.sl"]
    assert things["needs/health"].fields["labels.en"]["pref"] == "Health"
    assert "town/labels/en/needs.yaml" in doctor.texts()
    assert "thesaurus/labels/en/needs.yaml" not in doctor.texts()


def test_concepts_of_a_pack_stand_after_the_shared_ones(tmp_path: Path) -> None:
    pack = {
        "concepts/needs.yaml": "- id: snow\n- id: ice\n",
        "labels/en/needs.yaml": "snow: {pref: Snow}\nice: {pref: Ice}\n",
    }
    things, problems = kit.read(kit.write(tmp_path, pack))
    assert problems == []
    assert [(key, thing.fields["position"]) for key, thing in things.items() if key.startswith("needs/")] == [
        ("needs/health", 0), ("needs/doctor", 1), ("needs/papers", 2), ("needs/physician", 3), ("needs/snow", 4), ("needs/ice", 5),
    ]  # fmt: skip


def test_a_pack_cannot_take_the_id_of_a_shared_concept(tmp_path: Path) -> None:
    _, problems = kit.read(kit.write(tmp_path, {"concepts/needs.yaml": "\n- id: health\n"}))
    assert [(problem.path, problem.line) for problem in problems] == [("town/concepts/needs.yaml", 2)]


def test_a_pack_needs_no_thesaurus(tmp_path: Path) -> None:
    from pristan.platform.packs.files import PackFiles

    files = kit.write(
        tmp_path, {"concepts/needs.yaml": "- id: snow\n", "labels/en/needs.yaml": "snow: {pref: Snow}\n"}
    )
    things, problems = kit.read(PackFiles(files.pack, None))
    assert (list(things), problems) == (["needs/snow"], [])


def test_what_was_written_lives_as_it_was_read(tmp_path: Path, db: None) -> None:
    things = kit.load(kit.write(tmp_path))
    assert store.live(list(things)) == {key: thing.fields for key, thing in things.items()}
    assert Concept.objects.get(key="needs/doctor").uuid == concept_uuid("needs/doctor")
    assert (Concept.objects.count(), Labels.objects.count()) == (6, 8)


def test_writing_twice_changes_nothing(tmp_path: Path, db: None) -> None:
    kit.load(kit.write(tmp_path))
    before = list(Concept.objects.values()), set(Labels.objects.values_list("concept", "language", "pref"))
    kit.load(kit.write(tmp_path))
    assert before == (
        list(Concept.objects.values()),
        set(Labels.objects.values_list("concept", "language", "pref")),
    )


def test_only_the_named_fields_change_and_none_takes_a_value_away(tmp_path: Path, db: None) -> None:
    kit.load(kit.write(tmp_path))
    kit.put(
        {
            "needs/doctor": {
                "scope_note": None,
                "icon": "bone",
                "labels.sl": None,
                "labels.en": {"pref": "Medic"},
                "labels.ar": {"pref": "طبيب"},
            }
        }
    )
    (doctor,) = store.live(["needs/doctor"]).values()
    expected = {name: value for name, value in DOCTOR.items() if name not in ("scope_note", "labels.sl")}
    assert doctor == expected | {
        "icon": "bone",
        "labels.en": {"pref": "Medic"},
        "labels.ar": {"pref": "طبيب"},
    }
    assert store.live(["needs/health"])["needs/health"]["labels.sl"] == {"pref": "Zdravje"}


def test_a_value_taken_away_is_empty_and_not_another_concepts(tmp_path: Path, db: None) -> None:
    kit.load(kit.write(tmp_path))
    kit.put({"needs/doctor": {"broader": None}, "needs/physician": {"broader": None}})
    Concept.objects.get(key="needs/doctor").broader.append("changed")
    assert store.COLUMNS["broader"] == []
    assert Concept.objects.get(key="needs/physician").broader == []


def test_what_left_the_pack_is_archived_kept_and_can_come_back(tmp_path: Path, db: None) -> None:
    kit.load(kit.write(tmp_path))
    ConceptSection().archive(["needs/papers"], actor=kit.LOADER, at=kit.AT)
    assert Concept.objects.get(key="needs/papers").is_archived
    assert Labels.objects.filter(concept__key="needs/papers").exists()
    assert "needs/papers" not in store.live(["needs/papers", "needs/health"])
    kit.put({"needs/papers": {"position": 2}})
    assert store.live(["needs/papers"])["needs/papers"]["labels.en"] == {"pref": "Papers"}


def test_many_concepts_are_written_and_read(db: None) -> None:
    many = {
        f"needs/n{number}": {"position": number, "labels.en": {"pref": f"N {number}"}}
        for number in range(1100)
    }
    kit.put(many)
    assert store.live(list(many)) == many


def test_what_lives_goes_back_to_its_files_with_comments(tmp_path: Path, db: None) -> None:
    things = kit.load(kit.write(tmp_path))
    kit.put({"needs/health": {"labels.en": {"pref": "Good health", "alt": ["well-being"]}}})
    (fields,) = store.live(["needs/health"]).values()
    texts = things["needs/health"].texts()
    rendered = ConceptSection().render("needs/health", fields, texts)
    path = "thesaurus/labels/en/needs.yaml"
    assert rendered[path] == texts[path].replace("pref: Health", "pref: Good health")
    assert rendered[path].startswith("# English words.")
    assert {name: text for name, text in rendered.items() if name != path} == {
        name: text for name, text in texts.items() if name != path
    }


@pytest.mark.parametrize("key", ["needs/health", "needs/doctor", "costs/free"])
def test_what_was_not_changed_goes_back_byte_for_byte(tmp_path: Path, db: None, key: str) -> None:
    things = kit.load(kit.write(tmp_path))
    texts = things[key].texts()
    assert ConceptSection().render(key, store.live([key])[key], texts) == texts


def test_concepts_have_no_page_of_their_own(tmp_path: Path, db: None) -> None:
    section = ConceptSection()
    assert section.write([], actor=kit.LOADER, at=kit.AT) == section.follow({"concept"}) == set()
    assert section.archive(["needs/none"], actor=kit.LOADER, at=kit.AT) == set()
