"""HTTP, as the services speak it."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from msgspec import structs

from tests.services.said import Asked, Said


class Server(ThreadingHTTPServer):
    """A server to which a client that went away is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def handler(service: str, answer: Callable[[Asked], Said], closing: threading.Event) -> type[BaseHTTPRequestHandler]:
    """The class of handlers that say, for a service, what `answer` gives."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._serve("")

        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

        def log_message(self, *_: Any) -> None:
            pass

        def _serve(self, form: str) -> None:
            parts = urlsplit(self.path)
            params = dict(parse_qsl(parts.query, keep_blank_values=True)) | dict(parse_qsl(form))
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._say(answer(Asked(service, self.command, parts.path, params, headers, self.client_address[1])))

        def _say(self, said: Said) -> None:
            own = {name.lower() for name, _ in said.headers}
            packs = "gzip" in self.headers.get("Accept-Encoding", "") and not own & {
                "content-encoding",
                "content-length",
            }
            if packs and len(said.body) > 500 and not said.drips:
                said = structs.replace(
                    said, body=gzip.compress(said.body), headers=(*said.headers, ("Content-Encoding", "gzip"))
                )
            try:
                self.send_response(said.status)
                self.send_header("Content-Type", said.content_type)
                if "content-length" not in own:
                    self.send_header("Content-Length", str(len(said.body)))
                for name, value in said.headers:
                    self.send_header(name, value)
                self.end_headers()
                pieces = [said.body[at : at + 1] for at in range(len(said.body))] if said.drips else [said.body]
                for piece in pieces:
                    self.wfile.write(piece)
                    closing.wait(0.05 if said.drips else 0)
            except OSError:
                self.close_connection = True

    return Handler
