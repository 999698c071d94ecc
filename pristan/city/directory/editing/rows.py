# SPDX-License-Identifier: EUPL-1.2
"""Lists in forms: one row per item and two empty ones to write on. To remove an item, empty its row. No script is needed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from pristan.city.directory import selectors
from pristan.city.directory.editing import shared, values
from pristan.city.directory.editing.wording import text

EXTRA = 2
MOST = 60


class RowForm(forms.Form):
    """One item of a list. ``at`` is its place in the list as it was, so that what the form does not show is kept."""

    at = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)
    texts: ClassVar[tuple[str, ...]] = ()
    plain: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def initial_of(cls, item: Mapping[str, Any], at: int) -> dict[str, Any]:
        """What the row shows of an item."""
        return {"at": at, **{name: text(item.get(name)) for name in (*cls.plain, *cls.texts)}}

    def item(self, old: Mapping[str, Any]) -> dict[str, Any] | None:
        """The item that was typed; None for an empty row."""
        given = self.cleaned_data
        if not any(given.get(name) for name in (*self.plain, *self.texts)):
            return None
        made = dict(old)
        made |= {name: str(given.get(name) or "").strip() for name in self.plain}
        made |= {name: values.in_language_of(old.get(name), given.get(name) or "") for name in self.texts}
        return self.finish(values.without_empty(made), old)

    def finish(self, made: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
        """What else changes with the item."""
        return made

    def dialled(self, name: str) -> str:
        """A number as it is kept; one that nobody changed stays as it was written."""
        typed = str(self.cleaned_data[name])
        return typed if typed in ("", self.initial.get(name)) else values.number(typed, selectors.country())


class PhoneRow(RowForm):
    """A number to call."""

    number = forms.CharField(
        label=_("Number"),
        required=False,
        max_length=24,
        widget=forms.TextInput({"dir": "ltr", "inputmode": "tel"}),
    )
    remark = forms.CharField(label=_("Remark"), required=False, max_length=300)
    plain = ("number",)
    texts = ("remark",)

    def clean_number(self) -> str:
        """The number, to be dialled from everywhere."""
        return self.dialled("number")


class ContactRow(RowForm):
    """A desk or role; never a person's name."""

    name = forms.CharField(label=_("Desk or role"), required=False, max_length=200)
    email = forms.CharField(
        label=_("E-mail address"),
        required=False,
        max_length=320,
        widget=forms.EmailInput({"dir": "ltr"}),
        validators=[values.email],
    )
    phone = forms.CharField(
        label=_("Number"),
        required=False,
        max_length=24,
        widget=forms.TextInput({"dir": "ltr", "inputmode": "tel"}),
    )
    remark = forms.CharField(label=_("Remark"), required=False, max_length=300)
    plain = ("email", "phone")
    texts = ("name", "remark")

    def clean_phone(self) -> str:
        """The number, to be dialled from everywhere."""
        return self.dialled("phone")


class PlaceRow(RowForm):
    """Where. A changed address is not verified any more, and its point on the map is gone."""

    address_1 = forms.CharField(
        label=_("Street and number"), required=False, max_length=200, validators=[values.address]
    )
    postal_code = forms.CharField(
        label=_("Postal code"), required=False, max_length=20, validators=[values.address]
    )
    city = forms.CharField(label=_("Town"), required=False, max_length=120, validators=[values.address])
    remark = forms.CharField(label=_("How to find the door"), required=False, max_length=300)
    plain = shared.ADDRESS
    texts = ("remark",)

    def finish(self, made: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
        is_moved = any(made.get(name) != old.get(name) for name in self.plain)
        return shared.without_point(made) if is_moved else made


class CostRow(RowForm):
    """A price, or words about it."""

    amount = forms.DecimalField(
        label=_("Amount"), required=False, min_value=0, max_digits=9, decimal_places=2, localize=True
    )
    text = forms.CharField(label=_("Words"), required=False, max_length=500)
    plain = ("amount",)
    texts = ("text",)

    def finish(self, made: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
        if made.get("amount"):
            made["amount"] = f"{self.cleaned_data['amount']:.2f}"
            made["currency"] = made.get("currency") or selectors.currency()
        else:
            made.pop("currency", None)
        return made


class ExceptionRow(RowForm):
    """Days with other hours; no hours means closed."""

    first = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    hours = forms.CharField(
        label=_("Hours, or empty for closed"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"dir": "ltr"}),
    )
    remark = forms.CharField(label=_("Remark"), required=False, max_length=300)

    @classmethod
    def initial_of(cls, item: Mapping[str, Any], at: int) -> dict[str, Any]:
        return {
            "at": at, "first": item["from"], "last": item.get("to", ""),
            "hours": ", ".join(item.get("hours") or ()), "remark": text(item.get("remark")),
        }  # fmt: skip

    def clean_hours(self) -> list[str]:
        """Ranges of hours."""
        return values.hours(self.cleaned_data["hours"])

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if last and not first:
            self.add_error("first", _("Say from which day."))
        if first and last and last < first:
            self.add_error("last", _("The last day comes before the first."))

    def item(self, old: Mapping[str, Any]) -> dict[str, Any] | None:
        given = self.cleaned_data
        if not given.get("first"):
            return None
        made = {
            "from": given["first"].isoformat(),
            "to": given["last"].isoformat() if given.get("last") else None,
            "remark": values.in_language_of(old.get("remark"), given.get("remark") or ""),
        }
        return values.without_empty(made) | {"hours": given.get("hours") or []}


def formset(row: type[RowForm], data: Any, prefix: str, live: Sequence[Mapping[str, Any]] | None) -> Any:
    """The rows of a list, and empty ones to write on."""
    made = forms.formset_factory(row, extra=EXTRA, max_num=MOST, absolute_max=MOST, validate_max=True)
    return made(data, prefix=prefix, initial=[row.initial_of(item, at) for at, item in enumerate(live or ())])


def pairs(
    filled: Any, live: Sequence[Mapping[str, Any]] | None
) -> Iterator[tuple[Mapping[str, Any], dict[str, Any] | None]]:
    """(item as it was, item as it is wanted) of each row: a new one was nothing, one that is emptied is None."""
    known = list(live or ())
    for form in filled.forms:
        at = form.cleaned_data.get("at")
        old = known[at] if at is not None and at < len(known) else {}
        yield old, form.item(old)


def items(filled: Any, live: Sequence[Mapping[str, Any]] | None) -> list[dict[str, Any]] | None:
    """What the rows say, in their order."""
    return [item for _, item in pairs(filled, live) if item is not None] or None
