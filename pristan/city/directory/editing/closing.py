# SPDX-License-Identifier: EUPL-1.2
"""Closed for some days: an exception in the hours, in a form that is filled in already."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pristan.platform.packs.things import value_digest
from pristan.platform.review.proposals import Wish


class ClosedForm(forms.Form):
    """Closed from one day to another."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=_("Until"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    remark = forms.CharField(label=_("Words for readers"), required=False, max_length=200)

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("The last day comes before the first."))

    def wish(self, key: str, live: Mapping[str, Any]) -> Wish:
        """The hours as they live, and these days."""
        given = self.cleaned_data
        days: dict[str, Any] = {
            "from": given["first"].isoformat(),
            "to": given["last"].isoformat(),
            "hours": [],
        }
        if given["remark"]:
            days["remark"] = given["remark"]
        schedule = dict(live.get("schedule") or {})
        schedule["exceptions"] = [*(schedule.get("exceptions") or ()), days]
        base = {"schedule": value_digest(live["schedule"])} if live.get("schedule") else {}
        return Wish("entry", key, {"schedule": schedule}, base, source=gettext("said by the organisation"))


def next_week(today: date) -> dict[str, date]:
    """Monday to Sunday of the week that comes."""
    monday = today + timedelta(days=7 - today.weekday())
    return {"first": monday, "last": monday + timedelta(days=6)}
