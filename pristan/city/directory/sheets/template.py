# SPDX-License-Identifier: EUPL-1.2
"""The workbook that a clerk fills in: entries, how to fill them in, what is allowed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, BinaryIO

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pristan.city.directory import selectors, store
from pristan.city.directory.models.entry import KINDS
from pristan.city.directory.sheets.columns import COLUMNS, EXAMPLE, UNSHEETED
from pristan.city.directory.sheets.lexicon import ANSWERS, Lexicon
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.accounts.actors import Actor
from pristan.platform.tables.values import Table
from pristan.platform.tables.xlsx_out import write_book
from pristan.platform.ui.languages import name_in

Entries = Mapping[str, Mapping[str, Any]]


def own_entries(actor: Actor) -> dict[str, dict[str, Any]]:
    """Key -> fields of the entries that this actor may correct by a sheet, by name."""
    rows = selectors.visible_to(actor).exclude(kind__in=UNSHEETED).order_by("name", "key")
    keys = list(rows.values_list("key", flat=True)[: settings.SHEET_ENTRIES - 1])
    live = store.live(keys)
    return {key: live[key] for key in keys if key in live}


def write(out: BinaryIO, *, language: str, entries: Entries, made: Any) -> None:
    """Write the workbook in a language; with entries to correct, or with an example. ``made``: the instant that it bears."""
    with translation.override(language):
        lexicon = Lexicon(language)
        rtl = translation.get_language_bidi()
        rows = _entries(entries, lexicon) if entries else [_example(language)]
        names = [str(column.label) for column in COLUMNS]
        write_book(
            [
                Table(_("Entries"), names, rows, rtl),
                Table(_("How to fill it in"), [_("Column"), _("What stands in it")], _instructions(), rtl),
                Table(_("Allowed values"), *_allowed(lexicon), rtl),
            ],
            out,
            made,
        )


def _entries(entries: Entries, lexicon: Lexicon) -> Iterator[list[str]]:
    for key, live in entries.items():
        yield [key, *(column.cell(live, lexicon) for column in COLUMNS[1:])]


def _example(language: str) -> list[str]:
    """A row that shows how it is done; it is never read."""
    kind = taxonomy.choices("kinds", language).get("service", "service")
    need = next(iter(taxonomy.choices("needs", language).values()), "")
    own = {"id": EXAMPLE, "kind": kind, "language": name_in(language, language), "needs": need}
    return [str(own.get(column.code, column.example)) for column in COLUMNS]


def _instructions() -> Iterator[tuple[str, str]]:
    for words in (
        _("One row is one entry. Write into the first sheet only; it is the only one that is read."),
        _("The row that begins with “example” is not read. You may delete it."),
        _("An empty cell changes nothing. A dash (-) takes a value away."),
        _("Several values in one cell: one a line (Alt + Enter), or with semicolons between."),
        _("You may delete columns that you do not need, and put them in another order."),
        _("Nothing is written until you have seen what would change."),
    ):
        yield pgettext("column of a table", "all"), words
    yield from ((str(column.label), str(column.help)) for column in COLUMNS)


def _allowed(lexicon: Lexicon) -> tuple[Sequence[str], Iterator[Sequence[str]]]:
    """One column for each list of allowed values."""
    kinds = taxonomy.choices("kinds", lexicon.language)
    lists = {
        "kind": [kinds.get(each, each) for each in KINDS if each not in UNSHEETED],
        "needs": lexicon.choices("needs"),
        "audiences": lexicon.choices("audiences"),
        "languages": [name_in(each, lexicon.language) for each in selectors.spoken()],
        "is_free": [str(words) for words in ANSWERS.values()],
    }
    names = [str(column.label) for column in COLUMNS if column.code in lists]
    return names, zip_longest(*lists.values(), fillvalue="")
