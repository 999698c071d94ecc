# SPDX-License-Identifier: EUPL-1.2
"""Files as they come: whatever bytes lie in a pack, a clerk is told file, line and mend, and nothing falls over."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.platform.packs.files import PackFiles, SourceFile

# What stands in the file; line, words of the problem, words of the mend.
BROKEN = {
    "a tab in front": ("a: 1\n\tb: 2\n", 2, "not YAML", "indentation"),
    "a lone colon": ("a: 1\nb: c: d\n", 2, "not YAML", "lone colon"),
    "an open quote": ('a: 1\nb: "c\n', 3, "not YAML", "quote"),
    "an open bracket": ("a: [1\nb: 2\n", 2, "not YAML", "the one above"),
    "NUL": ("a: 1\nb: x\0y\n", 2, "no text holds", "Delete"),
    "NUL in disguise": ('a: 1\nb: "x\\0y"\n', 2, "NUL", "Delete"),
    "half a letter": ('a: 1\nb: "\\ud800"\n', 2, "not YAML", "line"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, "another document", "line"),
    "a key that is a list": ("a: 1\n? [b]\n: 2\n", 2, "a key must be a word", "key: value"),
    "a key twice": ("a: 1\nb: 2\na: 3\n", 3, "`a` stands here twice", "Keep one"),
    "a key twice, deep": ("a:\n  - {b: 1,\n     b: 2}\n", 3, "`b` stands here twice", "Keep one"),
    "a lost alias": ("a: 1\nb: *nope\n", 2, "not YAML", "line"),
    "an alias": ("a: &x {b: 1}\nc: *x\n", 1, "repeats this part", "Write it out"),
    "an alias of itself": ("&x [*x]\n", 1, "repeats this part", "Write it out"),
    "a thousand million laughs": (
        "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)),
        1, "repeats this part", "Write it out",
    ),
    "deep lists": ("[" * 100_000 + "]" * 100_000, 1, "too deep", "docs/pack.md"),
    "deep lines": ("- " * 100_000, 1, "too deep", "docs/pack.md"),
    "an open depth": ("{a: [" * 100_000, 1, "too deep", "docs/pack.md"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_with_its_line_and_its_mend(name):
    text, line, what, mend = BROKEN[name]
    source = SourceFile("mini/x.yaml", text)
    assert source.data is None or source.problems
    problem = source.problems[0]
    assert (problem.path, problem.line, problem.is_error) == ("mini/x.yaml", line, True), str(problem)
    assert what in problem.what and mend in problem.mend, str(problem)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a note\n", "---\n", "\ufeff"])
def test_a_file_without_data_is_no_error_of_reading(text):
    source = SourceFile("x", text)
    assert source.data is None and source.problems == [] and source.line("a", 1) == 1


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: č\n", "a: 1\r\nb: č\r\n", "a:\t1\nb:   č\n", "a: 1\nb: č"])
def test_marks_and_line_ends_of_other_editors_change_no_value(text):
    source = SourceFile("x", text)
    assert source.data == {"a": 1, "b": "č"} and source.line("b") == 2


def test_a_tag_runs_nothing():
    assert SourceFile("x", "a: !!python/object/apply:os.system ['exit 1']\n").data == {"a": ["exit 1"]}


def test_numbers_that_no_database_holds_stay_text():
    data = SourceFile("x", f"a: {'9' * 5000}\nb: {'9' * 400}.0\nc: 123456789\nd: 46.05\n").data
    assert data == {"a": "9" * 5000, "b": "9" * 400 + ".0", "c": 123456789, "d": 46.05}


def test_a_file_of_5_mb_is_read_in_seconds():
    began = time.monotonic()
    source = SourceFile("x", "a: 1\n" + "# note\n" * 200_000 + "b: " + "beseda " * 500_000 + "\nc: 3\n")
    assert set(source.data) == {"a", "b", "c"} and source.line("c") == 200_003
    assert time.monotonic() - began < 20


@settings(max_examples=150, deadline=None)
@given(st.text("ab12 :-[]{}'\"|>&*!%@`?#,\n\t\0\ufeffč", max_size=40))
def test_no_text_falls_over(text):
    source = SourceFile("x", text)
    assert isinstance(source.data, (dict, list, str, int, float, bool, type(None)))
    assert all(1 <= problem.line <= text.count("\n") + 2 and problem.mend for problem in source.problems)


@settings(max_examples=50, deadline=None)
@given(raw=st.binary(max_size=40))
def test_no_bytes_fall_over(tmp_path_factory, raw):
    folder = tmp_path_factory.mktemp("pack")
    (folder / "x.yaml").write_bytes(raw)
    (source,) = PackFiles(folder, None).under("")
    assert source.text.encode() == raw or "not UTF-8" in source.problems[0].what


@pytest.mark.parametrize("encoding", ["latin-1", "cp1250", "utf-16"])
def test_another_encoding_is_named(tmp_path, encoding):
    (tmp_path / "x.yaml").write_bytes("name: Žar š é ü".encode(encoding, errors="replace") + b"\xff")
    (problem,) = PackFiles(tmp_path, None).read("x.yaml").problems
    assert "not UTF-8" in problem.what and "UTF-8" in problem.mend


def _loop(place):
    place.symlink_to(place)


def _lost_link(place):
    place.symlink_to(place.parent / "nowhere")


@pytest.mark.parametrize("make", [os.mkdir, _loop, _lost_link])
def test_what_is_no_plain_file_is_named_and_the_others_are_read(tmp_path, make):
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "a.yaml").write_text("a: 1\n")
    make(tmp_path / "entries" / "b.yaml")
    good, bad = PackFiles(tmp_path, None).under("entries")
    assert good.data == {"a": 1} and bad.data is None
    (problem,) = bad.problems
    assert (
        problem.path.endswith("/entries/b.yaml")
        and "cannot be read" in problem.what
        and "plain file" in problem.mend
    )


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    (tmp_path / "x.yaml").write_text("a: 1\n")
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    (problem,) = PackFiles(tmp_path, None).read("x.yaml").problems
    assert "permission denied" in problem.what and "may read" in problem.mend


def test_a_folder_that_leads_back_to_itself_is_read_once(tmp_path):
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "a.yaml").write_text("a: 1\n")
    (tmp_path / "entries" / "again").symlink_to(tmp_path / "entries", target_is_directory=True)
    assert 1 <= len(list(PackFiles(tmp_path, None).under("entries"))) <= 2


def test_a_file_with_a_wrong_name_does_not_vanish_in_silence(tmp_path):
    for name in ("district.yaml", "entries/services/a.yml", ".hidden/x.yaml", "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: 1\n")
    told = [problem.path.split("/", 1)[1] for problem in PackFiles(tmp_path, None).unread()]
    assert told == ["district.yaml", "entries/services/a.yml"]


def test_a_line_is_found_for_every_key_and_the_nearest_for_those_that_are_not_there():
    source = SourceFile("x", "a:\n  - b: 1\n    c:\n      d: 2\n  - e\n")
    asked = [("a",), ("a", 0), ("a", 0, "c", "d"), ("a", 1), ("a", 9), ("a", 0, "nope"), ("nope",)]
    assert [source.line(*keys) for keys in asked] == [1, 2, 4, 5, 1, 2, 1]
