# SPDX-License-Identifier: EUPL-1.2
"""Closed for some days: an exception in the hours, in a form that is filled in already."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pristan.platform.packs.things import value_digest
from pristan.platform.review.proposals import Wish


class ClosedForm(forms.Form):
    """Closed from one day to another. ``token``: sent twice, the form is one proposal."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=_("Until"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    remark = forms.CharField(label=_("Words for readers"), required=False, max_length=200)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("The last day comes before the first."))
        if "token" in self.errors:  # nobody sees it, so nobody can mend it by typing
            self.add_error(None, gettext("The form came back changed. Open it again."))

    def wish(self, key: str, live: Mapping[str, Any]) -> Wish:
        """The hours as they live, and these days. No hours stood on the page: whatever they are now, the days are added to them."""
        given = self.cleaned_data
        schedule = dict(live.get("schedule") or {})
        days = given["first"].isoformat(), given["last"].isoformat()
        schedule["exceptions"] = closed(schedule.get("exceptions") or (), *days, given["remark"])
        base = {"schedule": value_digest(live["schedule"])} if live.get("schedule") else {}
        said = gettext("said by the organisation")
        return Wish("entry", key, {"schedule": schedule}, base, source=said, token=given["token"])


def closed(
    exceptions: Sequence[Mapping[str, Any]], first: str, last: str, remark: str
) -> list[dict[str, Any]]:
    """The exceptions with these days among them, once: where they stand there already, they get the words."""
    words = {"remark": remark} if remark else {}
    if any(_is_closed(each, first, last) for each in exceptions):
        return [{**each, **words} if _is_closed(each, first, last) else {**each} for each in exceptions]
    return [*map(dict, exceptions), {"from": first, "to": last, "hours": [], **words}]


def _is_closed(exception: Mapping[str, Any], first: str, last: str) -> bool:
    days = exception["from"], exception.get("to") or exception["from"]
    return days == (first, last) and not exception.get("hours")


def next_week(today: date) -> dict[str, Any]:
    """What stands in a new form: Monday to Sunday of the week that comes."""
    monday = today + timedelta(days=7 - today.weekday())
    return {"first": monday, "last": monday + timedelta(days=6), "token": uuid4()}
