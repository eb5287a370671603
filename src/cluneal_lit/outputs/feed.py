"""What an Atom feed needs beside what it tells: names that stay, and moments.

RFC 4287: https://www.rfc-editor.org/rfc/rfc4287; names by the `tag:` scheme: https://www.rfc-editor.org/rfc/rfc4151.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from cluneal_lit import dates, days
from cluneal_lit.folding import digest
from cluneal_lit.model import Entry
from cluneal_lit.outputs.site import News, Site

_NOBODY = "cluneal-lit.invalid"  # where no address is known: a name that nobody owns


def news_id(news: News | None, site: Site, title: str) -> str:
    """The name of a piece of news, or of the feed itself; it stays as long as the collection's title and address do."""
    host = urlsplit(site.base_url).hostname or _NOBODY
    told = "\n".join((news.day, news.kind, news.key, news.what)) if news else ""
    return f"tag:{host},2026:{quote(title, safe='', errors='replace')}{f'/{digest(told, 16)}' if news else ''}"


def moment(day: str) -> str:
    """The first second of a day in UTC, as feeds write it."""
    return f"{day}T00:00:00Z"


def updated(news: Iterable[News], entries: Iterable[Entry]) -> str:
    """The last day on which something was seen, or else anybody asked or read a work again; empty without any."""
    days = [one.day for one in news] or [day for entry in entries for day in _days(entry)]
    return max(days, default="")


def _days(entry: Entry) -> Iterator[str]:
    yield from (source.day for source in entry.sources if source.day)
    reviewed = dates.parse(entry.note.reviewed) if entry.note else None
    if reviewed and reviewed.year:
        yield "{:04}-{:02}-{:02}".format(*days.earliest(reviewed))
