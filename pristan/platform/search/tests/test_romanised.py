# SPDX-License-Identifier: EUPL-1.2
"""A question in Arabic or Persian typed with Latin letters means what it would in its own; any other stays what it is."""

import pytest

from pristan.platform.search.analysis import analyser
from pristan.platform.search.tests.conftest import Teach
from pristan.platform.search.tests.kit import Shelf, document
from pristan.platform.search.tests.teaching import Lessons
from pristan.platform.search.understanding import Question, understand

TOWN = Lessons(
    words={
        "s:sleep": {"ar": "أنام", "fa": "بخوابم", "en": "sleep"},
        "s:house": {"ar": "بيت", "fa": "خانه", "en": "house"},
        "s:child": {"fa": "بچه‌ام"},
        "s:work": {"ar": "شغل", "fa": "کار", "en": "work permit"},
        "s:iqama": {"ar": "iqama"},
        "x:strong:violence": {"ar": "زوجي يضربني", "fa": "شوهرم مرا می‌زند"},
    }
)


@pytest.mark.parametrize(
    ("text", "reader", "meant"),
    [
        ("lazem anam hala2", "ar", "s:sleep"), ("ma 3andi bait", "ar", "s:house"), ("shoghol", "ar", "s:work"), ("khane mikham", "fa", "s:house"),
        ("bde shughl w beit", "sl", "s:work"), ("khaneh mikham baraye bachem va shohar", "en", "s:house"), ("iqama", "ar", "s:iqama"), ("bdi bbeit w iqama", "ar", "s:iqama"),
    ],
)  # fmt: skip
def test_it_means_the_same_typed_either_way(text: str, reader: str, meant: str, teach: Teach) -> None:
    assert meant in meanings(asked(text, reader, teach))


@pytest.mark.parametrize(
    ("text", "reader"), [("work permit", "ar"), ("house", "fa"), ("kje je hiša", "ar"), ("ev arıyorum", "fa")]
)
def test_another_language_stays_what_it_is(text: str, reader: str, teach: Teach) -> None:
    assert {each.surface for each in asked(text, reader, teach).asked} <= {*text.split()}


def test_who_reads_another_language_must_say_more_of_it(teach: Teach) -> None:
    assert "s:house" not in meanings(asked("elbayt", "sl", teach))
    assert "s:house" in meanings(asked("elbayt", "ar", teach))


def test_danger_is_heard_typed_either_way(teach: Teach) -> None:
    for text, reader in (("zawji yadribni", "ar"), ("shoharam mara mizanad", "fa")):
        assert asked(text, reader, teach).crisis == ("violence",)


def test_it_finds_what_is_written_in_its_own_letters(shelf: Shelf, teach: Teach) -> None:
    teach(TOWN)
    shelf.put(document(1, language="ar", name="بيت للنوم"), document(2, language="ar", name="مكتبة"))
    assert shelf.found("lazem el bayt", language="ar") == ["بيت للنوم"]


def asked(text: str, reader: str, teach: Teach) -> Question:
    return understand(text, reader, [reader], analyser(), teach(TOWN))


def meanings(question: Question) -> set[str]:
    return {name for each in question.asked for name in each.meanings}
