"""Where outputs stand: names of files that are safe on every system, and the addresses by which pages link to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from cluneal_lit.folding import digest

_SAFE = " !#$&'()+,;=@[]{}~"  # in the name of a file, on every system
_DIGITS = 16
_PLAIN = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9_.-]{,98}[A-Za-z0-9_-])?")
_AT_AN_END = re.compile(r"^\.|[. ]$")  # what hides a file, and what Windows leaves out
_LONGEST = 200  # bytes of such a name; file systems end at 255, and a template's own part must fit behind
# Names of devices on Windows, whatever stands behind a full stop:
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|$)", re.IGNORECASE)
_DOCUMENTS = "references/documents/"


def file(name: str) -> str:
    """The name as that of a file; a long one cut and one of a device on Windows apart from it, with a digest behind."""
    if device := _DEVICE.match(name):
        return file(f"{device[0].rstrip()}-{digest(name, _DIGITS)}{name[device.end() :]}")
    if _PLAIN.fullmatch(name):  # most are
        return name
    escaped = "".join(char if char > "\x7f" else quote(char, safe=_SAFE) for char in name)
    whole = _AT_AN_END.sub(lambda match: f"%{ord(match[0]):02X}", escaped)
    written = whole.encode(errors="replace")
    if len(written) <= _LONGEST:
        return whole
    return f"{written[: _LONGEST - _DIGITS - 1].decode(errors='ignore')}-{digest(whole, _DIGITS)}"


def named(name: str, among: Iterable[str] = ()) -> str:
    """The name as that of a file, told apart from these others."""
    return apart(among).get(name) or file(name)


def apart(names: Iterable[str]) -> dict[str, str]:
    """The names as those of files; of those that are one on some systems all but the first have a digest behind."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        written = file(name)
        found[name] = f"{written}-{digest(name, _DIGITS)}" if caseless(written) in taken else written
        taken.add(caseless(written))
    return found


def places(documents: Iterable[str]) -> dict[str, str]:
    """Where the outputs of each document stand: as the document does under `references/documents/`.

    One whose place a document from elsewhere has too keeps the whole of its path; of those that are one file on some
    systems all but the first have a digest behind.
    """
    elsewhere = {caseless(safe(document)) for document in documents if not document.startswith(_DOCUMENTS)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for document in documents:
        place = safe(document.removeprefix(_DOCUMENTS))
        if document.startswith(_DOCUMENTS) and caseless(place) in elsewhere:
            place = safe(document)
        if caseless(place) in taken:
            place = f"{place}-{digest(document, _DIGITS)}"
        taken.add(caseless(place))
        found[document] = place
    return found


def caseless(path: str) -> str:
    """The path as file systems compare it that know no case, and accents in one form."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def safe(path: str) -> str:
    """The path, each part of it as the name of a file."""
    return "/".join(file(part) for part in path.split("/") if part)


def link(path: str) -> str:
    """The path as a relative address, in which no character has a meaning but the slash."""
    return quote(path, safe="/")
