# SPDX-License-Identifier: EUPL-1.2
"""Jobs are declared by the apps and collected here."""

import inspect
import re

import pytest

from pristan.platform.audit import ticks as audit
from pristan.platform.search import ticks as search
from pristan.platform.ticks import registry
from pristan.platform.ticks.errors import JobNamedTwice


def test_the_jobs_of_the_apps_are_found() -> None:
    names = [job.name for job in registry.jobs()]
    assert {"audit.seal", "audit.sweep", "search.forget"} <= set(names)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)


def test_every_job_says_that_it_may_be_run_again() -> None:
    silent = [job.name for job in registry.jobs() if "dempotent" not in (inspect.getdoc(job.run) or "")]
    assert silent == [], "mend: say in its docstring why running it twice does no harm"


def test_two_jobs_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "JOBS", audit.JOBS)
    with pytest.raises(JobNamedTwice, match=r"audit\.seal.*another name"):
        registry.jobs()
