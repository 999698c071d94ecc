# SPDX-License-Identifier: EUPL-1.2
"""Distance: how many slips of a finger lie between two words."""


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
