# SPDX-License-Identifier: EUPL-1.2
"""A mistake in the thesaurus is named with file, line, what is wrong and how to mend it."""

from pathlib import Path

import pytest

from pristan.city.taxonomy.tests import kit

NEEDS, WORDS = "concepts/needs.yaml", "labels/en/needs.yaml"

# File, what stands there, what is written instead, the line of the error, words of the message, words of the mend.
MISTAKES = [
    (NEEDS, "icon: heart", "ikon: heart", 3, "unknown field `ikon`", "docs/pack.md"),
    (NEEDS, "- id: papers", "- id: Papers", 9, "another form", "small letters"),
    (NEEDS, "- id: papers", f"- id: {'p' * 81}", 9, "<= 80", "shorter"),
    (NEEDS, "- id: papers", "- {icon: file}", 9, "missing required field `id`", "docs/pack.md"),
    (NEEDS, "- id: papers", "- id: doctor", 9, "`needs/doctor` stands here twice", "never used twice"),
    (NEEDS, "- id: papers", "- papers", 9, "Expected `object`", "docs/pack.md"),
    (NEEDS, "broader: [health]\n  related", "broader: health\n  related", 5, "Expected `array`", "docs/pack.md"),
    (NEEDS, "broader: [health]\n  related", "broader: [helth]\n  related", 5, "`helth` is no concept of `needs`", "spelling"),
    (NEEDS, "broader: [health]\n  related", "broader: [free]\n  related", 5, "`free` is no concept of `needs`", "spelling"),
    (NEEDS, "related: [papers]", "related: [paper]", 6, "`paper` is no concept of `needs`", "spelling"),
    (NEEDS, "matches: {exact", "matches: {same", 8, "value 'same'", "docs/pack.md"),
    (NEEDS, "is_deprecated: true", "is_deprecated: yes", 12, "Expected `bool`", "docs/pack.md"),
    (NEEDS, "replaced_by: doctor", "replaced_by: docter", 13, "`docter` is no concept of this list", "spelling"),
    (NEEDS, "replaced_by: doctor", "replaced_by: physician", 13, "`physician` is given up itself", "in use"),
    (NEEDS, "  is_deprecated: true\n", "", 12, "replaced, but not given up", "is_deprecated: true"),
    (NEEDS, "  icon: heart", "  icon: heart\n  broader: [doctor]", 4, "`needs/health` stands above itself", "Remove one"),
    (NEEDS, "  icon: heart", "  icon: heart\n  broader: [health]", 4, "`needs/health` stands above itself", "Remove one"),
    (NEEDS, "  icon: heart", "  icon: heart\n  icon: bone", 4, "`icon` stands here twice", "Keep one"),
    (NEEDS, "  icon: heart", f"  icon: {'i' * 41}", 3, "<= 40", "shorter"),
    (NEEDS, "- id: papers", "- id: papers\n- id: silent", 10, "`needs/silent` has no label", "labels/<language>/"),
    (NEEDS, "- id: papers", "- id: [papers", 10, "not YAML", "indentation"),
    (WORDS, "papers: {pref: Papers}", "paper: {pref: Papers}", 6, "labels for `paper`, which is no concept", "spelling"),
    (WORDS, "papers: {pref: Papers}", "papers: {alt: [Papers]}", 6, "missing required field `pref`", "docs/pack.md"),
    (WORDS, "papers: {pref: Papers}", 'papers: {pref: ""}', 6, "length >= 1", "Write something"),
    (WORDS, "papers: {pref: Papers}", "papers: {pref: Papers, alt: Paper}", 6, "Expected `array`", "docs/pack.md"),
    (WORDS, "papers: {pref: Papers}", "papers: {pref: Papers, state: checked}", 6, "state", "docs/pack.md"),
    (WORDS, "papers: {pref: Papers}", "papers: Papers", 6, "Expected `object`", "docs/pack.md"),
    (WORDS, "papers: {pref: Papers}", "health: {pref: Papers}", 6, "`health` stands here twice", "Keep one"),
    ("labels/sl/needs.yaml", "pref: Zdravnik", "pref: Здравник", 2, "`Здравник` is not written in the letters of `sl`", "Latin"),
    ("labels/sl/needs.yaml", "pref: Zdravnik", "pref: Zdravnik 24", 2, "24 stands in the translation", "as the original"),
    (WORDS, "papers: {pref: Papers}", "papers: {pref: [}", 6, "not YAML", "indentation"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "line", "what", "mend"), MISTAKES)
def test_a_mistake_is_named_with_file_line_and_mend(
    tmp_path: Path, path: str, old: str, new: str, line: int, what: str, mend: str
) -> None:
    text = kit.SHARED[path]
    assert old in text
    name = path.removesuffix(".yaml").replace("/", "__")
    _, problems = kit.read(kit.write(tmp_path, **{name: text.replace(old, new, 1)}))
    found = [problem for problem in problems if what in problem.what]
    assert found, [str(problem) for problem in problems]
    assert (found[0].path, found[0].line) == (f"thesaurus/{path}", line), str(found[0])
    assert mend in found[0].mend
    assert found[0].is_error


def test_a_sound_thesaurus_has_no_problem(tmp_path: Path) -> None:
    assert kit.read(kit.write(tmp_path))[1] == []


def test_empty_files_are_no_problem(tmp_path: Path) -> None:
    _, problems = kit.read(
        kit.write(tmp_path, concepts__audiences="# nothing yet\n", labels__en__audiences="")
    )
    assert problems == []


@pytest.mark.parametrize(
    ("name", "text", "mend"),
    [
        ("concepts__costs", "free: {}\n", "Write a list"),
        ("concepts__costs", "free\n", "Write a list"),
        ("labels__en__costs", "- free: {pref: Free}\n", "Write `the-id:`"),
    ],
)
def test_a_file_of_another_form_is_not_passed_over(tmp_path: Path, name: str, text: str, mend: str) -> None:
    _, problems = kit.read(kit.write(tmp_path, **{name: text}))
    found = [problem for problem in problems if "another form" in problem.what]
    assert [(problem.path, problem.line) for problem in found] == [
        (f"thesaurus/{name.replace('__', '/')}.yaml", 1)
    ]
    assert mend in found[0].mend


@pytest.mark.parametrize("folder", ["english", "needs", "EN", "e"])
def test_labels_in_a_folder_that_is_no_language_are_refused(tmp_path: Path, folder: str) -> None:
    _, problems = kit.read(kit.write(tmp_path, **{f"labels__{folder}__needs": "papers: {pref: Papers}\n"}))
    assert [problem.what for problem in problems] == [f"`{folder}` is no language"]


@pytest.mark.parametrize("folder", ["sq", "cnr", "sr-Latn", "pt-BR"])
def test_labels_may_be_in_any_language(tmp_path: Path, folder: str) -> None:
    things, problems = kit.read(kit.write(tmp_path, **{f"labels__{folder}__needs": "papers: {pref: Xyz}\n"}))
    assert problems == []
    assert things["needs/papers"].fields[f"labels.{folder}"] == {"pref": "Xyz"}


def test_a_broken_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    files = kit.write(tmp_path)
    (tmp_path / "thesaurus" / NEEDS).write_bytes(b"- id: caf\xe9\n")
    _, problems = kit.read(files)
    assert "not UTF-8" in problems[0].what
    assert problems[0].path == f"thesaurus/{NEEDS}"


def test_one_broken_concept_does_not_hide_the_others(tmp_path: Path) -> None:
    things, problems = kit.read(
        kit.write(tmp_path, concepts__needs=kit.SHARED[NEEDS].replace("- id: papers", "- id: PAPERS"))
    )
    assert {"needs/health", "needs/doctor"} <= set(things)
    assert len(problems) == 3  # its form, what was related to it, and its labels
