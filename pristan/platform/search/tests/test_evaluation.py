# SPDX-License-Identifier: EUPL-1.2
"""The measures say what they are called."""

from pristan.platform.search.evaluation import Measures, percentile


def measured(*answers: list[str]) -> Measures:
    found = Measures()
    for answer in answers:
        found.add(answer, {"right"}, 10.0, is_fallback=not answer)
    return found


def test_success_counts_the_first_right_answer_within_so_many() -> None:
    ten = [f"w{number}" for number in range(20)]
    found = measured(["right"], [*ten[:4], "right"], [*ten[:9], "right"], [*ten[:10], "right"], [])
    figures = found.figures()
    assert (figures["success@1"], figures["success@5"], figures["success@10"]) == (0.2, 0.4, 0.6)
    assert figures["mrr@10"] == (1 + 1 / 5 + 1 / 10) / 5
    assert (figures["queries"], figures["empty"], figures["fallback"]) == (5, 1, 1)


def test_only_the_first_of_several_right_answers_counts() -> None:
    found = Measures()
    found.add(["x", "b", "a"], {"a", "b"}, 1.0, is_fallback=False)
    assert found.mrr() == 0.5


def test_of_nothing_all_figures_are_nothing() -> None:
    assert set(Measures().figures().values()) == {0}


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([5, 1, 4, 2, 3], 0.5) == 3
    assert percentile([*range(1, 101)], 0.95) == 95
    assert percentile([7], 0.95) == 7
    assert percentile([], 0.5) == 0
