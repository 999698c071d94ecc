# SPDX-License-Identifier: EUPL-1.2
"""`pristan audit`: seal, verify beside a kept head, read."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from pristan.platform.accounts.actors import person
from pristan.platform.accounts.models import User
from pristan.platform.audit import guards
from pristan.platform.audit import services as audit

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
HEAD = re.compile(r"head (\d+:[0-9a-f]{64})")


@pytest.fixture
def trail(pristan, pack):
    """A city that was loaded, and two edits by a person."""
    pristan("pack", "load", pack)
    ana = User.objects.add(email="ana@example.org", display_name="Ana", at=AT)
    with transaction.atomic():
        for key, why in (("klic", "hours"), ("org", "new phone")):
            audit.record(what="directory.entry.edited", actor=person(ana), about=("entry", key), at=AT, why=why)  # fmt: skip
    return ana


@pytest.fixture
def tamper():
    """Change an entry as a forger would."""

    def act(statement):
        guards.lift()
        with connection.cursor() as cursor:
            cursor.execute(statement)

    yield act
    guards.lay(kinds=[guards.CHANGE])


def test_entries_are_sealed_and_verified_and_the_head_is_printed(pristan, trail):
    told = pristan("audit", "verify")
    assert told.status == 0 and "0 sealed entries" in told.out
    assert "3 not sealed yet, the oldest of 2026-05-04 08:30 UTC" in told.out
    sealed = pristan("audit", "seal")
    assert sealed.status == 0 and sealed.out.startswith("sealed 3; head 3:")
    told = pristan("audit", "verify")
    assert told == (0, f"3 sealed entries, and each fits\n0 not sealed yet\n{sealed.out.split('; ')[1]}", "")


def test_a_changed_entry_ends_with_1_and_its_place(pristan, trail, tamper):
    pristan("audit", "seal")
    tamper("UPDATE audit_auditentry SET why = 'nothing' WHERE about_key = 'klic'")
    told = pristan("audit", "verify")
    assert told.status == 1 and "does not fit at position 2: entry" in told.err and "back-up" in told.err
    assert "head" not in told.out, "a broken chain has no head to keep"


def test_a_head_that_was_kept_is_looked_for(pristan, trail, tamper):
    kept = HEAD.search(pristan("audit", "seal").out)[1]
    assert pristan("audit", "verify", "--head", kept).status == 0
    tamper("DELETE FROM audit_seal WHERE position = 3")
    tamper("DELETE FROM audit_auditentry WHERE about_key = 'org'")
    assert pristan("audit", "verify").status == 0
    told = pristan("audit", "verify", "--head", kept)
    assert told.status == 1 and f"the head {kept} is not in this chain" in told.err


@pytest.mark.parametrize("head", ["", "3", "3:abc", "0:" + "0" * 64, "-1:" + "a" * 64, "x:" + "a" * 64])
def test_a_head_that_is_none_is_refused(pristan, head):
    told = pristan("audit", "verify", f"--head={head}")
    assert told.status == 2 and "POSITION:DIGEST" in told.err


def test_show_names_people_beside_the_trail(pristan, trail):
    told = pristan("audit", "show").out.splitlines()
    assert [line.split("  ")[2 if line.startswith(" ") else 1] for line in told] != []
    assert "directory.entry.edited  entry klic  Ana" in "\n".join(told) and told[-1].endswith(": new phone")
    trail.delete()
    told = pristan("audit", "show").out
    assert "Ana" not in told and "entry klic  somebody who left" in told


def test_show_is_narrowed(pristan, trail):
    assert len(pristan("audit", "show", "--about", "entry", "klic").out.splitlines()) == 1
    assert len(pristan("audit", "show", "--actor", str(trail.uuid)).out.splitlines()) == 2
    assert len(pristan("audit", "show", "--since", "2026-05-05").out.splitlines()) == 1
    assert len(pristan("audit", "show", "--limit", "2").out.splitlines()) == 2
    assert "org" in pristan("audit", "show", "--actor", str(trail.uuid), "--limit", "1").out
    assert pristan("audit", "show", "--about", "entry", "none").out == "nothing is on record\n"


def test_show_gives_json_line_by_line(pristan, trail):
    told = [json.loads(line) for line in pristan("audit", "show", "--json", "--about", "entry", "klic").out.splitlines()]  # fmt: skip
    assert [(row["what"], row["about"], row["why"]) for row in told] == [
        ("directory.entry.edited", ["entry", "klic"], "hours"),
    ]
    assert told[0]["actor"] == {"kind": "person", "id": str(trail.uuid), "name": "Ana"}
    assert told[0]["at"] == "2026-05-04T08:30:00+00:00"
    assert pristan("audit", "show", "--json", "--about", "entry", "none").out == ""


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "5.4.2026", ""])
def test_a_day_that_is_none_is_refused(pristan, since):
    told = pristan("audit", "show", f"--since={since}")
    assert told.status == 2 and "write it as 2026-11-27" in told.err


def test_a_day_before_there_is_a_city_says_what_to_do(pristan):
    told = pristan("audit", "show", "--since", "2026-11-27")
    assert told.status == 1 and "pack load" in told.err


@pytest.mark.parametrize("words", [(), ("sing",), ("show", "--about", "entry"), ("show", "--limit", "many")])
def test_words_that_are_no_call_end_with_2(pristan, words):
    assert pristan("audit", *words).status == 2
