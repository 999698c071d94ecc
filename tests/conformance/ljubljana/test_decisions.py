# SPDX-License-Identifier: EUPL-1.2
"""What was decided when the records became one city: links, both sides of disagreements, secret places, attributes."""

import re
from typing import Any

import pytest
import yaml

from tests.cities import LJUBLJANA
from tests.conformance.ljubljana.entries import HERE, plain, read_entries, strings

ENTRIES = read_entries()
SECRET = {
    "sos-zatocisce",
    "dnk-varna-hisa",
    "zenska-svetovalnica-krizni-center",
    "drustvo-kljuc",
    "karitas-zrtve-trgovine",
    "uoim-mladoletniki-brez-spremstva",
}


# Pairs that are alike and easily taken for one another, and may not be merged.
ALIKE = [
    ("os-danile-kumar", "danila-kumar-international"),
    ("ambasada-rog", "ambasada-rog-slovenscina"),
    ("ambasada-rog", "center-rog"),
    ("pic", "pic-azil-migracije"),
    ("sos-telefon", "sos-zatocisce"),
    ("dnk-svetovanje", "dnk-varna-hisa"),
    ("dnk-svetovanje", "dnk-otroci"),
    ("ue-ljubljana-tujci", "ue-ljubljana-linhartova"),
    ("infotujci-portal", "uoim-infotujci-centre"),
    ("iom-slovenija", "iom-druzinska-zdruzitev"),
    ("slovenska-karitas", "skofijska-karitas-ljubljana"),
    ("filantropija-ucna-pomoc", "filantropija-mladi-migranti"),
    ("kralji-ulice-dnevni-center", "kralji-ulice-nastanitvena-podpora"),
    ("mol-placilo-prispevka-ozz", "health-insurance-registration"),
]


def _read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def _texts(key: str, value: Any, prefix: str) -> str:
    english = (text for path, text in ENTRIES[key].english.items() if path.startswith(prefix + "."))
    return plain(" | ".join([*strings(value), *english]))


@pytest.mark.parametrize("row", _read("links.yaml"), ids=lambda row: f"{row['type']}-{row['to']}")
def test_links_are_written(row: dict[str, Any]) -> None:
    for key in row["entries"]:
        assert {"type": row["type"], "to": row["to"]} in ENTRIES[key].data["relations"], key
    assert row["to"] in ENTRIES


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_is_only_alike_stays_two_entries(one: str, other: str) -> None:
    """They may be linked as a service of an organisation, never as a part, a case or another name."""
    for key, near in ((one, other), (other, one)):
        data = ENTRIES[key].data
        assert near not in data.get("aliases", ())
        types = {each["type"] for each in data.get("relations", ()) if each["to"] == near}
        assert types <= {"provided_by"}


def test_a_link_that_nobody_decided_is_not_there() -> None:
    decided = {(key, row["type"], row["to"]) for row in _read("links.yaml") for key in row["entries"]}
    written = {
        (key, each["type"], each["to"])
        for key, entry in ENTRIES.items()
        for each in entry.data.get("relations", ())
    }
    assert written == decided


@pytest.mark.parametrize("row", _read("disagreements.yaml"), ids=lambda row: f"{row['entry']}-{row['field']}")
def test_both_sides_of_a_disagreement_are_kept(row: dict[str, Any]) -> None:
    data = ENTRIES[row["entry"]].data
    assert row["field"] in data["to_be_confirmed"]
    assert plain(row["shown"]) in _texts(row["entry"], data[row["field"]], row["field"])
    said = row.get("said", row["field"])
    others = [each for each in data["other_statements"] if each["field"] == said]
    found = [each for each in others if plain(row["other"]) in plain(" ".join(strings(each["text"])))]
    assert found
    assert all(each["sources"] for each in found)


def test_every_field_to_be_confirmed_has_its_other_side() -> None:
    for key, entry in ENTRIES.items():
        told = {each["field"] for each in entry.data.get("other_statements", ())}
        open_ = set(entry.data.get("to_be_confirmed", ()))
        # A deadline may be contradicted by the summary of a merged record, a name by what is said of its hours.
        assert open_ <= told | ({"procedure", "name"} if "summary" in told else set()), key


def test_secret_places_have_no_location() -> None:
    assert {key for key, entry in ENTRIES.items() if entry.data.get("is_location_secret")} == SECRET
    assert not [key for key in SECRET if "locations" in ENTRIES[key].data]


def test_only_the_line_that_is_anonymous_is_called_so() -> None:
    """The police has one anonymous line: nobody who fears them may read that a call to 113 is anonymous."""
    police = ENTRIES["policija-113"].data
    assert "anonymous" not in police.get("attributes", {})
    assert [phone.get("remark") for phone in police["phones"]] == [None, {"en": "anonymous"}]


def test_no_bracket_stands_in_an_address_or_number() -> None:
    for entry in ENTRIES.values():
        for place in entry.data.get("locations", ()):
            assert not set(str(place.get("address_1", ""))) & set("()[];")
        for phone in entry.data.get("phones", ()):
            assert re.fullmatch(r"\+[\d ]+|1\d\d( \d{3})?", phone["number"])


def test_free_or_no_fee_mentioned_is_no_promise() -> None:
    vague = plain("Brezplačno oziroma takse v virih ni.")
    for key, entry in ENTRIES.items():
        if [plain(cost.get("text")) for cost in entry.data.get("costs", ())] == [
            vague
        ] and "is_free" in entry.data:
            assert "is_free" in entry.data["provenance"], (
                f"{key}: only another record can say that it is free"
            )


def test_the_city_names_only_entries_that_exist() -> None:
    city = yaml.safe_load((LJUBLJANA / "city.yaml").read_text("utf-8"))
    named = [
        *city["information_points"],
        *city["first_steps"],
        *city["urgent"]["danger"],
        *city["urgent"]["confidential"],
    ]
    assert not set(named) - set(ENTRIES)
