# SPDX-License-Identifier: EUPL-1.2
"""Characters: one spelling for each (`normalise`), and one form for all that readers take as the same letter (`fold`)."""

import re
import unicodedata

# Never seen and never meant: soft hyphen, joiners and non-joiners, direction marks, variation selectors, tags, and
# halves of surrogate pairs, which no database stores. The Persian half-space (U+200C) goes too: with or without it, one word.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000110bd\U000110cd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029]")
# What steers a screen or a file where it is shown. Zero-width joiners shape letters in Persian and the scripts of India: they
# stay wherever they join something.
_STEERING = ("Cc", "Cs", "Co")
_JOINERS = "\u200c\u200d"
_LOOSE_JOINERS = re.compile(f"(?<!\\S)[{_JOINERS}]+|[{_JOINERS}]+(?!\\S)")
# Marks that readers of Latin, Greek, Cyrillic, Hebrew and Arabic leave out when they type. The vowel signs of Indic
# scripts are marks as well, but without them other words remain: they stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Marks are put in order by comparing each with those before it, so a thousand on one letter would cost a million steps. No
# language needs more than thirty (Unicode Standard Annex 15, Stream-Safe Text Format): the others go.
_MOST_MARKS = 30
_LAST_MARK = 0x20000  # no plane above holds any


def _marks() -> str:
    """All characters that are ordered on the letter before them, as ranges of a pattern."""
    found = [code for code in range(_LAST_MARK) if unicodedata.combining(chr(code))]
    starts = [code for code in found if not unicodedata.combining(chr(code - 1))]
    ends = [code for code in found if not unicodedata.combining(chr(code + 1))]
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))


_HEAP = re.compile(f"([{_marks()}]{{{_MOST_MARKS}}})[{_marks()}]+")
# Letters that no decomposition makes equal. South Slavic: đ is typed dj. Turkish: dotless i. Arabic: hamza is often left
# out, teh marbuta is typed heh, alef maqsura yeh; Persian and Urdu have their own code points for the same yeh, kaf and heh.
_LETTERS = str.maketrans(
    {
        **{
            "đ": "dj",
            "ı": "i",
            "ø": "o",
            "ł": "l",
            "ħ": "h",
            "ŧ": "t",
            "ŋ": "n",
            "æ": "ae",
            "œ": "oe",
            "ð": "d",
            "þ": "th",
        },
        **{"ə": "e", "ґ": "г", "ʹ": "", "ʻ": "", "ʼ": "", "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": ""},
        **{
            "ٱ": "ا",
            "ٲ": "ا",
            "ٳ": "ا",
            "ٵ": "ا",
            "ٶ": "و",
            "ٸ": "ي",
            "ء": "",
            "ٴ": "",
            "ـ": "",
            "ى": "ي",
            "ی": "ي",
            "ې": "ي",
        },
        **{"ے": "ي", "ۍ": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه"},
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    }
)


def normalise(text: str) -> str:
    """The same text with one spelling for each character (NFKC), nothing invisible in it, and single spaces.

    Takes any string that Python can hold. Idempotent; linear in the length of the text.
    """
    if not text.isascii():
        text = _HEAP.sub(r"\1", _INVISIBLE.sub("", text))
        if not unicodedata.is_normalized("NFKC", text):
            text = _HEAP.sub(r"\1", unicodedata.normalize("NFKC", text))  # some marks become two
    return " ".join(_CONTROL.sub(" ", text).split())


def without_steering(text: str, gap: str = "") -> str:
    """The text as people see it: no direction marks, no control characters (line ends included); ``gap`` stands in their place."""
    kept = (
        gap if unicodedata.category(each) in _STEERING else each
        for each in text
        if unicodedata.category(each) != "Cf" or each in _JOINERS
    )  # fmt: skip
    return _LOOSE_JOINERS.sub("", "".join(kept))


def fold(text: str) -> str:
    """What stays of a text when case, marks and interchangeable letter forms are taken away: `Čakalna` -> `cakalna`.

    Idempotent; takes any string. Scripts are kept: `transliterate` changes those.
    """
    text = normalise(text).casefold()
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFC", bare).split())
