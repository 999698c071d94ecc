# SPDX-License-Identifier: EUPL-1.2
"""An invented city's document of rules, and somebody who answers: no database, no real law."""

from datetime import date
from typing import Any

from pristan.city.orientation import answers
from pristan.city.orientation.rulebook import Rulebook, read

TODAY = date(2026, 3, 2)


def text(words: str) -> dict[str, str]:
    return {"text": words, "lang": "en", "state": "original"}


def head(key: str, kind: str) -> dict[str, Any]:
    return {"id": key, "name": text(key.title()), "slug": key, "is_sensitive": False, "kind": kind}


def status(code: str, **more: Any) -> dict[str, Any]:
    return head(f"status-{code}", "status") | {
        "code": code,
        "is_overlay": False,
        "is_minor": False,
        "not_with": [],
        **more,
    }


def item(key: str, kind: str = "service", **more: Any) -> dict[str, Any]:
    return head(key, kind) | {
        "cells": [],
        "otherwise": "yes",
        "when": None,
        "to_check": [],
        "recheck_reason": None,
        **more,
    }


def cell(code: str, entitled: str, **more: Any) -> dict[str, Any]:
    return {"status": code, "entitled": entitled, "when": None, "to_check": [], **more}


def step(key: str, **more: Any) -> dict[str, Any]:
    given = dict.fromkeys(
        ["for", "done", "urgent", "counts_from", "days_after", "event", "calendar_window", "as_of", "recheck_reason", "why", "risk",
         "deadline", "summary", "is_advice", "opens_after", "per_child", "ages", "with", "wants", "category", "prerequisites",
         "prerequisites_mode", "prerequisites_strength", "office"]
    )  # fmt: skip
    plain = {
        "unknown": "show",
        "band": "month",
        "confidence": "high",
        "needs": [],
        "legal_basis": [],
        "sources": [],
        "papers": [],
        "costs": [],
    }
    return head(key, "procedure") | given | plain | more


def book(*steps: dict[str, Any], items: list[dict[str, Any]] | None = None, **more: Any) -> Rulebook:
    listed = [item(each["id"], "procedure") for each in steps] if items is None else items
    statuses = [status("guest"), status("citizen"), status("lost", is_overlay=True)]
    return read({"statuses": statuses, "items": listed, "steps": list(steps), **more})


def told(rules: Rulebook, **given: Any) -> answers.Told:
    return answers.read(given, rules, TODAY)
