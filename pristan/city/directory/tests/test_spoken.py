# SPDX-License-Identifier: EUPL-1.2
"""The languages of the city are offered in forms and understood in sheets, whichever city it is."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from pristan.city.directory.tests import minipack
from pristan.city.directory.tests.sheetkit import EDITOR, dry, slips, workbook
from tests.access.roles import client

pytestmark = pytest.mark.django_db


def test_a_language_that_only_this_city_publishes_in_is_offered_and_understood(tmp_path: Path) -> None:
    folder = minipack.write(tmp_path / "mini")
    minipack.replace(folder, "city.yaml", "languages: [sl, en, ar]", "languages: [sl, en, ar, pt]")
    minipack.load(folder)
    page = client("city_editor").get("/staff/en/entries/klic/change/know/").content.decode()
    assert 'value="pt"' in page and "Portuguese" in page
    allowed = openpyxl.load_workbook(BytesIO(workbook(language="en"))).worksheets[2]
    assert "Portuguese" in {cell for row in allowed.iter_rows(values_only=True) for cell in row}
    for word in ("pt", "Portuguese", "portugalščina"):
        found = dry(
            {"id": "klic", "languages": f"sl; {word}", "source": "https://example.org/"}, actor=EDITOR
        )
        assert slips(found) == {} and found.changes[0].fields["languages"] == ["sl", "pt"]
