# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the directory."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The city's entries."""

    name = "pristan.city.directory"
    label = "directory"

    def ready(self) -> None:
        """Declare the pack's sections, the projectors of the read model, and what people may do with entries."""
        from pristan.city.directory import city_pack, law_pack, pack, published, ruling, translating, wording
        from pristan.platform.packs import things
        from pristan.platform.published import registry
        from pristan.platform.translations import units

        for section in (
            city_pack.CitySection,
            city_pack.DistrictSection,
            city_pack.HolidaysSection,
            law_pack.LettersSection,
            law_pack.CircleSection,
            law_pack.ParameterSection,
            pack.EntrySection,
        ):
            things.register(section())
        units.register(translating.EntryKind())
        units.register(wording.RecordKind())
        registry.register(published.EntryProjector())
        registry.register(published.CatalogueProjector())
        registry.register(ruling.RulesProjector())
        self._let_people_in()

    def _let_people_in(self) -> None:
        from pristan.city.directory import claimed, moves, recorded, reviewed
        from pristan.platform.audit import concerns, reasons
        from pristan.platform.claims import registry as claims
        from pristan.platform.review import registry as review

        review.register(reviewed.EntryReviewed())
        claims.register(claimed.EntryClaimed())
        concerns.register("entry", recorded.keys)
        concerns.register("organization", recorded.organizations)
        reasons.register("entry", moves.reasons)
