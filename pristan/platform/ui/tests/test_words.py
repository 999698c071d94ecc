# SPDX-License-Identifier: EUPL-1.2
"""Dates, languages and texts in the words of the reader."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from pristan.platform.ui import dates, languages, lists


@pytest.mark.parametrize(
    ("partial", "language", "words"),
    [("2025", "en", "2025"), ("2025-06", "en", "June 2025"), ("2025-06-10", "en", "10 June 2025"), ("2025-06-10", "sl", "10. junij 2025"),
     ("2025-06", "ar", "يونيو 2025"), ("", "en", ""), (None, "en", ""), ("spring", "en", "spring"), ("2025-13", "en", "2025-13"),
     ("2025-06-10", "xx", "10 June 2025"), ("2025-06-10", "hu", "2025. június 10."),
     ("2025-06-10", "ru", "10 июня 2025"), ("2025-06-10", "uk", "10 червня 2025"), ("2025-06-10", "mk", "10 јуни 2025"),
     ("2025-06-10", "bs", "10. juni 2025"), ("2025-06", "ru", "июнь 2025"), ("2025-06", "bs", "juni 2025")],
)  # fmt: skip
def test_dates(partial, language, words):
    assert dates.in_words(partial, language) == words


def test_days_money_and_windows():
    assert dates.day_name("mo", "sl") == "ponedeljek"
    assert dates.month_day("03-15", "en") == "15 March"
    assert dates.month_day("02-29", "en") == "29 February"
    assert dates.month_day("soon", "en") == "soon"
    assert dates.money("22.60", "EUR", "en") == "€22.60"
    assert dates.money("a lot", "EUR", "en") == "a lot EUR"


def test_languages():
    assert languages.own_name("ar") == "العربية"
    assert languages.name_in("sl", "en") == "Slovenian"
    assert languages.name_in("rom", "en") == "Romany"
    assert languages.name_in("qqq", "en") == "qqq"
    assert [languages.direction(each) for each in ("ar", "fa", "sl", "ur-PK")] == ["rtl", "rtl", "ltr", "rtl"]


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "“a, b”"), ("sl", "»a, b«"), ("ar", "«a، b»"), ("fa", "«a، b»"), ("de", "„a, b“"), ("mk", "„a, b“"), ("bs", "„a, b”"),
     ("fr", "«\u00a0a, b\u00a0»"), ("ru", "«a, b»"), ("uk", "«a, b»"), ("sq", "“a, b”"), ("tr", "“a, b”"), ("es", "“a, b”")],
)  # fmt: skip
def test_lists_and_quoted_words_are_written_as_each_language_writes_them(language, line):
    with override(language):
        assert lists.quoted(lists.listed("ab")) == line
        assert render("a{% comma %}b") in line
        assert render("a{% semicolon %}b") in {
            "en": "a; b",
            "ar": "a؛ b",
            "fa": "a؛ b",
            "fr": "a\u00a0; b",
        }.get(language, "a; b")


def render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_a_text_in_another_language_is_marked():
    given = {"text": "vhod <z dvorišča>", "lang": "sl", "state": "original"}
    with override("ar"):
        shown = render("{% text given %}", given=given)
        assert '<bdi lang="sl" dir="ltr">vhod &lt;z dvorišča&gt;</bdi>' in shown
        assert "السلوفانية" in shown
        assert "<small" not in render("{% text given label=False %}", given=given)
    with override("sl"):
        assert render("{% text given %}", given=given) == "vhod &lt;z dvorišča&gt;"
    assert render("{% text given %}", given=None) == ""


def test_numbers_run_from_left_to_right():
    assert render('{% phone_number "080 11 55" %}') == '<bdi class="number" dir="ltr">080 11 55</bdi>'


def test_an_icon_is_silent():
    assert 'aria-hidden="true"' in render('{% icon "phone" %}')
    assert "icon-turns" in render('{% icon "arrow-left" %}')
    assert "#compass" in render('{% icon "no-such-icon" %}')


def test_only_web_addresses_become_links():
    assert render('{{ "https://a.example/x"|link }}') == "https://a.example/x"
    assert render('{{ "javascript:alert(1)"|link }}') == ""
    assert render("{{ nothing|link }}") == ""


def test_a_paragraph_runs_in_its_own_direction():
    given = {"text": "vhod", "lang": "sl", "state": "original"}
    with override("ar"):
        shown = render('{% paragraph given "gist" %}', given=given)
    assert shown.startswith(
        '<p class="gist" lang="sl" dir="ltr">vhod <small class="in-language" lang="ar" dir="rtl">'
    )
    assert render("{% paragraph given %}", given=given | {"lang": "en"}) == '<p class="">vhod</p>'


def test_the_groups_of_a_number_stay_on_one_line_and_keep_their_order_inside_arabic():
    given = {"text": "اتصل على 080 12 00 الآن", "lang": "ar"}
    with override("ar"):
        said = Template("{% load ui %}{% text given %}{% paragraph given %}").render(
            Context({"given": given})
        )
    assert said.count("\u2066080\u00a012\u00a000\u2069") == 2
    with override("sl"):
        plain = Template("{% load ui %}{% text given %}").render(
            Context({"given": {"text": "Kličite 080 12 00", "lang": "sl"}})
        )
    assert plain == "Kličite 080\u00a012\u00a000", "on one line"
