# SPDX-License-Identifier: EUPL-1.2
"""Pages over loopback HTTP from one worker, warm: times, weights on the wire, SQL queries, memory."""

import http.client
import logging
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

REQUESTS = 600
MIXED = 1000
_ASSET = re.compile(r'(?:href|src)="(/static/[^"#]+)')


def measure(languages: Sequence[str], root: Path) -> dict[str, Any]:
    """All figures of pages."""
    addresses = _addresses(languages)
    searches = [
        f"/{language}/search/?q={word}"
        for language in languages
        for word in ("doktor", "tecaj+slovenscine", "work", "visa", "112")
    ]
    queries, search_queries = _queries(addresses), _queries(searches)
    with _server(root) as (port, process):
        link = http.client.HTTPConnection("127.0.0.1", port)
        for address in addresses:
            _get(link, address)
        draw = random.Random(3)
        times, sizes = [], []
        for _ in range(REQUESTS):
            ms, size, _ = _get(link, draw.choice(addresses))
            times.append(ms)
            sizes.append(size)
        first = _first_visit(link, f"/{languages[0]}/")
        for _ in range(MIXED):
            _get(link, draw.choice(addresses + searches))
        rss = _memory(process.pid)
    times.sort()
    return {
        "count": REQUESTS, "addresses": len(addresses), "p50_ms": times[REQUESTS // 2], "p95_ms": times[int(REQUESTS * 0.95)],
        "most_queries": max(queries), "most_search_queries": max(search_queries), "rss_mb": rss, "mixed": MIXED,
        "first_visit_kb": first / 1024, "next_page_kb": max(sizes) / 1024,
    }  # fmt: skip


def _addresses(languages: Sequence[str]) -> list[str]:
    """Home, urgent, lists and entries in every language."""
    from pristan.platform.published import readers

    found = []
    for language in languages:
        version = readers.version()
        rows = readers.listing(language=language, version=version)
        needs = [
            each["id"]
            for each in readers.catalogue(language=language, version=version)["needs"]
            if not each["broader"]
        ]
        found += [
            f"/{language}/",
            f"/{language}/urgent/",
            f"/{language}/sources/",
            *(f"/{language}/need/{need}/" for need in needs[:6]),
        ]
        found += [f"/{language}/entry/{row['slug']}/" for row in rows if not row.get("is_sensitive")][:40]
    return found


def _queries(addresses: Sequence[str]) -> list[int]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, found = Client(SERVER_NAME="127.0.0.1"), []
    logging.disable(logging.INFO)
    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        found.append(len(captured))
    return found


def _get(link: http.client.HTTPConnection, address: str) -> tuple[float, int, bytes]:
    began = time.perf_counter()
    link.request("GET", address, headers={"Accept-Encoding": "br, gzip", "Accept": "text/html"})
    answer = link.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 17
    return (time.perf_counter() - began) * 1000, len(body) + head, body


def _first_visit(link: http.client.HTTPConnection, address: str) -> int:
    """Bytes of the page and of everything that it makes the browser fetch."""
    _, size, _ = _get(link, address)
    link.request("GET", address)
    text = link.getresponse().read().decode()
    return size + sum(_get(link, asset)[1] for asset in dict.fromkeys(_ASSET.findall(text)))


@contextmanager
def _server(root: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
               "--blocking-threads", "1", "--no-ws", "--log-level", "error", "config.wsgi:application"]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=root, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 0.1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process
    finally:
        process.terminate()
        process.wait(10)


def _memory(pid: int) -> float:
    """Resident MB of the worker: the child of the server's own process."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    found = []
    for each in children or [str(pid)]:
        status = Path(f"/proc/{each}/status").read_text()
        found.append(int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024)  # type: ignore[index]
    return max(found)
