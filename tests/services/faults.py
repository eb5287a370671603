"""What goes wrong at a service, by script."""

from __future__ import annotations

import gzip
import json
import threading

from msgspec import Struct

from tests.services.said import Headers, Said

HTML = b"<!DOCTYPE html>\n<html><head><title>Service unavailable</title></head><body>Try again</body></html>\n"


class Fault(Struct):
    """What goes wrong, `times` times, from the request behind the first `after` on, for so many `seconds`."""

    kind: str
    status: int
    times: int
    headers: Headers
    said: str = ""
    after: int = 0
    seconds: float = float("inf")
    until: float = 0.0

    def strikes(self, now: float) -> bool:
        """Whether the request that comes in now goes wrong; each is to be asked about once."""
        if self.after > 0:
            self.after -= 1
            return False
        self.until = self.until or now + self.seconds
        if self.times <= 0 or now >= self.until:
            return False
        self.times -= 1
        return True


def faulty(fault: Fault, right: Said, rate_limited: Said, closing: threading.Event) -> Said:
    """What a service says in place of what is right; the kinds are those of `Loopback.fault`."""
    half = right.body[: len(right.body) // 2]
    match fault.kind:
        case "status" if fault.said:
            return Said(fault.status, json.dumps({"error": fault.said}).encode(), "application/json", fault.headers)
        case "status":
            return Said(fault.status, HTML, "text/html", fault.headers)
        case "html":
            return Said(200, HTML, "text/html")
        case "empty":
            return Said(200, b"", right.content_type)
        case "json":
            return Said(200, rate_limited.body, "application/json")
        case "ratelimit":
            headers = (*rate_limited.headers, *fault.headers)
            return Said(rate_limited.status, rate_limited.body, rate_limited.content_type, headers)
        case "truncated":
            return Said(right.status, half, right.content_type)
        case "cut":
            length = (("Content-Length", str(len(right.body))), ("Connection", "close"))
            return Said(right.status, half, right.content_type, length)
        case "drip":
            return Said(right.status, right.body, right.content_type, drips=True)
        case "silent":
            closing.wait(60)
            return right
        case "bomb":
            return Said(200, gzip.compress(b" " * (2**26 + 1)), "text/xml", (("Content-Encoding", "gzip"),))
        case "length":
            return Said(
                right.status, right.body, right.content_type, (("Content-Length", "²"), ("Connection", "close"))
            )
        case "redirect":
            return Said(302, b"x" * 1000, "text/plain", (("Location", "http://elsewhere.invalid/"),), drips=True)
    raise ValueError(fault.kind)
