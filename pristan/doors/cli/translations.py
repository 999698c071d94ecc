# SPDX-License-Identifier: EUPL-1.2
"""`pristan translations`: how far each language is, texts out to a translator, and back into the files of the pack."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

EPILOG = """examples:
  pristan translations status                                   every language of the city, kind by kind
  pristan translations status packs/example --lang ro           a language that the city does not have yet
  pristan translations export --lang uk uk.po                   all texts with their context, for an editor of PO files
  pristan translations export --lang uk --format xliff --only missing,stale uk.xlf
  pristan translations import uk.po --dry-run                   what it would change, and what is wrong
  pristan translations import uk.po --reviewed                  texts that are marked as reviewed were read by a person
"""
EXPORT = """OUT is written anew and never over a file that is there. An XLIFF file has one language of originals: where there are several,
each gets its file (uk.sl.xlf, uk.en.xlf).

examples:
  pristan translations export --lang uk uk.po
  pristan translations export --lang ro --format xliff packs/example ro.xlf
"""
IMPORT = """All or nothing: with one error, no file is touched. What is new is a machine draft; with --reviewed, texts that the file marks as
reviewed (PO: not fuzzy; XLIFF: reviewed or final) count as read by a person. `pristan pack check` and `pack load` come after it.

examples:
  pristan translations import uk.po --dry-run
  pristan translations import uk.sl.xlf packs/example --reviewed
"""


class ExportRefused(Exception):
    """There is nothing to export, or no place for it."""


def declare(commands: Any, formatter: Any) -> None:
    """Add the command."""
    words = "how far each language is; texts out to a translator and back"
    one = commands.add_parser("translations", help=words, epilog=EPILOG, formatter_class=formatter)
    verbs = one.add_subparsers(dest="verb", required=True, metavar="VERB")
    _declare_status(verbs, formatter)
    _declare_export(verbs, formatter)
    _declare_import(verbs, formatter)


def _declare_status(verbs: Any, formatter: Any) -> None:
    words = "count the texts of each language: original, reviewed, draft, stale, missing; writes nothing"
    verb = verbs.add_parser("status", help=words, description=words, epilog=EPILOG, formatter_class=formatter)
    _add_pack(verb)
    verb.add_argument("--lang", default="", help="one language; the city need not have it")
    verb.add_argument("--json", action="store_true", help="as one line of JSON, with characters")
    verb.set_defaults(act=status)


def _declare_export(verbs: Any, formatter: Any) -> None:
    words = "write the texts of one language into a file for a translator"
    verb = verbs.add_parser("export", help=words, description=words, epilog=EXPORT, formatter_class=formatter)
    verb.add_argument(
        "--lang", required=True, type=_language, help="into which language; the city need not have it"
    )
    verb.add_argument("--format", choices=("po", "xliff"), default="po", help="default: po")
    verb.add_argument(
        "--only",
        type=_only,
        default=None,
        metavar="STATES",
        help="of missing,stale,draft,reviewed; default: all",
    )
    _add_pack(verb)
    verb.add_argument("out", type=Path, metavar="OUT", help="a file that does not exist yet")
    verb.set_defaults(act=export)


def _declare_import(verbs: Any, formatter: Any) -> None:
    words = "bring a translated file back into the pack"
    verb = verbs.add_parser("import", help=words, description=words, epilog=IMPORT, formatter_class=formatter)
    verb.add_argument("file", type=Path, metavar="FILE", help="PO or XLIFF 2")
    _add_pack(verb)
    verb.add_argument(
        "--reviewed", action="store_true", help="a person has read what the file marks as reviewed"
    )
    verb.add_argument("--dry-run", action="store_true", help="say what it would do; write nothing")
    verb.set_defaults(act=import_)


def _add_pack(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "pack", nargs="?", type=Path, metavar="PACK", help="folder of the pack (default: PRISTAN_PACK)"
    )


def _language(text: str) -> str:
    import re

    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise argparse.ArgumentTypeError(f"`{text}`: write a language as ISO 639 has it, such as uk")
    return text


def _only(text: str) -> list[str]:
    from pristan.platform.translations.exchange import ONLY

    found = [part.strip() for part in text.split(",") if part.strip()]
    if wrong := [part for part in found if part not in ONLY]:
        raise argparse.ArgumentTypeError(f"`{wrong[0]}` is no state; write some of {','.join(ONLY)}")
    return found


def _pack(given: argparse.Namespace) -> tuple[Path, list[Any]]:
    """The pack's folder and all its texts."""
    from django.conf import settings

    from pristan.platform.packs.planning import ask_for_city
    from pristan.platform.translations import units

    path = Path(given.pack or settings.PACK_DIR).resolve()
    ask_for_city(path)
    return path, units.read(path, settings.THESAURUS_DIR)


def status(given: argparse.Namespace) -> int:
    """`pristan translations status`."""
    from django.conf import settings

    from pristan.platform.packs.files import PackFiles
    from pristan.platform.translations import interface
    from pristan.platform.translations.status import status as count

    path, texts = _pack(given)
    languages = [given.lang] if given.lang else PackFiles(path, None).languages
    found = count((unit for each in texts for unit in each.units), languages)
    folders = [Path(each) for each in settings.LOCALE_PATHS]
    found += [interface.standing(folders, language) for language in languages]
    found.sort(key=lambda each: languages.index(each.language))
    if given.json:
        print(json.dumps([each.plain() for each in found], ensure_ascii=False))
    else:
        for line in _table(found):
            print(line)
    return 0


def _table(found: Iterable[Any]) -> Iterable[str]:
    from pristan.platform.translations.units import MISSING, STATES

    yield (
        f"{'':6}{'':12}"
        + "".join(f"{state:>10}" for state in STATES)
        + f"{'characters':>14}{'to translate':>14}"
    )
    for each in found:
        numbers = "".join(f"{each.texts[state]:>10}" for state in STATES)
        left = each.characters[MISSING]
        yield f"{each.language:6}{each.kind:12}{numbers}{sum(each.characters.values()) - left:>14}{left:>14}"


def export(given: argparse.Namespace) -> int:
    """`pristan translations export`."""
    from pristan.platform.translations import transfer
    from pristan.platform.translations.exchange import ONLY

    path, texts = _pack(given)
    files = transfer.exported(texts, given.lang, form=given.format, pack=path.name, only=given.only or ONLY)
    if not files:
        raise ExportRefused(
            f"nothing of {path.name} is to be translated into `{given.lang}` in these states; leave --only out."
        )
    outs = {_out(given.out, source if len(files) > 1 else ""): data for source, data in files.items()}
    if there := next((out for out in outs if out.exists()), None):
        raise ExportRefused(f"{there} is there already. Name another file, or take it away first.")
    for out, data in outs.items():
        out.write_bytes(data)
        print(out)
    return 0


def _out(out: Path, source: str) -> Path:
    return out.with_name(f"{out.stem}.{source}{out.suffix}") if source else out


def import_(given: argparse.Namespace) -> int:
    """`pristan translations import`."""
    from pristan.platform.translations import transfer

    path, texts = _pack(given)
    plan = transfer.plan(transfer.read(given.file), texts, is_vouched=given.reviewed)
    for told in sorted(plan.told):
        print(told, file=sys.stderr if told.is_error else sys.stdout)
    counted = ", ".join(f"{count} {name}" for name, count in sorted(plan.counts.items()))
    if plan.is_refused:
        print(
            "pristan: nothing was imported: mend the errors above, or take their units out of the file.",
            file=sys.stderr,
        )
        return 1
    files = [] if given.dry_run else transfer.carry_out(plan, texts)
    print(f"{plan.language}: {counted or 'no texts'}")
    print(
        "nothing was written (--dry-run)" if given.dry_run else f"{len(files)} file(s) of {path.name} changed"
    )
    return 0
