# SPDX-License-Identifier: EUPL-1.2
"""Who may read what is on record: those it concerns, as the apps declare; by default nobody."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from pristan.platform.accounts.actors import ANONYMOUS, Actor, signed_link, system
from pristan.platform.accounts.models import User
from pristan.platform.accounts.names import LEFT
from pristan.platform.audit import concerns
from pristan.platform.audit.models import AuditEntry
from pristan.platform.audit.selectors import names, visible_to
from pristan.platform.audit.tests.kit import AT, LOADER, record

pytestmark = pytest.mark.django_db
ANA, BOR = Actor("person", "a"), Actor("person", "b")


@pytest.fixture(autouse=True)
def nobody_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The declarations of real apps are not of this test."""
    monkeypatch.setattr(concerns, "_concerned", {})


@pytest.fixture
def on_record() -> Iterator[None]:
    record("rog"), record("tivoli", actor=ANA), record("rog", actor=BOR, at=AT + timedelta(days=2))
    yield


def keys(actor: Actor) -> list[str]:
    return sorted(visible_to(actor).values_list("about_key", flat=True))


def test_nobody_reads_what_nobody_declared_not_even_their_own(on_record: None) -> None:
    assert [keys(actor) for actor in (ANA, LOADER, ANONYMOUS)] == [[], [], []]


def test_an_app_declares_whom_its_things_concern(on_record: None) -> None:
    concerns.register("entry", lambda actor: ["rog"] if actor == ANA else [])
    assert concerns.kinds() == ("entry",)
    assert keys(ANA) == ["rog", "rog"]
    assert keys(BOR) == []


def test_keys_may_come_as_a_query(on_record: None) -> None:
    asked = AuditEntry.objects.filter(actor_id="a").values("about_key")
    concerns.register("entry", lambda actor: asked)
    assert keys(BOR) == ["tivoli"]


def test_some_may_read_all_of_a_kind_and_no_other(on_record: None) -> None:
    concerns.register("entry", lambda actor: concerns.EVERY if actor == ANA else ())
    concerns.register("course", lambda actor: concerns.EVERY)
    assert len(keys(ANA)) == 3
    assert keys(BOR) == []


def test_a_word_that_is_not_every_opens_nothing(on_record: None) -> None:
    concerns.register("entry", lambda actor: "rog")  # type: ignore[arg-type, return-value]
    assert keys(ANA) == []


def test_an_unknown_visitor_is_not_even_asked_for(on_record: None) -> None:
    concerns.register("entry", lambda actor: concerns.EVERY)
    assert keys(ANONYMOUS) == []


def test_query_words_build_on_each_other(on_record: None) -> None:
    concerns.register("entry", lambda actor: concerns.EVERY)
    seen = visible_to(ANA)
    assert seen.about("entry", "rog").count() == 2
    assert seen.about("course", "rog").count() == 0
    assert seen.by("b").get().about_key == "rog"
    assert seen.about("entry", "rog").since(AT + timedelta(days=1)).get().actor_id == "b"


def test_actors_are_called_by_what_the_accounts_say_today() -> None:
    user = User.objects.add(email="ana@example.org", display_name="Ana", at=AT)
    actors = [Actor("person", str(user.uuid)), Actor("person", "no-uuid"), LOADER, signed_link("x1"), ANONYMOUS, system("tick")]  # fmt: skip
    called = names([record(actor=actor) for actor in actors])
    assert [called[actor.kind, actor.id] for actor in actors] == [
        "Ana", LEFT, "pack-load", "a signed link", "anonymous", "tick",
    ]  # fmt: skip


def test_names_of_many_take_one_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    entries = [record(actor=Actor("person", str(User.objects.add(email=f"u{n}@example.org", display_name="U", at=AT).uuid))) for n in range(5)]  # fmt: skip
    with django_assert_num_queries(1):
        names(entries)
