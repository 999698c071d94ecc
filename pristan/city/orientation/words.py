# SPDX-License-Identifier: EUPL-1.2
"""Reasons in plain words: what of the answers makes a verdict what it is."""

from collections.abc import Mapping

from django.utils.translation import gettext

from pristan.core.rules import Leaf
from pristan.core.rules.facts import Parameter
from pristan.core.rules.nodes import Between, Count, From, Held, Is, OneOf, Some, Until
from pristan.platform.ui import lists

Names = Mapping[str, Mapping[str, str]]


def sentence(leaf: Leaf, names: Names) -> str:
    """A test as a reader is told of it: "you are 15 to 29 years old". Codes of statuses get their names."""
    told = _told(leaf, names)
    return gettext("not: %(reason)s") % {"reason": told} if leaf.is_negated and not _is_flag(leaf) else told


def _is_flag(leaf: Leaf) -> bool:
    return isinstance(leaf.test, Is) and isinstance(leaf.test.value, bool)


def _told(leaf: Leaf, names: Names) -> str:
    match leaf.test:
        case Held(codes):
            told = [names[code]["text"] if code in names else code for code in codes]
            return gettext("your status is one of: %(statuses)s") % {"statuses": lists.listed(told)}
        case OneOf(_, codes):
            return gettext("you look for: %(codes)s") % {"codes": lists.listed(codes)}
        case Is(attribute, bool(value)):
            return _flag(attribute, is_true=value != leaf.is_negated)
        case Is(attribute, value):
            return _range(attribute, value, value, names)
        case Between(attribute, least, most):
            return _range(attribute, least, most, names)
        case Some(_, least, most):
            return gettext("you have a child aged %(range)s") % {"range": _span(least, most, names)}
        case Count(_, least, most):
            return gettext("number of your children: %(range)s") % {"range": _span(least, most, names)}
        case From(day):
            return gettext("from %(day)s on") % {"day": day.isoformat()}
        case Until(day):
            return gettext("until %(day)s") % {"day": day.isoformat()}


def _flag(attribute: str, *, is_true: bool) -> str:
    """Yes or no, each in a sentence of its own: a *not* before it would be hard to read."""
    return {
        ("insured", True): gettext("you have health insurance here"),
        ("insured", False): gettext("you have no health insurance here"),
        ("works", True): gettext("you work"),
        ("works", False): gettext("you do not work"),
        ("studies", True): gettext("you study"),
        ("studies", False): gettext("you do not study"),
        ("address_registered", True): gettext("your address is registered"),
        ("address_registered", False): gettext("your address is not registered"),
        ("pregnant", True): gettext("you are pregnant"),
        ("pregnant", False): gettext("you are not pregnant"),
        ("in_danger", True): gettext("you are in danger"),
        ("in_danger", False): gettext("you are not in danger"),
        ("needs_doctor_now", True): gettext("you need a doctor now"),
        ("needs_doctor_now", False): gettext("you need no doctor now"),
        ("wages_unpaid", True): gettext("you were not paid for your work"),
        ("wages_unpaid", False): gettext("you were paid for your work"),
    }[attribute, is_true]


def _range(attribute: str, least: object, most: object, names: Names) -> str:
    span = _span(least, most, names)
    return {
        "age": gettext("you are %(range)s years old"),
        "slovene_level": gettext("your level of the language: %(range)s"),
        "days_since_arrival": gettext("days since you arrived: %(range)s"),
        "days_since_status": gettext("days since you got your status: %(range)s"),
        "days_since_application": gettext("days since you applied: %(range)s"),
        "days_to_permit_expiry": gettext("days until your permit ends: %(range)s"),
        "days_to_18th_birthday": gettext("days until your 18th birthday: %(range)s"),
        "family_arrives_in_days": gettext("days until your family arrives: %(range)s"),
    }[attribute] % {"range": span}


def _span(least: object, most: object, names: Names) -> str:
    low, high = (_named(each, names) if isinstance(each, Parameter) else each for each in (least, most))
    if low is None:
        return gettext("at most %(most)s") % {"most": high}
    if high is None:
        return gettext("at least %(least)s") % {"least": low}
    return str(low) if low == high else f"{low}–{high}"


def _named(parameter: Parameter, names: Names) -> str:
    """A number that the law changes, by its name: its value stands on the pages that speak of it."""
    return names[parameter.code]["text"] if parameter.code in names else parameter.code
