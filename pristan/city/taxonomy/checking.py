# SPDX-License-Identifier: EUPL-1.2
"""Is the thesaurus sound? What a machine can see of it; whether a word is what people say, a speaker decides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pristan.city.taxonomy import danger, labels, signs
from pristan.city.taxonomy import lexicon as words
from pristan.city.taxonomy.findings import Finding, Report
from pristan.city.taxonomy.label_units import LABELS
from pristan.city.taxonomy.labels import Label, texts
from pristan.city.taxonomy.letters import Borrowed, faults
from pristan.city.taxonomy.pack import ConceptSection
from pristan.core.text import Analyser, fold
from pristan.core.text.languages import TAUGHT
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.things import Thing

# Words of these may stand in Latin letters in a language of another script: what newcomers read on doors and papers.
LENDERS = frozenset({"sl", "en"})
LICENCE = "EUPL-1.2"


class ThesaurusMissing(Exception):
    """There is no thesaurus at that place."""


@dataclass
class Thesaurus:
    """The files of a thesaurus, read once."""

    files: PackFiles
    schemes: list[dict[str, Any]]
    things: list[Thing]
    problems: list[Problem]
    lexicon: words.Lexicon
    licence: str

    def searched(self) -> set[str]:
        """Schemes that people choose from and search."""
        return {scheme["id"] for scheme in self.schemes if scheme.get("kind") == "concepts"}

    def needs(self) -> set[str]:
        """Ids of the needs."""
        return {thing.key.partition("/")[2] for thing in self.things if thing.key.startswith("needs/")}

    def languages(self) -> list[str]:
        """Languages that have labels or words."""
        return sorted(
            {language for thing in self.things for language in thing.others} | set(self.lexicon.languages)
        )


def read(root: Path) -> Thesaurus:
    """Concepts, labels and lexicon below a folder. Raises ThesaurusMissing."""
    if not (root / "concepts").is_dir():
        raise ThesaurusMissing(
            f"{root} is no thesaurus: it has no folder `concepts`. Name the folder that has one."
        )
    files = PackFiles(root.resolve(), None)
    section = ConceptSection()
    things, problems = section.read(files)
    problems += section.check(things, {})
    source = files.read("schemes.yaml") or SourceFile(f"{files.pack.name}/schemes.yaml", "")
    data = source.data if isinstance(source.data, dict) else {}
    schemes = [
        each
        for each in data.get("schemes") or ()
        if isinstance(each, dict) and isinstance(each.get("id"), str)
    ]
    problems += [*source.problems, *_undeclared(source, schemes, things)]
    licence = str(data.get("license") or LICENCE)
    return Thesaurus(files, schemes, things, problems, words.read(files), licence)


def _undeclared(
    source: SourceFile, schemes: Sequence[dict[str, Any]], things: Sequence[Thing]
) -> Iterator[Problem]:
    used = {thing.key.split("/")[0] for thing in things}
    for name in sorted(used - {each["id"] for each in schemes}):
        mend = "Add it: `- id:`, `kind: concepts` or `codes`, `title` by language, `scope_note`."
        yield Problem(source.path, 1, f"`{name}` is not declared as a scheme", mend)


def check(thesaurus: Thesaurus, analyser: Analyser) -> Report:
    """All findings of a thesaurus. Reads every file once; the analyser decides which labels are equal."""
    report = Report()
    report.add(thesaurus.problems)
    active = [thing for thing in thesaurus.things if not thing.fields.get("is_deprecated")]
    searched = [thing for thing in active if thing.key.split("/")[0] in thesaurus.searched()]
    report.concepts = len(searched)
    borrowed = _borrowed(thesaurus, analyser)
    report.add(_related(thesaurus.things))
    _missing(thesaurus, active, report)
    _letters(thesaurus.things, report, borrowed)
    _labels(thesaurus, searched, report, analyser)
    words.check(thesaurus.lexicon, report, borrowed)
    report.add(_rest(thesaurus))
    return report


def _borrowed(thesaurus: Thesaurus, analyser: Analyser) -> Borrowed:
    """Words of the lenders: those in their labels and in the lexicon, and those in their word lists."""
    records = [
        thing.fields[f"{LABELS}{each}"]
        for thing in thesaurus.things
        for each in LENDERS
        if each in thing.others
    ]
    known = words.vocabulary(thesaurus.lexicon, LENDERS)
    known.update(fold(part) for record in records for _, text in texts(record) for part in text.split())
    return lambda word: fold(word) in known or any(analyser.is_known(word, each) for each in LENDERS)


def _missing(thesaurus: Thesaurus, active: Sequence[Thing], report: Report) -> None:
    """Concepts without labels in a language. In a list of codes pages show another language instead: a warning."""
    if silent := sorted(set(TAUGHT) - set(thesaurus.languages())):
        what = f"search understands {', '.join(silent)}, but there are no words in them"
        report.add(
            [
                Problem(
                    f"{thesaurus.files.pack.name}/labels",
                    1,
                    what,
                    "Add labels/<language>/needs.yaml.",
                    is_error=False,
                )
            ]
        )
    for language in thesaurus.languages():
        for thing in active:
            scheme, concept = thing.key.split("/")
            if language not in thing.others:
                path = f"{thesaurus.files.pack.name}/labels/{language}/{scheme}.yaml"
                what = f"`{concept}` ({thing.fields.get('scope_note', 'no scope note')}) has no labels"
                is_error = scheme in thesaurus.searched()
                problem = Problem(
                    path, 1, what, f"Add `{concept}:` with `pref` and what people say.", is_error
                )
                report.findings.append(
                    Finding(
                        problem, language, "concepts have no labels" if is_error else "codes have no labels"
                    )
                )


def _related(things: Sequence[Thing]) -> Iterator[Problem]:
    """What stands above or below is not related as well (SKOS S27): pages would name it twice."""
    broader = {
        thing.key: [f"{_scheme(thing)}/{key}" for key in thing.fields.get("broader", ())] for thing in things
    }
    above = {key: _above(key, broader) for key in broader}
    for thing in things:
        for name in thing.fields.get("related", ()):
            other = f"{_scheme(thing)}/{name}"
            if other in above[thing.key] or thing.key in above.get(other, ()):
                mend = "Remove it from `related`."
                yield thing.problem(
                    "related", f"`{name}` is related, and above or below as well", mend, is_error=False
                )


def _scheme(thing: Thing) -> str:
    return thing.key.split("/")[0]


def _above(key: str, broader: Mapping[str, Sequence[str]]) -> set[str]:
    rising, found = list(broader.get(key, ())), set[str]()
    while rising:
        if (each := rising.pop()) not in found:
            found.add(each)
            rising += broader.get(each, ())
    return found


def _letters(things: Sequence[Thing], report: Report, borrowed: Borrowed) -> None:
    for thing in things:
        for language in thing.others:
            for place, text in texts(thing.fields[f"{LABELS}{language}"]):
                for fault in faults(text, language, is_hidden=place[0] == "hidden", borrowed=borrowed):
                    label = Label(thing, language, place, text, ())
                    report.findings.append(Finding(label.problem(fault.what, fault.mend), language))


def _labels(thesaurus: Thesaurus, searched: Sequence[Thing], report: Report, analyser: Analyser) -> None:
    for language in thesaurus.languages():
        report.findings += labels.check(searched, language, analyser, report.of(language))


def _rest(thesaurus: Thesaurus) -> Iterator[Problem]:
    """Words of danger, files cut in the middle, and files that nobody reads."""
    yield from danger.check(thesaurus.files, thesaurus.lexicon, thesaurus.needs())
    yield from signs.check(thesaurus.files, thesaurus.lexicon, thesaurus.needs())
    for path in sorted(thesaurus.files.seen):
        if (end := path.read_bytes()[-1:]) and end != b"\n":
            place = f"{thesaurus.files.pack.name}/{path.relative_to(thesaurus.files.pack).as_posix()}"
            line = path.read_bytes().count(b"\n") + 1
            yield Problem(
                place,
                line,
                "the last line has no end: the file may be cut in the middle",
                "Look at what should follow, and end the line.",
            )
    yield from thesaurus.files.unread()
