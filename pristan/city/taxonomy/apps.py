# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the taxonomy."""

from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    """Needs, audiences and code lists."""

    name = "pristan.city.taxonomy"
    label = "taxonomy"

    def ready(self) -> None:
        """Declare the pack's section."""
        from pristan.city.taxonomy.pack import ConceptSection
        from pristan.platform.packs import things

        things.register(ConceptSection())
