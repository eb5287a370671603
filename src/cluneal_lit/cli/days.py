"""Days and numbers of days as people say them on the command line; each raises ArgumentTypeError for what is none."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime, timedelta

_MOST = 366_000  # days, a thousand years; before that no day can be counted


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()


def day(text: str) -> str:
    """The day in ISO form."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write one such as 2027-01-01") from error


def since(text: str) -> str:
    """The day in ISO form; `7d`: so many days before today."""
    if text.endswith("d"):
        return (today() - timedelta(days=min(number(text), _MOST))).isoformat()
    return day(text)


def number(text: str) -> int:
    """The number of days that `30` or `30d` says."""
    digits = text.removesuffix("d")
    if not digits.isascii() or not digits.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days; write 30 or 30d")
    return int(digits)
