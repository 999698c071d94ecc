# SPDX-License-Identifier: EUPL-1.2
"""Rows that go out as PO or XLIFF come back as they were, whatever is written in them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.platform.translations import po, xliff
from pristan.platform.translations.exchange import FileRefused, language_of
from pristan.platform.translations.tests.kit import ROW, ROWS
from pristan.platform.translations.units import MISSING, REVIEWED, Place

FORMATS = pytest.mark.parametrize("form", [po, xliff])
# Every character that a text file can hold.
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


def back(form, rows):
    read = form.read(form.write(rows, "en", "city"), "en.file")
    assert read.language == "en"
    return [replace(row, line=0) for row in read.rows]


@FORMATS
def test_every_state_comes_back(form):
    assert back(form, ROWS) == ROWS


@FORMATS
@given(source=texts, target=texts)
@settings(max_examples=150, deadline=None)
def test_no_text_is_lost(form, source, target):
    rows = [replace(ROW, source=source, target=target, others=())]
    assert back(form, rows) == rows


@FORMATS
def test_a_row_knows_its_line(form):
    data = form.write(ROWS, "en", "city")
    lines = data.decode().splitlines()
    for row in form.read(data, "x").rows:
        near = lines[row.line - 2 : row.line + 1]
        assert any(row.id in line for line in near)


def test_a_row_of_a_workbench_with_other_quotes_knows_its_line_too():
    data = xliff.write(ROWS, "en", "city").replace(b'<unit id="city:name"', b"<unit id='city:name'")
    lines = {row.id: row.line for row in xliff.read(data, "x").rows}
    assert "id='city:name'" in data.decode().splitlines()[lines["city:name"] - 1]


@pytest.mark.parametrize(
    ("tag", "language"), [("uk", "uk"), ("uk-UA", "uk"), ("pt_BR", "pt"), ("zh-Hans-CN", "zh")]
)
def test_a_tag_is_read_as_its_language(tag, language):
    assert language_of(tag, Place("x", 1)) == language


def test_a_language_leads_to_no_other_folder():
    for tag in ("../uk", "uk/..", "", "u", "uk\n", "ukrainian language"):
        with pytest.raises(FileRefused):
            language_of(tag, Place("x", 1))


def test_what_a_workbench_did_to_a_unit_is_understood():
    data = b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="sl" trgLang="en"><file id="f"><group id="g">
<unit id="entry:a:name"><segment state="final"><source>Ena. </source><target>One<pc id="1">. </pc></target></segment>
<ignorable><source> </source></ignorable><segment state="reviewed"><source>Dve.</source><target><mrk id="m">Two.</mrk></target></segment></unit>
<unit id="entry:b:name"><segment><source>Tri.</source><target>Three.</target></segment><segment><source>Pet.</source></segment></unit>
</group></file></xliff>"""
    first, second = xliff.read(data, "x").rows
    assert (first.source, first.target, first.state) == ("Ena.  Dve.", "One.  Two.", REVIEWED)
    assert (second.target, second.state) == ("", MISSING)


def test_a_text_that_is_fuzzy_no_more_was_read_by_somebody():
    data = po.write([ROW], "en", "city").replace(b"#, fuzzy\n", b"")
    assert po.read(data, "x").rows[0].state == REVIEWED


HEAD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="sl" trgLang="en"><file id="f">'
UNIT = '<unit id="a"><segment><source>a</source></segment></unit>\n'


@pytest.mark.parametrize(
    ("form", "data", "told"),
    [
        (xliff, b"<xliff", "x:1: this is no XML"),
        (xliff, b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "document type or entities"),
        (xliff, b'<xliff version="1.2"/>', "no XLIFF 2.1"),
        (
            xliff,
            HEAD.replace(' trgLang="en"', "").encode() + b"</file></xliff>",
            "does not say into which language",
        ),
        (xliff, f"{HEAD}\n{UNIT}{UNIT}</file></xliff>".encode(), "`a` stands here twice"),
        (po, b'msgid "a"\nmsgstr "b"\n', "does not say into which language"),
        (po, b'msgid "\xe8"', "x:1: this file is not UTF-8"),
        (
            po,
            b'msgctxt "a"\nmsgid "b"\nmsgstr ""\n\nmsgctxt "a"\nmsgid "c"\nmsgstr ""\n',
            "x:5: `a` stands here twice",
        ),
        (
            po,
            b'msgid ""\nmsgstr "Language: uk\\n"\n\nmsgid "a"\nmsgstr "b"\n\nrubbish\n',
            "x:7: this is no PO file",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line(form, data, told):
    with pytest.raises(FileRefused, match=told.replace("(", "\\(")):
        form.read(data, "x")
