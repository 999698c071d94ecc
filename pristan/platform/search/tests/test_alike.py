# SPDX-License-Identifier: EUPL-1.2
"""What is declared to be about the same needs as the best documents gains by it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from pristan.platform.search import alike
from pristan.platform.search.alike import MODELS, SHARE, added
from pristan.platform.search.analysis import analyser
from pristan.platform.search.encoding import encode
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tokens import Stored

BROADER = {"n:rent": ("n:housing",), "n:mortgage": ("n:housing",), "n:housing": ("n:home",)}


def about(*meanings: str) -> Stored:
    made = encode(replace(document(1, language="xx"), meanings=meanings), analyser())
    return Stored(made.tokens, made.lengths)


def likeness(
    *documents: Stored, scores: Sequence[float] = (), broader: Mapping[str, Sequence[str]] = BROADER
) -> list[float]:
    """How like the first ones each is, where scores fall from one to the next."""
    falling = scores or [0.5**place for place, _ in enumerate(documents)]
    return [share / SHARE for share in added(documents, falling, broader)]


def test_who_declares_the_same_gains_most_who_declares_a_part_less_and_others_nothing() -> None:
    best, same, part, other, silent = likeness(
        about("n:work", "n:wages"), about("n:work", "n:wages"), about("n:wages"), about("n:rent"), about()
    )
    assert best == pytest.approx(1)
    assert same == pytest.approx(1)
    assert 1 > part > other == silent == 0


def test_what_is_named_first_counts_more_than_what_is_named_later() -> None:
    models = [about("n:work", "n:wages")] * MODELS
    *_, first, later = likeness(*models, about("n:work"), about("n:wages"))
    assert first > later > 0


def test_needs_below_the_same_need_are_a_little_alike() -> None:
    models = [about("n:rent")] * MODELS
    *_, same, sister, above, other = likeness(
        *models, about("n:rent"), about("n:mortgage"), about("n:home"), about("n:work")
    )
    assert same > above > other == 0
    assert same > sister > other
    assert likeness(*models, about("n:mortgage"), broader={})[-1] == 0


def test_audiences_are_no_needs() -> None:
    assert likeness(*[about("a:women", "n:work")] * MODELS, about("a:women", "n:rent"))[-1] == 0


def test_the_best_are_the_models_wherever_they_stand_and_the_better_one_counts_more() -> None:
    documents = [about(each) for each in ("n:tax", "n:work", "n:school", "n:work", "n:tax", "n:school")]
    tax, work, school, *_ = likeness(*documents, scores=(1, 9, 3, 1, 1, 1))
    assert work > school > tax == 0


def test_where_nothing_is_declared_or_nothing_is_found_nothing_is_added() -> None:
    assert likeness(about(), about(), about()) == [0, 0, 0]
    assert added([], [], BROADER) == []


def test_of_two_that_say_the_same_the_one_like_the_best_goes_first(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put(
        replace(document(1, name="Garden"), meanings=("n:work", "n:wages")),
        replace(document(2, name="Other", body="A garden"), meanings=("n:rent", "n:tax")),
        replace(document(3, name="Alike", body="A garden"), meanings=("n:work", "n:wages")),
    )
    assert shelf.found("garden") == ["Garden", "Alike", "Other"]
    monkeypatch.setattr(alike, "SHARE", 0.0)
    assert shelf.found("garden") == ["Garden", "Other", "Alike"]
