# SPDX-License-Identifier: EUPL-1.2
"""What an entry says: the parts that HSDS gives objects of their own."""

from django.db import models

from pristan.city.directory.models.entry import Entry


class Detail(models.Model):
    """A row in a list of an entry, in the order of the pack."""

    entry = models.ForeignKey(Entry, to_field="uuid", on_delete=models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.position} of {self.entry_id}"


class AlternateName(Detail):
    """Another name that sources or merged records use. HSDS: alternate_name."""

    name = models.TextField()


class ConceptUse(Detail):
    """A need or an audience of the entry: a concept of the thesaurus. HSDS: attribute with a taxonomy term."""

    scheme = models.CharField(max_length=40)
    concept = models.CharField(max_length=80, db_index=True)


class Phone(Detail):
    """HSDS: phone."""

    number = models.CharField(max_length=40)
    remark = models.TextField(blank=True)
    as_of = models.CharField(max_length=10, blank=True)


class Contact(Detail):
    """A desk or role to turn to, never a person's name. HSDS: contact (``name`` is its title)."""

    name = models.TextField()
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    remark = models.TextField(blank=True)


class Location(models.Model):
    """An address that exists once, however many entries are found there. HSDS: location with address."""

    uuid = models.UUIDField(unique=True)
    address_1 = models.TextField(blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    city = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    district = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return f"{self.address_1}, {self.city}"


class ServiceAtLocation(Detail):
    """That an entry is found at a location. HSDS: service_at_location."""

    location = models.ForeignKey(Location, to_field="uuid", on_delete=models.PROTECT, related_name="uses")
    remark = models.TextField(blank=True)
    is_verified = models.BooleanField(null=True)


class Schedule(models.Model):
    """When: the words of the source, and weekly hours where the words are plain. HSDS: schedule."""

    entry = models.OneToOneField(
        Entry, to_field="uuid", on_delete=models.CASCADE, related_name="schedule_row"
    )
    text = models.TextField(blank=True)
    # Day (mo..su) -> list of "HH:MM-HH:MM".
    weekly = models.JSONField(default=dict)
    is_always = models.BooleanField(default=False)
    by_appointment = models.BooleanField(default=False)
    on_holidays = models.CharField(max_length=12, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    valid_from = models.CharField(max_length=10, blank=True)
    valid_to = models.CharField(max_length=10, blank=True)
    # List of {from, to, hours, remark}.
    exceptions = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.text or str(self.weekly)


class CostOption(Detail):
    """HSDS: cost_option; ``text`` is its amount_description."""

    option = models.CharField(max_length=120, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    text = models.TextField(blank=True)


class RequiredDocument(Detail):
    """A paper to bring. HSDS: required_document."""

    text = models.TextField()


class Language(Detail):
    """A language a person can be served in (ISO 639). HSDS: language."""

    code = models.CharField(max_length=8)


class Funding(Detail):
    """Who pays. HSDS: funding."""

    text = models.TextField()


class Attribute(Detail):
    """What people need to know most, as yes or no; no row means that nobody has said. HSDS: attribute."""

    name = models.CharField(max_length=40)
    value = models.CharField(max_length=3, choices=[("yes", "yes"), ("no", "no")])


class Eligibility(models.Model):
    """Who may use it: words, and the machine part. Legal status here is an attribute of the service, never of a person."""

    entry = models.OneToOneField(
        Entry, to_field="uuid", on_delete=models.CASCADE, related_name="eligibility_row"
    )
    text = models.TextField(blank=True)
    legal_status = models.JSONField(default=list)
    legal_status_named = models.JSONField(default=list)
    age_min = models.PositiveSmallIntegerField(null=True)
    age_max = models.PositiveSmallIntegerField(null=True)
    residence = models.CharField(max_length=20, blank=True)
    insurance = models.CharField(max_length=20, blank=True)
    remark = models.TextField(blank=True)
    other = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.text[:60]


class Procedure(models.Model):
    """A step a newcomer may have to take: order, deadline, place and law, and for whom it is when."""

    entry = models.OneToOneField(
        Entry, to_field="uuid", on_delete=models.CASCADE, related_name="procedure_row"
    )
    category = models.CharField(max_length=40, blank=True)
    applies_to = models.JSONField(default=dict)
    prerequisites = models.JSONField(default=list)
    prerequisites_mode = models.CharField(max_length=3, blank=True)
    prerequisites_strength = models.CharField(max_length=10, blank=True)
    deadline = models.JSONField(default=dict)
    place = models.JSONField(default=dict)
    legal_basis = models.JSONField(default=list)
    unlocks = models.JSONField(default=list)
    # When it belongs into a person's plan: see `shapes.Plan`.
    plan = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"procedure of {self.entry_id}"


class Right(models.Model):
    """A right, status by status: facts of the law with their sources, about nobody in particular."""

    entry = models.OneToOneField(Entry, to_field="uuid", on_delete=models.CASCADE, related_name="right_row")
    code = models.CharField(max_length=60)
    # List of {status, entitled, conditions, when, legal_basis, sources, ...}: see `shapes.Cell`.
    cells = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.code


class Status(models.Model):
    """A legal status as the law knows it: the paper that shows it, and what it may lie over. Never a person's."""

    entry = models.OneToOneField(Entry, to_field="uuid", on_delete=models.CASCADE, related_name="status_row")
    code = models.CharField(max_length=60)
    is_overlay = models.BooleanField(default=False)
    is_minor = models.BooleanField(default=False)
    not_with = models.JSONField(default=list)
    proof = models.TextField(blank=True)
    next = models.JSONField(default=list)
    legal_basis = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "statuses"

    def __str__(self) -> str:
        return self.code
