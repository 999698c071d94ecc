# SPDX-License-Identifier: EUPL-1.2
"""PO: the format of gettext, for the many editors that read it.

The unit's id is the context. *fuzzy* says that nobody has confirmed the text: it is a draft, or stale. Whatever else is said of a
text stands in comments, where a translator sees it.
"""

import io
import re
from collections.abc import Sequence

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from pristan.platform.translations.exchange import Exchanged, FileRefused, Row, language_of
from pristan.platform.translations.units import DRAFT, MISSING, REVIEWED, STALE, Place

LANGUAGE, STATE, MADE = "original in: ", "state: ", "made from: "
_CONTEXT = re.compile(r'^msgctxt "(.*)"\s*$', re.MULTILINE)
_SEVERAL = re.compile(r"\s+")


def write(rows: Sequence[Row], language: str, pack: str) -> bytes:
    """The rows as one PO file."""
    catalog = Catalog()
    for row in rows:
        catalog[row.source] = _message(row)
    out = io.BytesIO()
    out.write(_head(pack, language))
    write_po(out, catalog, width=0, omit_header=True)
    return out.getvalue()


def _head(pack: str, language: str) -> bytes:
    lines = [f"Project-Id-Version: {pack}", f"Language: {language}", "MIME-Version: 1.0"]
    lines += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    told = "\n".join(f'"{line}\\n"' for line in lines)
    return f'msgid ""\nmsgstr ""\n{told}\n\n'.encode()


def _message(row: Row) -> Message:
    comments = [f"{LANGUAGE}{row.language}", f"{STATE}{row.state}"]
    comments += [f"{MADE}{row.made_from}"] if row.made_from else []
    comments += [f"{language}: {_SEVERAL.sub(' ', text)}" for language, text in row.others]
    path, _, line = row.place.rpartition(":")
    made = Message(
        row.source,
        row.target,
        context=row.id,
        auto_comments=comments,
        locations=[(path, int(line))] if path else [],
    )
    made.flags = {"fuzzy"} if row.state in (DRAFT, STALE) else set()
    return made


def read(data: bytes, name: str) -> Exchanged:
    """A PO file. Raises FileRefused."""
    text = _text(data, name)
    _refuse_doubles(text, name)
    try:
        catalog = read_po(io.BytesIO(text.encode("utf-8")), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, IndexError) as error:
        line = (getattr(error, "lineno", None) or 0) + 1
        raise FileRefused(
            Place(name, line), "this is no PO file", "Save it again from your editor."
        ) from error
    language = language_of(str(catalog.locale_identifier or ""), Place(name, 1))
    return Exchanged(name, language, [_row(message) for message in catalog if message.id])


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefused(Place(name, line), "this file is not UTF-8", "Save it again as UTF-8.") from error


def _refuse_doubles(text: str, name: str) -> None:
    seen: set[str] = set()
    for found in _CONTEXT.finditer(text):
        if found[1] in seen:
            line = text.count("\n", 0, found.start()) + 1
            raise FileRefused(Place(name, line), f"`{found[1]}` stands here twice", "Keep one of the two.")
        seen.add(found[1])


def _row(message: Message) -> Row:
    said = {key: _after(key, message.auto_comments) for key in (LANGUAGE, STATE, MADE)}
    target = str(message.string or "")
    others = tuple(
        (language, text)
        for language, mark, text in (comment.partition(": ") for comment in message.auto_comments)
        if mark and f"{language}{mark}" not in said
    )
    place = "".join(f"{path}:{line}" for path, line in message.locations[:1])
    state = _state(target, is_fuzzy="fuzzy" in message.flags, told=said[STATE])
    made_from = said[MADE] if state == STALE else ""
    return Row(
        str(message.context or ""),
        said[LANGUAGE],
        str(message.id),
        target,
        state,
        made_from,
        place,
        others,
        message.lineno or 0,
    )


def _state(target: str, *, is_fuzzy: bool, told: str) -> str:
    if not target:
        return MISSING
    return (STALE if told == STALE else DRAFT) if is_fuzzy else REVIEWED


def _after(key: str, comments: Sequence[str]) -> str:
    return next((comment.removeprefix(key) for comment in comments if comment.startswith(key)), "")
