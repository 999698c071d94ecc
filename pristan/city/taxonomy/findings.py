# SPDX-License-Identifier: EUPL-1.2
"""What a check of the thesaurus found: one finding each, and figures by language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import commonpath

from pristan.platform.packs.problems import Problem


@dataclass(frozen=True)
class Finding:
    """A problem; `language` is empty where it is about concepts or senses. `summed`: the words under which many are told as one."""

    problem: Problem
    language: str = ""
    summed: str = ""


@dataclass
class Figures:
    """How much there is in one language."""

    concepts: int = 0  # concepts (needs, audiences) that have labels
    others: int = 0  # their other labels, those that the analyser makes equal once
    equal: int = 0  # labels that the analyser makes equal to another of the same concept
    senses: int = 0  # senses of the lexicon that have words

    @property
    def average(self) -> float:
        """Other labels a concept."""
        return self.others / self.concepts if self.concepts else 0.0


@dataclass
class Report:
    """All findings, and the figures: of how many concepts and senses, in each language."""

    concepts: int = 0
    senses: int = 0
    findings: list[Finding] = field(default_factory=list)
    figures: dict[str, Figures] = field(default_factory=dict)

    def of(self, language: str) -> Figures:
        """The figures of a language."""
        return self.figures.setdefault(language, Figures())

    def add(self, problems: Iterable[Problem]) -> None:
        """Problems that belong to no language, or say it by their path."""
        self.findings += [Finding(problem, _language(problem.path)) for problem in problems]

    def about(self, language: str) -> "Report":
        """What concerns one language alone."""
        own = [each for each in self.findings if each.language == language]
        return Report(self.concepts, self.senses, own, {language: self.of(language)})

    def told(self) -> Iterator[Problem]:
        """Findings one by one, in the order of files and lines; then those of which there are many, as one for each language."""
        yield from sorted(each.problem for each in self.findings if not each.summed)
        groups: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
        for each in self.findings:
            if each.summed:
                groups[each.language, each.summed, each.problem.is_error].append(each.problem.path)
        for (language, words, is_error), paths in sorted(groups.items()):
            mend = f"`pristan thesaurus check --lang {language}` names each."
            yield Problem(commonpath(paths), 1, f"{len(paths)} {words}", mend, is_error)

    def errors(self) -> int:
        """How many findings must be mended."""
        return sum(each.problem.is_error for each in self.findings)


def _language(path: str) -> str:
    """`thesaurus/labels/sl/needs.yaml` and `thesaurus/crisis/sl.yaml` are about Slovene; concepts and senses about none."""
    _, folder, *rest = PurePosixPath(path).with_suffix("").parts + ("",)
    if folder == "crisis":
        return rest[0]
    return rest[0] if folder in ("labels", "lexicon") and len(rest) > 2 and rest[0] != "senses" else ""
