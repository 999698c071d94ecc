# SPDX-License-Identifier: EUPL-1.2
"""The form of one text that a person reads beside its original: its words, and whether they are right."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pristan.city.directory.editing import wording
from pristan.city.directory.vouched import Reading
from pristan.city.directory.vouching import Vouched, seen
from pristan.platform.review import words
from pristan.platform.review.errors import ValueRefused
from pristan.platform.translations.checking import LONGEST, check
from pristan.platform.translations.content import digest
from pristan.platform.translations.numbers import differences
from pristan.platform.translations.units import Said
from pristan.platform.ui import lists
from pristan.platform.ui.languages import direction

SHORT = 80


class TextForm(forms.Form):
    """``seen``: digests of what the page showed. ``told``: of the words that were sent although their numbers differ."""

    text = forms.CharField(required=False, widget=forms.Textarea)
    read = forms.BooleanField(label=_("I have read it: it is right"), required=False)
    seen = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    told = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, reading: Reading, language: str) -> None:
        is_shown = data is not None and f"{reading.path}-seen" in data  # or it came into the entry meanwhile
        super().__init__(
            data if is_shown else None,
            prefix=reading.path,
            initial={"text": reading.value, "seen": seen(reading)},
        )
        self.reading, self.language, self.changed_meanwhile = reading, language, False
        field = self.fields["text"]
        field.label = wording.label_of_text(reading.path)
        field.max_length = reading.unit.limit or LONGEST  # type: ignore[attr-defined]
        field.validators.append(forms.fields.validators.MaxLengthValidator(field.max_length))  # type: ignore[attr-defined]
        rows = 2 if len(reading.unit.text) <= SHORT else min(3 + len(reading.unit.text) // SHORT, 12)
        field.widget.attrs = {"rows": rows, "lang": language, "dir": direction(language)}

    @property
    def is_touched(self) -> bool:
        """Was it ticked, or do other words stand here than on the page?"""
        given = self.cleaned_data
        return bool(given["read"]) or digest(given["text"]) != given["seen"].rpartition("-")[2]

    def vouched(self) -> Vouched:
        """What the person says of this text."""
        return Vouched(self.reading.path, self.cleaned_data["text"], self.cleaned_data["seen"])

    def clean(self) -> None:
        """What is neither ticked nor written anew is not looked at: it stays as it is."""
        if self.errors or not self.is_touched:
            return
        if self.cleaned_data["seen"] != seen(self.reading):
            self.changed_meanwhile = True
            self._once_more(
                gettext(
                    "Somebody else changed the same while you were writing. Your words are kept; look at both versions below."
                )
            )
            self._show("seen", seen(self.reading))
        elif not self.cleaned_data["text"]:
            self._once_more(
                gettext("Nothing stands here. Write the text, or open the page again to leave it as it was.")
            )
        elif self._does_not_fit():
            self.add_error("text", words.of(ValueRefused("text", "")))
        elif numbers := self._numbers():
            self._ask_about(numbers)

    def _does_not_fit(self) -> bool:
        said = Said(self.cleaned_data["text"], is_human=True)
        return any(found.is_error for found in check(self.reading.unit, self.language, said))

    def _numbers(self) -> list[int]:
        if self.reading.unit.is_free:
            return []
        lost, new = differences(self.reading.unit.text, self.cleaned_data["text"])
        return sorted({*new, *(lost if self.reading.path != "name" else ())})

    def _ask_about(self, numbers: list[int]) -> None:
        """Numbers differ: told once; whoever then ticks the same words knows better."""
        now, given = digest(self.cleaned_data["text"]), self.cleaned_data
        if given["read"] and given["told"] == now:
            return
        told = gettext("Compare the numbers with the original: %(numbers)s. Mend them, or tick once more.")
        self._once_more(told % {"numbers": lists.listed(map(str, numbers))})
        self._show("told", now)

    def _once_more(self, why: str) -> None:
        self.add_error("text", why)
        self._show("read", None)

    def _show(self, name: str, value: str | None) -> None:
        """What the form shows when it comes back."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data.pop(self.add_prefix(name), None)
        if value is not None:
            data[self.add_prefix(name)] = value
        self.data = data
