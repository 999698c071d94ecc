# SPDX-License-Identifier: EUPL-1.2
"""Interface strings: from code and templates into locale/<language>/LC_MESSAGES/django.po, without gettext's tools.

    python -m scripts.messages           bring the catalogues up to date; say what is left to translate
    python -m scripts.messages --check   write nothing; status 1 where a string is missing, fuzzy or broken

Catalogues hold no places in the code, no dates and no names, so that a diff shows only what changed in words. A string whose
English changed keeps its old translation, marked fuzzy: readers see English until somebody has looked at it.
"""

import io
import os
import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
UNWANTED = re.compile(
    r'^"(Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\\n"\n',
    re.M,
)
MOST_SHOWN = 40
HEADER = (
    "# SPDX-License-Identifier: EUPL-1.2\n# Interface strings. `make messages` brings this file up to date."
)


def main(words: list[str]) -> int:
    """Update or check every language but the one of the code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    from django.conf import settings

    template, is_check = collect(), "--check" in words
    problems = []
    for language in (code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE):
        found = bring_up(language, template, is_check=is_check)
        print(f"{language}: {len(template)} strings, {len(found)} left to do")
        problems += found
    for problem in problems[:MOST_SHOWN]:
        print(problem)
    if len(problems) > MOST_SHOWN:
        print(f"... and {len(problems) - MOST_SHOWN} more")
    if problems:
        print(
            "mend: make messages, then fill what is listed above and take the `fuzzy` marks away",
            file=sys.stderr,
        )
    return 1 if is_check and problems else 0


def bring_up(language: str, template: Catalog, *, is_check: bool) -> list[str]:
    """Write a language's catalogue, or only compare it; what is left to do in it."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    catalogue = updated(before, template, language)
    after = written(catalogue)
    problems = list(problems_of(catalogue))
    if is_check and after != before:
        problems.insert(0, "out of date")
    elif not is_check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, encoding="utf-8")
    return [f"{path.relative_to(ROOT)}: {problem}" for problem in problems]


def collect() -> Catalog:
    """All strings of code and templates, as an empty catalogue."""
    template = Catalog(project="Pristan", charset="utf-8")
    for message, plural, context, comments in sorted(strings(), key=lambda found: found[:2]):
        template.add(
            (message, plural) if plural else message, context=context or None, auto_comments=comments
        )
    return template


def strings() -> Iterator[tuple[str, str, str, list[str]]]:
    """(message, plural, context, comments for translators) of every marked string."""
    for path in sorted((ROOT / "pristan").rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and not {"tests", "migrations"} & set(path.parts):
            yield from strings_of(
                path.read_text(encoding="utf-8"), is_template=path.suffix != ".py", origin=str(path)
            )


def strings_of(
    text: str, *, is_template: bool, origin: str = ""
) -> Iterator[tuple[str, str, str, list[str]]]:
    """The marked strings of one file. Templates first become a Python of the same strings (Django's own way)."""
    source = io.BytesIO((_as_python(text, origin) if is_template else text).encode())
    for _line, function, found, comments in extract_python(
        source, KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
    ):
        words = [
            word for word in (found if isinstance(found, tuple | list) else (found,)) if word is not None
        ]
        name = str(function).removesuffix("_lazy")
        context = words.pop(0) if name in ("pgettext", "npgettext") and words else ""
        if words and words[0]:
            yield (
                words[0],
                words[1] if name in ("ngettext", "npgettext") else "",
                context,
                [str(comment) for comment in comments or ()],
            )


def _as_python(text: str, origin: str) -> str:
    from django.utils.translation.template import templatize

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a comment for translators that is not last on its line
        # What is not a string is blanked out by letters; its indentation means nothing.
        return "\n".join(line.strip() for line in templatize(text, origin=origin).splitlines())


def updated(before: str, template: Catalog, language: str) -> Catalog:
    """The catalogue of a language, merged with the strings of today."""
    catalogue = read_po(io.StringIO(before or _new(language)), locale=language)
    catalogue.update(template, update_header_comment=False)
    catalogue.header_comment, catalogue.fuzzy = HEADER, False
    catalogue.obsolete.clear()
    for message in catalogue:
        message.previous_id = []
    return catalogue


def _new(language: str) -> str:
    """An empty catalogue with the plural forms that Django's own translators use (their order is what people know)."""
    import django

    theirs = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES" / "django.po"
    plural = Catalog(locale=language).plural_forms
    if theirs.exists():
        plural = read_po(io.StringIO(theirs.read_text(encoding="utf-8"))).plural_forms
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Plural-Forms: {plural}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def written(catalogue: Catalog) -> str:
    """The text of a catalogue: sorted, without places, dates and names."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, no_location=True, sort_output=True)
    return UNWANTED.sub("", out.getvalue().decode())


def problems_of(catalogue: Catalog) -> Iterator[str]:
    """What is missing, fuzzy or would break a page."""
    for message in catalogue:
        if message.id and (problem := _problem(message, catalogue)):
            yield f"{problem}: {shown(message)!r}"


def _problem(message: Message, catalogue: Catalog) -> str | None:
    originals, translated = _forms(message.id), _forms(message.string)
    if not all(translated) or (message.pluralizable and len(translated) < catalogue.num_plurals):
        return "no translation"
    if message.fuzzy:
        return "fuzzy"
    known = set.union(*map(placeholders, originals))
    if any(placeholders(text) - known for text in translated):
        return "a placeholder that the original does not have"
    # One form of a plural may say "one" instead of the number; a plain string must keep all.
    if not message.pluralizable and any(placeholders(text) != known for text in translated):
        return "a placeholder of the original is missing"
    return None


def placeholders(text: str) -> set[str]:
    """The places where values are put in."""
    return set(re.findall(r"%\(\w+\)\w", text))


def _forms(words: object) -> list[str]:
    return [str(word or "") for word in (words if isinstance(words, tuple | list) else (words,))]


def shown(message: Message) -> str:
    """The original words of a message."""
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
