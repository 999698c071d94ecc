# SPDX-License-Identifier: EUPL-1.2
"""Paper: every script that is read here, tagged and in its own language; data stay data; a missing letter is no failure."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from pristan.platform.documents import typesetting

SHEET = Path(__file__).parent / "sheet.typ"
DAY = date(2026, 11, 27)
WORDS = {
    "sl": "čšž ČŠŽ Ljubljana", "bs": "đć ĐĆ", "sq": "ë ç Ë Ç", "tr": "ğ ı İ ş", "fr": "œ à “é”", "de": "ß ü „Ö“", "es": "¿ñ?", "en": "it’s 5 €",
    "uk": "ґ є і ї", "ru": "ё ы э", "mk": "ѓ ќ љ њ џ", "ar": "إقامة، مؤقتة؟", "fa": "می‌خواهم پیگیری گچ ژ",
}  # fmt: skip


def made(words: str, lang: str = "en", **more: Any) -> bytes:
    data = {"title": "A sheet", "lang": lang, "texts": [{"text": words, "lang": lang, "label": ""}]}
    return typesetting.pdf(SHEET, data, made=DAY, is_strict=True, **more)


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("lang", WORDS)
def test_every_script_that_is_read_here_has_its_letters(lang):
    assert made(WORDS[lang], lang).startswith(b"%PDF-")


def test_marks_that_keep_numbers_in_order_need_no_letter():
    made("\u2066080 12 00\u2069 \u2068x\u2069 \u200e\u200f\u200c\u200d \u00a0", "ar")


def test_it_says_what_a_screen_reader_must_know():
    with pikepdf.open(io.BytesIO(made("مرحبا", "ar"))) as pdf:
        root = pdf.Root
        assert root.Lang == "ar"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in root
        assert pdf.docinfo["/Title"] == "A sheet"
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
        assert not pdf.check_pdf_syntax()


def test_each_text_carries_its_own_language():
    data = {
        "title": "A sheet",
        "lang": "ar",
        "texts": [{"text": each, "lang": lang, "label": ""} for lang, each in WORDS.items()],
    }
    with pikepdf.open(io.BytesIO(typesetting.pdf(SHEET, data, made=DAY))) as pdf:
        found = {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }
    assert found >= set(WORDS)


@pytest.mark.parametrize(
    "words", ['#panic("x")', "*a* _b_ $c$ `d` #e <f> @g // h", '"}], "lang": "x', "\\u{1F600} \\", "= a\n- b"]
)
def test_markup_in_a_text_stays_text(words):
    shown = text(made(words))
    assert all(part in shown for part in words.split())


def test_a_letter_without_a_font_is_an_error_in_tests_and_a_box_for_readers():
    with pytest.raises(typesetting.MissingGlyph):
        made("漢")
    data = {"title": "A sheet", "lang": "en", "texts": [{"text": "漢 here", "lang": "en", "label": ""}]}
    pdf = typesetting.pdf(SHEET, data, made=DAY)
    assert "here" in text(pdf)
    assert b"pdfuaid" not in pdf


def test_a_template_that_is_wrong_says_so(tmp_path):
    with pytest.raises(typesetting.NotTypeset):
        typesetting.pdf(SHEET, {"title": "A sheet"}, made=DAY)


def test_the_same_data_make_the_same_bytes_and_tell_no_hour():
    assert made("x") == made("x")
    with pikepdf.open(io.BytesIO(made("x"))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261127000000")


def test_the_fonts_are_light_and_their_licence_travels_with_them():
    files = list(typesetting.FONTS.iterdir())
    assert sum(each.stat().st_size for each in files) < 1_500_000
    assert "SIL Open Font License" in (typesetting.FONTS / "OFL.txt").read_text("utf-8")
