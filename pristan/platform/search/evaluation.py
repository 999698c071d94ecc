# SPDX-License-Identifier: EUPL-1.2
"""How good a search is: the measures over many questions whose right answers are known."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

DEEPEST = 10  # ranks that count for the reciprocal rank


@dataclass
class Measures:
    """Counted question by question."""

    ranks: list[int] = field(default_factory=list)  # of the first right answer; 0 where there was none
    times: list[float] = field(default_factory=list)
    empty: int = 0
    fallback: int = 0
    left_out: int = 0

    def add(self, found: Sequence[str], right: Collection[str], ms: float, *, is_fallback: bool) -> None:
        """One question with its answer, best first."""
        self.ranks.append(next((rank for rank, each in enumerate(found, 1) if each in right), 0))
        self.times.append(ms)
        self.empty += not found
        self.fallback += is_fallback

    def success(self, at: int) -> float:
        """The share of questions with a right answer among the first `at`."""
        return _share(sum(0 < rank <= at for rank in self.ranks), len(self.ranks))

    def mrr(self) -> float:
        """Mean reciprocal rank of the first right answer, among the first ten."""
        return _share(sum(1 / rank for rank in self.ranks if 0 < rank <= DEEPEST), len(self.ranks))

    def figures(self) -> Mapping[str, float | int]:
        """All of them by name."""
        return {
            "queries": len(self.ranks), "left_out": self.left_out,
            "success@1": self.success(1), "success@5": self.success(5), "success@10": self.success(10),
            "mrr@10": self.mrr(), "empty": self.empty, "fallback": self.fallback,
            "p50_ms": percentile(self.times, 0.5), "p95_ms": percentile(self.times, 0.95),
        }  # fmt: skip


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies (nearest rank); 0 of nothing."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)] if values else 0.0


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
