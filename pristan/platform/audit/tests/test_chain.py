# SPDX-License-Identifier: EUPL-1.2
"""The form of the chain never changes: whoever kept a head must be able to check it in ten years."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from pristan.platform.audit import chain

AT = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
ROW = (17, "directory.entry.edited", "person", "5b0c", "entry", "rog", 'hours, "new"\n', AT)


def test_a_link_can_be_computed_with_nothing_of_ours() -> None:
    plain = json.dumps([*ROW[:-1], "2026-05-04T08:30:00.000000Z"], separators=(",", ":"), ensure_ascii=False)
    assert chain.canonical(ROW) == plain.encode()
    assert chain.link(chain.GENESIS, ROW) == hashlib.sha256(b"0" * 64 + plain.encode()).hexdigest()


def test_it_is_what_it_was() -> None:
    assert (
        chain.link(chain.GENESIS, ROW) == "f06e36bdfbcb2bb32c9f21a4fa0f7b9596744d3a25e24aa195251ce7e7a2e0ad"
    )


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    row = (*ROW[:6], "razlog: čas, سبب", AT)
    assert "čas, سبب".encode() in chain.canonical(row)


def test_one_instant_has_one_form_in_every_zone() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=2)))
    assert chain.canonical((*ROW[:7], elsewhere)) == chain.canonical(ROW)


@pytest.mark.parametrize("place", range(8))
def test_every_field_counts(place: int) -> None:
    changed = list(ROW)
    changed[place] = (
        AT + timedelta(microseconds=1) if place == 7 else (18 if place == 0 else ROW[place] + "x")
    )
    assert chain.link(chain.GENESIS, changed) != chain.link(chain.GENESIS, ROW)


def test_what_moves_from_one_field_to_the_next_shows() -> None:
    moved = (*ROW[:4], "entryr", "og", *ROW[6:])
    assert chain.canonical(moved) != chain.canonical(ROW)


def test_the_former_digest_counts() -> None:
    assert chain.link("1" * 64, ROW) != chain.link(chain.GENESIS, ROW)


def test_a_head_is_written_as_the_command_takes_it() -> None:
    assert str(chain.Head(3, "ab")) == "3:ab"
