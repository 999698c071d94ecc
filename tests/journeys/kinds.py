# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page, and in which languages axe looks at it.

All kinds are looked at in Slovene, English and Arabic. The other languages of Ljubljana take turns: the tables say who stands where, so
that letters, long words and right-to-left of each of them meet kinds of every sort. Where two runs go side by side, the one on SQLite has
the first three and the light, the one on PostgreSQL has those in turn and the dark; a run alone has all of them. `make audit` looks at
every kind in every language, on a phone and on a wide screen (PRISTAN_TEST_LANGUAGES=all).
"""

import os

from tests.access.roles import COURSE, OURS

IS_ALL = os.environ.get("PRISTAN_TEST_LANGUAGES") == "all"
ALWAYS = ("sl", "en", "ar")
IN_TURN = ("bs", "mk", "sq", "uk", "ru", "fa", "tr", "fr", "es", "de")
EVERY = (*ALWAYS, *IN_TURN)

# The public side: kind -> where one stands, and in which languages in turn it is looked at.
PUBLIC = {
    "languages": ("", "ru"),
    "home": ("/", "de fa"),
    "search": ("/search/?q=tečaj", "bs fa"),
    "search-filtered": ("/search/?q=pomoč&anonymous=yes&free=yes", "de uk"),
    "search-nothing": ("/search/?q=xqzzyw", "es"),
    "need": ("/need/health/", "mk fa"),
    "audience": ("/for/women/", "sq"),
    "district": ("/district/center/", "tr"),
    "everything": ("/all/", "fr fa"),
    "urgent": ("/urgent/", "uk fa"),
    "service": ("/entry/pro-bono-ambulanta/", "es ru"),
    "place": ("/entry/ue-ljubljana-tujci/", "de"),
    "course": ("/entry/cene-stupar-zip/", "uk fa"),
    "programme": ("/entry/kljuc-pats/", "bs"),
    "procedure": ("/entry/address-registration-temporary/", "sq fa"),
    "organisation": ("/entry/filantropija/", "mk"),
    "right": ("/entry/right-work-without-permit/", "tr fa"),
    "status": ("/entry/status-asylum-applicant/", "fr"),
    "rights": ("/rights/", "bs"),
    "plan": ("/plan/", "es fa"),
    "letter": ("/letter/", "ru de"),
    "steps": ("/steps/", "sq"),
    "plan-all": ("/plan/all/", "mk fr"),
    "plan-parts": ("/plan/parts/", "tr"),
    "sensitive": ("/entry/sos-telefon/", "uk fa"),
    "counter": ("/entry/pro-bono-ambulanta/counter/", "sq de"),
    "two": ("/entry/pro-bono-ambulanta/two/{other}/", "mk fa"),
    "share": ("/entry/pro-bono-ambulanta/share/", "fr"),
    "problem": ("/entry/pro-bono-ambulanta/problem/", "es"),
    "claim-form": ("/entry/pro-bono-ambulanta/claim/", "tr"),
    "report": ("/report/", "ru"),
    "claim": ("/claim/", "bs"),
    "my-list": ("/my-list/", "de fa"),
    "about": ("/about/", "es"),
    "privacy": ("/privacy/", "tr"),
    "accessibility": ("/accessibility/", "ru"),
    "sources": ("/sources/", "bs"),
    "not-found": ("/entry/no-such-entry/", "mk"),
}
# Pages that answer a form: questions one by one, slips, the plan; and a plan that the browser made.
ANSWERED, MADE_HERE = "fa uk", "de fa"

# The signed-in side: where it stands -> in which languages in turn. `{...}` is a thing that tests/access/roles.py makes.
OUTSIDE = {
    "account/login/": "mk",
    "account/login/?away=1": "fa",
    "account/password/reset/": "ru",
    "account/password/reset/done/": "de",
    "account/password/reset/key/1-abc/": "sq",
    "account/password/reset/key/done/": "fr",
    "account/inactive/": "tr",
    "account/provider/cancelled/": "es",
    "invitation/no-such-one/": "uk",
}
INSIDE = {
    "": "bs",
    "account/": "de",
    "account/reauthenticate/": "ru",
    "account/factor/": "uk",
    "account/factor/reauthenticate/": "es",
    "account/factor/codes/": "fr",
    "account/factor/codes/generate/": "sq",
    "account/factor/passkeys/": "tr",
    "account/factor/passkeys/add/": "mk",
    "account/sessions/": "fa",
    "account/password/change/": "bs",
    "account/data/": "de",
    "account/logout/": "sq",
    "people/": "fa",
    "people/invite/": "fr",
    "session/": "ru",
    "session/open/": "uk",
    "nothing/": "es",
    "purges/": "tr",
    "purges/about/entry/portugues-para-todos/": "mk",
}
ENTRY = f"entries/{COURSE}"
DESKS = {
    "review/": "fa",
    "proposals/{proposal}/": "de",
    "reports/": "bs",
    "reports/{report}/": "sq",
    "claims/": "mk",
    "claims/{claim}/": "fr",
    "conflicts/": "uk",
    "edited/": "es",
    "record/": "ru",
    "unlisted/": "tr",
    f"{ENTRY}/change/hours/": "fa",
    f"{ENTRY}/closed/": "de",
    f"{ENTRY}/history/": "bs",
    f"{ENTRY}/listing/": "es",
    f"{ENTRY}/withdraw/": "uk",
    f"entries/{OURS}/trust/": "ru",
    f"{ENTRY}/preview/uk/": "sq",
}
AUTHORS = {"proposals/": "tr", "proposals/{draft}/": "mk", "proposals/{draft}/change/words/": "fr"}
FORMS = {
    f"{ENTRY}/change/reach/": "sq",
    f"{ENTRY}/change/place/": "uk",
    f"{ENTRY}/change/words/": "fa",
    f"{ENTRY}/change/costs/": "mk",
    f"{ENTRY}/change/know/": "bs",
    f"{ENTRY}/change/who/": "de",
    f"{ENTRY}/change/needs/": "tr",
    f"{ENTRY}/change/safety/": "es",
    f"{ENTRY}/secret/": "fr",
    f"{ENTRY}/rename/": "ru",
    "new-entry/": "de",
    f"{ENTRY}/history/?from=0&to=0": "uk",
    "contacts/": "fa",
}
READ = {"translations/": "uk", f"translations/uk/{COURSE}/": "fa de"}
SHEETS = {
    "entries/": "ru",
    f"{ENTRY}/": "fa",
    "facts/": "mk",
    "facts/directory.entries-by-need/": "es",
    "facts/directory.openings/": "sq",
    "sheets/": "bs",
}
STAFF = OUTSIDE | INSIDE | DESKS | AUTHORS | FORMS | READ | SHEETS
# Pages that a test comes to on its way: name -> in which languages in turn.
ON_THE_WAY = {
    "staff:accept": "fr",
    "staff:person": "ru",
    "staff:session": "de",
    "review:purge": "bs",
    "mfa_activate_totp": "uk",
    "mfa_authenticate": "tr",
    "directory:sheet": SHEETS["sheets/"],
}


def of_run(*, is_beside: bool, is_on_postgresql: bool) -> tuple[str, ...]:
    """The languages of a run. ``is_beside``: another run on the other database goes beside it."""
    if IS_ALL or not is_beside:
        return EVERY
    return IN_TURN if is_on_postgresql else ALWAYS


def asked(in_turn: str, run: tuple[str, ...]) -> tuple[str, ...]:
    """In which of the languages of a run a kind is looked at."""
    return tuple(each for each in run if IS_ALL or each in ALWAYS or each in in_turn.split())
