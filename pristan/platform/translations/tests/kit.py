# SPDX-License-Identifier: EUPL-1.2
"""Rows of an exchange file, one of each state."""

from dataclasses import replace

from pristan.platform.translations.exchange import Row
from pristan.platform.translations.units import DRAFT, MISSING, REVIEWED, STALE

ROW = Row(
    "entry:a:documents.2.text",
    "sl",
    "Osebni dokument",
    "ID card",
    DRAFT,
    "",
    "city/a.yaml:4",
    (("ar", "هوية"),),
)
ROWS = [
    ROW,
    replace(ROW, id="label:needs:housing:pref", target="", state=MISSING),
    replace(ROW, id="city:name", state=REVIEWED, others=()),
    replace(ROW, id="entry:a:name", state=STALE, made_from="36d5f3cc"),
]
