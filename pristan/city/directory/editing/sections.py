# SPDX-License-Identifier: EUPL-1.2
"""An entry is changed section by section: each section is a form over a few fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pristan.city.directory import selectors, shapes
from pristan.city.directory.editing import rows, values
from pristan.city.directory.editing.elsewhere import NAMES
from pristan.city.directory.editing.rows import ContactRow, CostRow, ExceptionRow, PhoneRow, PlaceRow, RowForm
from pristan.city.directory.editing.wording import label, text
from pristan.city.directory.shapes import AttributeName
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.ui import dates
from pristan.platform.ui.languages import name_in

NOT_STATED: Final = ("", _("not stated"))
Live = Mapping[str, Any]


class SectionForm(forms.Form):
    """A form over some fields of an entry. ``lists``: field -> the row of a list that is edited row by row."""

    lists: ClassVar[dict[str, type[RowForm]]] = {}

    def __init__(self, data: Any, *, live: Live, language: str) -> None:
        self.live, self.language = live, language
        super().__init__(data, initial=self.read(live))
        self.groups = {
            name: rows.formset(row, data, name, self.listed(name)) for name, row in self.lists.items()
        }
        self.offer()

    def listed(self, name: str) -> Any:
        """The list that a group of rows shows."""
        return self.live.get(name)

    def read(self, live: Live) -> dict[str, Any]:
        """What the form shows of the entry as it lives."""
        return {name: text(live.get(name)) for name in self.base_fields}

    def offer(self) -> None:
        """Fill choices that are read from the vocabulary."""

    def wanted(self) -> dict[str, Any]:
        """Field -> the value that was typed; None where nothing is left."""
        old = self.live
        plain = {
            name: values.in_language_of(old.get(name), self.cleaned_data[name]) for name in self.base_fields
        }
        return plain | {name: rows.items(group, old.get(name)) for name, group in self.groups.items()}

    def pairs(self) -> Iterator[tuple[str, Any, Any]]:
        """(field, item as it was, item as it is wanted): each row of a list, and each text."""
        wanted = self.wanted()
        for name in self.base_fields:
            yield name, self.live.get(name), wanted.get(name)
        for name, group in self.groups.items():
            for old, new in rows.pairs(group, self.listed(name)):
                yield name, old, new

    def is_valid(self) -> bool:
        """The form itself and all its rows."""
        return all([super().is_valid(), *(group.is_valid() for group in self.groups.values())])

    @property
    def titled_groups(self) -> list[tuple[str, Any]]:
        """Each list with its title."""
        return [(label(name), group) for name, group in self.groups.items()]


class WordsForm(SectionForm):
    """What it is."""

    name = forms.CharField(label=_("Name"), max_length=300)
    summary = forms.CharField(
        label=_("In short"), required=False, max_length=1000, widget=forms.Textarea({"rows": 4}),
        help_text=_("One or two plain sentences: what it does and for whom."),
    )  # fmt: skip
    alternate_names = forms.CharField(
        label=_("Other names"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}), help_text=_("One a line."),
    )  # fmt: skip

    def read(self, live: Live) -> dict[str, Any]:
        return super().read(live) | {
            "alternate_names": "\n".join(map(text, live.get("alternate_names") or ()))
        }

    def wanted(self) -> dict[str, Any]:
        names = values.texts(self.cleaned_data["alternate_names"], self.live.get("alternate_names"))
        return super().wanted() | {"alternate_names": names}


class ReachForm(SectionForm):
    """How to reach it."""

    website = forms.CharField(
        label=_("Website"), required=False, max_length=500, widget=forms.URLInput({"dir": "ltr"}), validators=[values.website],
    )  # fmt: skip
    email = forms.CharField(
        label=_("E-mail address"), required=False, max_length=320, widget=forms.EmailInput({"dir": "ltr"}), validators=[values.email],
    )  # fmt: skip
    lists = {"phones": PhoneRow, "contacts": ContactRow}


class HoursForm(SectionForm):
    """When."""

    text = forms.CharField(
        label=_("In words"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("What the days below cannot say."),
    )  # fmt: skip
    is_always = forms.BooleanField(label=_("Day and night"), required=False)
    by_appointment = forms.BooleanField(label=_("By appointment: one calls or writes first"), required=False)
    on_holidays = forms.ChoiceField(
        label=_("On public holidays"), required=False,
        choices=[NOT_STATED, ("closed", _("closed")), ("open", _("open"))],
    )  # fmt: skip
    lists = {"exceptions": ExceptionRow}

    def __init__(self, data: Any, *, live: Live, language: str, today: str = "") -> None:
        self.today = today
        super().__init__(data, live=live, language=language)
        for day in dates.DAYS:
            self.fields[day] = forms.CharField(
                label=dates.day_name(day, language), required=False, max_length=120,
                widget=forms.TextInput({"dir": "ltr", "placeholder": "08:00-12:00, 13:00-15:30"}),
            )  # fmt: skip
        self.order_fields([*dates.DAYS])

    @property
    def schedule(self) -> Mapping[str, Any]:
        """The hours as they live."""
        found: Mapping[str, Any] = self.live.get("schedule") or {}
        return found

    def listed(self, name: str) -> Any:
        return self.schedule.get("exceptions")

    def read(self, live: Live) -> dict[str, Any]:
        schedule = live.get("schedule") or {}
        weekly = schedule.get("weekly") or {}
        return {
            **{day: ", ".join(weekly.get(day) or ()) for day in dates.DAYS},
            **{name: schedule.get(name) or "" for name in ("is_always", "by_appointment", "on_holidays")},
            "text": text(schedule.get("text")),
        }

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for day in dates.DAYS:
            try:
                self.cleaned_data[day] = values.hours(self.cleaned_data.get(day) or "")
            except forms.ValidationError as error:
                self.add_error(day, error)

    def wanted(self) -> dict[str, Any]:
        given, old = self.cleaned_data, self.schedule
        made = dict(old) | {
            "text": values.in_language_of(old.get("text"), given["text"]),
            "weekly": {day: given[day] for day in dates.DAYS if given[day]},
            **{name: given[name] for name in ("is_always", "by_appointment", "on_holidays")},
            "exceptions": rows.items(self.groups["exceptions"], old.get("exceptions")),
        }
        plain = shapes.conform("schedule", values.without_empty(made))
        if plain and plain != old and self.today:
            plain["as_of"] = self.today
        return {"schedule": plain or None}


class PlaceForm(SectionForm):
    """Where."""

    lists = {"locations": PlaceRow}


class CostForm(SectionForm):
    """What it costs, and what to bring."""

    is_free = forms.ChoiceField(
        label=_("Free of charge"), required=False,
        choices=[NOT_STATED, ("yes", _("yes")), ("partly", _("partly")), ("no", _("no"))],
    )  # fmt: skip
    documents = forms.CharField(
        label=_("Papers to bring"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("One a line."),
    )
    lists = {"costs": CostRow}

    def read(self, live: Live) -> dict[str, Any]:
        papers = "\n".join(text(each["text"]) for each in live.get("documents") or ())
        return {"is_free": live.get("is_free") or "", "documents": papers}

    def wanted(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "is_free": given["is_free"] or None,
            "documents": values.items(given["documents"], self.live.get("documents")),
            "costs": rows.items(self.groups["costs"], self.live.get("costs")),
        }


class KnowForm(SectionForm):
    """What people need to know most, and in which languages they are served."""

    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, *, live: Live, language: str) -> None:
        super().__init__(data, live=live, language=language)
        words = taxonomy.choices("attributes", language)
        for name in AttributeName.__args__:  # type: ignore[attr-defined]
            self.fields[name] = forms.ChoiceField(
                label=words.get(name, name), required=False,
                choices=[NOT_STATED, *((answer, words.get(f"{name}_{answer}", answer)) for answer in ("yes", "no"))],
            )  # fmt: skip

    def offer(self) -> None:
        codes = dict.fromkeys([*selectors.spoken(), *(self.live.get("languages") or ())])
        self.fields["languages"].choices = [(code, name_in(code, self.language)) for code in codes]  # type: ignore[attr-defined]

    def read(self, live: Live) -> dict[str, Any]:
        return {"languages": live.get("languages") or [], **(live.get("attributes") or {})}

    def wanted(self) -> dict[str, Any]:
        given = self.cleaned_data
        known = {name: given[name] for name in AttributeName.__args__ if given[name]}  # type: ignore[attr-defined]
        kept = [code for code in self.live.get("languages") or () if code in given["languages"]]
        added = [code for code in given["languages"] if code not in kept]
        return {"languages": [*kept, *added] or None, "attributes": known or None}


class WhoForm(SectionForm):
    """Who may come, as sentences to choose from."""

    audiences = forms.MultipleChoiceField(
        label=_("For whom"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_open_to_all = forms.ChoiceField(
        label=_("Also for people who are not migrants"),
        required=False,
        choices=[NOT_STATED, ("yes", _("yes")), ("no", _("no"))],
    )
    age_min = forms.IntegerField(label=_("From which age?"), required=False, min_value=0, max_value=120)
    age_max = forms.IntegerField(label=_("Up to which age?"), required=False, min_value=0, max_value=120)
    residence = forms.ChoiceField(label=_("Which address is needed?"), required=False)
    insurance = forms.ChoiceField(label=_("Is health insurance needed?"), required=False)
    legal_status = forms.MultipleChoiceField(
        label=_("For people with one of these legal statuses"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("About the service, not about a person. Choose none where nothing is said."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("In words"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )
    names = ("age_min", "age_max", "residence", "insurance", "legal_status")

    def offer(self) -> None:
        kept = self.live.get("eligibility") or {}
        for field, scheme in (("residence", "residences"), ("insurance", "insurances")):
            words = taxonomy.choices(scheme, self.language)
            self.fields[field].choices = [NOT_STATED, *words.items()]  # type: ignore[attr-defined]
        statuses = taxonomy.choices("legal-statuses", self.language)
        known = {code: statuses.get(code, code) for code in [*statuses, *(kept.get("legal_status") or ())]}
        self.fields["legal_status"].choices = list(known.items())  # type: ignore[attr-defined]
        self.fields["audiences"].choices = list(taxonomy.choices("audiences", self.language).items())  # type: ignore[attr-defined]

    def read(self, live: Live) -> dict[str, Any]:
        kept = live.get("eligibility") or {}
        is_open = live.get("is_open_to_all")
        return {
            "audiences": live.get("audiences") or [],
            "is_open_to_all": "" if is_open is None else "yes" if is_open else "no",
            **{name: kept.get(name) for name in self.names},
            "text": text(kept.get("text")),
        }

    def clean(self) -> None:
        low, high = self.cleaned_data.get("age_min"), self.cleaned_data.get("age_max")
        if low is not None and high is not None and high < low:
            self.add_error("age_max", _("This is less than the age from which one may come."))

    def wanted(self) -> dict[str, Any]:
        given, old = self.cleaned_data, self.live.get("eligibility") or {}
        made = dict(old) | {name: given[name] for name in self.names if given[name] is not None}
        made["text"] = values.in_language_of(old.get("text"), given["text"])
        for name in ("age_min", "age_max"):
            if given[name] is None:
                made.pop(name, None)
        plain = {name: each for name, each in made.items() if each not in (None, "", [])}
        return {
            "audiences": _in_order(given["audiences"], self.live.get("audiences")),
            "is_open_to_all": {"yes": True, "no": False}.get(given["is_open_to_all"]),
            "eligibility": plain or None,
        }


class NeedsForm(SectionForm):
    """What it helps with, and who pays."""

    needs = forms.MultipleChoiceField(
        label=_("What it helps with"), required=False, widget=forms.SelectMultiple({"size": 12}),
        help_text=_("Choose the narrowest that fit. Hold Ctrl to choose several."),
    )  # fmt: skip
    funding = forms.CharField(
        label=_("Who pays"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One a line."),
    )

    def offer(self) -> None:
        words = taxonomy.choices("needs", self.language)
        self.fields["needs"].choices = sorted(words.items(), key=lambda each: each[1].casefold())  # type: ignore[attr-defined]

    def read(self, live: Live) -> dict[str, Any]:
        return {
            "needs": live.get("needs") or [],
            "funding": "\n".join(text(each["text"]) for each in live.get("funding") or ()),
        }

    def wanted(self) -> dict[str, Any]:
        return {
            "needs": _in_order(self.cleaned_data["needs"], self.live.get("needs")),
            "funding": values.items(self.cleaned_data["funding"], self.live.get("funding")),
        }


class SafetyForm(SectionForm):
    """Whether being seen there could harm somebody."""

    is_sensitive = forms.BooleanField(
        label=_("Being seen here could harm somebody"), required=False,
        help_text=_("Its page then has an address that says nothing, and how often it is opened is not counted."),
    )  # fmt: skip

    def read(self, live: Live) -> dict[str, Any]:
        return {"is_sensitive": bool(live.get("is_sensitive"))}

    def wanted(self) -> dict[str, Any]:
        return {"is_sensitive": self.cleaned_data["is_sensitive"] or None}


def _in_order(chosen: list[str], old: list[str] | None) -> list[str] | None:
    kept = [each for each in old or () if each in chosen]
    return [*kept, *(each for each in chosen if each not in kept)] or None


@dataclass(frozen=True)
class Section:
    """One section: its key in the address, its title, the fields it is about, its form."""

    key: str
    title: str | Promise
    fields: tuple[str, ...]
    form: type[SectionForm]

    @property
    def needs(self) -> set[str]:
        """What has to be read of an entry for it: its own fields, and all in which the same value may stand as in one of them."""
        return {*self.fields, *(NAMES if set(self.fields) & NAMES else ())}


SECTIONS: Final[dict[str, Section]] = {
    each.key: each
    for each in (
        Section("hours", _("When"), ("schedule",), HoursForm),
        Section("reach", _("How to reach it"), ("phones", "email", "website", "contacts"), ReachForm),
        Section("place", _("Where"), ("locations",), PlaceForm),
        Section("words", _("What it is"), ("name", "summary", "alternate_names"), WordsForm),
        Section("costs", _("Costs and papers"), ("is_free", "costs", "documents"), CostForm),
        Section("know", _("What people need to know"), ("languages", "attributes"), KnowForm),
        Section("who", _("Who may come"), ("audiences", "eligibility", "is_open_to_all"), WhoForm),
        Section("needs", _("What it helps with"), ("needs", "funding"), NeedsForm),
        Section("safety", _("Danger of being seen"), ("is_sensitive",), SafetyForm),
    )
}


def sections_of(live: Live) -> dict[str, Section]:
    """The sections of one entry: where a secret place is cannot be written."""
    if not live.get("is_location_secret"):
        return SECTIONS
    return {key: each for key, each in SECTIONS.items() if each.form is not PlaceForm}
