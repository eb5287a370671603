"""Texts without secrets: what a service repeats of a request goes into no message and no report."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from cluneal_lit.model import Services

_INSTEAD = "…".encode()
# NCBI names the key, or the address of who asks without one, beside its errors.
_NAMED = re.compile(rb'("api[-_]key"\s*:\s*")[^"]*')


def secrets(services: Services) -> tuple[str, ...]:
    """The e-mail address, also with its host in ASCII, and the key."""
    user, _, host = services.email.rpartition("@")
    try:
        plain = f"{user}@{host.encode('idna').decode()}" if user else ""
    except UnicodeError:
        plain = ""
    return tuple(dict.fromkeys(filter(None, (services.email, plain, services.ncbi_api_key))))


def redactor(written: Iterable[str]) -> Callable[[bytes], bytes]:
    """What takes these secrets out, however addresses, JSON and HTML write them."""
    longest = tuple(sorted(set(filter(None, written)), key=lambda secret: (-len(secret), secret)))

    def redacted(content: bytes) -> bytes:
        known = _written(longest).sub(_INSTEAD, content) if longest else content
        return _NAMED.sub(rb"\1" + _INSTEAD, known)

    return redacted


def text_redactor(written: Iterable[str]) -> Callable[[str], str]:
    """The same for texts."""
    clean = redactor(written)
    return lambda text: clean(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")


@cache
def _written(secrets: tuple[str, ...]) -> re.Pattern[bytes]:
    """Every way to write one of these; made when the first answer comes, since most runs ask nothing."""
    return re.compile(b"|".join(b"".join(map(_character, secret)) for secret in secrets), re.IGNORECASE)


@cache
def _character(char: str) -> bytes:
    """A pattern of every way in which a character is written."""
    ways: set[bytes] = {way for form in (char, char.lower(), char.upper()) for way in _ways(form)}
    longest: list[bytes] = sorted(sorted(ways), key=len, reverse=True)
    return b"(?:" + b"|".join(longest) + b")"


def _ways(char: str) -> Iterator[bytes]:
    """Itself, behind a backslash, in an address (encoded once or more), in JSON (quoted once or more), in HTML."""
    yield re.escape(char.encode())
    if not char.isalnum():
        yield rb"\\" + re.escape(char.encode())
    yield b"".join(b"%%(?:25){0,3}%02x" % byte for byte in char.encode())
    units: bytes = char.encode("utf-16-be", "surrogatepass")
    yield b"".join(rb"\\{1,4}u%02x%02x" % (units[at], units[at + 1]) for at in range(0, len(units), 2))
    for code in map(ord, char):
        yield b"&#0*%d;" % code
        yield b"&#x0*%x;" % code
    yield from (f"&{name}".encode() for name, value in html.entities.html5.items() if value == char and name[-1] == ";")
