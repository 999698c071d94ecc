# SPDX-License-Identifier: EUPL-1.2
"""What the apps declare about forgetting, collected; and the fields about which nobody has spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any
from uuid import UUID

from django.apps import AppConfig, apps
from django.contrib.auth import get_user_model
from django.db.models import Field, Model
from django.utils.module_loading import module_has_submodule

from pristan.platform.privacy.retention import Fate, Keep, Lapse, Rows

OURS = "pristan."
# Apps of others whose tables hold nobody. Any other app of others declares its fields too: one of ours speaks for it.
HOLD_NOBODY = frozenset({"django.contrib.contenttypes", "django.contrib.auth"})


def retention() -> dict[str, Fate]:
    """``app.Model.field`` -> what happens to it, for everything that was declared."""
    return {f"{model._meta.label}.{field}": fate for model, field, fate in _declared("RETENTION")}


def allowances() -> dict[str, str]:
    """``app.Model.field`` -> why its name may speak of a status: it is about a rule or a service."""
    return {f"{model._meta.label}.{field}": why for model, field, why in _declared("NOT_ABOUT_PERSONS")}


def fates() -> dict[type[Model], dict[str, Fate]]:
    """Model -> what happens to each of its fields."""
    found: dict[type[Model], dict[str, Fate]] = {}
    for model, field, fate in _declared("RETENTION"):
        found.setdefault(model, {})[field] = fate
    return found


def ends() -> dict[type[Model], Callable[[datetime], Rows]]:
    """Model -> the rows whose matter had ended at an instant."""
    return {model: end for name in _modules() for model, end in getattr(name, "ENDS", {}).items()}


def lapses() -> dict[type[Model], Lapse]:
    """Model -> how its matters end that nobody ends."""
    return {model: lapse for name in _modules() for model, lapse in getattr(name, "LAPSES", {}).items()}


def held() -> dict[type[Model], Callable[[UUID], Rows]]:
    """Model -> the rows about a person who works here."""
    return {model: of for name in _modules() for model, of in getattr(name, "HELD", {}).items()}


def secrets() -> dict[str, str]:
    """``app.Model.field`` -> why an export does not give it."""
    return {f"{model._meta.label}.{field}": why for model, field, why in _declared("SECRET")}


def blanks() -> dict[str, Callable[[Any], Any]]:
    """``app.Model.field`` -> what stands there once it is stripped."""
    return {f"{model._meta.label}.{field}": blank for model, field, blank in _declared("BLANKS")}


def endless() -> list[str]:
    """Models of which something is stripped or deleted, and nobody says when their matter ends. Should be empty."""
    known = ends()
    return sorted(
        model._meta.label
        for model, fields in fates().items()
        if model not in known and any(not isinstance(fate, Keep) for fate in fields.values())
    )


def unheld() -> list[str]:
    """``app.Model.field`` of every reference to an account whose model does not say what it holds about people. Should be empty."""
    known, account = held(), get_user_model()
    fields = (field for field in our_fields() if field.related_model is account)
    return sorted(label(field) for field in fields if field.model not in known)


def undeclared_fields() -> list[str]:
    """``app.Model.field`` of every field about which nobody has spoken. Should be empty."""
    known = retention()
    return sorted(name for name in map(label, our_fields()) if name not in known)


def stale_declarations() -> list[str]:
    """Declarations about fields that exist no longer."""
    fields = set(map(label, our_fields(with_keys=True)))
    return sorted((retention().keys() | allowances().keys()) - fields)


def our_fields(*, with_keys: bool = False) -> Iterator[Field[Any, Any]]:
    """All fields of the models here that hold something; automatic integer keys (they say nothing) on demand."""
    for config in apps.get_app_configs():
        if config.name in HOLD_NOBODY:
            continue
        for model in config.get_models():
            for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
                is_stored = (
                    field.column is not None or field.many_to_many
                )  # not so: a key made of other fields
                if is_stored and (with_keys or not field.auto_created):
                    yield field


def our_apps() -> Iterator[AppConfig]:
    """The apps of Pristan, in the order of the settings."""
    return (config for config in apps.get_app_configs() if config.name.startswith(OURS))


def label(field: Field[Any, Any]) -> str:
    """``app.Model.field``."""
    return f"{field.model._meta.label}.{field.name}"


def _declared(name: str) -> Iterator[tuple[type[Model], str, Any]]:
    for module in _modules():
        declared: Mapping[type[Model], Mapping[str, Any]] = getattr(module, name, {})
        for model, fields in declared.items():
            for field, word in fields.items():
                yield model, field, word


def _modules() -> Iterator[ModuleType]:
    for config in our_apps():
        if config.module is not None and module_has_submodule(config.module, "privacy"):
            yield import_module(f"{config.name}.privacy")
