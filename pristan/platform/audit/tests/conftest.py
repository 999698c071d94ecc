# SPDX-License-Identifier: EUPL-1.2
"""For those who try what the database refuses."""

import pytest

from pristan.platform.audit import guards


@pytest.fixture
def forger(db: None) -> None:
    """The triggers are away; the end of the test's transaction brings them back."""
    guards.lift()
