# SPDX-License-Identifier: EUPL-1.2
"""How a person gets through the pages of a plan, with or without scripts, and what then stands on them."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from pristan.doors.web.plan_form import ASKED, WANTS

FLAGS = {True: "yes", False: "no"}
# All words of the page, folded ones as well, and where its links lead. Not compared: the line that says whether answers are sent,
# what is only offered by a script, what only stands there without scripts, and the drawing of the code.
SEEN = """() => {
  const main = document.getElementById("main").cloneNode(true);
  for (const each of main.querySelectorAll("noscript, [data-privacy], [data-choice], svg")) each.remove();
  for (const each of main.querySelectorAll("li, p, option")) each.append(" ");
  const message = document.getElementById("plan-text");
  if (message) main.querySelector("#plan-text").textContent = message.value;
  return {
    words: main.textContent.split(/\\s+/).filter(Boolean).join(" "),
    links: [...main.querySelectorAll("a")].map((each) => each.getAttribute("href")).filter((each) => !each.startsWith("sms:")),
  };
}"""


def press(page: Any, button: str) -> None:
    """Press a button of a form and wait until another page stands there, whoever made it."""
    page.evaluate("document.querySelector('#main > *').setAttribute('data-before', '')")
    page.click(button)
    page.wait_for_selector("#main > [data-before]", state="detached")
    page.wait_for_selector("main h1")


def fill(page: Any, answers: Mapping[str, Any]) -> None:
    """Write answers into the form with all questions."""
    for code in answers.get(WANTS) or ():
        page.check(f'input[name="{WANTS}"][value="{code}"]')
    for name in ASKED:
        value = answers.get(name)
        if value is None:
            continue
        if isinstance(value, list):
            page.fill(f"#f-{name}", ", ".join(map(str, value)))
        elif page.locator(f"select#f-{name}").count():
            page.select_option(f"#f-{name}", FLAGS[value] if isinstance(value, bool) else value)
        else:
            page.fill(f"#f-{name}", str(value))


def seen(page: Any) -> dict[str, Any]:
    """The words and links of the page as it stands."""
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


def difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Where two pages begin to differ; empty where they say the same."""
    for name in ("words", "links"):
        pairs = enumerate(zip_longest(one[name], other[name]))
        if at := next((at for at, (here, there) in pairs if here != there), None):
            begin = max(0, at - 40)
            return f"{name}: {one[name][begin : at + 80]!r} is not {other[name][begin : at + 80]!r}"
    return ""
