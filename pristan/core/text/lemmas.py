# SPDX-License-Identifier: EUPL-1.2
"""Lemmas: the base form of a word, from simplemma's word lists.

The lists are compiled once per language into a trie on disk that all workers map (a few MB each, where the lists
themselves would take hundreds). Beside each form as it is written stands the form as it is typed without marks or in Latin
letters, so that "tecaj slovenscine" and "dozvola" meet "tečaj slovenščine" and "дозвола". Where two words are typed alike,
all their readings are kept. What is stored is the finished term: stem of the lemma, folded, in Latin letters.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from functools import cache, lru_cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import simplemma
from marisa_trie import BytesTrie
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from pristan.core.text import tries
from pristan.core.text.apart import APART, FORMS
from pristan.core.text.characters import fold
from pristan.core.text.languages import WORD_LISTS
from pristan.core.text.scripts import transliterate
from pristan.core.text.stems import stem

FORMAT = 5  # raise it when terms come out differently, so that caches are built anew
MOST_READINGS = 3
_TELLING = 4  # letters of a stem; a shorter one belongs to too many words
_NONE = re.compile(r"(?<=\w{2})s[ıiuü]z")  # Turkish "without"
_SHORT = frozenset({"ar", "fa", "sl"})  # here three letters are a root, or what a careful stemmer leaves
_AT_ONCE = 10_000  # forms that are read as one text
_BETWEEN = "|"  # stands in no word, and nothing that is done to a text changes it
_NO_LETTER = re.compile(rf"[^\w{_BETWEEN}]|_")  # what is not `str.isalnum`
Progress = Callable[[str], None]


def term(word: str, language: str, *, is_lemma: bool) -> str:
    """The term of a word: its stem without case, marks and, where possible, foreign letters. May be empty."""
    lower = word.casefold()
    if own := APART.get(language, {}).get(lower):
        return own
    stemmed = stem(lower, language, is_lemma=is_lemma)
    # Of "casa" and "casar", house and marry, the same three letters would be left.
    if is_lemma and len(stemmed) < _TELLING and language not in _SHORT:
        stemmed = lower
    latin = transliterate(fold(stemmed), language)
    return "".join(filter(str.isalnum, latin))  # a word list may hold "a.m." for "am"


def typed(word: str, language: str) -> str:
    """The word as a keyboard without its letters writes it."""
    return "".join(filter(str.isalnum, transliterate(fold(word), language)))


def typed_all(words: Sequence[str], language: str) -> list[str]:
    """Each as `typed`. A language has a million forms: they are read as one long text, which takes a fifth of the time."""
    together = transliterate(fold(_BETWEEN.join(words)), language)
    found = _NO_LETTER.sub("", together).split(_BETWEEN)
    return found if len(found) == len(words) else [typed(word, language) for word in words]


@cache  # one small table for each word list
def _apart(source: str) -> Mapping[str, str]:
    """The terms of forms that the list gives to another word, as written and as typed."""
    forms = FORMS.get(source, {})
    return {**{typed(form, source): own for form, own in forms.items()}, **forms}


class Lemmas:
    """Terms of known words. Tries are opened when first asked for; one that is missing or broken is built."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._tries: dict[str, BytesTrie] = {}

    def readings(self, word: str, language: str) -> tuple[str, ...]:
        """Terms of all the words that this case-folded form may be, the likeliest first; empty if it is not known."""
        if (source := WORD_LISTS.get(language)) is None:
            return ()
        if own := _apart(source).get(word):
            return (own,)
        trie = self._tries.get(source)
        if trie is None:
            trie = self._tries[source] = _open(self._cache, source)
        found: list[bytes] | None = trie.get(word)
        return tuple(found[0].decode().split(" ")) if found else ()


def build(cache: Path, languages: Iterable[str], progress: Progress = print, workers: int = 1) -> None:
    """Compile the tries that are missing for these languages (a set-up step, seconds each; `workers` side by side).

    Says each step through `progress`. Safe to interrupt: a file appears under its name only when it is whole. Languages
    without a word list are left out. Raises OSError if the directory cannot be written.
    """
    missing: list[str] = []
    for language in languages:
        if (source := WORD_LISTS.get(language)) is None:
            progress(f"lemmas {language}: no word list, stems only")
        elif _path(cache, source).exists():
            progress(f"lemmas {language}: ready")
        elif source not in missing:
            missing.append(source)
    if missing:
        progress(f"lemmas {' '.join(missing)}: compiling ...")
    for source, size in _sizes(cache, missing, workers):
        progress(f"lemmas {source}: {size / 1e6:.1f} MB")


def _sizes(cache: Path, sources: Sequence[str], workers: int) -> Iterator[tuple[str, int]]:
    """Compile, and tell the size of each as soon as it is there."""
    if workers < 2 or len(sources) < 2:
        yield from ((source, _build(cache, source)) for source in sources)
        return
    # Fresh processes: whoever calls may have threads and database connections.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(_build, cache, source): source for source in sources}
        for done in as_completed(running):
            yield running[done], done.result()


def _build(cache: Path, source: str) -> int:
    return tries.save(_compile(source), _path(cache, source))


def _path(cache: Path, source: str) -> Path:
    return cache / f"{source}-{simplemma.__version__}-{FORMAT}.trie"


def _open(cache: Path, source: str) -> BytesTrie:
    path = _path(cache, source)
    with suppress(OSError, RuntimeError):
        return BytesTrie().mmap(str(path))
    trie = _compile(source)
    with suppress(OSError):  # a directory that cannot be written costs time at the next start, not answers
        tries.save(trie, path)
    return trie


def _compile(source: str) -> BytesTrie:
    words = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(source)
    known: dict[str, str] = {}
    for form, reading in _entries(words, source):
        readings = known.get(form)
        if readings is None:
            known[form] = reading
        elif reading not in (several := readings.split(" ")) and len(several) < MOST_READINGS:
            known[form] = f"{readings} {reading}"
    return BytesTrie((form, readings.encode()) for form, readings in known.items())


def _entries(words: Mapping[str, str], source: str) -> Iterator[tuple[str, str]]:
    """(form, term) as written, then as typed: for one form, the readings that are written just so come first."""
    of_lemma = lru_cache(maxsize=None)(lambda lemma: term(lemma, source, is_lemma=True))
    for form, lemma in words.items():
        if reading := of_lemma(lemma) + _without(form, lemma, source):
            yield form.casefold(), reading
    foreign = (
        (form, reading)
        for form, lemma in words.items()
        if not form.isascii() and (reading := of_lemma(lemma) + _without(form, lemma, source))
    )
    while some := list(islice(foreign, _AT_ONCE)):
        latin = typed_all([form for form, _ in some], source)
        for (form, reading), plain in zip(some, latin, strict=True):
            yield plain, reading
            if "đ" in form:
                yield typed(form.replace("đ", "d"), source), reading


def _without(form: str, lemma: str, source: str) -> str:
    """What the term of a Turkish word has more than that of its lemma if it says that there is none: "sigortasız", uninsured."""
    return "siz" if source == "tr" and _NONE.search(form) and not _NONE.search(lemma) else ""
