# SPDX-License-Identifier: EUPL-1.2
"""An identity provider on this machine, as small as one can be: it says yes to whoever asks."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt

CLIENT, SECRET = "pristan-tests", "s3cret"


class Provider:
    """`url`, what it says about the person who signs in, and all that it was asked."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {
            "sub": "17",
            "email": "ana@example.org",
            "email_verified": True,
            "name": "Ana From Outside",
        }
        self.asked: list[str] = []
        self.url = ""

    def answer(self, path: str, body: dict[str, list[str]]) -> tuple[int, dict[str, Any] | str]:
        """Status and JSON, or an address to go on to."""
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.url, "authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo", "jwks_uri": f"{self.url}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }  # fmt: skip
        if path == "/token":
            now = int(time.time())
            told = self.person | {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60}
            return 200, {
                "access_token": "a",
                "token_type": "Bearer",
                "id_token": jwt.encode(told, "k" * 32, "HS256"),
            }
        if path == "/userinfo":
            return 200, self.person
        if path == "/moved/.well-known/openid-configuration":
            return 302, "http://127.0.0.1:1/inner"
        return 404, {}


@contextmanager
def running() -> Iterator[Provider]:
    """The provider, listening until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            self._answer(parse_qs(sent))

        def _answer(self, body: dict[str, list[str]]) -> None:
            status, told = provider.answer(urlsplit(self.path).path, body)
            self.send_response(status)
            if isinstance(told, str):
                self.send_header("Location", told)
                told = {}
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *words: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
