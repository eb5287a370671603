"""CSL-JSON as a document: each entry is a work, where it stands in the file."""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.documents.file import File
from cluneal_lit.documents.listed import Listed, document
from cluneal_lit.errors import DocumentError, StoreError
from cluneal_lit.formats import brought, csl, csl_placed
from cluneal_lit.formats.csl_file import Broken
from cluneal_lit.formats.csl_values import text
from cluneal_lit.lines import Lines
from cluneal_lit.model import Document, Finding, Place


def read(file: File) -> Document:
    """The document of a CSL-JSON file, with findings for what in its entries is broken or no identifier.

    Raises DocumentError for a file of which nothing is CSL-JSON.
    """
    try:
        placed = csl_placed.entries(file.text, file.path)
    except StoreError as error:
        raise DocumentError(str(error)) from error
    said = (one.value.get("id") for one in placed if isinstance(one.value, dict))
    names = {one for one in said if one and isinstance(one, str)}
    entries: list[Listed] = []
    taken: set[str] = set()
    findings: list[Finding] = []
    place = Lines(file.text).at
    for number, one in enumerate(placed, 1):
        if isinstance(one.value, dict) and csl.same_as(one.value) in names:
            continue  # another name of a work that stands here too
        if isinstance(one.value, dict) and (key := text(one.value.get("id")) or text(one.value.get("title"))):
            record, told = csl.record(one.value, key, file.path)
            key = key if one.value.get("id") else brought.without_digest(brought.key(record))
            entries.append(Listed(one.start, one.end, record, key))
            findings += (_told(finding, place(one.start)) for finding in told)
            if one.value.get("id") and key in taken:
                values = {"reason": brought.shared("id", key)}
                findings.append(Finding("LIT617", file.path, place(one.start), key, values=values))
            taken.add(key)
        else:
            reason = f"entry {number}: {one.value if isinstance(one.value, Broken) else 'it has neither id nor title'}"
            findings.append(Finding("LIT106", file.path, place(one.start), values={"reason": reason}))
    if not entries and placed:
        raise DocumentError(f"{file.path}: holds no entry of CSL-JSON; export the bibliography again as CSL-JSON")
    return document(file, "csl", entries, findings)


def _told(finding: Finding, place: Place) -> Finding:
    """The finding at its place in a document, where only a part of it is not read."""
    code = "LIT106" if finding.code == "LIT303" else finding.code
    return replace(finding, code=code, place=place)
