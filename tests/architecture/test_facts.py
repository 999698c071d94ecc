# SPDX-License-Identifier: EUPL-1.2
"""Every fact has its line in docs/facts.md, and no line speaks of one that is gone."""

import re

from pristan.platform.facts.registry import facts
from tests.architecture.tree import ROOT

LINE = re.compile(r"^\| `([a-z.-]+)` \|.*\| (no|\*\*yes\*\*) \|$", re.M)


def test_every_fact_is_explained_as_it_is_declared():
    told = dict(LINE.findall((ROOT / "docs" / "facts.md").read_text(encoding="utf-8")))
    declared = {key: "**yes**" if fact.is_about_persons else "no" for key, fact in facts().items()}
    assert told == declared, "mend: docs/facts.md"
