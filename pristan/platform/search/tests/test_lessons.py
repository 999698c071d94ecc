# SPDX-License-Identifier: EUPL-1.2
"""What was learned from the city's pages holds from a version on, and goes when no reader of it is left."""

from pristan.platform.search import lessons
from pristan.platform.search.learning import Pair
from pristan.platform.search.models import Lesson
from pristan.platform.search.port import index
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.test_learning import LINES, pair


def page() -> Pair:
    return pair(*LINES, language="en", other="sl")


def test_a_reader_has_the_last_lesson_before_the_version_they_read(db: None) -> None:
    assert (lessons.latest(), lessons.at(9).size()) == (-1, 0)
    assert lessons.renew([page()], since=4) == lessons.at(4).size() > 0
    lessons.renew([], since=7)
    assert [bool(lessons.at(version)) for version in (3, 4, 6, 7, 9)] == [False, True, True, False, False]
    assert lessons.latest() == 7


def test_a_city_finds_by_what_it_learned_from_that_version_on(shelf: Shelf) -> None:
    shelf.put(document(1, language="sl", name="Lavka"))
    lessons.renew([page()], since=2)
    asked = {"text": "shop", "language": "en", "languages": ("sl",)}
    assert shelf.found(**asked, version=1) == []
    assert shelf.found(**asked, version=2) == ["Lavka"]


def test_a_lesson_that_nobody_reads_any_more_is_forgotten_and_so_is_one_that_never_was(db: None) -> None:
    for version in (2, 4, 8):
        lessons.renew([page()], since=version)
    index().settle(5)
    assert sorted(Lesson.objects.values_list("since", flat=True)) == [4, 8]
    index().clear_after(5)
    assert sorted(Lesson.objects.values_list("since", flat=True)) == [4]
    index().settle(3)
    assert Lesson.objects.count() == 1
