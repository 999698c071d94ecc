# SPDX-License-Identifier: EUPL-1.2
"""A tiny thesaurus with a lexicon, in three languages, in which nothing is wrong; and one mistake in it at a time."""

from pathlib import Path

from pristan.city.taxonomy import checking
from pristan.city.taxonomy.findings import Report
from pristan.platform.search.analysis import analyser

FILES = {
    "schemes.yaml": """\
license: EUPL-1.2
schemes:
  - id: needs
    kind: concepts
    title: {en: Needs, sl: Potrebe}
    scope_note: What people need.
  - id: costs
    kind: codes
    title: {en: Cost}
""",
    "concepts/needs.yaml": """\
- id: health
- id: doctor
  broader: [health]
  related: [papers]
  scope_note: 'The "family" doctor.'
  matches: {exact: ["https://example.org/doctor"], close: ["list: doctor"]}
- id: papers
- id: physician
  broader: [health]
  is_deprecated: true
  replaced_by: doctor
""",
    "concepts/costs.yaml": "- id: free\n",
    "labels/en/needs.yaml": """\
health: {pref: Health, alt: [well-being, I feel sick, illness, hospital], hidden: [helth]}
doctor: {pref: Doctor, alt: [GP, surgery, practice, physician], hidden: [dokter], state: human}
papers: {pref: Papers, alt: [documents, permit, office stamp, certificate], hidden: [dokumants]}
physician: {pref: Physician}
""",
    "labels/sl/needs.yaml": """\
health: {pref: Zdravje, alt: [počutje, bolezen, bolnišnica, zboleti], hidden: [zdrauje]}
doctor: {pref: Zdravnik, alt: [dohtar, ambulanta, ordinacija, ZZZS], hidden: [zdraunik]}
papers: {pref: Papirji, alt: [dokumenti, potrdilo, dovoljenje, izkaznica], hidden: [dokumnti]}
""",
    "labels/uk/needs.yaml": """\
health: {pref: Здоров'я, alt: [хвороба, лікарня, погано почуваюся, одужати], hidden: [zdorovia]}
doctor: {pref: Лікар, alt: [ZZZS, терапевт, амбулаторія, zdravnik], hidden: [vrach]}
papers: {pref: Документи, alt: [довідка, дозвіл, посвідка, печатка], hidden: [dovidka mista]}
""",
    "labels/en/costs.yaml": "free: {pref: Free of charge}\n",
    "labels/sl/costs.yaml": "free: {pref: Brezplačno}\n",
    "labels/uk/costs.yaml": "free: {pref: Безкоштовно}\n",
    "lexicon/senses/home.yaml": "rent: money paid for a home\nkey: what opens a door\n",
    "lexicon/senses/work.yaml": "boss: person in charge\n",
    "lexicon/general.yaml": "topics: [work]\nsenses:\n  - key\n",
    "lexicon/en/home.yaml": "rent: [rent]\nkey: [key]\n",
    "lexicon/en/work.yaml": "boss: [boss, manager]\n",
    "lexicon/sl/home.yaml": "rent: [najemnina, stanarina]\nkey: [ključ]\n",
    "lexicon/sl/work.yaml": "boss: [šef]\n",
    "lexicon/uk/home.yaml": "rent: [оренда]\nkey: [ключ]\n",
    "crisis/common.yaml": "signs:\n  work: [[[boss], [rent, key]]]\ncalm: [key]\nneeds: [doctor]\n",
    "crisis/sl.yaml": "strong:\n  fire: [gori hiša]\n",
    "lexicon/uk/work.yaml": "boss: [начальник]\n",
    "signs/groups.yaml": "home: [rent, key]\n",
    "signs/one.yaml": "doctor:\n  - [[boss], [rent, key]]\n  - [[$home], [boss]]\npapers:\n  - [[key], [$home, boss]]\n",
}


def write(folder: Path) -> Path:
    """The sound thesaurus in `thesaurus/` below a folder."""
    for path, text in FILES.items():
        put(folder / "thesaurus", path, text)
    return folder / "thesaurus"


def put(root: Path, path: str, text: str) -> None:
    """Write one file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def replace(root: Path, path: str, old: str, new: str) -> None:
    """One mistake."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    put(root, path, text.replace(old, new, 1))


def check(root: Path) -> Report:
    """What a check finds."""
    return checking.check(checking.read(root), analyser())


def told(report: Report) -> list[str]:
    """Findings but for the one that ten languages of search have no words here."""
    return [str(each.problem) for each in report.findings if "search understands" not in each.problem.what]
