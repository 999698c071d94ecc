# SPDX-License-Identifier: EUPL-1.2
"""The sections `city`, `district` and `holidays` of a pack: small records, each kept whole in one row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from pristan.city.directory import city_shapes, models, worded
from pristan.platform.accounts.actors import Actor
from pristan.platform.packs import rewriting
from pristan.platform.packs.files import PackFiles, SourceFile
from pristan.platform.packs.problems import Problem
from pristan.platform.packs.shape import shape_problem
from pristan.platform.packs.things import Change, Thing, Value


class RecordSection:
    """A kind of record: one file, one row each."""

    kind = ""
    derived = ""
    file = ""
    shape: type[msgspec.Struct]

    def read(self, files: PackFiles) -> tuple[list[Thing], list[Problem]]:
        """The records of the file; a missing file holds none."""
        source = files.read(self.file)
        if source is None or source.data is None:
            return [], list(source.problems) if source else []
        things: list[Thing] = []
        problems = [*source.problems, *worded.problems(source)]
        for at, data in enumerate(self.records(source)):
            try:
                record = self.conform(data)
            except msgspec.ValidationError as error:
                problems.append(shape_problem(source, (at,) if isinstance(source.data, list) else (), error))
            else:
                things.append(self._thing(source, at, record))
        return things, problems

    def _thing(self, source: SourceFile, at: int, record: dict[str, Any]) -> Thing:
        place: tuple[str | int, ...] = (at,) if isinstance(source.data, list) else ()
        return Thing(
            self.kind,
            self.key(record),
            {"record": record},
            source,
            where=lambda field: (source, source.line(*place, *_steps(field))),
        )

    def conform(self, data: Any) -> dict[str, Any]:
        """A record in canonical form. Raises msgspec.ValidationError."""
        plain: dict[str, Any] = msgspec.to_builtins(msgspec.convert(data, self.shape))
        return plain

    def records(self, source: SourceFile) -> list[Any]:
        """The records in a file: itself, or its list."""
        return source.data if isinstance(source.data, list) else [source.data]

    def key(self, record: Mapping[str, Any]) -> str:
        """The key of a record."""
        return str(record["id"])

    def check(self, things: Sequence[Thing], keys: Mapping[str, set[str]]) -> Iterable[Problem]:
        """Problems of meaning."""
        return ()

    def live(self, keys: Sequence[str]) -> dict[str, dict[str, Value]]:
        """Records as they live."""
        return {row.key: {"record": row.record} for row in self.rows().filter(key__in=keys)}

    def rows(self) -> Any:
        """The rows of this kind."""
        raise LookupError(self.kind)

    def write(self, changes: Sequence[Change], *, actor: Actor, at: datetime) -> set[UUID]:
        """Write records; the pages that show them follow."""
        for change in changes:
            record = change.fields["record"]
            self.rows().update_or_create(key=change.key, defaults={"record": record, **self.columns(record)})
        return set()

    def columns(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Columns beside the record."""
        return {}

    def archive(self, keys: Sequence[str], *, actor: Actor, at: datetime) -> set[UUID]:
        """Records that left the pack are removed; the file that held them is kept by the load."""
        self.rows().filter(key__in=keys).delete()
        return set()

    def follow(self, kinds: Set[str]) -> set[UUID]:
        """Records have no page of their own."""
        return set()

    def withheld(self, keys: Sequence[str]) -> set[str]:
        """None: these are never taken from readers one by one."""
        return set()

    def unwanted(self, things: Sequence[Thing]) -> list[Problem]:
        """None: nobody asks that these are not shown."""
        return []

    def hides(self, live: Mapping[str, Value]) -> bool:
        """Never: nothing of these is secret."""
        return False

    def render(self, key: str, fields: Mapping[str, Value], files: Mapping[str, str]) -> dict[str, str]:
        """The file with the record as it lives."""
        path, text = next(iter(files.items()), (f"pack/{self.file}", ""))
        source = SourceFile(path, text)
        if isinstance(source.data, list):
            return {path: text}
        before = self.conform(source.data) if text else {}
        after = fields["record"]
        changed = {
            name: after.get(name) for name in {**before, **after} if before.get(name) != after.get(name)
        }
        return {path: rewriting.rewrite(text, changed)}


def _steps(field: str) -> tuple[str | int, ...]:
    parts = field.removeprefix("record").strip(".").split(".")
    return tuple(int(part) - 1 if part.isdigit() else part for part in parts if part)


class CitySection(RecordSection):
    """city.yaml."""

    kind, file, shape = "city", "city.yaml", city_shapes.CityRecord

    def read(self, files: PackFiles) -> tuple[list[Thing], list[Problem]]:
        """The city: there is no pack without one."""
        things, problems = super().read(files)
        if not things and not problems:
            mend = "Write it as in packs/example/city.yaml."
            problems = [Problem(f"{files.pack.name}/{self.file}", 1, "the file holds no city", mend)]
        return things, problems

    def rows(self) -> Any:
        return models.City.objects

    def columns(self, record: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "namespace": UUID(record["namespace"]),
            "time_zone": record["time_zone"],
            "is_official": record["is_official"],
        }

    def check(self, things: Sequence[Thing], keys: Mapping[str, set[str]]) -> Iterator[Problem]:
        """Zone, languages and the entries it names must exist."""
        for thing in things:
            record = thing.fields["record"]
            try:
                ZoneInfo(record["time_zone"])
            except (KeyError, ValueError, OSError):
                yield thing.problem(
                    "time_zone",
                    f"`{record['time_zone']}` is no time zone",
                    "Write one such as Europe/Ljubljana.",
                )
            yield from self._check_named(thing, record, keys)

    def _check_named(
        self, thing: Thing, record: Mapping[str, Any], keys: Mapping[str, set[str]]
    ) -> Iterator[Problem]:
        urgent = record.get("urgent") or {}
        lists = {
            "urgent.danger": urgent.get("danger"),
            "urgent.confidential": urgent.get("confidential"),
            "information_points": record.get("information_points"),
            "first_steps": record.get("first_steps"),
        }
        for name, named in lists.items():
            for at, key in enumerate(named or (), 1):
                if key not in keys["entry"]:
                    yield thing.problem(
                        f"{name}.{at}", f"`{key}` is no entry", "Entries are called as their files."
                    )
        for language, others in (record.get("fallbacks") or {}).items():
            for other in (language, *others):
                if other not in record["languages"]:
                    yield thing.problem(
                        f"fallbacks.{language}",
                        f"`{other}` is not among the languages",
                        "Add it to `languages`.",
                    )


class DistrictSection(RecordSection):
    """districts.yaml."""

    kind, file, shape = "district", "districts.yaml", city_shapes.DistrictRecord

    def rows(self) -> Any:
        return models.District.objects


class HolidaysSection(RecordSection):
    """holidays.yaml."""

    kind, file, shape = "holidays", "holidays.yaml", city_shapes.HolidayRecord

    def rows(self) -> Any:
        return models.Holidays.objects

    def key(self, record: Mapping[str, Any]) -> str:
        return "holidays"
