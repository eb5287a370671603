"""The fields of PubMed's search: by which tags they are named, and when an article fits what is written."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.services.facts import Facts, folded, words


def _in(said: tuple[str, ...], written: str) -> bool:
    """Whether words stand in a text: side by side when quoted, their beginnings before an asterisk."""
    wanted = words(written)
    if written.startswith('"'):
        return bool(wanted) and any(said[at : at + len(wanted)] == wanted for at in range(len(said)))
    if written.endswith("*") and wanted:
        return all(word in said for word in wanted[:-1]) and any(one.startswith(wanted[-1]) for one in said)
    return bool(wanted) and all(word in said for word in wanted)


def _is_author(author: tuple[str, str], written: str) -> bool:
    """Whether a name is meant: unquoted, initials may be left out or be fewer."""
    surname, initials = author
    wanted, whole = folded(written), f"{surname} {initials}".strip()
    if written.startswith('"'):
        return wanted == whole
    return wanted == surname or (wanted.startswith(f"{surname} ") and whole.startswith(wanted))


def _by_author(one: Facts, written: str) -> bool:
    return any(_is_author(author, written) for author in one.authors)


def _by_first_author(one: Facts, written: str) -> bool:
    return any(_is_author(author, written) for author in one.authors[:1])


def _anywhere(one: Facts, written: str) -> bool:
    return (
        _in((*one.text, *(word for journal in one.journals for word in words(journal))), written)
        or _by_author(one, written)
        or folded(written) in (one.pmid, folded(" ".join(one.dois)))
    )


Test = Callable[[Facts, str], bool]
# By tag or full name: the full name, and whether an article fits what is written.
FIELDS: dict[str, tuple[str, Test]] = {}


def _define(names: str, full: str, test: Test) -> None:
    FIELDS.update(dict.fromkeys((*names.split(), full.lower()), (full, test)))


_define("ti title", "Title", lambda one, written: _in(one.title, written))
_define("tiab", "Title/Abstract", lambda one, written: _in(one.text, written))
_define("au author", "Author", _by_author)
_define("1au", "Author - First", _by_first_author)
_define("dp pdat", "Date - Publication", lambda one, written: written.strip('"')[:4] in map(str, one.years))
_define("ta journal", "Journal", lambda one, written: folded(written) in one.journals)
_define("vi volume", "Volume", lambda one, written: folded(written) == one.volume != "")
_define("ip issue", "Issue", lambda one, written: folded(written) == one.issue != "")
_define("pg", "Pagination", lambda one, written: folded(re.split("[-–]", written)[0]) in one.pages)
_define("uid pmid", "UID", lambda one, written: written.strip('" ') == one.pmid)
_define("doi aid lid", "Article Identifier", lambda one, written: written.strip('" ').lower() in one.dois)
_define("all", "All Fields", _anywhere)
