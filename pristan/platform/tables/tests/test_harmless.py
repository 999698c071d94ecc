# SPDX-License-Identifier: EUPL-1.2
"""No text in a CSV file begins like a formula, wherever a program thinks that a cell begins; and every text comes back."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.platform.tables.harmless import STARTS, as_it_was, harmless, is_dangerous

HOSTILE = st.text(st.sampled_from("=+-@＝＋－＠−'\" \t\r\n,;|a1.\u200b\ufeff\xa0\x00\x0b"), max_size=30)
TEXTS = st.one_of(HOSTILE, st.text(max_size=60))
FORMULA = re.compile(r"[\s\x00\u200b-\u200f\ufeff\"]*[=+\-@＝＋－＠]")


@pytest.mark.parametrize(
    "text", ["=1+1", "+386 1 234", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1", " =1", "\xa0=1", "\u200b=1", "\ufeff=1", '"=1"', "=cmd|'/C calc'!A0",
             "a;=1+1", "a,=1+1", "a\t=1", "a\n=1", "a|=1", 'x;"=1+1;', "⁼1", "−1"]
)  # fmt: skip
def test_what_would_run_gets_an_apostrophe_and_comes_back(text):
    assert is_dangerous(text)
    assert harmless(text) != text
    assert as_it_was(harmless(text)) == text


@pytest.mark.parametrize(
    "text", ["", "a", "a=b", "1-2", "me@example.org", "O'Brien", "'quoted'", "ponedeljek - petek", "a, b; c"]
)
def test_plain_texts_stay_as_they_are(text):
    assert harmless(text) == as_it_was(text) == text


@pytest.mark.parametrize(
    ("text", "written"), [("'=1", "''=1"), ("''+1", "'''+1"), ("'a", "'a"), ("x;'=1", "x;''=1")]
)
def test_apostrophes_that_were_there_are_kept(text, written):
    assert harmless(text) == written
    assert as_it_was(written) == text


@given(TEXTS)
def test_every_text_comes_back(text):
    assert as_it_was(harmless(text)) == text


@given(HOSTILE)
def test_no_part_begins_like_a_formula(text):
    parts = re.split(r"[,;|\t\r\n]", harmless(text))
    assert [part for part in parts if FORMULA.match(part)] == []


def test_every_form_of_a_sign_is_known():
    alike = {
        chr(code)
        for code in range(0x110000)
        if unicodedata.normalize("NFKC", chr(code)) in {"=", "+", "-", "@"}
    }
    assert alike <= set(STARTS.replace("\\", ""))


def test_a_long_text_takes_no_long_time():
    for text in (" " * 100_000, "'" * 100_000, "," * 100_000, ", " * 50_000, "\u200b" * 100_000 + "="):
        assert as_it_was(harmless(text)) == text
