# SPDX-License-Identifier: EUPL-1.2
"""The words around a claim: what became of it, how it is checked, why not."""

from django.utils.translation import gettext, pgettext

from pristan.platform.claims.lifecycle import ANSWERS, CHECKS


def became(state: str) -> str:
    """What became of it, for the claimer."""
    return {
        "asked": gettext("We have it. The city is checking whether it is so."),
        "vetted": gettext("It is checked. The invitation is not sent yet."),
        "granted": gettext(
            "It is granted. The invitation went to the e-mail address that you gave us; it works for seven days."
        ),
        "refused": gettext("We could not grant it."),
        "withdrawn": gettext("It was taken back."),
    }[state]


def answer(code: str) -> str:
    """Why not, in fixed words; nothing while it is open."""
    return {
        "not_shown": gettext(
            "We could not find out that you speak for this organisation. You may claim it again with another way to check."
        ),
        "not_theirs": gettext("The organisation told us that you do not speak for it."),
        "has_manager": gettext(
            "Somebody of your organisation keeps its entries already. Ask them to invite you."
        ),
        "not_reached": gettext("We could not reach your organisation."),
        "unlisted": gettext("The organisation asked not to be listed."),
        "ran_out": gettext(
            "Nobody decided about it in half a year, so it was closed. You may claim it again."
        ),
    }.get(code, "")


def answers() -> list[tuple[str, str]]:
    """(code, words) of all answers."""
    return [(code, answer(code)) for code in ANSWERS]


def checks() -> list[tuple[str, str]]:
    """(code, words) of all that a city editor can do to find out."""
    words = {
        "domain": gettext("The e-mail is of the same domain as the website in the directory"),
        "called": gettext(
            "I called a number that stood in the directory before the claim, and they say it is so"
        ),
        "seen": gettext("I know the person by sight, and they showed that they work there"),
    }
    return [(check, words[check]) for check in CHECKS]


def state(code: str) -> str:
    """The state in one word, for those who vet."""
    return {
        "asked": pgettext("state of a claim", "to be vetted"),
        "vetted": pgettext("state of a claim", "vetted"),
        "granted": pgettext("state of a claim", "granted"),
        "refused": pgettext("state of a claim", "refused"),
        "withdrawn": pgettext("state of a claim", "taken back"),
    }[code]
