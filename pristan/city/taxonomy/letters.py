# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the letters of a label or word: unseen characters, broken encodings, another script, too many."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

LONGEST = 80  # characters; nobody types more than that as one expression
CYRILLIC, ARABIC, LATIN = "Cyrillic", "Arabic", "Latin"
SCRIPTS = dict.fromkeys(("mk", "uk", "ru"), CYRILLIC) | dict.fromkeys(("ar", "fa"), ARABIC)
# Serbian is typed in both alphabets; its speakers choose "bosanski / hrvatski / srpski".
ALSO_HIDDEN = {"bs": CYRILLIC}
HALF_SPACE = "\u200c"  # Persian writes it inside words

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff]"
)
_OF = {
    LATIN: re.compile("[A-Za-zªºÀ-ÖØ-öø-\u024f\u1e00-\u1eff]"),
    CYRILLIC: re.compile("[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]"),
    ARABIC: re.compile(
        "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
    ),
}
_WORD = re.compile(r"\w+")
# What UTF-8 looks like when it was read as one of these.
_MISREAD = ("cp1252", "latin-1", "cp1250", "cp1251")
_SHORTEST = 4  # two letters of Cyrillic may look misread by chance
Borrowed = Callable[[str], bool]


def nothing_borrowed(word: str) -> bool:
    """No word may keep Latin letters."""
    del word
    return False


@dataclass(frozen=True)
class Fault:
    """What is wrong with a text, and how to mend it."""

    what: str
    mend: str


def faults(
    text: str, language: str, *, is_hidden: bool = False, borrowed: Borrowed = nothing_borrowed
) -> Iterator[Fault]:
    """All that is wrong with the letters of a text.

    `is_hidden`: people type it, pages never show it, so Latin letters are fine. `borrowed`: whether a language in
    another script may keep a word in Latin letters, such as the Slovene words of the counters.
    """
    if text != text.strip() or not text:
        yield Fault(f"`{text}` is empty or has a space at an end", "Delete it, or the space.")
    if len(text) > LONGEST:
        yield Fault(
            f"`{text[:30]}...` has {len(text)} characters",
            f"Shorten it to {LONGEST}: what would a person type?",
        )
    if found := _UNSEEN.search(text.replace(HALF_SPACE, "") if language == "fa" else text):
        shown = text.encode("unicode_escape").decode("ascii") if not found[0].isprintable() else text
        yield Fault(
            f"a character that nobody sees (U+{ord(found[0]):04X}) stands in `{shown[:60]}`",
            "Delete it: type the word anew.",
        )
    elif is_misread(text):
        yield Fault(
            f"`{text}` was saved in one encoding and read in another",
            "Type it anew, and save the file as UTF-8.",
        )
    else:
        yield from _scripts(text, language, is_hidden, borrowed)


def is_misread(text: str) -> bool:
    """Whether a text is UTF-8 that somebody read as another encoding (`ÄŒakalna`)."""
    if text.isascii():
        return False
    return "\ufffd" in text or any(
        _becomes_text(text, each) for each in _MISREAD if each != "cp1251" or len(text) >= _SHORTEST
    )


def _becomes_text(text: str, encoding: str) -> bool:
    """Into letters of ours: by chance a word may become one of a script that nobody here writes."""
    try:
        read = text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return all(any(script.match(letter) for script in _OF.values()) for letter in read if letter.isalpha())


def _scripts(text: str, language: str, is_hidden: bool, borrowed: Borrowed) -> Iterator[Fault]:
    """Words in another script than the language's, and words that mix two (they look right and are never found)."""
    own = SCRIPTS.get(language, LATIN)
    if own == LATIN and text.isascii():
        return
    # Word lists do not know all words of an expression: one that they know speaks for those beside it.
    is_borrowed = own != LATIN and any(
        borrowed(word) for word in _WORD.findall(text) if _is_plain_latin(word)
    )
    for word in _WORD.findall(text):
        used = {script for script, letters in _OF.items() if letters.search(word)}
        if {LATIN, CYRILLIC} <= used:
            yield Fault(f"`{word}` mixes Latin and Cyrillic letters", "Type it anew in one alphabet.")
        elif foreign := used - {own}:
            if not _may_be_foreign(word, foreign, language, is_hidden, is_borrowed):
                name = ", ".join(sorted(foreign))
                mend = "Write it in the letters of the language" + (
                    ", or move it to `hidden`." if own != LATIN else "."
                )
                yield Fault(f"`{word}` is written in {name} letters", mend)
        elif not used and any(map(str.isalpha, word)):
            yield Fault(
                f"`{word}` is written in letters of no language of ours",
                "Write it in the letters of the language.",
            )


def _may_be_foreign(word: str, foreign: Set[str], language: str, is_hidden: bool, is_borrowed: bool) -> bool:
    if is_hidden and ALSO_HIDDEN.get(language) in foreign:
        return True
    if foreign != {LATIN} or language not in SCRIPTS:
        return False
    return is_hidden or is_borrowed or is_name(word)


def _is_plain_latin(word: str) -> bool:
    return len(word) > 1 and bool(_OF[LATIN].search(word)) and not is_name(word)


def is_name(word: str) -> bool:
    """Abbreviations and names: `ZZZS`, `eUprava`, `A1`, `s` of `s.p.`, `Uber`."""
    return len(word) == 1 or any(each.isupper() or each.isdigit() for each in word)
