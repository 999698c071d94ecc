# SPDX-License-Identifier: EUPL-1.2
"""The words around a report: what can be wrong, and what became of it. The same for its sender and for who works on it."""

from django.utils.translation import gettext

from pristan.platform.reports.lifecycle import ANSWERS, MATTERS


def matters() -> list[tuple[str, str]]:
    """(code, words) of all that can be wrong, in the order of the form."""
    words = {
        "danger": gettext("Something here puts people in danger"),
        "closed": gettext("It does not exist any more"),
        "phone": gettext("The phone, e-mail or web address does not work"),
        "hours": gettext("The opening hours are wrong"),
        "place": gettext("The place or the way there is wrong"),
        "cost": gettext("The price or the papers are wrong"),
        "refused": gettext("I was turned away although the page says I may come"),
        "words": gettext("The words are hard to understand or hurt somebody"),
        "other": gettext("Something else"),
    }
    return [(matter, words[matter]) for matter in MATTERS]


def became(state: str) -> str:
    """What became of it."""
    return {
        "new": gettext("We have it. Nobody has looked at it yet."),
        "in_work": gettext("Somebody is working on it."),
        "solved": gettext("It is done. Thank you."),
        "not_solved": gettext("We looked at it and changed nothing."),
    }[state]


def answer(code: str) -> str:
    """Why, in fixed words; nothing while it is open."""
    return {
        "corrected": gettext("The page was corrected."),
        "asked_organization": gettext("We asked the organisation, and the page now says what holds."),
        "taken_away": gettext("The page was taken away."),
        "is_right": gettext("As far as we could find out, the page is right."),
        "not_found_out": gettext(
            "We could not find out what is true. The page says that it is to be confirmed."
        ),
        "not_ours": gettext("This is not in the hands of this site."),
        "ran_out": gettext(
            "Nobody came to look at it, and it was closed after half a year. If it is still wrong, please tell us again."
        ),
    }.get(code, "")


def answers() -> list[tuple[str, str]]:
    """(code, words) of all answers, those that solve it first."""
    return [(code, answer(code)) for codes in ANSWERS.values() for code in codes]
