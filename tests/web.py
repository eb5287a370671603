"""A loopback web of invented pages, which says of each path what it is told to say."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from msgspec import Struct


class Said(Struct, frozen=True):
    """What a path says: to a GET, and to a HEAD where that is otherwise."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = {}
    to_head: int = 0


class Web(Struct):
    """The pages, where they are, and what was asked."""

    pages: dict[str, Said]
    address: str = ""
    asked: list[str] = []


@contextmanager
def served(pages: dict[str, Said]) -> Iterator[Web]:
    """The running web; a path that it has no page for says 404."""
    web = Web(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(f"{self.command} {self.path}")
            said = web.pages.get(self.path, Said(404))
            is_head = self.command == "HEAD"
            self.send_response(said.to_head or said.status if is_head else said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(0 if is_head else len(said.body)))
            self.end_headers()
            if not is_head:
                self.wfile.write(said.body)

        do_HEAD = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
