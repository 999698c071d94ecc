# SPDX-License-Identifier: EUPL-1.2
"""The lexicon: everyday words by sense, `lexicon/senses/<topic>.yaml` what each means, `lexicon/<language>/<topic>.yaml` its words."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from pristan.city.taxonomy.findings import Finding, Report
from pristan.city.taxonomy.letters import Borrowed, faults
from pristan.core.text import fold
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem

SENSES, GENERAL = "senses", "general.yaml"
KNOWN = "Check the spelling against lexicon/senses/."
SHAPE = "Write `sense-id: [word, word]`, one line for each sense."


@dataclass
class Lexicon:
    """All files of the lexicon. Topic -> file for the senses, (language, topic) -> file for the words."""

    senses: dict[str, SourceFile] = field(default_factory=dict)
    words: dict[tuple[str, str], SourceFile] = field(default_factory=dict)
    general: SourceFile | None = None
    root: str = ""

    @cached_property
    def topics(self) -> dict[str, str]:
        """Sense -> its topic (the first, where it stands twice)."""
        return {sense: topic for topic in reversed(self.senses) for sense in mapping(self.senses[topic])}

    @cached_property
    def languages(self) -> list[str]:
        """Languages that have words."""
        return sorted({language for language, _ in self.words})


def read(files: PackFiles) -> Lexicon:
    """Everything below `lexicon/`."""
    found = Lexicon(root=files.pack.name)
    for source in files.under("lexicon"):
        *_, folder, name = PurePosixPath(source.path).parts
        if folder == "lexicon":
            found.general = source if name == GENERAL else found.general
        elif folder == SENSES:
            found.senses[name.removesuffix(".yaml")] = source
        else:
            found.words[folder, name.removesuffix(".yaml")] = source
    return found


def mapping(source: SourceFile) -> dict[str, Any]:
    """The data of a file that should be a map; empty where it is none."""
    return source.data if isinstance(source.data, dict) else {}


def check(lexicon: Lexicon, report: Report, borrowed: Borrowed) -> None:
    """Everything wrong with the lexicon goes into the report, and its figures."""
    report.senses = len(lexicon.topics)
    report.add(_senses(lexicon))
    for (language, topic), source in lexicon.words.items():
        report.findings += [
            Finding(each, language) for each in _words(lexicon, language, topic, source, borrowed)
        ]
    for language in lexicon.languages:
        missing = list(_missing(lexicon, language))
        report.findings += missing
        report.of(language).senses = report.senses - len(missing)


def broken(lexicon: Lexicon) -> list[Problem]:
    """What keeps it from being read as a whole."""
    sources = [*lexicon.senses.values(), *lexicon.words.values()]
    sources += [lexicon.general] if lexicon.general else []
    found = [each for source in sources for each in _shape(source, dict)]
    return found + [
        problem for language, topic in lexicon.words for problem in _unlisted(lexicon.words[language, topic])
    ]


def _unlisted(source: SourceFile) -> Iterator[Problem]:
    """Senses whose words are no list."""
    for sense, words in mapping(source).items():
        if not isinstance(words, list) or not words:
            what = f"`{sense}` has no words" if not words else f"`{sense}` has no list of words"
            yield Problem(source.path, source.line(sense), what, SHAPE)


def _senses(lexicon: Lexicon) -> Iterator[Problem]:
    for topic, source in lexicon.senses.items():
        yield from _shape(source, dict)
        for sense, gloss in mapping(source).items():
            line = source.line(sense)
            if topic != (first := lexicon.topics[sense]):
                yield Problem(
                    source.path, line, f"`{sense}` stands in `{first}` as well", "Ids are never used twice."
                )
            if not isinstance(gloss, str) or not gloss.strip():
                yield Problem(
                    source.path,
                    line,
                    f"`{sense}` does not say what it means",
                    "Write a few English words after the colon.",
                )
    if lexicon.general:
        yield from _general(lexicon, lexicon.general)


def _general(lexicon: Lexicon, source: SourceFile) -> Iterator[Problem]:
    yield from _shape(source, dict)
    for key, known in (("senses", lexicon.topics), ("topics", lexicon.senses)):
        for at, name in enumerate(_list_of(source, key)):
            if name not in known:
                what = f"`{name}` is no {key.removesuffix('s')} of the lexicon"
                yield Problem(source.path, source.line(key, at), what, KNOWN)


def _list_of(source: SourceFile, key: str) -> list[Any]:
    found = mapping(source).get(key)
    return found if isinstance(found, list) else []


def _shape(source: SourceFile, form: type) -> Iterator[Problem]:
    data = source.data
    yield from source.problems
    if data is not None and not isinstance(data, form):
        yield Problem(
            source.path,
            1,
            "this file has another form than it should",
            "Look at its neighbours in this folder.",
        )


def _unknown(source: SourceFile, sense: Any) -> Problem:
    return Problem(source.path, source.line(sense), f"`{sense}` is no sense of the lexicon", KNOWN)


def _words(
    lexicon: Lexicon, language: str, topic: str, source: SourceFile, borrowed: Borrowed
) -> Iterator[Problem]:
    yield from _shape(source, dict)
    for sense, words in mapping(source).items():
        if sense not in lexicon.topics:
            yield _unknown(source, sense)
        elif lexicon.topics[sense] != topic:
            mend = f"Move it to lexicon/{language}/{lexicon.topics[sense]}.yaml."
            yield Problem(source.path, source.line(sense), f"`{sense}` is of another topic", mend)
        if isinstance(words, list):
            yield from _list(language, source, sense, words, borrowed)
    yield from _unlisted(source)


def _list(
    language: str, source: SourceFile, sense: str, words: list[Any], borrowed: Borrowed
) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, word in enumerate(words):
        for what, mend in _slips(word, sense, language, seen, borrowed):
            yield Problem(source.path, source.line(sense, at), what, mend)


def _slips(
    word: Any, sense: str, language: str, seen: set[str], borrowed: Borrowed
) -> Iterator[tuple[str, str]]:
    if not isinstance(word, str):
        yield f"`{word}` in `{sense}` is no text", "Write it in quotes."
        return
    if word.casefold() in seen:
        yield f"`{word}` stands twice in `{sense}`", "Keep one of the two."
    seen.add(word.casefold())
    for fault in faults(word, language, borrowed=borrowed):
        yield f"`{sense}`: {fault.what}", fault.mend


def _missing(lexicon: Lexicon, language: str) -> Iterator[Finding]:
    for sense, topic in lexicon.topics.items():
        source = lexicon.words.get((language, topic))
        if source is None or sense not in mapping(source):
            path = f"{lexicon.root}/lexicon/{language}/{topic}.yaml"
            line = source.text.count("\n") + 1 if source else 1
            gloss = mapping(lexicon.senses[topic]).get(sense)
            problem = Problem(path, line, f"`{sense}` ({gloss}) has no words", SHAPE)
            yield Finding(problem, language, "senses have no words")


def vocabulary(lexicon: Lexicon, languages: Set[str]) -> set[str]:
    """All single words of these languages, folded."""
    found: set[str] = set()
    for (language, _), source in lexicon.words.items():
        if language in languages:
            texts = (
                str(word) for words in mapping(source).values() if isinstance(words, list) for word in words
            )
            found.update(fold(part) for text in texts for part in text.split())
    return found


def rows(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """Each sense with its words in all languages, after OntoLex: a lexical concept, and what evokes it."""
    topics = set(_list_of(lexicon.general, "topics")) if lexicon.general else set()
    senses = set(_list_of(lexicon.general, "senses")) if lexicon.general else set()
    for sense, topic in sorted(lexicon.topics.items()):
        words = {
            language: list(map(str, mapping(source)[sense] or ()))
            for language in lexicon.languages
            if (source := lexicon.words.get((language, topic))) and mapping(source).get(sense)
        }
        gloss = str(mapping(lexicon.senses[topic])[sense] or "")
        yield {
            "type": "ontolex:LexicalConcept", "id": sense, "topic": topic, "gloss": gloss,
            "is_general": sense in senses or topic in topics, "words": words,
        }  # fmt: skip
