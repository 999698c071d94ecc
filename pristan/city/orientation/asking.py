# SPDX-License-Identifier: EUPL-1.2
"""The questions in words: what is asked, why, and what may be answered. Each may be refused, and nothing is lost by it."""

from django.utils.translation import gettext


def question(attribute: str) -> tuple[str, str]:
    """The question about an attribute, and why it is asked."""
    return {
        "legal_status": (
            gettext("With which paper are you here?"),
            gettext("Most rights depend on it. Nobody learns what you choose."),
        ),
        "base_status": (
            gettext("Does another status hold for you as well?"),
            gettext("Of two statuses, what protects you more is what counts. Choose the same one again if it is the only one."),
        ),
        "days_since_arrival": (gettext("How many days ago did you arrive?"), gettext("Some steps have a last day that counts from it.")),
        "days_since_status": (gettext("How many days ago did you get your status?"), gettext("Some steps have a last day that counts from it.")),
        "days_since_application": (gettext("How many days ago did you apply for asylum?"), gettext("Some rights begin after a wait.")),
        "days_to_permit_expiry": (gettext("In how many days does your permit end?"), gettext("It must be renewed before that day.")),
        "days_to_18th_birthday": (gettext("In how many days will you be 18?"), gettext("Children have more protection.")),
        "family_arrives_in_days": (gettext("In how many days does your family arrive?"), gettext("Some steps are for them.")),
        "age": (gettext("How old are you?"), gettext("Some help is for children, young or old people.")),
        "children_ages": (gettext("How old are your children?"), gettext("Kindergarten, school and benefits depend on their age.")),
        "pregnant": (gettext("Are you pregnant?"), gettext("Then you have rights of your own to care.")),
        "works": (gettext("Do you work?"), gettext("Insurance and some benefits come with work.")),
        "studies": (gettext("Do you study?"), gettext("Students have rules of their own.")),
        "insured": (gettext("Do you have health insurance here?"), gettext("There is help for people with and without it.")),
        "address_registered": (
            gettext("Is your address registered in this country?"),
            gettext("Many rights begin with a registered address."),
        ),
        "slovene_level": (gettext("How well do you know the language?"), gettext("Courses and some permits depend on it.")),
    }[attribute]  # fmt: skip


def problem(code: str) -> str:
    """Answers that cannot all be true, in words."""
    return problems()[code]


def problems() -> dict[str, str]:
    """All kinds of answers that cannot all be true, in words."""
    return {
        "age-and-birthday-differ": gettext(
            "The age and the days until the 18th birthday do not fit together."
        ),
        "arrival-before-birth": gettext("The arrival lies before the birth."),
        "child-too-old": gettext("A child is too old for the age of the parent."),
        "age-of-pregnancy": gettext("The age and the pregnancy do not fit together."),
        "age-of-work": gettext("Somebody under 15 may not work."),
        "minor-of-age": gettext("An unaccompanied minor is under 18."),
        "two-base-statuses": gettext("These two statuses are not held together; the first one is counted."),
        "statuses-exclude-each-other": gettext("These two statuses exclude each other."),
    }
