# SPDX-License-Identifier: EUPL-1.2
"""Sign-in by the city's identity provider: who is invited comes in, and the server asks nobody else for it."""

import socket
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import urllib3
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from pristan.doors.staff import outside
from pristan.doors.staff.tests import provider as local
from pristan.platform.accounts.models import User
from pristan.platform.power import services
from tests.access.roles import ROOT, give_factor, person

pytestmark = pytest.mark.django_db
LOGIN = "/staff/en/account/oidc/city/login/"


@pytest.fixture
def provider(settings):
    with local.running() as found:
        settings.OIDC_SERVER, settings.OIDC_NAME = found.url, "City sign-in"
        settings.OIDC_PRIVATE_HOSTS = ["127.0.0.1"]
        app = {
            "provider_id": "city", "name": "City sign-in", "client_id": local.CLIENT, "secret": local.SECRET,
            "settings": {"server_url": found.url},
        }  # fmt: skip
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        yield found


def come_in(client):
    """Go to the provider, and come back with its answer."""
    away = client.post(LOGIN)
    asked = parse_qs(urlsplit(away["Location"]).query)
    return client.get(f"{LOGIN}callback/", {"state": asked["state"][0], "code": "c"})


def test_who_has_an_account_comes_in(client, provider):
    person("ana", at=timezone.now(), has_factor=False)
    assert come_in(client)["Location"] == "/staff/en/"
    assert client.get("/staff/en/").status_code == 200
    assert SocialAccount.objects.get().extra_data == {}, "what the provider tells is not kept"
    assert User.objects.get().display_name == "Ana"


def test_the_second_time_the_provider_knows_the_person(client, provider):
    person("ana", at=timezone.now(), has_factor=False)
    come_in(client)
    client.post("/staff/en/account/logout/")
    provider.person["email"] = "new-name@example.org"
    assert come_in(client)["Location"] == "/staff/en/"


@pytest.mark.parametrize("change", [{"email": "stranger@example.org"}, {"email_verified": False}])
def test_who_is_not_invited_stays_outside(client, provider, change):
    person("ana", at=timezone.now(), has_factor=False)
    provider.person |= change
    answer = come_in(client)
    assert answer.status_code == 403
    assert "You are not invited yet" in answer.content.decode()
    assert client.get("/staff/en/").status_code == 302
    assert User.objects.count() == 1 and not SocialAccount.objects.exists()
    assert "stranger" not in str(dict(client.session))


def test_our_second_factor_is_asked_for_all_the_same(client, provider):
    user = person("ana", at=timezone.now(), has_factor=False)
    services.give(user=user, role="city_editor", scope="", actor=ROOT, at=timezone.now())
    give_factor(user)
    assert come_in(client)["Location"] == "/staff/en/account/factor/authenticate/"


def test_who_is_locked_stays_outside(client, provider):
    user = person("ana", at=timezone.now(), has_factor=False)
    user.is_active = False
    user.save()
    assert come_in(client)["Location"] == "/staff/en/account/inactive/"


def test_an_answer_that_nobody_asked_for_is_refused(client, provider):
    person("ana", at=timezone.now(), has_factor=False)
    answer = client.get(f"{LOGIN}callback/", {"state": "made-up", "code": "c"})
    assert "That did not work" in answer.content.decode()
    assert client.get("/staff/en/").status_code == 302


def test_an_inner_host_is_not_asked(client, provider, settings):
    settings.OIDC_PRIVATE_HOSTS = []
    answer = client.post(LOGIN)
    assert answer.status_code == 502 and "That did not work" in answer.content.decode()
    assert provider.asked == []


def test_a_redirect_to_an_inner_host_is_not_followed(provider, settings, monkeypatch):
    """The first host is allowed, the second is not."""
    settings.OIDC_PRIVATE_HOSTS = ["localhost"]
    address = provider.url.replace("127.0.0.1", "localhost")
    with pytest.raises(outside.NotAllowedOutside):
        outside.session().get(f"{address}/moved/.well-known/openid-configuration")


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.7",
        "127.0.0.1",
        "169.254.169.254",
        "::1",
        "fd00::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.7",
        "0.0.0.0",
        "100.64.0.1",
        "2002:a00:1::",
    ],
)
def test_a_name_that_means_an_inner_address_is_not_asked(settings, monkeypatch, address):
    settings.OIDC_PRIVATE_HOSTS = []
    assert not outside.is_public(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: [(family, socket.SOCK_STREAM, 6, "", (address, 443))]
    )
    with pytest.raises(outside.NotAllowedOutside):
        outside.session().get("https://login.example.org/")


def test_a_name_that_changes_between_looking_and_asking_gains_nothing(provider, settings, monkeypatch):
    """It was public when it was looked at; the connection ends on this machine and is closed again."""
    settings.OIDC_PRIVATE_HOSTS = []
    monkeypatch.setattr(outside, "_ask", lambda host, port: None)
    pool = outside.session().get_adapter(provider.url).poolmanager.connection_from_url(provider.url)
    with pytest.raises((urllib3.exceptions.HTTPError, outside.NotAllowedOutside)):
        pool.urlopen("GET", "/", retries=False)
    assert provider.asked == []


def test_without_tls_nobody_is_asked(settings):
    settings.OIDC_PRIVATE_HOSTS = []
    with pytest.raises(outside.NotAllowedOutside, match="https"):
        outside.session().get("http://login.example.org/")


def test_a_certificate_that_nobody_vouches_for_is_not_taken(settings, tmp_path):
    settings.OIDC_PRIVATE_HOSTS = ["localhost"]
    certificate = local.self_signed(tmp_path)
    with local.running(certificate) as provider:
        address = f"{provider.url}/userinfo"
        with pytest.raises(requests.exceptions.SSLError, match="CERTIFICATE_VERIFY_FAILED"):
            outside.session().get(address)
        assert provider.asked == []
        assert outside.session().get(address, verify=str(certificate)).status_code == 200, (
            "or it hung on something else"
        )


def test_public_addresses_are_public():
    assert outside.is_public("93.184.215.14") and outside.is_public("2606:2800:21f::1")
    assert not outside.is_public("no address") and not outside.is_public("224.0.0.1")
