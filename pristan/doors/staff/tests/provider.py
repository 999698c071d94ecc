# SPDX-License-Identifier: EUPL-1.2
"""An identity provider on this machine, as small as one can be: it says yes to whoever asks."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

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
def running(certificate: Path | None = None) -> Iterator[Provider]:
    """The provider, listening until the block ends; over TLS with a certificate."""
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
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        provider.url = f"https://localhost:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()


def self_signed(folder: Path) -> Path:
    """A certificate of localhost that nobody else vouches for, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "localhost.pem"
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(serialization.Encoding.PEM, *plain)
    )
    return path
