# SPDX-License-Identifier: EUPL-1.2
"""Whatever is changed by hand in the database, the walk names the first position that does not fit."""

from collections.abc import Callable

import pytest

from pristan.platform.accounts.actors import person
from pristan.platform.accounts.models import User
from pristan.platform.accounts.names import LEFT
from pristan.platform.audit import sealing, verifying
from pristan.platform.audit.chain import GENESIS, Head
from pristan.platform.audit.models import AuditEntry
from pristan.platform.audit.selectors import names
from pristan.platform.audit.tests.kit import AT, late, record, sealed, several, sql
from pristan.platform.audit.verifying import verify

pytestmark = pytest.mark.django_db
COUNT = 9


@pytest.fixture
def chain(forger: None) -> list[int]:
    """Nine sealed entries; their numbers by position, from 1 on."""
    several(COUNT)
    sealing.seal()
    assert verify().is_whole
    return [0, *sealed()]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("what", "directory.entry.withdrawn"),
        ("actor_kind", "person"),
        ("actor_id", "somebody-else"),
        ("about_kind", "course"),
        ("about_key", "another"),
        ("why", ""),
        ("at", "2026-05-04 08:30:15+00:00"),
    ],
)
def test_a_changed_entry(chain: list[int], field: str, value: str) -> None:
    sql(f"UPDATE audit_auditentry SET {field} = %s WHERE number = %s", value, chain[4])
    told = verify()
    assert told.breach and told.breach.position == 4
    assert told.breach.what.startswith(f"entry {chain[4]} was changed")
    assert told.head.position == 3, "so far it fits"
    assert not told.is_whole


def test_the_last_entry_changed(chain: list[int]) -> None:
    sql("UPDATE audit_auditentry SET why = 'x' WHERE number = %s", chain[COUNT])
    assert verify().breach.position == COUNT  # type: ignore[union-attr]


def test_a_removed_entry(chain: list[int]) -> None:
    sql("DELETE FROM audit_auditentry WHERE number = %s", chain[5])
    assert str(verify().breach) == f"position 5: entry {chain[5]} is missing"


def test_an_entry_with_another_number(chain: list[int]) -> None:
    sql("UPDATE audit_auditentry SET number = %s WHERE number = %s", chain[5] + 1000, chain[5])
    assert str(verify().breach) == f"position 5: entry {chain[5]} is missing"


@pytest.mark.parametrize("position", [1, 6])
def test_a_removed_seal(chain: list[int], position: int) -> None:
    sql("DELETE FROM audit_seal WHERE position = %s", position)
    assert str(verify().breach) == f"position {position}: its seal is missing"


def test_a_removed_seal_with_the_gap_closed(chain: list[int]) -> None:
    sql("DELETE FROM audit_seal WHERE position = 6")
    for position in range(7, COUNT + 1):
        sql("UPDATE audit_seal SET position = %s WHERE position = %s", position - 1, position)
    told = verify().breach
    assert told and told.position == 6 and "taken out" in told.what


def test_a_changed_order_of_entries(chain: list[int]) -> None:
    point(3, -1), point(4, chain[3]), point(3, chain[4])
    told = verify().breach
    assert told and told.position == 3 and "or the order" in told.what


def point(position: int, entry: int) -> None:
    """Let a seal speak of another entry."""
    sql("UPDATE audit_seal SET entry_id = %s WHERE position = %s", entry, position)


def test_a_changed_order_of_whole_seals(chain: list[int]) -> None:
    for former, now in ((3, -1), (4, 3), (-1, 4)):
        sql("UPDATE audit_seal SET position = %s WHERE position = %s", now, former)
    assert verify().breach.position == 3  # type: ignore[union-attr]


def test_a_seal_written_over(chain: list[int]) -> None:
    sql("UPDATE audit_seal SET digest = %s WHERE position = 7", "f" * 64)
    told = verify().breach
    assert told and told.position == 7 and "written over" in told.what


@pytest.mark.parametrize("position", [2, COUNT + 1])
def test_a_seal_put_in(chain: list[int], position: int) -> None:
    for after in range(COUNT, position - 1, -1):
        sql("UPDATE audit_seal SET position = %s WHERE position = %s", after + 1, after)
    late(chain[COUNT] + 1)
    sql("INSERT INTO audit_seal (position, entry_id, digest) VALUES (%s, %s, %s)", position, chain[COUNT] + 1, "a" * 64)  # fmt: skip
    assert verify().breach.position == position  # type: ignore[union-attr]


def test_a_seal_of_no_entry_put_at_the_end(chain: list[int]) -> None:
    sql("INSERT INTO audit_seal (position, entry_id, digest) VALUES (%s, 999999, %s)", COUNT + 1, "a" * 64)
    assert str(verify().breach) == f"position {COUNT + 1}: entry 999999 is missing"


def test_a_chain_cut_off_shows_beside_a_head_that_was_kept(chain: list[int]) -> None:
    kept = verify().head
    sql("DELETE FROM audit_seal WHERE position > 6")
    sql("DELETE FROM audit_auditentry WHERE number > %s", chain[6])
    assert verify().is_whole, "what is left fits"
    told = verify(kept=[kept])
    assert told.strangers == [kept] and not told.is_whole


def test_a_chain_made_anew_shows_beside_a_head_that_was_kept(chain: list[int]) -> None:
    kept = verify().head
    sql("UPDATE audit_auditentry SET why = 'nothing happened' WHERE number = %s", chain[2])
    sql("DELETE FROM audit_seal")
    sealing.seal(everything=True)
    assert verify().is_whole, "by itself it fits"
    assert verify(kept=[kept]).strangers == [kept]


def test_heads_that_were_kept_stay_part_of_a_chain_that_grows(chain: list[int]) -> None:
    kept = [verify().head]
    several(3)
    sealing.seal()
    kept.append(verify().head)
    assert verify(kept=kept).is_whole
    assert verify(kept=[Head(kept[0].position, "0" * 64)]).strangers == [Head(kept[0].position, "0" * 64)]
    assert verify(kept=[Head(0, GENESIS)]).is_whole, "nothing was on record then"


def test_the_walk_goes_from_page_to_page(chain: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "PAGE", 2)
    assert verify().head.position == COUNT
    sql("UPDATE audit_auditentry SET why = 'x' WHERE number = %s", chain[6])
    assert verify().breach.what.startswith(f"entry {chain[6]} was changed")  # type: ignore[union-attr]


@pytest.mark.parametrize("forget", [lambda user: user.delete(), lambda user: User.objects.update(display_name="", email="x@example.invalid")])  # fmt: skip
def test_names_are_erased_and_the_chain_still_fits(forget: Callable[[User], object]) -> None:
    user = User.objects.add(email="ana@example.org", display_name="Ana", at=AT)
    entry = record(actor=person(user))
    sealing.seal()
    kept = verify().head
    who = (entry.actor_kind, entry.actor_id)
    assert names([entry])[who] == "Ana"
    forget(user)
    assert verify(kept=[kept]).is_whole
    assert names([entry])[who] == LEFT
    assert not AuditEntry.objects.filter(actor_id__contains="Ana").exists()
