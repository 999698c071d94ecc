# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the directory."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The city's entries."""

    name = "pristan.city.directory"
    label = "directory"

    def ready(self) -> None:
        """Declare the pack's sections and the projectors of the read model."""
        from pristan.city.directory import (
            city_pack,
            claimed,
            law_pack,
            pack,
            published,
            recorded,
            reviewed,
            ruling,
        )
        from pristan.platform.audit import concerns
        from pristan.platform.claims import registry as claims
        from pristan.platform.packs import things
        from pristan.platform.published import registry
        from pristan.platform.review import registry as review

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
        registry.register(published.EntryProjector())
        registry.register(published.CatalogueProjector())
        registry.register(ruling.RulesProjector())
        review.register(reviewed.EntryReviewed())
        claims.register(claimed.EntryClaimed())
        concerns.register("entry", recorded.keys)
        concerns.register("organization", recorded.organizations)
