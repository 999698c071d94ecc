# SPDX-License-Identifier: EUPL-1.2
"""Words that a stemmer takes for others: "deporte", sport, for "deportar"; "verlängern", to extend, for "verlangen", to demand.

Only lemmas whose confusion sends people to a wrong page stand here, each with the term that it has instead of its stem.
"""

from collections.abc import Mapping

APART: Mapping[str, Mapping[str, str]] = {
    "de": {
        "berufung": "berufung",  # an appeal, not a profession
        "fördern": "foerder",  # to fund, not to demand
        "förderung": "foerder",
        "verlängern": "verlaenger",
        "verlängerung": "verlaenger",
    },
    "en": {
        "doctoral": "doctoral",
        "doctorate": "doctoral",
        "hospitality": "hospitality",
        "informal": "informal",
        "minority": "minority",
        "severance": "severance",  # pay, not "several"
    },
    "es": {
        "deporte": "deporte",
        "deportista": "deporte",
        "deportivo": "deporte",
        "doctorado": "doctorado",  # a degree, no physician
        "libro": "libro",  # a book, not "libre"
        "parto": "parto",  # a birth, not "parte"
    },
    "ru": {
        "банка": "banka",  # a jar
        "долгий": "dolgij",  # long, not a debt
        "долго": "dolgij",
        "правило": "pravilo",  # a rule, not a right
    },
}
