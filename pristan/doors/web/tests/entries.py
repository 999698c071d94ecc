# SPDX-License-Identifier: EUPL-1.2
"""Entries of the test city: one of each sort that pages must get right. Places, numbers and dates are made up or changed.

``T(sl, en, ar)`` leaves out what must fall back.
"""

from typing import Any

EASY = "2026-05"  # a date that is trusted on TODAY
OLD = "2019"


def T(sl: str = "", en: str = "", ar: str = "") -> dict[str, str]:
    """One text by language."""
    return {code: text for code, text in (("sl", sl), ("en", en), ("ar", ar)) if text}


WEEK = {
    "mo": [["08:00", "15:00"]],
    "we": [["08:00", "12:00"], ["13:00", "18:00"]],
    "fr": [["08:00", "13:00"]],
}
GOV = {"url": "https://www.gov.si/en/topics/", "host": "www.gov.si", "date": "2025-06-10", "kind": "official",
       "content_not_before": None, "note": None, "is_offered": True}  # fmt: skip
COPY = GOV | {
    "url": "https://dev04.example.si/x",
    "host": "dev04.example.si",
    "date": None,
    "kind": "press",
    "is_offered": False,
}
LETTER = GOV | {"url": None, "host": None, "kind": "municipal", "note": "Odgovor mesta z dne 14. maja 2025"}


def place(street: str, **more: Any) -> dict[str, Any]:
    """A location."""
    return {"address_1": street, "postal_code": "1000", "city": "Ljubljana", "country": "SI", "district": None,
            "latitude": None, "longitude": None, "remark": None, "is_verified": None} | more  # fmt: skip


def hours(weekly: Any = None, as_of: str | None = EASY, **more: Any) -> dict[str, Any]:
    """A schedule."""
    return {"text": None, "weekly": weekly or {}, "is_always": False, "by_appointment": False, "on_holidays": None, "as_of": as_of,
            "confidence": "medium", "exceptions": [], "valid_from": None, "valid_to": None} | more  # fmt: skip


ENTRIES: list[dict[str, Any]] = [
    {
        "key": "ue-ljubljana-tujci", "kind": "place", "needs": ["residence-permit"], "audiences": ["migrants"],
        "name": T("Oddelek za tujce, UE Ljubljana", "Department for Foreigners", "قسم الأجانب"),
        "summary": T("Sprejema vloge za dovoljenja za prebivanje.", "Takes applications for residence permits. Book a slot first.",
                     "يستقبل طلبات تصاريح الإقامة. احجز موعدًا أولًا."),
        "organization": {"name": "Upravna enota Ljubljana", "slug": None, "lang": "sl"},
        "locations": [place("Tobačna ulica 5", district={"id": "vic", "name": "Vič"}, latitude=46.0465, longitude=14.4939)],
        "phones": [{"number": "+386 1 828 16 90", "remark": T(en="booking call centre", sl="klicni center za termine"), "as_of": None}],
        "schedule": hours(WEEK, text=T(en="Mon 8-15, Wed 8-12 and 13-18, Fri 8-13; Thu closed")), "is_free": None,
        "documents": [T("potni list", "passport", "جواز السفر"), T(en="photo")],
        "attributes": {"asks_for_papers": "yes"}, "website": "https://www.gov.si/en/topics/", "sources": [GOV, LETTER],
        "eligibility": {"text": T("Tujci, ki živijo na območju enote."), "legal_status": ["temporary_protection", "eu_citizen"],
                        "residence": "mol"},
        "to_be_confirmed": ["schedule"],
        "other_statements": [{"field": "schedule", "text": T(en="Wednesday in the morning only", sl="V sredo le dopoldne"),
                              "sources": [COPY], "as_of": "2022", "confidence": "low"}],
        "provenance": {"phones": {"sources": [2], "as_of": "2018", "confidence": "low"}},
    },
    {
        "key": "cene-stupar-zip", "kind": "course", "needs": ["language-courses"], "audiences": ["migrants"], "is_free": "yes",
        "name": T("Začetna integracija priseljencev", "Initial integration of immigrants: free Slovene course", "دورة سلوفينية مجانية للقادمين"),
        "summary": T("Brezplačen tečaj slovenščine, 180 ur.", "Free Slovene course of 180 hours with the basics of life in Slovenia.",
                     "دورة مجانية في اللغة السلوفينية مدتها 180 ساعة."),
        "organization": {"name": "JZ Cene Štupar", "slug": "cene-stupar-org", "lang": "sl"},
        "locations": [place("Preskusna ulica 1", remark=T("vhod z dvorišča"))],
        "phones": [{"number": "+386 1 000 00 00", "remark": None, "as_of": None}], "email": "info@cene-stupar.example",
        "languages": ["sl", "en", "ar"], "schedule": hours(None, as_of=OLD, text=T("popoldne in zvečer", "afternoons and evenings")),
        "costs": [{"amount": "22.60", "currency": "EUR", "option": "A1", "text": T(en="fee for the certificate")}],
        "relations": [{"type": "provided_by", "direction": "out", "to": "cene-stupar-org"},
                      {"type": "done_at", "direction": "in", "to": "zip-course-certificate"}],
    },
    {"key": "cene-stupar-org", "kind": "organization", "needs": ["language-courses"], "name": T("Javni zavod Cene Štupar"),
     "summary": T("Mestni zavod za izobraževanje odraslih.", "The city's institute for adult education.")},
    {
        "key": "pro-bono-ambulanta", "kind": "place", "needs": ["health-without-insurance"], "audiences": ["uninsured"], "is_free": "yes",
        "name": T("Ambulanta Pro Bono", "Pro Bono clinic for people without health insurance", "عيادة لمن ليس لديهم تأمين صحي"),
        "summary": T("Brezplačna zdravstvena pomoč nezavarovanim.", "Free medical and social help for people without insurance.",
                     "مساعدة طبية واجتماعية مجانية لمن ليس لديهم تأمين."),
        "locations": [place("Mislejeva ulica 3")], "attributes": {"asks_for_papers": "no", "anonymous": "yes", "interpreter": "no"},
        "eligibility": {"text": T(sl="Prebivalci brez zavarovanja.", en="People staying in the city without health insurance."),
                        "legal_status": ["any"], "insurance": "none", "residence": "mol"},
        "sources": [GOV, LETTER], "confidence": "high", "as_of": "2022",
    },
    {
        "key": "sos-telefon", "kind": "service", "needs": ["domestic-violence"], "audiences": ["women"], "is_free": "yes",
        "is_sensitive": True, "name": T("SOS telefon", "SOS helpline for women and children", "خط المساعدة للنساء والأطفال"),
        "summary": T("Anonimna svetovalna linija.", "Free and anonymous counselling, day and night.", "مشورة مجانية ومجهولة الهوية ليلًا ونهارًا."),
        "phones": [{"number": "080 11 55", "remark": T(en="free, day and night"), "as_of": None},
                   {"number": "031 699 333", "remark": T(en="office"), "as_of": "2020"}],
        "schedule": hours(is_always=True, as_of=EASY), "attributes": {"anonymous": "yes", "asks_for_papers": "no"},
    },
    {
        "key": "sos-zatocisce", "kind": "place", "needs": ["domestic-violence"], "audiences": ["women"], "is_sensitive": True,
        "is_location_secret": True, "name": T("Zatočišče", "Shelter for women and children", "ملجأ للنساء والأطفال"),
        "summary": T("Varen prostor na tajnem naslovu.", "A safe place at a secret address.", "مكان آمن بعنوان سري."),
        "phones": [{"number": "080 11 55", "remark": None, "as_of": None}],
        "relations": [{"type": "provided_by", "direction": "out", "to": "sos-telefon"}],
    },
    {
        "key": "klic-112", "kind": "service", "needs": ["emergency"], "is_free": "yes", "name": T("Klic v sili 112", "Emergency number 112", "رقم الطوارئ 112"),
        "summary": T("Reševalci in gasilci.", "Ambulance and fire brigade.", "الإسعاف والإطفاء."),
        "phones": [{"number": "112", "remark": None, "as_of": None}], "languages": ["sl", "en"], "schedule": hours(is_always=True),
        "attributes": {"asks_for_papers": "no"},
    },
    {
        "key": "asylum-application", "kind": "procedure", "needs": ["asylum"], "recheck_reason": "eu_pact_2026",
        "name": T("Prošnja za mednarodno zaščito", "Asylum application", "طلب اللجوء"),
        "summary": T("Namero izrazite pri policiji.", "State your intention to the police or any authority.", "أعلن نيتك للشرطة أو لأي سلطة."),
        "locations": [place("Cesta v Gorice 15", is_verified=False)], "documents": [T("osebni dokumenti", "identity documents if any")],
        "costs": [{"amount": None, "currency": None, "option": None, "text": T(en="No fee is mentioned in the sources.")}],
        "as_of_basis": "lower bound read from content",
        "procedure": {
            "category": "protection", "prerequisites": ["zip-course-certificate"], "prerequisites_mode": "any",
            "prerequisites_strength": "practical", "unlocks": ["cene-stupar-zip", "right:travel_document"],
            "applies_to": {"legal_status": ["asylum_applicant"], "conditions": T(en="Movement is limited to the municipality.")},
            "deadline": {"text": T("Čim prej po vstopu.", "As soon as possible after entry.", "في أقرب وقت بعد الدخول."), "days_after": None,
                         "event": "arrival", "event_detail": None, "calendar_window": "03-01/03-15"},
            "place": {"office": T("Policija; Azilni dom"), "hours_text": None, "phone": None},
            "legal_basis": [{"law": "ZMZ-1", "article": "78", "url": "https://uradni-list.si/x", "is_article_verified": True},
                            {"law": "ZTuj-2", "article": "33", "url": None, "is_article_verified": False}],
        },
    },
    {"key": "zip-course-certificate", "kind": "procedure", "needs": ["language-courses"],
     "name": T("Potrdilo za brezplačni tečaj", "Certificate for the free course"), "summary": T("Izda upravna enota.", "Issued by the unit."),
     "relations": [{"type": "done_at", "direction": "out", "to": "cene-stupar-zip"}],
     "procedure": {"category": "language", "prerequisites": [], "prerequisites_mode": "all", "prerequisites_strength": "legal", "unlocks": [],
                   "applies_to": {"legal_status": [], "conditions": None}, "deadline": None, "place": None, "legal_basis": []}},
    {"key": "infotujci", "kind": "place", "needs": ["information"], "is_free": "yes",
     "name": T("Infotočka za tujce", "Info Point for Foreigners", "نقطة معلومات للأجانب"), "locations": [place("Dalmatinova ulica 4")],
     "summary": T("Pojasni postopke za delo.", "Explains work procedures and rights at work.", "يشرح إجراءات العمل والحقوق."),
     "schedule": hours({"mo": [["09:00", "12:00"]], "we": [["14:00", "17:00"]], "fr": [["09:00", "12:00"]]})},
]  # fmt: skip

NEEDS = [
    ("first-steps", "", "compass", "Prvi koraki", "First steps", "الخطوات الأولى"),
    ("information", "first-steps", "info", "Informacije", "Information", "معلومات"),
    ("papers", "", "file-text", "Papirji", "Papers", "الأوراق"),
    (
        "residence-permit",
        "papers",
        "file-text",
        "Dovoljenje za prebivanje",
        "Residence permit",
        "تصريح إقامة",
    ),
    ("language", "", "languages", "Jezik", "Language", "اللغة"),
    ("language-courses", "language", "languages", "Tečaji", "Language courses", "دورات اللغة"),
    ("health", "", "stethoscope", "Zdravje", "Health", "الصحة"),
    (
        "health-without-insurance",
        "health",
        "stethoscope",
        "Brez zavarovanja",
        "Health care without insurance",
        "رعاية صحية بلا تأمين",
    ),
    ("protection", "", "shield", "Azil in zaščita", "Asylum and protection", "اللجوء والحماية"),
    ("asylum", "protection", "shield", "Azil", "Asylum", "اللجوء"),
    ("safety", "", "umbrella", "Varnost", "Safety", "الأمان"),
    ("domestic-violence", "safety", "umbrella", "Nasilje", "Violence", "العنف"),
    ("emergency", "safety", "siren", "Nujno", "Emergency", "طوارئ"),
]
AUDIENCES = [("migrants", "Priseljenci", "People from abroad", "القادمون من الخارج"), ("women", "Ženske", "Women", "النساء"),
             ("uninsured", "Nezavarovani", "People without insurance", "بلا تأمين")]  # fmt: skip
