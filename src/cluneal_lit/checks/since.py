"""What became of a work since a day."""

from __future__ import annotations

from collections.abc import Mapping

from cluneal_lit import dates, days
from cluneal_lit.formats import notices
from cluneal_lit.model import Entry


def changed(entry: Entry, day: str, seen: Mapping[str, str], today: str) -> str:
    """What is known of a work since that day, in words: a notice of a later day, or what a refresh saw; else empty.

    Notices are dated by the issues that print them, some ahead: what is dated after `today` was known before it.
    `seen`: by citation key the day on which a refresh last saw a work's status change. Days are in ISO form.
    """
    later = [
        f"{tie.kind} of {dates.words(tie.date)}"
        for tie in entry.relations
        if (tie.direction == "in" and tie.kind in notices.NAMES) or (tie.kind, tie.direction) == ("preprint", "of")
        if tie.date and tie.date.year and day < iso(days.earliest(tie.date)) <= today
    ]
    if later:
        return ", ".join(dict.fromkeys(later))
    return f"seen {seen[entry.key]}" if seen.get(entry.key, "") > day else ""


def iso(day: days.Day) -> str:
    """The day in ISO form."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
