"""What an answer that is none says: that it was asked too often, why, and when to come again."""

from __future__ import annotations

import email.utils
import re
import time

import msgspec

from cluneal_lit.model import Answer


def is_limited(answer: Answer) -> bool:
    """Whether the host says that it was asked too often."""
    # NCBI says it under 200 too, and in JSON whatever was asked for.
    return answer.status == 429 or b'"API rate limit exceeded"' in answer.body[:200]


def own_words(body: bytes) -> str:
    """What `{"error": …}` says; empty for any other body. NCBI repeats the key or the sender's address beside it."""
    try:
        said = msgspec.json.decode(body, type=dict[str, object]).get("error")
    except (ValueError, RecursionError):  # ValueError: what is no JSON, or no UTF-8
        return ""
    return said if isinstance(said, str) else ""


def retry_after(found: Answer) -> float:
    """The seconds of a Retry-After header, which may be a date; 0 without one."""
    written = found.headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]+", written):
        return float(written[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0
