# SPDX-License-Identifier: EUPL-1.2
"""`thesaurus check` names what is wrong with words, by file and line, and lets nothing sound be called wrong."""

from pathlib import Path

import pytest
from django.conf import settings

from pristan.city.taxonomy import checking, labels
from pristan.city.taxonomy.letters import faults
from pristan.city.taxonomy.tests import sound

NEEDS, EN, SL, UK = (
    "concepts/needs.yaml",
    "labels/en/needs.yaml",
    "labels/sl/needs.yaml",
    "labels/uk/needs.yaml",
)
RENT = "lexicon/sl/home.yaml"
SIGNS, GROUPS = "signs/one.yaml", "signs/groups.yaml"

# File, what stands there, what is written instead; file and line of the finding, words of it, words of the mend.
ERRORS = [
    (NEEDS, "broader: [health]", "broader: [helth]", NEEDS, 3, "`helth` is no concept of `needs`", "spelling"),
    (NEEDS, "- id: health", "- id: health\n  broader: [doctor]", NEEDS, 2, "stands above itself", "Remove one"),
    (NEEDS, "related: [papers]", "related: [paper]", NEEDS, 4, "`paper` is no concept", "spelling"),
    (NEEDS, "replaced_by: doctor", "replaced_by: medic", NEEDS, 11, "`medic` is no concept", "spelling"),
    (NEEDS, "- id: papers\n", "", EN, 3, "labels for `papers`, which is no concept", "spelling"),
    (NEEDS, "- id: papers\n", "- id: papers\n- id: visa\n", "labels/uk/needs.yaml", 1, "`visa` (no scope note) has no labels", "Add `visa:`"),
    (EN, "pref: Papers, ", "", EN, 3, "missing required field `pref`", "docs/pack.md"),
    (EN, "papers: {pref: Papers", "papers: {pref: ''", EN, 3, "length >= 1", "Write something"),
    (EN, "[documents", "[' ', documents", EN, 3, "empty or has a space", "Delete"),
    (EN, "[documents", "['documents ', stamps", EN, 3, "empty or has a space", "Delete"),
    (EN, "[documents", f"[{'a' * 81}", EN, 3, "has 81 characters", "Shorten"),
    (EN, "[documents", '["doc\\u202euments"', EN, 3, "(U+202E)", "Delete"),
    (EN, "[documents", "[doc\u200fuments", EN, 3, "(U+200F)", "Delete"),
    (EN, "[documents", '["doc\\x07uments"', EN, 3, "(U+0007)", "Delete"),
    (EN, "[documents", "[doc\u00aduments", EN, 3, "(U+00AD)", "Delete"),
    (EN, "[documents", "[doc\u200cuments", EN, 3, "(U+200C)", "Delete"),
    (SL, "[počutje", "[po\u00c4\u008dutje", SL, 1, "a character that no text holds", "Delete"),
    (SL, "[počutje", "[poÅ¡iljka", SL, 1, "in one encoding and read in another", "UTF-8"),
    (SL, "[počutje", "[po\ufffdutje", SL, 1, "in one encoding and read in another", "UTF-8"),
    (SL, "[počutje", "[почутье", SL, 1, "`почутье` is written in Cyrillic letters", "letters of the language"),
    (SL, "zdrauje", "здрауе", SL, 1, "`здрауе` is written in Cyrillic letters", "letters of the language"),
    (SL, "[počutje", "[健康", SL, 1, "`健康` is written in letters of no language", "letters of the language"),
    (UK, "[хвороба", "[khvoroba", UK, 1, "`khvoroba` is written in Latin letters", "`hidden`"),
    (UK, "[хвороба", "[صحة", UK, 1, "`صحة` is written in Arabic letters", "letters of the language"),
    (UK, "[хвороба", "[хвoроба", UK, 1, "`хвoроба` mixes Latin and Cyrillic", "one alphabet"),
    (UK, "zdorovia", "zdоrovia", UK, 1, "`zdоrovia` mixes Latin and Cyrillic", "one alphabet"),
    (EN, "illness, hospital", "illness, Illness", EN, 1, "`Illness` stands here twice", "Keep one"),
    (EN, "illness", "health", EN, 1, "`health` stands here twice", "Keep one"),
    (EN, "illness", "'...'", EN, 1, "`...` holds no word", "Delete"),
    (EN, "illness", "documents", EN, 1, "`documents` stands on `papers` as well", "ambiguous: [documents]"),
    (EN, "illness", "Dócuments", EN, 3, "`documents` stands on `health` as well", "ambiguous: [documents]"),
    (EN, "pref: Doctor", "pref: health", EN, 1, "`Health` is the name of `doctor` as well", "sets it apart"),
    (EN, "state: human", "ambiguous: [GPs office]", EN, 2, "`GPs office` is ambiguous, but no label here", "spelling"),
    ("lexicon/senses/work.yaml", "boss", "rent", "lexicon/senses/work.yaml", 1, "`rent` stands in `home` as well", "never used twice"),
    ("lexicon/senses/work.yaml", "boss: person in charge", "boss:", "lexicon/senses/work.yaml", 1, "does not say what it means", "English words"),
    ("lexicon/general.yaml", "- key", "- kee", "lexicon/general.yaml", 3, "`kee` is no sense", "spelling"),
    ("lexicon/general.yaml", "[work]", "[works]", "lexicon/general.yaml", 1, "`works` is no topic", "spelling"),
    ("crisis/common.yaml", "boss", "bos", "crisis/common.yaml", 2, "`bos` is no sense", "spelling"),
    ("crisis/common.yaml", "needs: [doctor]", "needs: [doktor]", "crisis/common.yaml", 4, "`doktor` is no need", "concepts/needs.yaml"),
    ("crisis/sl.yaml", "gori hiša", "gori hi\u202aša", "crisis/sl.yaml", 2, "(U+202A)", "Delete"),
    (SIGNS, "[rent, key]", "[rent, kee]", SIGNS, 2, "`kee` is no sense of the lexicon and no group", "spelling"),
    (SIGNS, "[[$home], [boss]]", "[[$hone], [boss]]", SIGNS, 3, "`$hone` is no sense of the lexicon and no group", "signs/groups.yaml"),
    (SIGNS, "[[$home], [boss]]", "[[home], [boss]]", SIGNS, 3, "`home` is no sense", "spelling"),
    (SIGNS, "papers:", "paper:", SIGNS, 4, "`paper` is no need", "concepts/needs.yaml"),
    (SIGNS, "papers:", "free:", SIGNS, 4, "`free` is no need", "concepts/needs.yaml"),
    (SIGNS, "[[$home], [boss]]", "[[boss]]", SIGNS, 1, "another form", "two or more groups"),
    (SIGNS, "[[$home], [boss]]", "[[], [boss]]", SIGNS, 3, "another form", "a list of senses"),
    (SIGNS, "[[$home], [boss]]", "[key, [boss]]", SIGNS, 3, "another form", "a list of senses"),
    (SIGNS, "[[$home], [boss]]", "[[[key]], [boss]]", SIGNS, 3, "is no sense", "spelling"),
    (GROUPS, "key]", "kee]", GROUPS, 1, "`kee` is no sense", "spelling"),
    (GROUPS, "key]", "$home]", GROUPS, 1, "`$home` is no sense", "spelling"),
    (GROUPS, "home: [rent, key]", "home:", GROUPS, 1, "another form", "a list of senses"),
    (GROUPS, "home:", "hone:", SIGNS, 3, "`$home` is no sense", "signs/groups.yaml"),
    (RENT, "rent:", "rend:", RENT, 1, "`rend` is no sense", "spelling"),
    (RENT, "rent:", "rend:", RENT, 3, "`rent` (money paid for a home) has no words", "one line for each sense"),
    (RENT, "key: [ključ]", "key: []", RENT, 2, "`key` has no words", "one line for each sense"),
    (RENT, "key: [ključ]", "key: ključ", RENT, 2, "`key` has no list", "one line for each sense"),
    (RENT, "[ključ]", "[ključ, Ključ]", RENT, 2, "`Ključ` stands twice in `key`", "Keep one"),
    (RENT, "[ključ]", "[12]", RENT, 2, "`12` in `key` is no text", "quotes"),
    (RENT, "[ključ]", "[кључ]", RENT, 2, "`key`: `кључ` is written in Cyrillic", "letters of the language"),
    (RENT, "[ključ]", "[klj\u202duč]", RENT, 2, "(U+202D)", "Delete"),
    (RENT, "key: [ključ]", "key: [ključ]\nboss: [šef]", RENT, 3, "`boss` is of another topic", "lexicon/sl/work.yaml"),
    (RENT, "key: [ključ]", "key: [ključ]\nkey: [sleparija]", RENT, 3, "`key` stands here twice", "Keep one"),
    (RENT, "rent: [najemnina, stanarina]\nkey: [ključ]\n", "- rent\n", RENT, 1, "another form", "neighbours"),
    ("schemes.yaml", "  - id: costs\n    kind: codes\n", "  - id: coins\n    kind: codes\n", "schemes.yaml", 1, "`costs` is not declared", "Add it"),
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound.write(tmp_path)


def test_a_sound_thesaurus_has_no_finding(root: Path) -> None:
    report = sound.check(root)
    assert sound.told(report) == []
    assert (report.concepts, report.senses, report.errors()) == (3, 3, 0)
    assert {
        language: (one.concepts, one.average, one.senses) for language, one in report.figures.items()
    } == dict.fromkeys(("en", "sl", "uk"), (3, 5.0, 3))


def test_languages_of_search_without_words_are_told_and_no_error(root: Path) -> None:
    (told,) = sound.check(root).findings
    assert "tr" in told.problem.what and "sl" not in told.problem.what and not told.problem.is_error


@pytest.mark.parametrize(("path", "old", "new", "place", "line", "what", "mend"), ERRORS)
def test_an_error_is_named_with_file_line_and_mend(
    root: Path, path: str, old: str, new: str, place: str, line: int, what: str, mend: str
) -> None:
    sound.replace(root, path, old, new)
    report = sound.check(root)
    found = [each.problem for each in report.findings if what in each.problem.what]
    assert (f"thesaurus/{place}", line) in [(each.path, each.line) for each in found], sound.told(report)
    assert all(each.is_error and mend in each.mend for each in found)


WARNINGS = [
    (EN, "illness", "documented", 1, "`documented` is the same to search as `documents` of `papers`"),
    (EN, "illness, hospital", "illness, illnesses", 1, "`illnesses` is the same to search as `illness`"),
    (EN, "illness, hospital", "illness", 1, "4 other labels"),
    (EN, "illness, hospital", "illness", 1, "4.7 other labels a concept on average"),
    (EN, "illness", "red green blue yellow brown white", 1, "more than 5 words that carry meaning"),
    ("labels/sl/costs.yaml", "free: {pref: Brezplačno}\n", "", 1, "`free` (no scope note) has no labels"),
    (
        NEEDS,
        "- id: papers",
        "- id: papers\n  related: [health]\n  broader: [health]",
        8,
        "above or below as well",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "line", "what"), WARNINGS)
def test_what_only_a_speaker_can_decide_is_a_warning(
    root: Path, path: str, old: str, new: str, line: int, what: str
) -> None:
    sound.replace(root, path, old, new)
    report = sound.check(root)
    found = [each.problem for each in report.findings if what in each.problem.what]
    assert [(each.path, each.line, each.is_error) for each in found] == [
        (f"thesaurus/{path}", line, False)
    ], sound.told(report)
    assert report.errors() == 0


def test_labels_that_the_analyser_makes_equal_count_once(root: Path) -> None:
    sound.replace(root, EN, "illness, hospital", "illness, illnesses, an illness, Health's")
    assert sound.check(root).of("en").others == 15 - 1


def test_a_word_that_happens_to_be_one_of_another_encoding_is_no_misread_one() -> None:
    assert [*faults("Сім\u2019ї", "uk")] == []
    assert [each.what for each in faults("РїСЂРёРІРµС‚", "ru")] == [
        "`РїСЂРёРІРµС‚` was saved in one encoding and read in another"
    ]


def test_a_label_on_two_concepts_is_fine_where_both_declare_it(root: Path) -> None:
    sound.replace(root, EN, "hospital], ", "hospital, documents], ambiguous: [Documents], ")
    assert [each for each in sound.told(sound.check(root)) if "`documents` stands on" in each] != []
    sound.replace(root, EN, "certificate], ", "certificate], ambiguous: [documents], ")
    assert sound.told(sound.check(root)) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (UK, "[хвороба", "[napotnica"),  # a Slovene word of the counters that no label of ours has
        (UK, "[хвороба", "[eUprava"),
        (UK, "[хвороба", "[WhatsApp"),
        (UK, "[хвороба", "[s.p."),
        (UK, "zdorovia", "shcho bolyt"),
        (SL, "[počutje", "[L'école"),
        (EN, "[well-being", "['112'"),
    ],
)
def test_what_people_type_is_not_called_wrong(root: Path, path: str, old: str, new: str) -> None:
    sound.replace(root, path, old, new)
    assert sound.told(sound.check(root)) == []


def test_what_was_given_up_needs_no_words_and_shares_them(root: Path) -> None:
    sound.replace(root, EN, "physician: {pref: Physician}", "physician: {pref: Doctor}")
    assert sound.told(sound.check(root)) == []


@pytest.mark.parametrize("path", [EN, RENT, NEEDS, "lexicon/senses/home.yaml"])
def test_a_file_cut_anywhere_is_found(root: Path, path: str) -> None:
    whole = (root / path).read_text(encoding="utf-8").rstrip("\n")
    for length in range(1, len(whole), 7):
        sound.put(root, path, whole[:length])
        assert sound.check(root).errors(), whole[:length]


def test_a_file_cut_at_the_end_of_a_line_is_found_by_what_is_missing(root: Path) -> None:
    lines = (root / UK).read_text(encoding="utf-8").splitlines(keepends=True)
    sound.put(root, UK, "".join(lines[:2]))
    (told,) = [each for each in sound.check(root).told() if each.is_error]
    assert str(told).startswith("thesaurus/labels/uk/needs.yaml:1: error: 1 concepts have no labels")
    assert "pristan thesaurus check --lang uk" in told.mend


@pytest.mark.parametrize(
    "broken", ["a: [1\n", "\x00", "&x [*x]\n", "[" * 50_000, "- 1\n", "12\n", "a: &b [c]\nd: *b\n"]
)
@pytest.mark.parametrize("path", sorted({*sound.FILES} - {"labels/uk/costs.yaml", "lexicon/uk/home.yaml"}))
def test_a_broken_file_anywhere_is_an_error_and_no_crash(root: Path, path: str, broken: str) -> None:
    sound.put(root, path, broken)
    assert sound.check(root).errors()


def test_a_file_that_is_not_utf_8_is_named(root: Path) -> None:
    (root / RENT).write_bytes(b"key: [klju\xe8]\n")
    assert any("not UTF-8" in each for each in sound.told(sound.check(root)))


def test_a_file_under_a_wrong_name_does_not_vanish(root: Path) -> None:
    sound.put(root, "label/en/needs.yaml", "health: {pref: Health}\n")
    assert any(
        "thesaurus/label/en/needs.yaml:1: error: nothing is read" in each
        for each in sound.told(sound.check(root))
    )


def test_a_language_with_a_lexicon_alone_lacks_its_labels(root: Path) -> None:
    sound.put(root, "lexicon/de/home.yaml", "rent: [Miete]\nkey: [Schlüssel]\n")
    told = [str(each) for each in sound.check(root).about("de").told()]
    assert ["3 concepts have no labels" in each for each in told].count(True) == 1
    assert ["1 senses have no words" in each for each in told].count(True) == 1


def test_a_folder_without_concepts_is_no_thesaurus(tmp_path: Path) -> None:
    with pytest.raises(checking.ThesaurusMissing, match="no folder `concepts`"):
        checking.read(tmp_path)


@pytest.mark.slow
def test_the_thesaurus_of_this_repository_has_no_error() -> None:
    report = sound.check(Path(settings.THESAURUS_DIR))
    assert [str(each) for each in report.told() if each.is_error] == []
    poor = {language: one.average for language, one in report.figures.items() if one.average < labels.WANTED}
    assert poor == {}, "fewer other labels a concept than wanted"
