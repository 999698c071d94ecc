# SPDX-License-Identifier: EUPL-1.2
"""What an editor may write in a file of labels."""

import msgspec
import pytest

from pristan.city.taxonomy import shapes


def test_an_editor_may_declare_that_a_word_stands_on_two_concepts() -> None:
    record = {"pref": "Visa", "alt": ["viza"], "ambiguous": ["viza"], "state": "machine draft"}
    assert shapes.conform(shapes.LabelRecord, record)["ambiguous"] == ["viza"]


def test_a_misspelled_key_of_a_label_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        shapes.conform(shapes.LabelRecord, {"pref": "Visa", "ambigous": ["viza"]})
