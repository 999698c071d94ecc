# SPDX-License-Identifier: EUPL-1.2
"""The one city of this deployment, its districts, its work-free days, and what its law says beside the entries."""

from django.db import models


class City(models.Model):
    """One city = one deployment = one database = one controller of data. Filled from ``city.yaml``.

    ``record`` holds the pack's city record as checked data: name, zone, languages, fallbacks, currency, emergency
    numbers, urgent help, information points, controller, contact. The columns beside it are those that code asks for.
    """

    key = models.CharField(max_length=80, unique=True)
    namespace = models.UUIDField()
    time_zone = models.CharField(max_length=60)
    is_official = models.BooleanField(default=False)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key


class District(models.Model):
    """A part of the city, with the source that says so. HSDS: service_area."""

    key = models.CharField(max_length=80, unique=True)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Holidays(models.Model):
    """The work-free days of the city as the pack declares them: fixed, movable (days after Easter), extra."""

    key = models.CharField(max_length=80, unique=True)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Letters(models.Model):
    """What the law says of letters with a term: how days are counted, when a letter counts as delivered. One row at most."""

    key = models.CharField(max_length=80, unique=True)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Parameter(models.Model):
    """A number that the law or a price list changes now and then: its values, each with its days and sources."""

    key = models.CharField(max_length=120, unique=True)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Circle(models.Model):
    """Steps that wait for each other in the real world, with the ways to break them."""

    key = models.CharField(max_length=120, unique=True)
    record = models.JSONField()

    def __str__(self) -> str:
        return self.key
