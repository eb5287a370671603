"""Bytes without secrets: what a service repeats of a request does not go into a report."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, quote_plus, urlsplit

from cluneal_lit.model import Services

_INSTEAD = "…".encode()
# NCBI names the key, or the address of who asks without one, beside its errors.
_NAMED = re.compile(rb'("api[-_]key"\s*:\s*")[^"]*')


def secrets(services: Services) -> tuple[str, ...]:
    """The e-mail address, the key, and what stands before an `@` in an address."""
    addresses = (getattr(services, name) for name in services.__struct_fields__)
    before = [urlsplit(address).netloc.rpartition("@")[0] for address in addresses if "://" in address]
    passwords = [name.partition(":")[2] for name in before]
    return tuple(filter(None, (services.email, services.ncbi_api_key, *before, *passwords)))


def redactor(written: Iterable[str]) -> Callable[[bytes], bytes]:
    """What takes these secrets out, in every form in which JSON, XML and addresses write them."""
    forms = {form for secret in written for form in _forms(secret)}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(b"|".join(re.escape(form.encode()) for form in longest), re.IGNORECASE) if forms else None

    def redacted(content: bytes) -> bytes:
        known = pattern.sub(_INSTEAD, content) if pattern else content
        return _NAMED.sub(rb"\1" + _INSTEAD, known)

    return redacted


def _forms(secret: str) -> set[str]:
    quoted = {quote(secret, safe=""), quote(secret, safe="@"), quote_plus(secret)}
    escaped = {
        html.escape(secret),
        html.escape(secret, quote=False),
        secret.replace("/", "\\/"),
        secret.replace('"', '\\"'),
    }
    return {secret, *quoted, *escaped}
