# SPDX-License-Identifier: EUPL-1.2
"""What the thesaurus tells search: the labels of needs and audiences, and the lexicon, in every language there is."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pristan.platform.packs.files import SourceFile

# The first letter of a meaning says what it is.
SCHEMES = {"needs": "n", "audiences": "a"}
SENSE = "s"
CRISIS = "x"
COMMON = "common"  # the file of what is the same in every language
GROUPS = "groups"  # the file of senses that signs name together, with a dollar


def meaning(scheme: str, concept: str) -> str:
    """The id under which search knows a concept: `n:school-enrolment`."""
    return f"{SCHEMES[scheme]}:{concept}"


class ThesaurusSource:
    """See `knowledge.Source`. Folders: the shared thesaurus, then the pack, whose labels take the place of shared ones."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def digest(self) -> str:
        """SHA-256 over names and digests of the files."""
        digest = hashlib.sha256()
        for path in self._files(
            "concepts/*.yaml",
            "labels/*/*.yaml",
            "lexicon/*/*.yaml",
            "lexicon/*.yaml",
            "crisis/*.yaml",
            "signs/*.yaml",
        ):
            told = path.stat()
            digest.update(f"{path.parent.name}/{path.name}".encode())
            digest.update(_content(path, told.st_mtime_ns, told.st_size))
        return digest.hexdigest()

    def expressions(self) -> Iterator[tuple[str, str, str]]:
        """Labels, the words of crisis, then the lexicon."""
        yield from self.crisis()
        for (language, name), words in self._labels().items():
            yield from ((language, text, name) for text in words)
        for path in self._files("lexicon/*/*.yaml"):
            if (language := path.parent.name) != "senses":
                for sense, words in _read(path).items():
                    yield from ((language, str(text), f"{SENSE}:{sense}") for text in words or ())

    def unshown(self) -> Iterator[tuple[str, str]]:
        """Hidden labels: misspellings, mostly."""
        for path in self._files("labels/*/*.yaml"):
            for given in _read(path).values():
                yield from ((path.parent.name, str(text)) for text in given.get("hidden") or ())

    def crisis(self) -> Iterator[tuple[str, str, str]]:
        """Words by which people ask when somebody is in danger, and words beside which they are only talked about."""
        for path in self._files("crisis/*.yaml"):
            language, given = path.stem, _read(path)
            if language == COMMON:
                continue
            for strength in ("strong", "verbatim", "weak"):
                for kind, words in (given.get(strength) or {}).items():
                    yield from ((language, str(text), f"{CRISIS}:{strength}:{kind}") for text in words or ())
            for name in ("harmless", "calm"):
                yield from ((language, str(text), f"{CRISIS}:{name}") for text in given.get(name) or ())

    def signs(self) -> Iterator[tuple[str, list[list[str]]]]:
        """What people say when they mean a need without naming it, in senses of the lexicon."""
        groups: dict[str, list[str]] = {}
        for path in self._files(f"signs/{GROUPS}.yaml"):
            groups |= _read(path)
        for path in self._files("signs/*.yaml"):
            for concept, signs in _read(path).items() if path.stem != GROUPS else ():
                for sign in signs or ():
                    yield meaning("needs", concept), _sign([_spread(group, groups) for group in sign])

    def danger(self) -> dict[str, Any]:
        """Signs of danger and calm, in senses of the lexicon."""
        found: dict[str, Any] = {}
        for path in self._files(f"crisis/{COMMON}.yaml"):
            given = _read(path)
            found["calm"] = [f"{SENSE}:{each}" for each in given.get("calm") or ()]
            found["needs"] = [meaning("needs", each) for each in given.get("needs") or ()]
            found["signs"] = {
                kind: [_sign(sign) for sign in signs] for kind, signs in (given.get("signs") or {}).items()
            }
        return found

    def broader(self) -> dict[str, tuple[str, ...]]:
        """Concepts under concepts."""
        found: dict[str, tuple[str, ...]] = {}
        for scheme in SCHEMES:
            for path in self._files(f"concepts/{scheme}.yaml"):
                for each in _read(path) or ():
                    above = tuple(meaning(scheme, key) for key in each.get("broader") or ())
                    found[meaning(scheme, each["id"])] = above
        return found

    def general(self) -> list[str]:
        """Senses that stand in every second question: those listed, and all of some topics."""
        found: list[str] = []
        for path in self._files("lexicon/general.yaml"):
            given = _read(path)
            found += given.get("senses") or ()
            for topic in given.get("topics") or ():
                found += [
                    str(each) for one in self._files(f"lexicon/senses/{topic}.yaml") for each in _read(one)
                ]
        return [f"{SENSE}:{sense}" for sense in found]

    def _labels(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for scheme in SCHEMES:
            for path in self._files(f"labels/*/{scheme}.yaml"):
                for concept, given in _read(path).items():
                    found[path.parent.name, meaning(scheme, concept)] = _words(given)
        return found

    def _files(self, *patterns: str) -> Iterable[Path]:
        return [
            path for folder in self._folders for pattern in patterns for path in sorted(folder.glob(pattern))
        ]


def _sign(groups: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[f"{SENSE}:{each}" for each in group] for group in groups]


def _spread(group: Sequence[str], groups: Mapping[str, Sequence[str]]) -> list[str]:
    """A group with all senses of the named groups in it."""
    return [
        sense
        for each in group
        for sense in (groups.get(each[1:], ()) if str(each).startswith("$") else (each,))
    ]


def _words(given: Mapping[str, Any]) -> list[str]:
    return [str(each) for each in (given["pref"], *(given.get("alt") or ()), *(given.get("hidden") or ()))]


@lru_cache(maxsize=4096)
def _content(path: Path, written: int, size: int) -> bytes:
    """Digest of a file that was written then: with every change of the city all of them are asked for."""
    del written, size  # another time or size: another content
    return hashlib.sha256(path.read_bytes()).digest()


def _read(path: Path) -> Any:
    return SourceFile(path.name, path.read_text("utf-8")).data or {}
