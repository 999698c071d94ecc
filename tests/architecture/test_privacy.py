# SPDX-License-Identifier: EUPL-1.2
"""Rule 1 and the duty to forget: every field says what happens to it, and none can hold a person's status."""

from pristan.platform.privacy import forbidden, registry


def test_every_field_says_whether_it_is_kept():
    assert registry.undeclared_fields() == []


def test_no_declaration_outlives_its_field():
    assert registry.stale_declarations() == []


def test_what_is_stripped_or_deleted_has_an_end_from_which_its_time_runs():
    assert registry.endless() == [], "mend: ENDS in the app's privacy.py"


def test_whoever_refers_to_an_account_says_what_it_holds_about_people():
    assert registry.unheld() == [], "mend: HELD in the app's privacy.py"


def test_secrets_and_blanks_are_about_fields_that_are_there():
    known = registry.retention()
    assert [name for name in {**registry.secrets(), **registry.blanks()} if name not in known] == []


def test_no_field_can_hold_a_persons_status():
    assert forbidden.forbidden_names() == []
    assert forbidden.unneeded_allowances() == []


def test_the_search_for_breaches_finds_one():
    assert forbidden.is_forbidden("person_residence_permit")
    assert forbidden.is_forbidden("passportNumber")
