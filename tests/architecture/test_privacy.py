# SPDX-License-Identifier: EUPL-1.2
"""Rule 1 and the duty to forget: every field says what happens to it, and none can hold a person's status."""

from pristan.platform.privacy import forbidden, registry


def test_every_field_says_whether_it_is_kept():
    assert registry.undeclared_fields() == []


def test_no_declaration_outlives_its_field():
    assert registry.stale_declarations() == []


def test_no_field_can_hold_a_persons_status():
    assert forbidden.forbidden_names() == []
    assert forbidden.unneeded_allowances() == []


def test_the_search_for_breaches_finds_one():
    assert forbidden.is_forbidden("person_residence_permit")
    assert forbidden.is_forbidden("passportNumber")
