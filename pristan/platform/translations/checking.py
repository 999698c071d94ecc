# SPDX-License-Identifier: EUPL-1.2
"""What a machine sees in a translation beside its original. Pure: whether it is well said, only a person can tell.

A finding that misleads a reader or breaks a page is an error. The rest is a warning: it is right now and then.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pristan.platform.translations import numbers
from pristan.platform.translations.alphabets import LATIN, joins, script, scripts_of
from pristan.platform.translations.units import Said, Unit

EMPTY, DIGITS, LEFT_OUT, SCRIPT, MOJIBAKE, HIDDEN, LENGTH, PLACEHOLDERS, SAME = (
    "empty", "digits", "left out", "script", "mojibake", "hidden", "length", "placeholders", "same"
)  # fmt: skip
LONGEST = 20_000
FEW_WORDS = 3
STEM = 4
_MARKUP = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?[a-zA-Z][^<>]*>")
# UTF-8 that was read as Windows-1252: one of these letters, and what its second byte became.
_SECOND = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(
    rf"\ufffd|â€|[ÃÂÄÅ][{_SECOND.translate(dict.fromkeys(map(ord, '«»“”‘’‚„‹›–—…•.')))}]|(?:[ÐÑØÙ][{_SECOND}]){{2}}"
)
_ADDRESS = re.compile(r"\S+(?:://|@)\S+")
_WORD = re.compile(r"[^\W\d_]+")
# Joiners; then marks of direction and invisible spaces, which are of the class format as well.
_JOINERS = "\u200c\u200d"
_SOFT_HYPHEN = "\u00ad"


class Finding(NamedTuple):
    """One thing that is wrong with a translation: its class, what it is, and what to do."""

    code: str
    what: str
    mend: str
    is_error: bool = True


def check(unit: Unit, language: str, said: Said) -> list[Finding]:
    """Everything that is seen in this translation of a unit. A person who has read both may know better about numbers and letters."""
    text = said.text
    if not text.strip():
        return [Finding(EMPTY, "the translation is empty", "Write the text, or leave the unit out.")]
    found = [*_hidden(language, text), *_mojibake(text), *_length(unit, text)]
    if not unit.is_free:
        told = [*_scripts(unit.text, language, text), *_digits(unit, text)]
        found += [each._replace(is_error=each.is_error and not said.is_human) for each in told]
        found += [*_markup(unit.text, text), *_same(unit.text, text)]
    return found


def _hidden(language: str, text: str) -> Iterator[Finding]:
    if text.isascii() and text.isprintable():
        return
    for letter in sorted(set(text)):
        category = unicodedata.category(letter)
        is_joiner = letter in _JOINERS and (joins(language) or (letter == _JOINERS[1] and _has_emoji(text)))
        if (
            category in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
            and letter not in "\n\t" + _SOFT_HYPHEN
            and not is_joiner
        ):
            what = f"an invisible character (U+{ord(letter):04X}) stands in the text"
            yield Finding(HIDDEN, what, "Delete it; direction is set by the page.")


def _has_emoji(text: str) -> bool:
    return any(unicodedata.category(letter) == "So" for letter in text)


def _mojibake(text: str) -> Iterator[Finding]:
    if not text.isascii() and (found := _MOJIBAKE.search(text)):
        what = f"`{found[0]}` looks like letters that were read in the wrong encoding"
        yield Finding(MOJIBAKE, what, "Save the file again as UTF-8, or type the word again.")


def _length(unit: Unit, text: str) -> Iterator[Finding]:
    limit = unit.limit or LONGEST
    if len(text) > limit:
        yield Finding(
            LENGTH, f"the translation has {len(text)} characters, its field holds {limit}", "Make it shorter."
        )


def _scripts(original: str, language: str, text: str) -> Iterator[Finding]:
    """Letters of another alphabet, but for names in Latin letters and words that the original has."""
    own = scripts_of(language)
    if not own or (text.isascii() and LATIN in own):
        return
    scripts = {letter: script(letter) for letter in set(text)}
    used = set(scripts.values()) - {""}
    if foreign := used - own - {LATIN}:
        known = set(_WORD.findall(original))
        words = [
            word
            for word in _WORD.findall(text)
            if word not in known and any(scripts[each] in foreign for each in word)
        ]
        if words:
            yield _wrong_script(language, words[0])
    if LATIN not in own and LATIN in used:
        yield from _latin(original, language, text, own, scripts)


def _latin(
    original: str, language: str, text: str, own: frozenset[str], scripts: dict[str, str]
) -> Iterator[Finding]:
    words = _WORD.findall(text)
    for word in words:
        used = {scripts[letter] for letter in word}
        if LATIN in used and used & own and "CYRILLIC" in own:
            yield Finding(
                SCRIPT, f"`{word}` mixes letters of two alphabets", "Type the word again in one alphabet."
            )
            return
    # A name of the original may stand here in another case of its language.
    known = {word[:STEM].casefold() for word in _WORD.findall(original)}
    strange = sum(word[:STEM].casefold() not in known for word in words)
    if not own & set(scripts.values()) and strange > FEW_WORDS:
        yield _wrong_script(language, words[0])


def _wrong_script(language: str, word: str) -> Finding:
    return Finding(
        SCRIPT,
        f"`{word}` is not written in the letters of `{language}`",
        "Write the text in this language; names may stay in Latin letters.",
    )


def _digits(unit: Unit, text: str) -> Iterator[Finding]:
    lost, new = numbers.differences(unit.text, text)
    if new:
        what = f"{_listed(new)} stands in the translation, not in the original"
        yield Finding(DIGITS, what, "Write the numbers as the original has them.")
    elif lost and not unit.id.endswith(":name"):
        what = f"{_listed(lost)} stands in the original, not in the translation"
        yield Finding(LEFT_OUT, what, "Look whether something was left out.", is_error=False)


def _listed(found: list[int]) -> str:
    return ", ".join(map(str, found[:5]))


def _markup(original: str, text: str) -> Iterator[Finding]:
    first, second = Counter(_MARKUP.findall(original)), Counter(_MARKUP.findall(text))
    if first != second:
        odd = next(iter((first - second) or (second - first)))
        yield Finding(
            PLACEHOLDERS,
            f"`{odd}` is not as often in the translation as in the original",
            "Keep it as it is.",
            is_error=False,
        )


def _same(original: str, text: str) -> Iterator[Finding]:
    if text.strip() == original.strip() and len(_WORD.findall(_ADDRESS.sub("", text))) > FEW_WORDS:
        yield Finding(
            SAME,
            "the translation is the same as the original",
            "Translate it, or leave it out: readers then get the original.",
            is_error=False,
        )
