"""Texts without secrets: what a service repeats of a request goes into no message and no report."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from cluneal_lit.model import Services

_INSTEAD = "…".encode()
# NCBI names the key, or the address of who asks without one, beside its errors.
_NAMED = re.compile(rb'("api[-_]key"\s*:\s*")[^"]*')


def secrets(services: Services) -> tuple[str, ...]:
    """The e-mail address and the key."""
    return tuple(filter(None, (services.email, services.ncbi_api_key)))


def redactor(written: Iterable[str]) -> Callable[[bytes], bytes]:
    """What takes these secrets out, however addresses, JSON and HTML write them."""
    longest = sorted(set(filter(None, written)), key=lambda secret: (-len(secret), secret))
    forms = b"|".join(b"".join(map(_character, secret)) for secret in longest)
    pattern = re.compile(forms, re.IGNORECASE) if forms else None

    def redacted(content: bytes) -> bytes:
        known = pattern.sub(_INSTEAD, content) if pattern else content
        return _NAMED.sub(rb"\1" + _INSTEAD, known)

    return redacted


def text_redactor(written: Iterable[str]) -> Callable[[str], str]:
    """The same for texts."""
    clean = redactor(written)
    return lambda text: clean(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")


def _character(char: str) -> bytes:
    """A pattern of every way in which a character is written."""
    if char.isascii() and char.isalnum():
        return char.encode()
    code = ord(char)
    percent = "".join(f"%{byte:02x}" for byte in char.encode())
    ways = {char, f"\\{char}", percent, f"\\u{code:04x}", f"&#{code};", f"&#x{code:x};", html.escape(char)}
    longest = sorted(ways, key=lambda way: (-len(way), way))
    return b"(?:" + b"|".join(re.escape(way.encode()) for way in longest) + b")"
