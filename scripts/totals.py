# SPDX-License-Identifier: EUPL-1.2
"""What pytest counted, read from its own report, so that a summary is never a guess."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Totals:
    """Tests by outcome. `failed` holds errors too."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def read(report: Path) -> Totals:
    """Totals of a JUnit report; none at all where there is no report (the run broke before it began)."""
    if not report.exists():
        return Totals()
    counted = Totals()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, failures, errors, skipped = (
            int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
        )
        failed = failures + errors
        counted += Totals(max(0, tests - failed - skipped), failed, skipped)
    return counted
