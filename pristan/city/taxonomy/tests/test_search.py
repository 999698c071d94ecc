# SPDX-License-Identifier: EUPL-1.2
"""What search learns from the files of the thesaurus and of a pack."""

from pathlib import Path

import pytest

from pristan.city.taxonomy.search import ThesaurusSource, meaning

FILES = {
    "concepts/needs.yaml": "- {id: home}\n- {id: rent, broader: [home]}\n",
    "concepts/audiences.yaml": "- {id: women}\n",
    "labels/en/needs.yaml": "home: {pref: Home, alt: [housing]}\nrent: {pref: Rent, hidden: [rnet]}\n",
    "labels/sl/needs.yaml": "home: {pref: Dom}\n",
    "labels/en/audiences.yaml": "women: {pref: Women}\n",
    "lexicon/senses/verbs.yaml": "search: look for something\nwant: wish\n",
    "lexicon/senses/things.yaml": "key: of a door\n",
    "lexicon/en/verbs.yaml": "search: [search, look for]\nwant: [want]\n",
    "lexicon/en/things.yaml": "key: [key, 112]\n",
    "lexicon/general.yaml": "topics: [verbs]\nsenses: [thing]\n",
    "crisis/en.yaml": "strong: {fire: [my house burns]}\nweak: {fire: [fire]}\ncalm: [course]\nverbatim: {violence: [broke my arm]}\nharmless: [I broke my]\n",
    "crisis/common.yaml": "calm: [statistics]\nneeds: [rent]\nsigns: {violence: [[[touch], [son, daughter]]]}\n",
    "signs/groups.yaml": "child: [son, daughter]\nparent: [mother]\n",
    "signs/a.yaml": "rent:\n  - [[landlord, flat], [pay]]\nhome:\n",
    "signs/b.yaml": "rent:\n  - [[$child, baby, $parent], [flat]]\n",
}


def written(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return folder


@pytest.fixture
def thesaurus(tmp_path: Path) -> Path:
    return written(tmp_path / "thesaurus", FILES)


def test_labels_senses_and_words_of_danger_are_all_expressions(thesaurus: Path) -> None:
    found = set(ThesaurusSource([thesaurus]).expressions())
    assert found == {
        ("en", "Home", "n:home"), ("en", "housing", "n:home"), ("en", "Rent", "n:rent"), ("en", "rnet", "n:rent"), ("sl", "Dom", "n:home"),
        ("en", "Women", "a:women"), ("en", "search", "s:search"), ("en", "look for", "s:search"), ("en", "want", "s:want"),
        ("en", "key", "s:key"), ("en", "112", "s:key"),
        ("en", "my house burns", "x:strong:fire"), ("en", "fire", "x:weak:fire"), ("en", "course", "x:calm"),
        ("en", "broke my arm", "x:verbatim:violence"), ("en", "I broke my", "x:harmless"),
    }  # fmt: skip


def test_what_stands_above_is_said_by_concepts_and_what_is_general_by_the_lexicon(thesaurus: Path) -> None:
    source = ThesaurusSource([thesaurus])
    assert source.broader() == {"n:home": (), "n:rent": ("n:home",), "a:women": ()}
    assert set(source.general()) == {"s:search", "s:want", "s:thing"}
    assert meaning("needs", "rent") == "n:rent"


def test_signs_of_danger_are_the_same_in_every_language(thesaurus: Path) -> None:
    assert ThesaurusSource([thesaurus]).danger() == {
        "calm": ["s:statistics"],
        "needs": ["n:rent"],
        "signs": {"violence": [[["s:touch"], ["s:son", "s:daughter"]]]},
    }
    (thesaurus / "crisis/common.yaml").unlink()
    assert ThesaurusSource([thesaurus]).danger() == {}


def test_signs_of_a_need_are_senses_and_a_dollar_names_a_group_of_them(thesaurus: Path) -> None:
    source = ThesaurusSource([thesaurus])
    assert list(source.signs()) == [
        ("n:rent", [["s:landlord", "s:flat"], ["s:pay"]]),
        ("n:rent", [["s:son", "s:daughter", "s:baby", "s:mother"], ["s:flat"]]),
    ]


def test_a_packs_label_takes_the_place_of_the_shared_one(thesaurus: Path, tmp_path: Path) -> None:
    pack = written(tmp_path / "pack", {"labels/sl/needs.yaml": "home: {pref: Bivanje}\n"})
    found = set(ThesaurusSource([thesaurus, pack]).expressions())
    assert ("sl", "Bivanje", "n:home") in found
    assert ("sl", "Dom", "n:home") not in found
    assert ("en", "Home", "n:home") in found


@pytest.mark.parametrize("path", FILES)
def test_every_file_counts_for_the_digest(thesaurus: Path, path: str) -> None:
    source = ThesaurusSource([thesaurus])
    before = source.digest()
    assert source.digest() == before
    (thesaurus / path).write_text(FILES[path] + "# read again\n", "utf-8")
    changed = source.digest()
    (thesaurus / path).unlink()
    assert len({before, changed, source.digest()}) == 3


def test_folders_that_are_not_there_and_empty_files_teach_nothing(tmp_path: Path) -> None:
    empty = written(
        tmp_path / "e",
        {"labels/en/needs.yaml": "", "crisis/en.yaml": "", "lexicon/en/a.yaml": "key:\n", "signs/a.yaml": ""},
    )
    for folder in (tmp_path / "none", empty):
        source = ThesaurusSource([folder])
        assert list(source.expressions()) == list(source.general()) == list(source.signs()) == []
        assert source.broader() == source.danger() == {}
