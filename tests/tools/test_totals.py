# SPDX-License-Identifier: EUPL-1.2
"""What `make test` says at the end is what pytest counted; a run without tests is no success."""

import os
import subprocess
from contextlib import ExitStack, nullcontext

import pytest

from scripts import browser, debian, postgres, ready, test_all, totals
from scripts.totals import Totals

REPORT = """<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="{errors}" failures="{failures}" skipped="{skipped}"
tests="{tests}"></testsuite></testsuites>"""


def run(status=0, passed=1, failed=0, leaves=()):
    made = test_all.Run("sqlite", {}, [], [], leaves)
    made.status, made.counted = status, Totals(passed, failed)
    return made


def test_totals_are_read_from_the_report(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT.format(tests=10, errors=1, failures=2, skipped=3), encoding="utf-8")
    assert totals.read(report) == Totals(passed=4, failed=3, skipped=3)
    assert str(totals.read(report)) == "4 passed, 3 failed, 3 skipped"


def test_no_report_is_no_test(tmp_path):
    assert totals.read(tmp_path / "none.xml") == Totals()


def test_totals_add_up():
    assert str(Totals(2, 0) + Totals(3, 1)) == "5 passed, 1 failed"


@pytest.mark.parametrize(
    ("made", "is_good"),
    [
        (run(), True), (run(status=1), False), (run(status=5, passed=0), False), (run(passed=0), False), (run(status=5, passed=0, leaves=("pure",)), True),
        (run(status=1, leaves=("pure",)), False), (run(passed=0, leaves=("pure",)), False),
    ],
)  # fmt: skip
def test_a_run_is_good_only_if_tests_ran_and_passed(made, is_good):
    assert made.is_good is is_good


def test_the_last_line_is_the_count(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(test_all, "CLOSING", tmp_path / "closing-line")
    assert test_all.sum_up([run(passed=7), run(passed=8)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "15 passed, 0 failed"
    assert (tmp_path / "closing-line").read_text() == "15 passed, 0 failed\n"
    assert test_all.sum_up([run(passed=7), run(status=1, passed=8, failed=1)]) == 1
    assert test_all.sum_up([run(passed=7), run(status=5, passed=0, leaves=("pure",))]) == 0
    assert (
        test_all.sum_up(
            [run(status=5, passed=0, leaves=("pure",)), run(status=5, passed=0, leaves=("page",))]
        )
        == 1
    )


def test_words_are_split_at_the_dashes():
    assert test_all.split(["a", "b", "--", "-k", "c"]) == (["a", "b"], ["-k", "c"])
    assert test_all.split(["--"]) == ([], [])
    assert test_all.split(["a"]) == (["a"], [])


def test_cores_are_shared_between_the_runs(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)), raising=False)
    monkeypatch.delenv("JOBS", raising=False)
    assert test_all.spread(2)[:2] == ["-n", "4"]
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)
    assert test_all.spread(2) == ["-n", "0"]
    monkeypatch.setenv("JOBS", "1")
    assert test_all.spread(2)[:2] == ["-n", "2"]


@pytest.mark.parametrize(
    ("asked", "names"), [("", ["sqlite", "postgresql", "once"]), ("postgresql", ["postgresql"])]
)
def test_what_runs_beside_the_databases_takes_no_core_from_them(monkeypatch, tmp_path, asked, names):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(4)), raising=False)
    monkeypatch.setenv("PRISTAN_TEST_DATABASES", asked)
    monkeypatch.delenv("JOBS", raising=False)
    monkeypatch.setattr(browser, "ensure", lambda: "chromium")
    monkeypatch.setattr(postgres, "server", lambda: nullcontext("postgres://"))
    monkeypatch.setattr(test_all, "ROOT", tmp_path)
    monkeypatch.setattr(test_all, "FOLDER", tmp_path / "tests")
    with ExitStack() as stack:
        runs = test_all.prepare(stack, [], [])
    assert [run.name for run in runs] == names
    assert {run.words[1] for run in runs} == {"2" if len(names) > 1 else "4"}
    assert all(bool(run.leaves) is (len(names) > 1) for run in runs), (
        "a database that runs alone takes all tests"
    )


def test_without_a_browser_tests_fail_and_say_how(monkeypatch):
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(debian, "install", lambda *packages: False)
    with pytest.raises(browser.BrowserMissing, match="apt-get install chromium"):
        browser.ensure()


def test_a_stub_that_does_not_start_is_no_browser(monkeypatch, tmp_path):
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setattr(browser, "NAMES", ())
    monkeypatch.setattr(browser, "PLACES", ())
    monkeypatch.setenv(browser.VARIABLE, str(stub))
    assert browser.find() is None
    stub.write_text("#!/bin/sh\nexit 0\n")
    assert browser.find() == str(stub)


def test_without_postgresql_tests_fail_and_say_how(monkeypatch, tmp_path):
    for name in ("_debian", "_install_debian"):
        monkeypatch.setattr(postgres, name, lambda: None)
    monkeypatch.setattr(postgres, "_wheel", lambda spare: None)
    with pytest.raises(postgres.PostgresMissing, match="apt-get install postgresql"):
        postgres.binaries(tmp_path)


def test_a_given_postgresql_is_taken(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@127.0.0.1:1/name")
    with postgres.server() as url:
        assert url == "postgres://somebody@127.0.0.1:1/name"


def test_ready_looks_at_everything():
    assert {"lint", "types", "shape", "messages-check", "docs"} == set(ready.CHECKS)
    assert set(ready.TESTS) == {"test"}


@pytest.mark.parametrize(
    ("failing", "words", "asked"),
    [
        ("", "the tests left no count behind", 6),
        ("lint", "make lint failed", 5),
        ("test", "make test failed", 6),
    ],
)
def test_ready_is_not_ready_without_a_count(monkeypatch, tmp_path, capsys, failing, words, asked):
    called = []

    def done(command, **told):
        called.append(command[-1])
        return subprocess.CompletedProcess(command, int(command[-1] == failing), stdout="said\n")

    monkeypatch.setattr(ready, "CLOSING", tmp_path / "none")
    monkeypatch.setattr(ready, "compile_words", list)
    monkeypatch.setattr(ready.subprocess, "run", done)
    assert ready.main() == 1
    assert words in capsys.readouterr().out
    assert len(called) == asked, "tests begin where all checks are well"


def test_ready_is_ready_with_a_count(monkeypatch, tmp_path, capsys):
    def done(command, **told):
        (tmp_path / "count").write_text("7 passed, 0 failed\n")
        return subprocess.CompletedProcess(command, 0, stdout=f"said by {command[-1]}\n")

    monkeypatch.setattr(ready, "CLOSING", tmp_path / "count")
    monkeypatch.setattr(ready, "compile_words", list)
    monkeypatch.setattr(ready.subprocess, "run", done)
    assert ready.main() == 0
    out = capsys.readouterr().out
    assert out.endswith("READY\n7 passed, 0 failed\n")
    assert all(f"== make {verb}\nsaid by {verb}" in out for verb in ready.CHECKS)
