# SPDX-License-Identifier: EUPL-1.2
"""A word is put into a file where it belongs, and every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.splicing import CannotAmend, splice

LIST = """# Notes on top.
- id: one
  name: {sl: Ena}   # a remark
  ways:
    - text:
        sl: >-
          Dolg
          stavek.
        # about the next one
      entry: x
  machine_drafts: [en]

# Notes on two.
- id: two
  name:
    sl: Dve  # beside
"""


def test_words_are_added_and_replaced_in_place():
    made = splice(LIST, {
        (0, "name", "en"): "One: 1", (0, "ways", 0, "text", "en"): 'A "long" one', (0, "machine_drafts"): ["en", "uk"],
        (1, "name", "en"): "Two", (1, "name", "sl"): "Dva", (1, "machine_drafts"): ["en"],
    })  # fmt: skip
    assert (
        made
        == """# Notes on top.
- id: one
  name: {sl: Ena, en: "One: 1"}   # a remark
  ways:
    - text:
        sl: >-
          Dolg
          stavek.
        en: "A \\"long\\" one"
        # about the next one
      entry: x
  machine_drafts: [en, uk]

# Notes on two.
- id: two
  name:
    sl: "Dva"  # beside
    en: "Two"
  machine_drafts: ["en"]
""".replace('["en"]', "[en]")
    )


def test_line_ends_and_a_missing_one_stay():
    assert splice("a:\r\n  sl: x\r\nb: 1\r\n", {("a", "en"): "y"}) == 'a:\r\n  sl: x\r\n  en: "y"\r\nb: 1\r\n'
    assert splice("\ufeffa:\n  sl: x", {("a", "en"): "y"}) == '\ufeffa:\n  sl: x\n  en: "y"'


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_every_text_is_read_again_as_it_was(text):
    assert SourceFile("", splice("a: {sl: x}\n", {("a", "en"): text})).data == {"a": {"sl": "x", "en": text}}


def test_what_cannot_be_amended_is_refused():
    with pytest.raises(CannotAmend):
        splice("a: &x {sl: y}\nb: *x\n", {("b", "en"): "z"})
