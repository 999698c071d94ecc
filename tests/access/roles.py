# SPDX-License-Identifier: EUPL-1.2
"""One person for each role of the signed-in side, ready to ask: signed in, with a second factor."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.test import Client

from pristan.city.directory.sheets import drafts, reading
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.accounts.actors import Actor, Power, system
from pristan.platform.accounts.models import User
from pristan.platform.claims import services as claims
from pristan.platform.claims.models import Claim
from pristan.platform.power import invitations, services, staff_sessions
from pristan.platform.power.browsers import Browser
from pristan.platform.power.models import Grant
from pristan.platform.power.roles import ADMINISTRATOR, ROLES
from pristan.platform.reports import services as reports
from pristan.platform.reports.models import Report
from pristan.platform.review import proposals, purges
from pristan.platform.review.proposals import Wish

# Whoever is signed in, each column of tests/access/staff.yaml: `nobody` holds no role; `other_manager` manages another organisation;
# an administrator has power only in a session.
HOLDERS = ("nobody", *ROLES, "other_manager", "administrator_in_session")
HELD = {"other_manager": "organization_manager", "administrator_in_session": ADMINISTRATOR}
# The organisation of the example city, and another one.
COURSE = "portugues-para-todos"
OURS, THEIRS = "associacao-horizonte", "another-house"
SCOPES = {"organization": OURS, "language": "uk", "office": "welcome-desk", "city": ""}
ROOT = system("tests")
# Since when people of tests work here, where a test does not say.
SINCE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse battery staple"


@dataclass
class People:
    """The people of the table: their sessions, and things that addresses name."""

    keys: dict[str, str] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """A browser of this person; a new one each time, so that nothing a test does is left for the next."""
        client = Client()
        if role in self.keys:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.keys[role]
        return client


def person(name: str, *, at: datetime, has_factor: bool = True) -> User:
    """Somebody who works here."""
    user = User.objects.add(
        email=f"{name}@example.org", display_name=name.replace("_", " ").title(), at=at, password=PASSWORD
    )
    if has_factor:
        give_factor(user)
    return user


def give_factor(user: User) -> Any:
    """A second factor, as an app for codes would be."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    return TOTP.activate(user, generate_totp_secret())


def browser(user: User) -> Client:
    """A browser in which this person is signed in and has shown a second factor."""
    made = Client()
    made.force_login(user)
    session = made.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return made


def signed_in(user: User) -> str:
    """The key of a new session."""
    return str(browser(user).cookies[settings.SESSION_COOKIE_NAME].value)


def client(role: str, scope: str = "", *, name: str = "", at: datetime = SINCE) -> Client:
    """A browser in which somebody with this role is signed in. ``name``: tells two people of one role apart."""
    user = person(name or f"{role}{scope}", at=at)
    services.give(user=user, role=role, scope=scope, actor=ROOT, at=at)
    return browser(user)


def everybody(at: datetime) -> People:
    """One for each column, and one in another organisation whom managers of ours must not see."""
    people = People()
    for role in HOLDERS:
        user = person(role, at=at)
        held = HELD.get(role, role)
        if held in ROLES:
            scope = THEIRS if role == "other_manager" else SCOPES[ROLES[held].over]
            services.give(user=user, role=held, scope=scope, actor=ROOT, at=at)
        people.keys[role] = signed_in(user)
        people.things[role] = user.uuid
    people.things |= _things(people, at)
    return people


def _things(people: People, at: datetime) -> dict[str, Any]:
    stranger = person("stranger", at=at)
    foreign = services.give(user=stranger, role="organization_editor", scope=THEIRS, actor=ROOT, at=at)
    admin = User.objects.get(uuid=people.things["administrator_in_session"])
    session = staff_sessions.begin(
        user=admin,
        browser=Browser(people.keys["administrator_in_session"], has_shown_factor=True),
        reason="to look after the table",
        lasts=staff_sessions.LONGEST,
        at=at,
    )
    own, other = (
        invitations.invite(
            email=f"{scope}@example.org",
            role="organization_editor",
            scope=scope,
            language="en",
            actor=ROOT,
            at=at,
        )
        for scope in (OURS, THEIRS)
    )
    return {
        "stranger": stranger.uuid,
        "grant": Grant.objects.get(user__uuid=people.things["organization_editor"]).pk,
        "foreign grant": foreign.pk,
        "staff session": session.uuid,
        "invitation": own.invitation.uuid,
        "foreign invitation": other.invitation.uuid,
        "token": own.token,
        **_proposals(people, at),
    }


def _proposals(people: People, at: datetime) -> dict[str, Any]:
    """One that waits for an editor and a draft, both of our organisation's editor."""
    author = Actor(
        "person",
        str(people.things["organization_editor"]),
        powers=frozenset({Power("organization_editor", OURS)}),
    )
    wish = Wish("entry", COURSE, {"summary": "Outras palavras."}, {}, source="our own decision")
    sent = proposals.propose(wish, actor=author, at=at).proposal
    draft = proposals.propose(wish, actor=author, at=at, is_draft=True).proposal
    assert sent and draft
    reports.report(
        kind="entry",
        key=COURSE,
        language="en",
        matters=["hours"],
        text="",
        contact="",
        today=at.date(),
    )
    return {
        "proposal": sent.uuid,
        "draft": draft.uuid,
        "report": Report.objects.get().uuid,
        "claim": _claim(at),
        "sheet": _sheet(author, at),
        "purge": _purge(people, at),
    }


def _claim(at: datetime) -> Any:
    claims.claim(
        kind="entry", key=OURS, language="en", role="coordinator", email="office@example.org", page="", reception="",
        known_at="the welcome desk", today=at.date(), at=at,
    )  # fmt: skip
    return Claim.objects.get().uuid


def _sheet(author: Actor, at: datetime) -> Any:
    """A sheet that could be written, of our organisation's editor."""
    rows = b"name,kind,needs,source\nA new service,service,%s,our own decision" % first_need().encode()
    return drafts.keep(reading.given(rows), language="en", actor=author, at=at).uuid


def first_need() -> str:
    """Some need of the loaded city."""
    return str(next(iter(taxonomy.choices("needs", "en"))))


def _purge(people: People, at: datetime) -> Any:
    """Something that one of the city's editors wants to be removed."""
    editor = Actor("person", str(people.things["city_editor"]), powers=frozenset({Power("city_editor")}))
    wish = purges.ask(
        kind="entry", key=COURSE, value="Outras palavras", reason="It hurts.", actor=editor, at=at
    )
    return wish.uuid
