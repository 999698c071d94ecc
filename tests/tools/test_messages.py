# SPDX-License-Identifier: EUPL-1.2
"""Interface strings: found in code and templates, merged without loss, checked, compiled."""

import gettext
import os

import pytest
from babel.messages.catalog import Catalog

from pristan.platform.ui.catalogues import compile_catalogues
from scripts import messages

TEMPLATE = """{% load i18n %}<p title='a"quote'>
    {% translate "Hello 'you'" %}
  {% blocktranslate count n=found trimmed %}
     one place {{ n }} (
   {% plural %} {{ n }} places "here"
 {% endblocktranslate %}{% translate "May" context "month" %}{{ _("filtered")|upper }}
{# Translators: a button #}
{% translate "Go" %}{% if x == _("compared") %}{% endif %}</p>"""
CODE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext_lazy
# Translators: said to a person
A = _("Hello %(name)s")
B = ngettext("%(n)s cat", "%(n)s cats", 3)
C = pgettext_lazy("path", "Lane")
D = gettext_lazy("two "
                 "lines")
E = "not marked"
"""


def found(text, *, is_template):
    return {
        message: (plural, context, comments)
        for message, plural, context, comments in messages.strings_of(text, is_template=is_template)
    }


def template_of(*strings):
    template = Catalog()
    for string in strings:
        template.add(string)
    return template


def filled(before, template, language="sl", **words):
    """The catalogue after a translator has filled in `words` (by position of the template's strings)."""
    catalogue = messages.updated(before, template, language)
    for message in catalogue:
        if message.id in words:
            message.string = words[message.id]
    return messages.written(catalogue)


def test_strings_of_a_template():
    strings = found(TEMPLATE, is_template=True)
    assert set(strings) == {"Hello 'you'", "one place %(n)s (", "May", "filtered", "Go", "compared"}
    assert strings["one place %(n)s ("][0] == '%(n)s places "here"'
    assert strings["May"][1] == "month"
    assert strings["Go"][2] == ["Translators: a button"]


def test_strings_of_code():
    strings = found(CODE, is_template=False)
    assert set(strings) == {"Hello %(name)s", "%(n)s cat", "Lane", "two lines"}
    assert strings["Hello %(name)s"][2] == ["Translators: said to a person"]
    assert strings["%(n)s cat"][0] == "%(n)s cats"
    assert strings["Lane"][1] == "path"


def test_the_project_has_strings_and_all_are_translated():
    template = messages.collect()
    assert len(template) > 100
    for path in sorted(messages.LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalogue = messages.updated(path.read_text(encoding="utf-8"), template, path.parent.parent.name)
        assert list(messages.problems_of(catalogue)) == [], "mend: make messages"


def test_a_catalogue_holds_no_places_dates_or_names():
    text = messages.written(messages.updated("", template_of("One", "Two"), "sl"))
    for unwanted in ("#:", "Date", "Translator", "Team", "Bugs", "@", "Babel"):
        assert unwanted not in text
    assert "nplurals=4" in text


def test_a_second_run_changes_nothing():
    template = template_of("One", ("%(n)s cat", "%(n)s cats"), "Three")
    first = filled("", template, One="Ena")
    assert messages.written(messages.updated(first, template, "sl")) == first


def test_a_changed_string_keeps_its_old_translation_marked():
    before = filled(
        "", template_of("Call this number first"), **{"Call this number first": "Najprej pokličite"}
    )
    after = messages.updated(before, template_of("Call this number at first"), "sl")
    assert [message.string for message in after if message.id] == ["Najprej pokličite"]
    assert list(messages.problems_of(after)) == ["fuzzy: 'Call this number at first'"]


def test_a_string_that_is_gone_leaves():
    before = filled("", template_of("Gone for ever", "Here"), Here="Tu")
    assert "Gone" not in messages.written(messages.updated(before, template_of("Here"), "sl"))


@pytest.mark.parametrize(
    ("original", "translated", "problem"),
    [
        ("Hello %(name)s", "Živjo %(name)s", None),
        ("Hello %(name)s", "", "no translation"),
        ("Hello %(name)s", "Živjo", "a placeholder of the original is missing"),
        ("Hello %(name)s", "Živjo %(ime)s", "a placeholder that the original does not have"),
        (("%(n)s cat", "%(n)s cats"), ("ena", "dve", "%(n)s", "%(n)s"), None),
        (("%(n)s cat", "%(n)s cats"), ("ena", "dve", "%(n)s", ""), "no translation"),
        (
            ("%(n)s cat", "%(n)s cats"),
            ("ena", "dve", "tri", "%(x)s"),
            "a placeholder that the original does not have",
        ),
    ],
)
def test_what_would_break_a_page_is_named(original, translated, problem):
    catalogue = messages.updated("", template_of(original), "sl")
    for message in catalogue:
        if message.id:
            message.string = translated
    first = original if isinstance(original, str) else original[0]
    assert list(messages.problems_of(catalogue)) == ([f"{problem}: {first!r}"] if problem else [])


def test_catalogues_are_compiled_once_and_fuzzy_is_left_out(tmp_path):
    folder = tmp_path / "sl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = filled("", template_of("One", "Two", ("%(n)s cat", "%(n)s cats")), One="Ena", Two="Dva")
    text = text.replace('msgid "Two"', '#, fuzzy\nmsgid "Two"')
    (folder / "django.po").write_text(text, encoding="utf-8")
    assert compile_catalogues(tmp_path) == 1
    assert compile_catalogues(tmp_path) == 0
    with (folder / "django.mo").open("rb") as file:
        words = gettext.GNUTranslations(file)
    assert words.gettext("One") == "Ena"
    assert words.gettext("Two") == "Two"
    assert [path.name for path in sorted(folder.iterdir())] == ["django.mo", "django.po"]


def test_a_newer_catalogue_is_compiled_again(tmp_path):
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(filled("", template_of("One"), "ar", One="واحد"), encoding="utf-8")
    compile_catalogues(tmp_path)
    os.utime(source, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns + 5_000_000_000))
    assert compile_catalogues(tmp_path) == 1
