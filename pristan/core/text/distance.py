# SPDX-License-Identifier: EUPL-1.2
"""Distance: how many slips of a finger lie between two words, and which words lie one slip away."""

from collections.abc import Iterator

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґђјљњћџѓќѕ"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ"


def within(one: str, other: str, limit: int) -> int | None:
    """Number of slips (a letter added, left out, changed, or two neighbours swapped) if at most `limit`, else None.

    Optimal string alignment; looks only at the diagonal band that the limit allows, so its time is length x limit.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    far = limit + 1
    above: list[int] = []
    row = [min(column, far) for column in range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        before, above = above, row
        row = [min(i, far)] + [far] * len(other)
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):
            best = min(above[j - 1] + (letter != other[j - 1]), above[j] + 1, row[j - 1] + 1)
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, before[j - 2] + 1)
            row[j] = best
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None


def one_slip_away(word: str) -> Iterator[str]:
    """All spellings that one slip parts from a word in small letters without marks, the likeliest slips first.

    Two neighbours swapped, a letter doubled, left out, put in, taken for another. In other scripts than Latin, Cyrillic and Arabic none.
    """
    letters = (
        next((each for each in (_LATIN, _CYRILLIC, _ARABIC) if set(word) <= set(each)), "") if word else ""
    )
    if not letters:
        return
    places = range(len(word))
    for at in places[:-1]:
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    without = [(at, word[:at] + word[at + 1 :]) for at in places]
    yield from (each for at, each in without if at and word[at] == word[at - 1])
    for at in [*places[1:], len(word), 0]:
        yield from (word[:at] + letter + word[at:] for letter in letters)
    yield from (each for at, each in without if not at or word[at] != word[at - 1])
    for at in [*places[1:], 0]:
        yield from (word[:at] + letter + word[at + 1 :] for letter in letters if letter != word[at])
