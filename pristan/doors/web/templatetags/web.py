# SPDX-License-Identifier: EUPL-1.2
"""Small parts of entry pages that depend on the whole document."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from pristan.doors.web import marks
from pristan.platform.ui import lists
from pristan.platform.ui.dates import in_words
from pristan.platform.ui.languages import language
from pristan.platform.ui.templatetags.ui import isolated

register = template.Library()


@register.simple_tag(takes_context=True)
def origin(context: dict[str, Any], field: str) -> SafeString | str:
    """A small line under a field that comes from elsewhere than the rest: from when, which sources, how sure."""
    given = context.get("origins", {}).get(field)
    if not given:
        return ""
    said = []
    if given.get("as_of"):
        said.append(gettext("This part is as of %(date)s.") % {"date": in_words(given["as_of"], language())})
    if numbers := [str(each) for each in given.get("sources") or ()]:
        words = ngettext("See source %(numbers)s.", "See sources %(numbers)s.", len(numbers))
        said.append(words % {"numbers": lists.listed(numbers)})
    if given.get("confidence") == "low":
        said.append(gettext("We are not sure about it: ask first."))
    return format_html('<p class="origin">{}</p>', " ".join(said)) if said else ""


@register.simple_tag(takes_context=True)
def to_confirm(context: dict[str, Any], *fields: str) -> SafeString | str:
    """A mark on a heading about which sources do not agree."""
    asked = context.get("confirm") or set()
    if not any(each in asked or any(one.startswith(f"{each}.") for one in asked) for each in fields):
        return ""
    return format_html('<span class="confirm">{}</span>', gettext("to be confirmed"))


@register.filter
def is_247(words: str) -> bool:
    """Do the words of a schedule hold nothing but "24/7"? Then *day and night* has said it already."""
    return not any(each.isalpha() for each in words or "")


@register.filter
def get(given: dict[str, Any], key: str) -> Any:
    """What stands under a key; empty when nothing does."""
    return (given or {}).get(key, "")


@register.simple_block_tag(takes_context=True)
def told(
    context: dict[str, Any], content: SafeString, name: str, is_so: object = True, key: str = ""
) -> SafeString | str:
    """What is shown where something is so. Among the parts of a plan (``is_part``): a slot that a script opens where it is so."""
    if context.get("is_part"):
        return format_html('<template data-told="{}" data-key="{}">{}</template>', name, key, content)
    return content if is_so else ""


@register.inclusion_tag("web/marking.html", takes_context=True)
def marking(context: dict[str, Any]) -> dict[str, Any]:
    """What a script needs to mark a list, in cities that have rules."""
    shared = {name: context[name] for name in ("page", "language")}
    return shared | {"marks": marks.for_you()}


@register.simple_tag(takes_context=True)
def beside(context: dict[str, Any], words: str) -> SafeString | str:
    """A sentence of the interface once more, in the language that is spoken around the reader. A template says it by `translate` too."""
    local = context["page"].catalogue.local
    if local not in dict(settings.LANGUAGES):
        return ""
    with translation.override(local):
        there = translation.gettext(words)
    return spoken({"text": there, "lang": local})


@register.simple_tag
def spoken(there: Mapping[str, str] | None) -> SafeString | str:
    """Words as they are said in the city, small, for showing to somebody who calls; nothing for who reads in that language."""
    if not there or there["lang"] == language():
        return ""
    return format_html('<span class="beside">{}</span>', isolated(there["text"], there["lang"]))
