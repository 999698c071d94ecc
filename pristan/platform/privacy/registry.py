# SPDX-License-Identifier: EUPL-1.2
"""What the apps declare about forgetting, collected; and the fields about which nobody has spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.db.models import Field, Model
from django.utils.module_loading import module_has_submodule

from pristan.platform.privacy.retention import Allowance, Fate, Retention

OURS = "pristan."
# Apps of others whose tables hold nobody. Any other app of others declares its fields too: one of ours speaks for it.
HOLD_NOBODY = frozenset({"django.contrib.contenttypes", "django.contrib.auth"})


def retention() -> dict[str, Fate]:
    """``app.Model.field`` -> what happens to it, for everything that was declared."""
    return {f"{model._meta.label}.{field}": fate for model, field, fate in _declared("RETENTION")}


def allowances() -> dict[str, str]:
    """``app.Model.field`` -> why its name may speak of a status: it is about a rule or a service."""
    return {f"{model._meta.label}.{field}": why for model, field, why in _declared("NOT_ABOUT_PERSONS")}


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
    for config in our_apps():
        if config.module is None or not module_has_submodule(config.module, "privacy"):
            continue
        declared: Retention | Allowance = getattr(import_module(f"{config.name}.privacy"), name, {})
        fates: Mapping[str, Any]
        for model, fates in declared.items():
            for field, fate in fates.items():
                yield model, field, fate
