# SPDX-License-Identifier: EUPL-1.2
"""The analyser that documents and queries share."""

from functools import cache

from django.conf import settings

from pristan.core.text import Analyser


@cache  # word lists are mapped once; they last as long as the process
def analyser() -> Analyser:
    """The analyser over the city's lemma cache (setting `LEMMA_CACHE`)."""
    return Analyser(settings.LEMMA_CACHE)
