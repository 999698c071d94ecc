# SPDX-License-Identifier: EUPL-1.2
"""Files written back: comments, order and quotes of what nobody touched stay, and what is written reads back equal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pristan.platform.packs.files import SourceFile
from pristan.platform.packs.rewriting import rewrite
from pristan.platform.packs.things import value_digest

START = """\
# The top.
name: "Klic"   # said so
# Who to call.
phones:
  # the first
  - number: '112'
    remark: {en: free, sl: "brezplačno"}   # flow
  - number: "+386 1 522 50 50"
a: {m: [1, 2], n: no}

# The end.
"""
ORDER = ("name", "summary", "phones", "email", "a")


def test_nothing_changed_gives_the_same_bytes():
    odd = "a:   1\n\n\n# x\nb: [1,2 ,3]"
    assert rewrite(odd, {}) == odd


def test_a_changed_word_leaves_every_other_line_as_it_was():
    before, after = START.splitlines(), rewrite(START, {"a": {"m": [1, 3], "n": "no"}}).splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new for _, new in changed] == ["a: {m: [1, 3], n: no}"]


def test_comments_order_and_quotes_survive_a_change_beside_them():
    phones = [{"number": "112", "remark": {"en": "free", "sl": "zastonj"}}, {"number": "113"}]
    text = rewrite(START, {"phones": phones, "name": "Klic v sili"})
    for kept in ("# The top.", "# said so", "# Who to call.", "# the first", "'112'", "# flow", "# The end."):
        assert kept in text, text
    assert list(SourceFile("x", text).data) == ["name", "phones", "a"]


def test_a_new_key_stands_where_the_format_has_it():
    text = rewrite(START, {"summary": "Pomoč.", "email": "a@example.org"}, order=ORDER)
    assert list(SourceFile("x", text).data) == ["name", "summary", "phones", "email", "a"]


def test_a_removed_key_is_gone_and_the_others_keep_their_comments():
    text = rewrite(START, {"phones": None})
    assert list(SourceFile("x", text).data) == ["name", "a"] and "# said so" in text


def test_a_remark_beside_a_short_text_does_not_become_part_of_a_long_one():
    long = "beseda " * 30 + "konec."
    text = rewrite("summary: kratko   # in plain words\n", {"summary": long})
    assert SourceFile("x", text).data == {"summary": long}
    assert "# in plain words" in text


@pytest.mark.parametrize("value", [["a"], {"en": "a"}, [{}, False]])
def test_a_remark_beside_a_word_does_not_become_part_of_a_list(value):
    text = rewrite("name: a   # said so\nb: 1\n", {"name": value})
    assert SourceFile("x", text).data == {"name": value, "b": 1}


@pytest.mark.parametrize("phones", [None, [], [{"number": "113"}], "none"])
def test_a_remark_above_the_next_key_stays_whatever_happens_above_it(phones):
    text = START.replace("a: {m", "# About a.\na: {m")
    after = rewrite(text, {"phones": phones, "summary": "x"}, order=ORDER)
    assert after.startswith('# The top.\nname: "Klic"   # said so\nsummary: x\n# Who to call.\n')
    assert after.endswith("# About a.\na: {m: [1, 2], n: no}\n\n# The end.\n")


def test_a_file_of_comments_only_keeps_them_on_top():
    assert rewrite("# only a note\n", {"a": "z"}) == "# only a note\na: z\n"


def test_the_marks_of_other_editors_survive():
    text = rewrite("\ufeff# note\r\na: 1\r\nb: 2\r\n", {"b": 3})
    assert text == "\ufeff# note\r\na: 1\r\nb: 3\r\n"


@pytest.mark.parametrize(
    "word", ["no", "yes", "012", "8:00", "2025-06", "~", "true", "1.5", "+386 1", "112", ""]
)
def test_words_that_look_like_something_else_are_quoted_and_stay_text(word):
    text = rewrite("", {"a": word})
    assert SourceFile("x", text).data == {"a": word}
    assert '"' in text


TRICKY = [
    "no", "012", "8:00", "2025-06", "~", "null", "true", "1.5", "- a", "a: b", "# x", "&a", "*a", "!t", "%", "@x", "`", "'", '"', "|",
    ">", "a #b", " lead", "trail ", " ", "", "...", "---", "?0", "? a", ":", "x:", "=", "<<", "1e5", "0x1F", "1_000", ".inf", "a\nb",
    "a\n\nb\n", "\n", "\n a", "x " * 80, "beseda " * 30 + "\n", "a" * 200, "العربية: ١", "\u200fab",
]  # fmt: skip
words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), include_characters="\n"), max_size=120
)
leaves = st.one_of(st.booleans(), st.integers(-(10**15), 10**15), words, st.sampled_from(TRICKY))
keys = st.sampled_from(["a", "name", "phones", "texts.1", "no", "y", "on", "1"])
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=6
)


@settings(max_examples=300, deadline=None)
@given(
    changed=st.dictionaries(keys, st.none() | values, max_size=4),
    start=st.sampled_from(["", "# c\n", START, START.replace("\n", "\r\n"), "\ufeff" + START]),
)
def test_any_change_reads_back_equal(changed, start):
    before = SourceFile("x", start).data or {}
    wanted = {name: value for name, value in {**before, **changed}.items() if value is not None}
    again = SourceFile("x", rewrite(start, changed))
    assert value_digest(again.data or {}) == value_digest(wanted), again.text
    assert not again.problems


def test_a_tab_beside_a_fold_changes_no_text():
    text = "x" * 95 + '"\t: : y'
    assert SourceFile("", rewrite("a: b\n", {"a": text, "c": text + "\n" + text})).data == {
        "a": text,
        "c": text + "\n" + text,
    }
