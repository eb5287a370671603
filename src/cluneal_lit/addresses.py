"""Addresses in the web, and the statuses of HTTP by which one leads to another."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# https://www.rfc-editor.org/rfc/rfc9110#name-redirection-3xx
REDIRECTING = (301, 302, 303, 307, 308)


def host(address: str) -> str:
    """The host of an address of the web; empty for what is none, and for one that holds a password or a name."""
    try:
        parts = urlsplit(address)
        leads = parts.scheme.lower() in ("http", "https") and "@" not in parts.netloc and parts.port != 0
    except ValueError:  # brackets, a port that is no number
        return ""
    return (parts.hostname or "") if leads else ""


def names_someone(address: str) -> bool:
    """Whether an address of the web says by which name or password it is to be opened."""
    return "@" in re.split(r"[/\\?#]", address.partition("://")[2], maxsplit=1)[0]
