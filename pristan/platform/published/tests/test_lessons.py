# SPDX-License-Identifier: EUPL-1.2
"""Search learns from the city's own translated pages, when there are enough of them and enough that is new."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import pytest

from pristan.platform.published import lessons, readers, registry, services
from pristan.platform.published.lessons import FEWEST
from pristan.platform.published.registry import Projection
from pristan.platform.published.tests.kit import AT, mark, publish, uuid
from pristan.platform.search import lessons as learned
from pristan.platform.search.analysis import analyser
from pristan.platform.search.port import index

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = {"bread": "kruh", "shop": "trgovina", "honey": "strd", "house": "hiša", "night": "noč"}


class Pages:
    """A projector of pages in two languages: name -> the English words."""

    kind = "page"

    def __init__(self, number: int) -> None:
        words = [*WORDS]
        self.texts = {f"p{at}": f"{words[at % 5]} {words[(at + 1 + at // 5) % 5]}" for at in range(number)}
        self.translated = set(self.texts)

    def project(self, things: Sequence[UUID]) -> Iterable[Projection]:
        names = {uuid(name): name for name in self.texts}
        return [
            self._page(names[each], language) for each in things if each in names for language in ("en", "sl")
        ]

    def _page(self, name: str, language: str) -> Projection:
        own = self.texts[name]
        is_own = language == "en" or name not in self.translated
        text = own if is_own else " ".join(WORDS[each] for each in own.split())
        line = {"text": text, "lang": "en" if is_own else "sl", "state": "original" if is_own else "draft"}
        body = {
            "name": {"text": name, "lang": "en"},
            "costs": [{"text": line}, {"amount": 3}],
            "needs": [{"label": "x"}],
        }
        return Projection(
            thing=uuid(name), kind="page", language=language, slug=name, sort_key=name, letter="P", body=body,
            card=body, facets=["kind:page"], index={"name": name, "body": text}, addresses=[(name, "slug")],
        )  # fmt: skip


@pytest.fixture
def pages(db: None) -> Iterable[Pages]:
    """A city of pages, published."""
    index().clear_after(-1)
    city = Pages(FEWEST + 5)
    with registry.only(city):
        publish(*city.texts)
        yield city


def stands_for(word: str) -> str:
    (term,) = analyser().word(word, "en").terms[:1]
    return learned.at(readers.version()).others("en", "sl", term)[0][0]


def test_words_are_learned_when_pages_are_published(pages: Pages) -> None:
    for word, other in WORDS.items():
        assert stands_for(word) in analyser().word(other, "sl").terms, word


def test_little_that_is_new_teaches_nothing_much_does(pages: Pages) -> None:
    before = learned.latest()
    pages.texts["p1"] = "bread night"
    publish("p1")
    assert learned.latest() == before
    for name in ("p2", "p3", "p4", "p5"):
        pages.texts[name] = "honey bread"
    publish("p2", "p3", "p4", "p5")
    assert learned.latest() == readers.version() > before


def test_who_waits_does_not_wait_for_a_lesson_and_the_night_makes_up_for_it(pages: Pages) -> None:
    before = learned.latest()
    for name in pages.texts:
        pages.texts[name] = "honey bread"
    mark(*pages.texts)
    services.soon(at=AT)
    assert readers.version() > before == learned.latest()
    services.learn(at=AT)
    assert learned.latest() == readers.version() > before
    seen = readers.version()
    services.learn(at=AT)
    assert readers.version() == seen, "nothing is new"


def test_a_page_that_is_not_translated_teaches_nothing(pages: Pages) -> None:
    pages.translated = set()
    publish(*pages.texts)
    assert list(lessons._things())
    assert not [pair for bodies in lessons._things() for pair in lessons._pairs(bodies)]


def test_few_pages_teach_nothing(db: None) -> None:
    index().clear_after(-1)
    city = Pages(FEWEST - 1)
    with registry.only(city):
        publish(*city.texts)
        assert learned.latest() == -1
