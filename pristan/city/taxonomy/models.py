# SPDX-License-Identifier: EUPL-1.2
"""Concepts and their words, after SKOS: needs, audiences, and the code lists whose codes stand in entries."""

from django.db import models


class Concept(models.Model):
    """A SKOS concept. ``key`` is ``<scheme>/<id>``, final for ever; what is given up is deprecated, never reused."""

    key = models.CharField(max_length=120, unique=True)
    uuid = models.UUIDField(unique=True)
    scheme = models.CharField(max_length=40, db_index=True)
    concept = models.CharField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    broader = models.JSONField(default=list)
    related = models.JSONField(default=list)
    icon = models.CharField(max_length=40, blank=True)
    scope_note = models.TextField(blank=True)
    matches = models.JSONField(default=dict)
    is_deprecated = models.BooleanField(default=False)
    # It left the pack; what people chose from it stays readable.
    is_archived = models.BooleanField(default=False)
    replaced_by = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["scheme", "position"]

    def __str__(self) -> str:
        return self.key


class Labels(models.Model):
    """The words for a concept in one language: preferred, other, and hidden ones that only search knows; those of them that other concepts share are `ambiguous`."""

    concept = models.ForeignKey(Concept, to_field="uuid", on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(max_length=8)
    pref = models.TextField()
    alt = models.JSONField(default=list)
    hidden = models.JSONField(default=list)
    ambiguous = models.JSONField(default=list)
    state = models.CharField(max_length=20, default="machine draft")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"], name="taxonomy_one_set_of_labels_per_language"
            )
        ]
        verbose_name_plural = "labels"

    def __str__(self) -> str:
        return self.pref
