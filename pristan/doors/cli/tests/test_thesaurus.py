# SPDX-License-Identifier: EUPL-1.2
"""`pristan thesaurus` as a person calls it: findings, figures, exports, and words instead of traces."""

import json
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from pristan.city.directory.tests import minipack
from pristan.city.taxonomy.tests import sound


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound.write(tmp_path)


@pytest.fixture
def pristan(pristan, settings, root):
    """The command over a thesaurus of its own."""
    settings.THESAURUS_DIR = root
    return pristan


@pytest.mark.parametrize(
    "words", [["thesaurus"], ["thesaurus", "check"], ["thesaurus", "export"]], ids=" ".join
)
def test_each_verb_has_help_with_an_example(pristan, words):
    told = pristan(*words, "--help")
    assert told.status == 0 and f"pristan {' '.join(words)}" in told.out.split("example", 1)[1]


@pytest.mark.parametrize(
    "words",
    [[], ["sing"], ["check", "a", "b"], ["check", "--lang"], ["export", "--format", "xml"], ["export", "--format", "turtle", "--lexicon"]],
    ids=" ".join,
)  # fmt: skip
def test_words_that_are_no_call_end_with_2(pristan, words):
    told = pristan("thesaurus", *words)
    assert told.status == 2 and told.err.startswith("usage: pristan") and told.out == ""


def test_a_sound_thesaurus_is_checked_with_0_and_its_figures(pristan):
    told = pristan("thesaurus", "check")
    assert told.status == 0 and "error:" not in told.out
    assert "sl             3/3            15        5.0           3/3" in told.out
    assert told.out.endswith("0 error(s), 1 warning(s)\n")
    assert pristan("thesaurus", "check", "--lang", "sl").out.endswith("the thesaurus is sound\n")


def test_errors_end_with_1_and_name_file_and_line(pristan, root):
    sound.replace(root, "labels/en/needs.yaml", "[documents", "[doc\u202euments")
    told = pristan("thesaurus", "check")
    assert (
        told.status == 1
        and "thesaurus/labels/en/needs.yaml:3: error: `papers`: a character that nobody sees (U+202E)"
        in told.out
    )
    assert "\u202e" not in told.out, "it would turn the line around"
    assert "1 error(s)" in told.out
    assert pristan("thesaurus", "check", "--lang", "en").status == 1
    assert pristan("thesaurus", "check", "--lang", "sl").status == 0


def test_what_is_missing_is_told_as_one_and_by_name_for_a_language(pristan, root):
    sound.put(root, "labels/uk/needs.yaml", "health: {pref: Здоров'я}\n")
    told = pristan("thesaurus", "check")
    assert (
        "thesaurus/labels/uk/needs.yaml:1: error: 2 concepts have no labels" in told.out
        and "`doctor`" not in told.out
    )
    told = pristan("thesaurus", "check", "--lang", "uk")
    assert (
        told.status == 1
        and '`doctor` (The "family" doctor.) has no labels' in told.out
        and "`papers`" in told.out
    )
    assert "\nsl " not in told.out and "uk             1/3" in told.out


def test_a_file_cut_in_the_middle_ends_with_1(pristan, root):
    text = (root / "labels/sl/needs.yaml").read_text(encoding="utf-8")
    sound.put(root, "labels/sl/needs.yaml", text[: len(text) // 2])
    told = pristan("thesaurus", "check")
    assert told.status == 1 and "thesaurus/labels/sl/needs.yaml:" in told.out
    refused = pristan("thesaurus", "export")
    assert refused.status == 1 and refused.out == "" and "nothing was exported" in refused.err


def test_a_language_without_words_is_told_with_those_there_are(pristan):
    told = pristan("thesaurus", "check", "--lang", "tlh")
    assert told.status == 1 and "`tlh`" in told.err and "en, sl, uk" in told.err


@pytest.mark.parametrize("verb", ["check", "export"])
def test_a_folder_that_is_no_thesaurus_is_told(pristan, tmp_path, verb):
    for place in (tmp_path, tmp_path / "none", tmp_path / "thesaurus/schemes.yaml"):
        told = pristan("thesaurus", verb, place)
        assert told.status == 1 and "is no thesaurus" in told.err and str(place) in told.err


def test_a_path_is_taken_instead_of_the_setting(pristan, root, settings, tmp_path):
    settings.THESAURUS_DIR = tmp_path
    assert pristan("thesaurus", "check").status == 1
    assert pristan("thesaurus", "check", root).status == 0


@pytest.mark.parametrize(
    ("words", "form"),
    [([], "turtle"), (["--format", "turtle"], "turtle"), (["--format", "jsonld"], "json-ld")],
)
def test_an_export_is_read_by_other_programs(pristan, tmp_path, words, form):
    printed = pristan("thesaurus", "export", *words)
    assert printed.status == 0 and printed.err == ""
    graph = Graph().parse(data=printed.out, format=form)
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == 5
    out = tmp_path / "out.file"
    assert pristan("thesaurus", "export", *words, "--out", out) == (0, "", "")
    assert out.read_text(encoding="utf-8") == printed.out
    assert [path.name for path in tmp_path.iterdir() if "draft" in path.name] == []


def test_the_lexicon_leaves_one_sense_a_line(pristan):
    told = pristan("thesaurus", "export", "--lexicon")
    rows = [json.loads(line) for line in told.out.splitlines()]
    assert told.status == 0 and [row["id"] for row in rows] == ["boss", "key", "rent"]
    assert rows[1] == {
        "type": "ontolex:LexicalConcept", "id": "key", "topic": "home", "gloss": "what opens a door", "is_general": True,
        "words": {"en": ["key"], "sl": ["ključ"], "uk": ["ключ"]},
    }  # fmt: skip


def test_a_broken_lexicon_is_not_given_away(pristan, root):
    sound.put(root, "lexicon/sl/home.yaml", "rent: [najem\n")
    told = pristan("thesaurus", "export", "--lexicon")
    assert told.status == 1 and "lexicon/sl/home.yaml" in told.err and told.out == ""


def test_a_place_that_may_not_be_written_is_told_and_left_as_it_was(pristan, tmp_path):
    told = pristan("thesaurus", "export", "--out", tmp_path / "none" / "out.ttl")
    assert told.status == 1 and told.err.startswith("pristan: ") and "none" in told.err


@pytest.mark.django_db(transaction=True)
def test_a_concept_that_disappears_while_content_uses_it_is_refused_and_nothing_is_lost(
    pristan, settings, tmp_path
):
    from pristan.city.taxonomy.models import Concept

    settings.THESAURUS_DIR = None
    pack = minipack.write(tmp_path / "mini")
    assert pristan("pack", "load", pack).status == 0
    minipack.replace(pack, "concepts/needs.yaml", "- {id: doctor, broader: [health]}\n", "")
    told = pristan("pack", "check", pack)
    assert told.status == 1 and "mini/entries/services/klic.yaml:11: error:" in told.out, told.out
    assert pristan("pack", "load", pack).status == 1
    assert not Concept.objects.get(key="needs/doctor").is_archived, "the running city is untouched"
    assert "Klic v sili" in pristan("search", "klic", "--lang", "sl").out
