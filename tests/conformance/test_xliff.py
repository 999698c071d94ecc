# SPDX-License-Identifier: EUPL-1.2
"""What a translator gets as XLIFF 2.1 holds against the schema of the standard, and against its rules that no schema can say.

The schema and where it is from: tests/conformance/xliff/README.md. The rules bear the names of the standard's own Schematron file.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pristan.platform.translations import transfer, units, xliff
from pristan.platform.translations.tests.kit import ROW, ROWS
from tests import cities

SCHEMA = Path(__file__).parent / "xliff" / "xliff_core_2.0.xsd"
XLF = {"x": xliff.NAMESPACE}
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
<xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
</xs:schema>"""
CODE_POINT = re.compile(r"[0-9A-F]{4}|(?:0[0-9A-F]|10)[0-9A-F]{4}")


class OwnXml(etree.Resolver):
    """The two attributes of XML itself that the schema asks for."""

    def resolve(self, url, public_id, context):
        return self.resolve_string(XML, context) if url.endswith("/xml.xsd") else None


@pytest.fixture(scope="module")
def schema():
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(OwnXml())
    return etree.XMLSchema(etree.parse(SCHEMA, parser))


def wrong(schema, data):
    """Where a file breaks the schema or one of the rules."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    schema.validate(root)
    return [str(each) for each in schema.error_log] + [
        f"{rule}: {found[:5]}" for rule, found in broken(root).items() if found
    ]


def broken(root):
    """Rule -> what breaks it."""
    ids = root.xpath("//x:unit/@id", namespaces=XLF)
    return {
        "K1 ids of files": twice(root.xpath("//x:file/@id", namespaces=XLF)),
        "K3 ids of units": twice(ids),
        "F1 a target has a language": root.xpath("//x:target[not(/x:xliff/@trgLang)]", namespaces=XLF),
        "F3 a unit has a segment": root.xpath("//x:unit[not(x:segment)]/@id", namespaces=XLF),
        "F7 a subState has a state": root.xpath("//x:segment[@subState and not(@state)]/../@id", namespaces=XLF),
        "a subState has a prefix": [
            each for each in root.xpath("//@subState") if not re.fullmatch(r"[^\s:]+:[^\s:]+", each) or each.startswith("xlf:")
        ],
        "F25 code points": [each for each in root.xpath("//x:cp/@hex", namespaces=XLF) if not CODE_POINT.fullmatch(each)],
        "F29 what is translated has a target": root.xpath("//x:segment[@state!='initial' and not(x:target)]/../@id", namespaces=XLF),
        "languages": [
            each for each in root.xpath("/x:xliff/@srcLang | /x:xliff/@trgLang", namespaces=XLF) if not re.fullmatch("[a-z]{2,3}", each)
        ],
        "version": [each for each in root.xpath("/x:xliff/@version", namespaces=XLF) if each != "2.1"],
    }  # fmt: skip


def twice(ids):
    seen = set()
    return [each for each in ids if each in seen or seen.add(each)]


def test_every_state_holds(schema):
    rows = [*ROWS, replace(ROW, id="city:place", others=(), place="")]
    assert wrong(schema, xliff.write(rows, "en", "city")) == []


@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(max_examples=100, deadline=None)
def test_whatever_is_written_in_a_text_holds(schema, text):
    row = replace(ROW, source=text, target=text, others=(("ar", text),), place=text)
    assert wrong(schema, xliff.write([row], "en", "city")) == []


def test_all_texts_of_the_city_hold(schema):
    texts = [kind.read(cities.LJUBLJANA, cities.THESAURUS) for kind in units.kinds()]
    for language in ("ar", "uk"):
        files = transfer.exported(texts, language, form="xliff", pack="ljubljana")
        assert files
        for source, data in files.items():
            assert wrong(schema, data) == [], (language, source)


BROKEN = (
    ("version", ' version="2.1"', ""),
    ("unit", ' id="city:name"', ""),
    ("NMTOKEN", 'id="city:name"', 'id="city name"'),
    ("enumeration", 'state="reviewed"', 'state="signed-off"'),
    ("original", "<source>", "<original>"),
    ("K3", 'id="city:name"', 'id="entry:a:name"'),
    ("F1", ' trgLang="en"', ""),
    ("F7", 'state="translated" subState', "subState"),
    ("prefix", '"pristan:stale"', '"stale"'),
    ("F29", 'state="initial"', 'state="final"'),
)  # fmt: skip


@pytest.mark.parametrize(("told", "good", "bad"), BROKEN, ids=[told for told, _, _ in BROKEN])
def test_what_is_wrong_is_found(schema, told, good, bad):
    data = xliff.write(ROWS, "en", "city").decode()
    assert good in data
    data = (
        data.replace(good, bad).replace("</source>", bad.replace("<", "</"))
        if good == "<source>"
        else data.replace(good, bad)
    )
    assert any(told in each for each in wrong(schema, data.encode()))
