# SPDX-License-Identifier: EUPL-1.2
"""Translations in the database: loaded in bulk, reviewed one by one, stale where the original changed."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from pristan.platform.accounts.actors import SYSTEM, Actor
from pristan.platform.audit.models import AuditEntry
from pristan.platform.translations.content import Translation, digest, originals, resolve
from pristan.platform.translations.errors import OnlyPeopleReview, TextMissing
from pristan.platform.translations.models import Text
from pristan.platform.translations.selectors import texts_of
from pristan.platform.translations.services import Place, mark_human, put

AT = datetime(2026, 5, 4, tzinfo=UTC)
ANA = Actor("person", "5b0c", "Ana")
OWNER = uuid4()

pytestmark = pytest.mark.django_db


def draft(
    field: str, value: str, original: str, *, language: str = "en", owner: UUID = OWNER
) -> tuple[Place, Translation]:
    """A machine draft."""
    return Place(owner, field, language), Translation(value, "machine_draft", digest(original))


def states(entry: dict[str, Any], language: str = "en") -> dict[str, str]:
    """Path -> state for a reader of this language."""
    rows = texts_of([OWNER]).get(OWNER, {})
    return {
        path: resolve(path, original, rows, language, ["sl"])["state"]
        for path, original in originals(entry, "sl").items()
    }


def test_changing_one_sentence_makes_exactly_that_translation_stale() -> None:
    entry = {"name": "Rog", "summary": "Delavnica.", "documents": [{"text": "nič"}, {"text": "izkaznica"}]}
    put(
        draft(path, f"{language} {text}", text, language=language)
        for path, (_, text) in originals(entry, "sl").items()
        for language in ("en", "ar")
    )
    assert set(states(entry).values()) == {"draft"}
    entry["documents"][1]["text"] = "osebna izkaznica"  # type: ignore[index]
    for language in ("en", "ar"):
        assert states(entry, language) == {
            "name": "draft", "summary": "draft", "documents.1.text": "draft", "documents.2.text": "stale",
        }  # fmt: skip


def test_only_what_differs_is_written() -> None:
    other = uuid4()
    assert put([draft("name", "Rog", "Rog"), draft("name", "Clinic", "Ambulanta", owner=other)]) == {
        OWNER,
        other,
    }
    before = dict(Text.objects.values_list("owner", "pk"))
    texts = [draft("name", "Rog", "Rog"), draft("name", "The clinic", "Ambulanta", owner=other)]
    assert put(texts) == {other}
    assert dict(Text.objects.values_list("owner", "pk")) == before
    assert texts_of([other])[other]["name", "en"].value == "The clinic"


def test_what_left_the_pack_is_deleted() -> None:
    put(
        [
            draft("name", "Rog", "Rog"),
            draft("summary", "Open", "Odprto"),
            draft("name", "روج", "Rog", language="ar"),
        ]
    )
    assert put([], gone=[Place(OWNER, "summary", "en"), Place(uuid4(), "name", "en")]) == {OWNER}
    assert set(texts_of([OWNER])[OWNER]) == {("name", "en"), ("name", "ar")}


def test_a_bulk_takes_few_queries(django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(30):
        put(draft("name", "x", "y", owner=uuid4()) for _ in range(2000))
    assert Text.objects.count() == 2000


def test_a_person_vouches_for_a_draft() -> None:
    put([draft("name", "Rog", "Rog")])
    text = mark_human(place=Place(OWNER, "name", "en"), original="Rog", actor=ANA, at=AT)
    assert (text.state, text.reviewed_by, text.reviewed_at) == ("human", "5b0c", AT)
    assert states({"name": "Rog"}) == {"name": "human"}
    assert AuditEntry.objects.get().what == "translations.text.reviewed"


def test_a_person_may_write_it_anew_and_a_stale_one_is_current_again() -> None:
    put([draft("name", "Rog", "Rog")])
    assert states({"name": "Center Rog"}) == {"name": "stale"}
    mark_human(place=Place(OWNER, "name", "en"), original="Center Rog", value="Rog Centre", actor=ANA, at=AT)
    assert states({"name": "Center Rog"}) == {"name": "human"}
    mark_human(place=Place(OWNER, "summary", "en"), original="Odprto", value="Open", actor=ANA, at=AT)
    assert texts_of([OWNER])[OWNER]["summary", "en"] == Translation("Open", "human", digest("Odprto"))


def test_a_load_that_changes_a_reviewed_text_takes_its_reviewer_away() -> None:
    put([draft("name", "Rog", "Rog")])
    mark_human(place=Place(OWNER, "name", "en"), original="Rog", actor=ANA, at=AT)
    put([draft("name", "Rog!", "Rog")])
    text = Text.objects.get()
    assert (text.state, text.reviewed_by, text.reviewed_at) == ("machine_draft", "", None)


def test_machines_vouch_for_nothing() -> None:
    put([draft("name", "Rog", "Rog")])
    with pytest.raises(OnlyPeopleReview, match="machine draft"):
        mark_human(place=Place(OWNER, "name", "en"), original="Rog", actor=SYSTEM, at=AT)


def test_there_must_be_something_to_review() -> None:
    with pytest.raises(TextMissing, match="write one"):
        mark_human(place=Place(OWNER, "name", "en"), original="Rog", actor=ANA, at=AT)
    assert not Text.objects.exists()
