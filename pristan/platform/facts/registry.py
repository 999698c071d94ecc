# SPDX-License-Identifier: EUPL-1.2
"""All facts that the apps declare, collected."""

from collections.abc import Iterator
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from pristan.platform.facts.fact import Fact

OURS = "pristan."


class UnknownFact(LookupError):
    """No app declares it."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no fact is called `{key}`; there are: {', '.join(facts()) or 'none'}")


def facts() -> dict[str, Fact]:
    """Key -> fact, in the order of the apps. Raises ValueError where two have one key."""
    found: dict[str, Fact] = {}
    for fact in _declared():
        if fact.key in found:
            raise ValueError(f"two facts are called `{fact.key}`")
        found[fact.key] = fact
    return found


def fact(key: str) -> Fact:
    """The fact. Raises UnknownFact."""
    known = facts()
    if key not in known:
        raise UnknownFact(key)
    return known[key]


def _declared() -> Iterator[Fact]:
    for config in apps.get_app_configs():
        if config.name.startswith(OURS) and config.module and module_has_submodule(config.module, "facts"):
            yield from getattr(import_module(f"{config.name}.facts"), "FACTS", ())
