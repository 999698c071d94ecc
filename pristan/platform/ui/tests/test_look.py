# SPDX-License-Identifier: EUPL-1.2
"""The look, as far as it can be computed: contrast, size, directions, icons, and no word that cannot be translated."""

import ast
import re
from pathlib import Path

import brotli
import pytest

from pristan.platform.ui import icons

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "platform" / "ui" / "static" / "ui"
TEMPLATES = sorted(ROOT.glob("*/*/templates/**/*.html"))
FIRST_VISIT = (
    "tokens.css",
    "base.css",
    "parts.css",
    "print.css",
    "exit.js",
    "page.js",
    "icons.svg",
    "mark.svg",
    "waves.svg",
    "harbour.svg",
)
# (text, ground): what stands on what.
TEXT = [("text", "ground"), ("text", "card"), ("text", "well"), ("text", "wash"), ("quiet", "ground"), ("quiet", "card"), ("quiet", "well"),
        ("link", "ground"), ("link", "card"), ("link", "well"), ("on-sea", "sea"), ("on-sea", "sea-deep"), ("on-sea-quiet", "sea"),
        ("on-sea-quiet", "sea-deep"), ("urgent", "urgent-ground"), ("urgent", "ground"), ("on-urgent", "urgent-fill"), ("yes", "yes-ground"),
        ("yes", "card"), ("yes", "ground"), ("depends", "depends-ground"), ("depends", "card"), ("depends", "ground"), ("depends", "well"),
        ("ask", "ask-ground")]  # fmt: skip
LINES = [("line", "ground"), ("line", "card"), ("focus", "ground"), ("focus", "card"), ("focus-on-sea", "sea"), ("focus-on-sea", "sea-deep"),
         ("link", "wash"), ("depends", "depends-ground")]  # fmt: skip


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", css))


def schemes() -> dict[str, dict[str, str]]:
    light, dark = (STATIC / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    return {"light": tokens(light), "dark": tokens(light) | tokens(dark)}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_a_contrast_of_seven_to_one_and_lines_three(scheme):
    known = schemes()[scheme]
    weak = [
        (pair, round(contrast(known[pair[0]], known[pair[1]]), 2))
        for pair in TEXT
        if contrast(known[pair[0]], known[pair[1]]) < 7
    ]
    weak += [
        (pair, round(contrast(known[pair[0]], known[pair[1]]), 2))
        for pair in LINES
        if contrast(known[pair[0]], known[pair[1]]) < 3
    ]
    assert not weak


def test_coral_is_for_urgent_help_only():
    css = "".join((STATIC / name).read_text() for name in ("base.css", "parts.css"))
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if "--urgent" in body or "--on-urgent" in body:
            assert "urgent" in selector or "danger" in selector, selector


def test_colours_stand_in_one_file():
    for name in ("base.css", "parts.css"):
        found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", (STATIC / name).read_text()))
        assert found <= {"#1b2b2e", "#fff", "#danger"}, (name, found)


@pytest.mark.parametrize("name", ["base.css", "parts.css", "print.css"])
def test_only_logical_directions(name):
    css = (STATIC / name).read_text()
    assert not re.search(
        r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?<![-\w])(?:left|right|float|width|height):|text-align: (?:left|right)",
        css,
    )


def test_a_first_visit_is_light():
    size = sum(len(brotli.compress((STATIC / name).read_bytes(), quality=11)) for name in FIRST_VISIT)
    assert size < 20_000, size


def test_scripts_write_text_and_never_markup():
    for path in STATIC.glob("*.js"):
        script = path.read_text()
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|https?://", script
        ), path.name


def test_icons_are_named_and_their_licence_travels_with_them():
    used = {name for path in TEMPLATES for name in re.findall(r'{% icon "([^"]+)"', path.read_text())}
    assert used
    assert used <= icons.names()
    assert "ISC License" in icons.SPRITE.read_text()
    assert "MIT License" in icons.SPRITE.read_text()
    assert icons.known("no-such-icon") in icons.names()
    assert icons.names() >= icons.MIRRORED


def test_every_icon_that_the_thesaurus_names_is_drawn():
    """A need whose icon is missing would show the neutral one, the same as another need."""
    named = {
        name
        for path in (ROOT.parent / "thesaurus").rglob("*.yaml")
        for name in re.findall(r"^\s*icon: ([\w-]+)$", path.read_text(), re.MULTILINE)
    }
    assert named
    assert named <= icons.names(), sorted(named - icons.names())


def test_words_in_the_code_can_be_translated():
    for path in (ROOT / "doors" / "web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "gettext",
                "gettext_lazy",
                "ngettext",
                "pgettext",
            ):
                said = node.args[: 1 if node.func.id.startswith("gettext") else 2]
                assert all(isinstance(each, ast.Constant) for each in said), (path.name, node.lineno)


def test_words_in_templates_can_be_translated():
    """Outside of tags and comments a template holds no letters of its own."""
    for path in TEMPLATES:
        left = re.sub(
            r"(?s){%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->|<[^>]*>",
            " ",
            path.read_text(),
        )
        assert not re.search(r"[A-Za-z]{2,}", left), (path.name, re.findall(r"[A-Za-z]{2,}", left)[:5])
        assert not re.search(r"\s(?:title|alt|aria-label|placeholder)=\"[^\"{]*[A-Za-z]", path.read_text()), (
            path.name
        )
