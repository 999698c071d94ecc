# SPDX-License-Identifier: EUPL-1.2
"""How words of several languages stand in one page, and the small marks that every page shares."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from pristan.platform.ui import dates, icons, languages, lists

register = template.Library()

Text = Mapping[str, Any]


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An icon of the sprite, silent for screen readers: the word beside it speaks."""
    shown = icons.known(name)
    turned = " icon-turns" if shown in icons.MIRRORED else ""
    return format_html(
        '<svg class="icon{}{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        turned, f" {extra}" if extra else "", static("ui/icons.svg"), shown,
    )  # fmt: skip


# "080 12 00" stays on one line; without an isolate its groups stand in reverse order inside Arabic.
GROUPS = re.compile(r"\+?\d+(?:[ \u00a0]\d+)+")


def numbers_in_order(words: str, language: str) -> str:
    """Numbers of several groups on one line; in a text that runs from right to left in a left-to-right isolate."""
    around = "\u2066{}\u2069" if languages.direction(language) == "rtl" else "{}"
    return GROUPS.sub(lambda found: around.format(found[0].replace(" ", "\u00a0")), words)


def isolated(words: str, language: str) -> SafeString:
    """Words of another language, marked for screen readers and kept whole in lines of the other direction."""
    words = numbers_in_order(words, language)
    if not words or language == languages.language():
        return conditional_escape(words)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, languages.direction(language), words)


@register.simple_tag
def text(given: Text | None, label: bool = True) -> SafeString | str:
    """A text of the read model. Where it fell back to another language it says so, small."""
    if not given:
        return ""
    shown = isolated(given["text"], given["lang"])
    if given["lang"] == languages.language() or not label:
        return shown
    return format_html("{} {}", shown, language_label(given["lang"]))


@register.simple_tag
def paragraph(given: Text | None, css: str = "") -> SafeString | str:
    """A text as a paragraph of its own: one in another language runs in its own direction and says what it is."""
    if not given:
        return ""
    if given["lang"] == languages.language():
        return format_html('<p class="{}">{}</p>', css, numbers_in_order(given["text"], given["lang"]))
    return format_html(
        '<p class="{}" lang="{}" dir="{}">{} {}</p>',
        css, given["lang"], languages.direction(given["lang"]), numbers_in_order(given["text"], given["lang"]), language_label(given["lang"]),
    )  # fmt: skip


@register.simple_tag
def text_label(given: Text | None) -> SafeString | str:
    """Only the label of a text, for where it must stand outside a link."""
    return language_label(given["lang"]) if given and given["lang"] != languages.language() else ""


@register.simple_tag
def language_label(code: str, beside: str = "") -> SafeString:
    """The small honest label on a text that is not in the language around it (``beside``; as a rule the reader's)."""
    around = beside or languages.language()
    with override(around):
        words = gettext("Language of this text:")
    return format_html(
        '<small class="in-language" lang="{}" dir="{}"><span class="unseen">{} </span>{}</small>',
        around, languages.direction(around), words, languages.name_in(code, around),
    )  # fmt: skip


@register.simple_tag
def named(words: str, language: str = "") -> SafeString:
    """A proper name, never translated, isolated from the line around it."""
    return isolated(words, language) if language else format_html("<bdi>{}</bdi>", words)


@register.simple_tag
def comma() -> str:
    """What stands between two items of a line."""
    return lists.comma()


@register.filter
def listed(items: Iterable[str]) -> str:
    """Items in a line."""
    return lists.listed(map(str, items))


@register.simple_tag
def semicolon() -> str:
    """What stands between two items that have commas of their own."""
    return lists.semicolon()


@register.simple_tag
def phone_number(number: str) -> SafeString:
    """A number on one line, left to right in every language."""
    return format_html('<bdi class="number" dir="ltr">{}</bdi>', number)


@register.filter
def called(names: Mapping[str, str], identity: str) -> str:
    """Who stands behind an id, by the names that were looked up for the page."""
    return names.get(identity, "")


@register.filter
def when(partial: str | None) -> str:
    """A whole or partial date in words."""
    return dates.in_words(partial, languages.language())


@register.filter
def language_name(code: str) -> str:
    """A language by its name in the reader's language."""
    return languages.name_in(code, languages.language())


@register.filter
def own_language_name(code: str) -> str:
    """A language by its own name."""
    return languages.own_name(code)


@register.filter
def link(address: str | None) -> str:
    """An address that may stand in a link: pages of the web only, whatever a pack or a source says."""
    return address if address and address.startswith(("https://", "http://")) else ""


@register.filter
def direction(code: str) -> str:
    """``rtl`` or ``ltr``."""
    return languages.direction(code)
