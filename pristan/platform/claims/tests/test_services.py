# SPDX-License-Identifier: EUPL-1.2
"""A claim is vetted by whom and how it must be; a fake receiver of referrals does not get in."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from pristan.city.directory import services as directory
from pristan.city.directory import unlisting
from pristan.city.directory.tests import minipack
from pristan.platform.accounts.actors import ANONYMOUS, Actor, Power, system
from pristan.platform.audit.models import AuditEntry
from pristan.platform.claims import domains, errors, selectors, services
from pristan.platform.claims.models import Claim, Vetting
from pristan.platform.lifecycle.errors import MoveNotAllowed
from pristan.platform.power.models import Invitation
from pristan.platform.review.registry import Cause
from tests.access.roles import person

pytestmark = pytest.mark.django_db
AT = minipack.AT
ROOT = system("tests")
ONE, TWO = (Actor("person", digit * 32, powers=frozenset({Power("city_editor")})) for digit in "12")
MANAGER = Actor("person", "m", powers=frozenset({Power("organization_manager", "org")}))
ORG = "id: org\nlanguage: sl\nname: Organizacija\nwebsite: https://www.hisa.si/o\nphones: [{number: '+386 1 000 00 01'}]\nsources: [{url: 'https://example.org/'}]\n"


@pytest.fixture(scope="module")
def _city(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    folder = minipack.write(tmp_path_factory.mktemp("mini"), entries__organizations__org=ORG)
    with minipack.standing(django_db_blocker, folder):
        yield


@pytest.fixture
def city(_city: None, db: None) -> None:
    """Loaded once; what a test writes is taken back."""


@pytest.fixture
def sensitive(city: None) -> None:
    directory.edit(key="klic", fields={"is_sensitive": True}, actor=ROOT, at=AT)


def asked(*, at: datetime = AT, **more: Any) -> tuple[Claim, str]:
    given = {
        "kind": "entry", "key": "org", "language": "sl", "role": "vodja", "email": "Vodja@Hisa.si", "page": "https://hisa.si/mi",
        "reception": "", "known_at": "",
    }  # fmt: skip
    code = services.claim(**given | more, today=at.date(), at=at)
    return services.look_up(code), code


def vet(claim: Claim, actor: Actor, *checks: str) -> Claim:
    return services.vet(uuid=claim.uuid, checks=checks, actor=actor, at=AT)


def grant(claim: Claim, actor: Actor = ONE) -> Any:
    return services.grant(uuid=claim.uuid, actor=actor, at=AT)


def test_one_person_vets_and_the_claimer_is_invited_and_forgotten(city):
    claim, code = asked()
    assert code not in str(Claim.objects.values_list())
    with pytest.raises(errors.NotVetted):
        grant(claim)
    assert vet(claim, ONE, "domain").state == "vetted"
    sent = grant(claim)
    assert (sent.invitation.email, sent.invitation.role, sent.invitation.scope) == (
        "vodja@hisa.si", "organization_manager", "org",
    )  # fmt: skip
    found = services.look_up(code.lower().replace("-", " "))
    assert found.state == "granted" and not any(getattr(found, field) for field in services.PERSONAL)
    trail = str(list(AuditEntry.objects.values_list("what", "why", "about_key")))
    assert "claims.claim.granted" in trail and "hisa" not in trail
    with pytest.raises(MoveNotAllowed):
        grant(claim)
    assert Invitation.objects.count() == 1


def test_sensitive_ones_need_two_persons_and_a_call(sensitive):
    claim, _ = asked()
    assert vet(claim, ONE, "domain", "seen").state == "asked"
    assert vet(claim, ONE, "domain", "seen").state == "asked"
    assert Vetting.objects.count() == 1
    with pytest.raises(errors.NotVetted):
        grant(claim)
    assert vet(claim, TWO, "seen").state == "asked", "nobody has called"
    assert vet(claim, TWO, "called").state == "vetted"
    assert grant(claim, TWO).invitation.scope == "org"


def test_what_became_sensitive_after_it_was_vetted_is_vetted_again(city):
    claim, _ = asked()
    vet(claim, ONE, "seen")
    directory.edit(key="klic", fields={"is_sensitive": True}, actor=ROOT, at=AT)
    with pytest.raises(errors.NotVetted):
        grant(claim)
    vet(claim, TWO, "called")
    assert grant(claim)


OWN = {"phones": [{"number": "+386 1 999 99 99"}], "website": "https://moja.si"}


@pytest.mark.parametrize("cause", ["edit", "proposal", "sheet", "settled", "restore", "a new way"])
def test_what_the_claimer_may_have_put_there_proves_nothing(city, cause):
    directory.write(key="org", fields=OWN, actor=ROOT, at=AT, cause=Cause(cause))
    claim, _ = asked(email="a@moja.si", reception="+386 1 999 99 99", at=AT + timedelta(days=89))
    now = selectors.standing(claim)
    assert claim.phones == [] and now.websites == [] and now.possible == ["seen"]
    for check in ("called", "domain"):
        with pytest.raises(errors.CheckImpossible):
            vet(claim, ONE, check)
    later, _ = asked(email="a@moja.si", at=AT + timedelta(days=91))
    assert later.phones and selectors.standing(later).possible == ["domain", "called", "seen"]


def test_what_is_put_there_after_the_claim_proves_nothing_however_long_it_waits(city):
    claim, _ = asked(email="a@moja.si")
    directory.edit(key="org", fields=OWN, actor=ROOT, at=AT + timedelta(days=1))
    assert claim.phones == ["+386 1 000 00 01"] and selectors.standing(claim).possible == ["called", "seen"]


def test_what_the_pack_of_the_city_brings_is_trusted_and_a_new_entry_is_not(city):
    directory.write(key="org", fields=OWN, actor=ROOT, at=AT, cause=Cause("pack"))
    assert asked(email="a@moja.si")[0].phones == ["+386 1 999 99 99"]
    made = {"kind": "organization", "language": "sl", "name": "Nova", **OWN}
    directory.create(key="nova", fields=made, actor=ROOT, at=AT, cause=Cause("proposal"))
    claim, _ = asked(key="nova", email="a@moja.si")
    assert claim.phones == [] and selectors.standing(claim).possible == ["seen"]


@pytest.mark.parametrize(
    ("email", "shown", "is_of"),
    [
        ("a@hisa.si", "hisa.si", True),
        ("a@posta.hisa.si", "posta.hisa.si", True),
        ("a@xhisa.si", "xhisa.si", False),
        ("a@hisa.si.example.com", "hisa.si.example.com", False),
        ("a@his\u0430.si", "his\u0430.si", False),
        ("a@si", None, False),
    ],
)
def test_a_domain_that_only_looks_the_same_is_shown_in_punycode(city, email, shown, is_of):
    if shown is None:
        with pytest.raises(errors.BadClaim):
            asked(email=email)
        return
    claim, _ = asked(email=email)
    now = selectors.standing(claim)
    assert now.domain.plain == shown and ("domain" in now.possible) == is_of
    assert now.domain.is_coded == (not shown.isascii()) and claim.email.isascii()


@pytest.mark.parametrize(
    "email",
    [
        "a@hisa.si\nBcc: b@example.org", "a@hisa.si\r\nSubject: x", "a@hisa.si, b@example.org", "A <a@hisa.si>", "a@b@hisa.si",
        '"a b"@hisa.si', "a\u202e@hisa.si", "a@", "@hisa.si", "", "a" * 260 + "@hisa.si", "a@[127.0.0.1]",
    ],
)  # fmt: skip
def test_tricks_with_the_head_of_a_letter_are_no_address(city, email):
    with pytest.raises(errors.BadClaim) as refused:
        asked(email=email)
    assert refused.value.field == "email" and not Claim.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"role": " \u202e "}, "role"),
        ({"role": "x" * 121}, "role"),
        ({"page": ""}, "page"),
        ({"page": "javascript:alert(1)"}, "page"),
        ({"reception": "1" * 41}, "reception"),
    ],
)
def test_what_is_missing_or_wrong_is_named(city, given, field):
    with pytest.raises(errors.BadClaim) as refused:
        asked(**given)
    assert refused.value.field == field


def test_a_website_where_anybody_has_a_page_proves_nothing():
    assert not domains.is_of("facebook.com", "https://www.facebook.com/hisa")
    assert not domains.is_of("hisa.si", "not an address") and not domains.is_of("", "")


def test_two_claims_at_once_know_of_each_other_and_twins_end_together(city):
    first, _ = asked()
    _, twins_code = asked()
    other, _ = asked(email="b@hisa.si")
    assert selectors.standing(first).others == 2
    vet(first, ONE, "seen")
    grant(first)
    assert services.look_up(twins_code).state == "withdrawn"
    assert selectors.standing(Claim.objects.get(pk=other.pk)).others == 0
    assert Claim.objects.get(pk=other.pk).state == "asked"


def test_nobody_vets_a_claim_of_their_own_address(city):
    user = person("editor", at=AT)
    claim, _ = asked(email=user.email)
    with pytest.raises(errors.OwnClaim):
        vet(claim, Actor("person", str(user.uuid), powers=frozenset({Power("city_editor")})), "seen")


@pytest.mark.parametrize("actor", [MANAGER, ANONYMOUS, system("x"), Actor("person", "n")])
def test_others_find_no_claim(city, actor):
    claim, _ = asked()
    with pytest.raises(errors.ClaimMissing):
        vet(claim, actor, "seen")
    with pytest.raises(errors.ClaimMissing):
        services.refuse(uuid=claim.uuid, answer="not_shown", actor=actor, at=AT)
    assert not selectors.visible_to(actor).exists()


def test_checks_and_answers_are_chosen_never_written(city):
    claim, _ = asked()
    for checks in ((), ("trust me",), ("seen", "trust me")):
        with pytest.raises(errors.NothingChecked):
            vet(claim, ONE, *checks)
    with pytest.raises(errors.UnknownAnswer):
        services.refuse(uuid=claim.uuid, answer="because", actor=ONE, at=AT)
    assert services.refuse(uuid=claim.uuid, answer="not_shown", actor=ONE, at=AT).email == ""


def test_the_claimer_takes_it_back_once(city):
    _, code = asked()
    assert services.withdraw(code=code, at=AT).email == ""
    with pytest.raises(errors.Decided):
        services.withdraw(code=code, at=AT)
    with pytest.raises(errors.ClaimMissing):
        services.withdraw(code="BCDF-GHJK-MNPQ", at=AT)


def test_who_asked_not_to_be_listed_is_not_claimed(city):
    claim, _ = asked()
    vet(claim, ONE, "seen")
    unlisting.unlist(key="org", reason="asked", actor=ROOT, at=AT, looked_twice=True)
    with pytest.raises(errors.NotListed):
        asked()
    with pytest.raises(errors.NotListed):
        grant(claim)


def test_an_entry_without_an_organisation_needs_one_first(city):
    claim, _ = asked(key="zatocisce")
    assert selectors.standing(claim).needed == 2
    vet(claim, ONE, "called")
    vet(claim, TWO, "seen")
    with pytest.raises(errors.NoOrganization):
        grant(claim)
    assert Claim.objects.get(pk=claim.pk).state == "vetted"
