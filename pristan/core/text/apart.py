# SPDX-License-Identifier: EUPL-1.2
"""Words that a stemmer takes for others: "deporte", sport, for "deportar"; "verlängern", to extend, for "verlangen", to demand.

Only words whose confusion sends people to a wrong page stand here, each with the term that it has instead of its stem: lemmas
(`APART`), and forms that a word list gives to another word (`FORMS`).
"""

from collections.abc import Mapping

APART: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "جامعة": "جامعه",  # a university, no mosque
        "شرطة": "شرطه",  # police, no terms of a contract
        "طابعة": "طابعه",  # a printer, no stamp
        "عملية": "عمليه",  # an operation, no work
        "صدقة": "صدقه",  # alms
    },
    "de": {
        "ausweisen": "ausweisung",  # to expel, no identity card
        "ausweisung": "ausweisung",
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
        "probate": "probate",  # of a will, no months of probation
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
    "fr": {
        "bible": "bible",  # no library
    },
    "hbs": {
        "pošta": "posta",  # no fast ("post")
        "taksi": "taksi",  # no fee ("taksa")
    },
    "ru": {
        "банка": "banka",  # a jar
        "долгий": "dolgij",  # long, not a debt
        "долго": "dolgij",
        "правило": "pravilo",  # a rule, not a right
    },
    "sl": {
        "krsta": "krsta",
        "podaljšanje": "podaljsanje",  # an extension; "podaljšano bivanje" is after-school care
        "pošta": "posta",  # no fast ("post")
        "taksi": "taksi",  # no fee ("taksa")
    },
}
FORMS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "أصدقاء": "صديق",  # friends, no alms
        **dict.fromkeys(("جامعي", "جامعية"), "جامعه"),  # of a university, no mosque
        "تصديق": "تصديق",  # a certified paper, no friend
        "ديون": "ديون",  # debts, no faith
        "عبادة": "عباده",  # worship, no slavery
        "عبودية": "عبوديه",
        "مخالفة": "مخالفه",  # a fine, no person without papers
    },
    "de": {"hörtest": "hoertest"},
    "en": {"fired": "fired", "training": "training", "trainings": "training"},  # no fire, no train
    "es": dict.fromkeys(("deporte", "deportes"), "deporte"),  # a sport, no "I deported" without its mark
    "fa": {"زن": "زن"},  # a woman; the stem of "to hit", written alike, never stands alone
    "hbs": dict.fromkeys(("dugova", "dugove", "dugovi", "dugovima"), "dugov"),  # debts; "dug" is long as well
    "mk": dict.fromkeys(("долгови", "долговите"), "dolgov"),
    "ru": {"горе": "gore"},  # grief, no mountain
    "sl": {"krsta": "krsta"},  # a coffin, no baptism
    "sq": dict.fromkeys(("taksi", "taksia", "taksinë"), "taksi"),  # no fee ("taksa")
}
