# SPDX-License-Identifier: EUPL-1.2
"""Danger and its calm neighbour, in nearly the same words (`pairs.yaml`): the one pins help, the other does not. Asks for no database."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
import yaml

from pristan.core.text.languages import TAUGHT
from pristan.platform.search.analysis import analyser
from pristan.platform.search.knowledge import knowledge
from pristan.platform.search.understanding import understand

FEWEST = 12  # pairs of a language
BODY = "medical"  # whoever was hurt by somebody needs more than a doctor


@cache
def pairs() -> dict[str, Sequence[tuple[str, str]]]:
    read = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text("utf-8"))
    return {language: [(danger, calm) for danger, calm in some] for language, some in read.items()}


def heard(text: str, language: str) -> set[str]:
    return {*understand(text, language, (language,), analyser(), knowledge()).crisis}


def test_every_language_of_search_has_its_pairs() -> None:
    assert {language for language, some in pairs().items() if len(some) >= FEWEST} == {*TAUGHT}


@pytest.mark.parametrize("language", TAUGHT)
def test_what_somebody_did_pins_help_and_what_befell_me_or_a_thing_does_not(language: str) -> None:
    assert [danger for danger, _ in pairs()[language] if not heard(danger, language) - {BODY}] == []
    assert [calm for _, calm in pairs()[language] if heard(calm, language)] == []
