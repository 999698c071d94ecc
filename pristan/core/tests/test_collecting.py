# SPDX-License-Identifier: EUPL-1.2
"""While a lot is made the collector looks seldom; afterwards all is as before, whatever happened."""

import gc
import weakref

import pytest

from pristan.core.collecting import bulk


class Circle:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.self = self


def test_afterwards_the_collector_is_as_before() -> None:
    usual, frozen = gc.get_threshold(), gc.get_freeze_count()
    with bulk():
        assert gc.get_threshold()[0] > usual[0]
        assert gc.get_freeze_count() > frozen
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


def test_an_error_changes_nothing_in_that() -> None:
    usual = gc.get_threshold()
    with pytest.raises(KeyError), bulk():
        raise KeyError
    assert gc.get_threshold() == usual


def test_circles_that_are_made_meanwhile_are_still_collected() -> None:
    with bulk():
        lost = weakref.ref(Circle())
        assert lost() is not None
        gc.collect()
        assert lost() is None
