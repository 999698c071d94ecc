# SPDX-License-Identifier: EUPL-1.2
"""The thesaurus leaves as SKOS that other programs read: the same graph in both formats, and nothing in it dangles."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from pristan.city.taxonomy import checking, rdf, skos
from pristan.city.taxonomy.pack import concept_uuid
from pristan.city.taxonomy.tests import sound

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
LABELS = {"pref": SKOS.prefLabel, "alt": SKOS.altLabel, "hidden": SKOS.hiddenLabel}


def graphs(thesaurus: checking.Thesaurus) -> tuple[Graph, Graph]:
    """The two exports as rdflib reads them."""
    turtle = Graph().parse(data="".join(rdf.turtle(skos.statements(thesaurus))), format="turtle")
    json_ld = Graph().parse(data="".join(rdf.json_ld(skos.statements(thesaurus))), format="json-ld")
    return turtle, json_ld


def node(key: str) -> URIRef:
    return URIRef(f"urn:uuid:{concept_uuid(key)}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound.write(tmp_path)


@pytest.fixture
def graph(root: Path) -> Graph:
    return graphs(checking.read(root))[0]


def test_both_formats_hold_the_same_graph(root: Path) -> None:
    sound.replace(
        root, "labels/en/needs.yaml", "[well-being", r'["a \"b\" \\ c\n d\t", "emoji 🙂 日", "\\u0041"'
    )
    turtle, json_ld = graphs(checking.read(root))
    assert isomorphic(turtle, json_ld) and len(turtle) > 100
    assert Literal('a "b" \\ c\n d\t', "en") in turtle.objects(node("needs/health"), SKOS.altLabel)
    assert Literal("\\u0041", "en") in turtle.objects(node("needs/health"), SKOS.altLabel)


def test_a_concept_says_all_that_its_files_say(graph: Graph) -> None:
    doctor, needs = node("needs/doctor"), node("needs")
    assert (doctor, RDF.type, SKOS.Concept) in graph and (doctor, SKOS.inScheme, needs) in graph
    assert set(graph.objects(doctor, SKOS.prefLabel)) == {
        Literal("Doctor", "en"), Literal("Zdravnik", "sl"), Literal("Лікар", "uk"),
    }  # fmt: skip
    assert Literal("GP", "en") in graph.objects(doctor, SKOS.altLabel)
    assert Literal("dokter", "en") in graph.objects(doctor, SKOS.hiddenLabel)
    assert list(graph.objects(doctor, SKOS.notation)) == [Literal("doctor")]
    assert list(graph.objects(doctor, SKOS.scopeNote)) == [Literal('The "family" doctor.', "en")]
    assert list(graph.objects(doctor, SKOS.broader)) == [node("needs/health")]
    assert list(graph.objects(doctor, SKOS.related)) == [node("needs/papers")]
    assert set(graph.objects(node("needs/health"), SKOS.narrower)) == {doctor, node("needs/physician")}
    assert list(graph.objects(doctor, DCTERMS.license)) == [URIRef("https://spdx.org/licenses/EUPL-1.2")]


def test_a_text_is_only_one_kind_of_label(root: Path) -> None:
    sound.replace(root, "labels/en/needs.yaml", "hidden: [dokter]", "hidden: [GP, Doctor]")
    graph = graphs(checking.read(root))[0]
    assert Literal("GP", "en") in graph.objects(node("needs/doctor"), SKOS.altLabel)
    assert set(graph.objects(node("needs/doctor"), SKOS.hiddenLabel)) == {
        Literal("zdraunik", "sl"),
        Literal("vrach", "uk"),
    }


def test_top_concepts_hang_on_their_scheme(graph: Graph) -> None:
    needs = node("needs")
    assert (needs, RDF.type, SKOS.ConceptScheme) in graph
    assert set(graph.objects(needs, DCTERMS.title)) == {Literal("Needs", "en"), Literal("Potrebe", "sl")}
    tops = {node("needs/health"), node("needs/papers")}
    assert (
        set(graph.objects(needs, SKOS.hasTopConcept)) == set(graph.subjects(SKOS.topConceptOf, needs)) == tops
    )


def test_matches_with_an_address_are_links_and_others_notes(graph: Graph) -> None:
    doctor = node("needs/doctor")
    assert list(graph.objects(doctor, SKOS.exactMatch)) == [URIRef("https://example.org/doctor")]
    assert list(graph.objects(doctor, SKOS.closeMatch)) == []
    assert list(graph.objects(doctor, SKOS.note)) == [Literal("close match: list: doctor", "en")]


def test_what_was_given_up_says_so_and_what_takes_its_place(graph: Graph) -> None:
    assert [
        subject for subject, flag in graph.subject_objects(OWL.deprecated) if flag.toPython() is True
    ] == [node("needs/physician")]
    assert list(graph.objects(node("needs/physician"), DCTERMS.isReplacedBy)) == [node("needs/doctor")]


def test_readers_of_the_data_see_which_labels_no_speaker_has_read(graph: Graph) -> None:
    (note,) = graph.objects(node("needs/doctor"), SKOS.editorialNote)
    assert str(note).endswith("yet: sl, uk.")  # the English ones were read


@pytest.mark.parametrize(("text", "expected"), [("https://a.si/b", True), ("a:b", False), ("https://a b", False), ('https://a"', False), ("https://a>", False)])  # fmt: skip
def test_only_an_address_is_an_address(text: str, expected: bool) -> None:
    assert rdf.is_iri(text) is expected


@pytest.mark.slow
def test_the_real_thesaurus_is_sound_skos() -> None:
    thesaurus = checking.read(Path(settings.THESAURUS_DIR))
    turtle, json_ld = graphs(thesaurus)
    assert set(turtle) == set(json_ld)  # no blank nodes, so this is isomorphism
    concepts = set(turtle.subjects(RDF.type, SKOS.Concept))
    schemes = set(turtle.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(concepts) == len(thesaurus.things) and len(schemes) == len(thesaurus.schemes)
    assert set(turtle.subjects()) == concepts | schemes
    for name in (SKOS.broader, SKOS.narrower, SKOS.related, DCTERMS.isReplacedBy):
        assert set(turtle.objects(None, name)) <= concepts, f"{name} leads to what is not there"
    assert set(turtle.objects(None, SKOS.inScheme)) == schemes
    for above, below in ((SKOS.narrower, SKOS.broader), (SKOS.hasTopConcept, SKOS.topConceptOf)):
        assert {(b, a) for a, b in turtle.subject_objects(above)} == set(turtle.subject_objects(below))
    _look_at_labels(turtle, thesaurus)


def _look_at_labels(graph: Graph, thesaurus: checking.Thesaurus) -> None:
    """One preferred label a language; a text is one kind of label only (SKOS S13, S14); as many as in the files; sound tags."""
    kinds: dict[Any, str] = {}
    for field, name in LABELS.items():
        for concept, label in graph.subject_objects(name):
            assert LANGUAGE_TAG.fullmatch(label.language), label
            assert kinds.setdefault((concept, label), field) == field, label
    preferred = Counter((concept, label.language) for concept, label in graph.subject_objects(SKOS.prefLabel))
    assert max(preferred.values()) == 1
    assert len(preferred) == sum(len(thing.others) for thing in thesaurus.things)
