# SPDX-License-Identifier: EUPL-1.2
"""Wiring of the taxonomy."""

from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    """Needs, audiences and code lists."""

    name = "pristan.city.taxonomy"
    label = "taxonomy"

    def ready(self) -> None:
        """Declare the pack's section, and what search learns from the thesaurus."""
        from django.conf import settings

        from pristan.city.taxonomy.pack import ConceptSection
        from pristan.city.taxonomy.search import ThesaurusSource
        from pristan.city.taxonomy.translating import LabelKind
        from pristan.platform.packs import things
        from pristan.platform.search import knowledge
        from pristan.platform.translations import units

        things.register(ConceptSection())
        units.register(LabelKind())
        knowledge.register(ThesaurusSource([settings.THESAURUS_DIR, settings.PACK_DIR]))
