# SPDX-License-Identifier: EUPL-1.2
"""Which run takes a test: planted tests of each kind, in a pytest of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

from scripts import test_all
from tests.cities import ROOT

PLANTED = """
import os
import subprocess
import sys

import pytest

LOOK = "import django; django.setup(); from django.db import connection; connection.ensure_connection()"


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    pass


@pytest.fixture
def served(database):
    pass


@pytest.fixture
def visitor():
    pass


@pytest.mark.django_db
def test_marked(): pass
def test_of_a_module(rows): pass
def test_of_a_process(served): pass
@pytest.mark.journey(on_each=True)
def test_of_a_journey_on_each(served, visitor): pass
@pytest.mark.journey
def test_of_pages(served, visitor): pass
@pytest.mark.once
def test_of_a_city_once(served): pass
def test_of_a_visitor_without_the_mark(served, visitor): pass
def test_of_thought(): pass
def test_of_a_browser_alone(visitor): pass
"""
REACHING = """
from django.db import connection


def test_a_query_without_asking():
    connection.ensure_connection()


def test_a_process_without_asking():
    subprocess.run([sys.executable, "-c", LOOK], check=True, env=os.environ)


def test_a_process_that_asked(database):
    subprocess.run([sys.executable, "-c", LOOK], check=True, env=os.environ)


def test_asking_less_than_all(is_one_of_several):
    assert is_one_of_several
"""
ON_EACH = {"marked", "of_a_module", "of_a_process", "of_a_journey_on_each", "of_a_visitor_without_the_mark"}
OF_PAGES, OF_THOUGHT = {"of_pages", "of_a_city_once"}, {"of_thought", "of_a_browser_alone"}


def planted(folder: Path, text: str, *words: str) -> str:
    """What pytest says of these tests."""
    file = folder / "test_planted.py"
    file.write_text(text, encoding="utf-8")
    command = f"{sys.executable} -m pytest -c pytest.ini --rootdir={ROOT} -p conftest -p no:cacheprovider"
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": f"sqlite:///{folder / 'city'}"}
    done = subprocess.run(
        [*command.split(), *words, str(file)],
        cwd=ROOT, env=os.environ | own, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_each_run_takes_what_the_others_leave(tmp_path: Path) -> None:
    taken = {}
    for name, left in test_all.LEFT.items():
        said = planted(tmp_path, PLANTED, "--collect-only", *(f"--leave={kind}" for kind in left))
        taken[name] = set(re.findall(r"::test_(\w+)", said))
    assert taken == {"sqlite": ON_EACH, "postgresql": ON_EACH, test_all.ONCE: OF_PAGES | OF_THOUGHT}


def test_nothing_reaches_a_database_without_asking_for_it(tmp_path: Path) -> None:
    said = planted(tmp_path, PLANTED + REACHING, "-vv", "-k", "asking or asked")
    came_out = dict(re.findall(r"::test_(\w+) (PASSED|FAILED)", said))
    # No other run takes anything here, so nothing may be asked less.
    without = dict.fromkeys(
        ("a_query_without_asking", "a_process_without_asking", "asking_less_than_all"), "FAILED"
    )
    assert came_out == without | {"a_process_that_asked": "PASSED"}, said
