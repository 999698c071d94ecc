# SPDX-License-Identifier: EUPL-1.2
"""People who open the form of an entry, change it and send it, all at the same time, over HTTP."""

import http.client
import json
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from scripts.serving import ROOT, Served

HIDDEN = re.compile(r'<(?:input|textarea) [^>]*?name="([^"]+)"[^>]*?>')
VALUE = re.compile(r'value="([^"]*)"')


@dataclass
class Worked:
    """What came of it: statuses that were not expected, the milliseconds of each sending, and what was written."""

    wrong: list[str] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


def ask(served: Served, *words: str) -> object:
    """What tests.concurrency.people says in the environment of the city."""
    command = [sys.executable, "-m", "tests.concurrency.people", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(served.environment), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def work(
    served: Served,
    keys: list[str],
    entries: list[str],
    *,
    rounds: int,
    cookie: str,
    pace: float = 0,
    is_moment: bool = False,
    about: str = "",
) -> Worked:
    """Each person changes `rounds` summaries; everybody begins at the same moment, or each sends once in `pace` seconds, in turn.

    ``about``: stands in all they write. Who is faster than others could else find an entry just as it is to be, and nothing to change.

    ``is_moment``: in each round all have their forms open before the first sends, and send in the same moment.
    """
    found, start = Worked(), threading.Barrier(len(keys))
    crowd = Crowd(served, entries, rounds, cookie, pace, about, start, start if is_moment else None, found)
    threads = [threading.Thread(target=crowd.write, args=(key, at)) for at, key in enumerate(keys)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    return found


@dataclass(frozen=True)
class Crowd:
    """What all of them do, and what came of it. ``moment``: where they wait for each other with their forms open."""

    served: Served
    entries: list[str]
    rounds: int
    cookie: str
    pace: float
    about: str
    start: threading.Barrier
    moment: threading.Barrier | None
    found: Worked

    def write(self, key: str, at: int) -> None:
        """One person, who opens a form, changes it and sends it, round after round."""
        self.start.wait(timeout=60)
        began_at = time.monotonic()
        for turn in range(self.rounds):
            time.sleep(max(0.0, began_at + (turn + at / self.start.parties) * self.pace - time.monotonic()))
            address = f"/staff/sl/entries/{self.entries[(at + turn) % len(self.entries)]}/change/words/"
            try:
                self._change(address, f"{self.cookie}={key}", f"Povzetek {self.about} {at} {turn}.")
            except (OSError, threading.BrokenBarrierError) as error:
                self.found.wrong.append(f"{address}: {error!r}")

    def _change(self, address: str, cookies: str, words: str) -> None:
        status, _, page, csrf = _call(self.served, "GET", address, cookies)
        if self.moment:
            self.moment.wait(timeout=60)
        if status != 200:
            self.found.wrong.append(f"GET {address}: {status}")
            return
        form = _filled(page) | {"summary": words, "source": "test"}
        began = time.perf_counter()
        status, _, _, _ = _call(self.served, "POST", address, f"{cookies}; {csrf}", form)
        self.found.milliseconds.append((time.perf_counter() - began) * 1e3)
        self.found.written.append(words)
        if status != 302:
            self.found.wrong.append(f"POST {address}: {status}")


def _filled(page: str) -> dict[str, str]:
    """The fields of the form as a browser would send them back."""
    found = {}
    for tag in HIDDEN.finditer(page):
        value = VALUE.search(tag[0])
        found[tag[1]] = (value[1] if value else "").replace("&quot;", '"').replace("&amp;", "&")
    return found


def _call(
    served: Served, method: str, address: str, cookies: str, form: dict[str, str] | None = None
) -> tuple[int, http.client.HTTPMessage, str, str]:
    place = urlsplit(served.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, address, urlencode(form) if form else None, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    given = [each.split(";")[0] for each in answer.headers.get_all("Set-Cookie") or ()]
    csrf = next((each for each in given if each.startswith("staff-form=")), "")
    connection.close()
    return answer.status, answer.headers, text, csrf
