# SPDX-License-Identifier: EUPL-1.2
"""Floors under the quality of search, over the real city and the questions that nobody looked at while it was built: what was reached is not lost unseen. docs/search.md has the figures."""

from statistics import mean

import pytest

from tests.quality import measures

pytestmark = pytest.mark.django_db


def test_questions_in_thirteen_languages_are_answered_as_well_as_before(ljubljana, db):
    found = measures.answers("test")
    assert len(measures.by_language(found)) == 13
    assert not any(each.is_empty for each in found), "nobody gets an empty page"
    assert measures.overall(found) >= 0.76
    assert min(mean(each.ndcg for each in some) for some in measures.by_language(found).values()) >= 0.71
    assert mean(each.is_success for each in found) >= 0.93
    heard = measures.alarms()
    assert mean(each.was_pinned for each in heard if each.is_crisis) >= 0.97
    assert mean(each.was_pinned for each in heard if not each.is_crisis) <= 0.03
