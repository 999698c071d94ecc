# SPDX-License-Identifier: EUPL-1.2
"""What the settings of the running city say, where those of the tests say something else."""

import runpy

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.utils.module_loading import import_string

from config.settings import production, staff
from tests.access.roles import PASSWORD


def test_the_running_city_hashes_with_scrypt_and_a_salt_for_each_password():
    hasher = import_string(production.PASSWORD_HASHERS[0])()
    assert type(hasher) is ScryptPasswordHasher
    kept = [hasher.encode(PASSWORD, hasher.salt()) for _ in range(2)]
    one, other = (hasher.decode(each) for each in kept)
    assert one["salt"] != other["salt"] and one["hash"] != other["hash"]
    assert len(one["salt"]) >= 22, "128 bits, in letters and digits"
    assert one["work_factor"] >= 2**14 and one["block_size"] >= 8 and one["parallelism"] >= 5, (
        "as OWASP wants it"
    )
    assert PASSWORD not in kept[0] and hasher.verify(PASSWORD, kept[0])


@pytest.mark.parametrize(("tls", "prefix"), [("1", "__Secure-"), ("0", "")])
def test_where_a_server_in_front_speaks_tls_cookies_travel_only_so(monkeypatch, tls, prefix):
    monkeypatch.setenv("PRISTAN_HTTPS", tls)
    told = runpy.run_path(staff.__file__)
    for name in ("SESSION", "CSRF"):
        assert told[f"{name}_COOKIE_SECURE"] is bool(prefix)
        assert told[f"{name}_COOKIE_NAME"].startswith(f"{prefix}staff")
