"""The XML of EndNote, which it exports and puts into the citation fields of Word files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cluneal_lit import dates, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought, endnote_fields, styled, xml_text
from cluneal_lit.formats.endnote_fields import UNFIT
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Finding, Ids, Record

# What XML cannot hold; EndNote exports it all the same, as a number too.
_CONTROLS = late(f"{UNFIT}|&#(?:x0*[0-8bcef]|0*[0-8]|x0*1[0-9a-f]);", re.IGNORECASE)


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of an EndNote export, and a finding where its XML is broken: what could be read is read.

    A record's id is `FILE#NUMBER` with the number of the reference in its library, a key that is made where it has
    none. Whatever our fields have no place for is in `custom`, by the names of EndNote's fields.
    """
    # Its entities are those of XML: no others are looked up. The text is decoded already, whatever it declares.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, encoding="utf-8"
    )
    root = etree.fromstring(_CONTROLS.sub("", text).encode("utf-8", "replace"), parser)
    faults = [entry for entry in parser.error_log if entry.level_name in ("ERROR", "FATAL")]
    findings: tuple[Finding, ...] = ()
    if root is None or faults:
        where = f"line {faults[0].line}: " if faults else ""
        said = one_line(faults[0].message) if faults else "there is nothing"
        reason = f"{where}its XML is cut off or broken ({said}); what could be read is read: export it again"
        findings = (Finding("LIT303", file, values={"reason": reason}),)
    taken: dict[str, int] = {}
    return tuple(_record(each, file, taken) for each in _references(root)), findings


def cited(cite: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<Cite>`: those of its record, or author and year where it has none."""
    record = cite.find("record")
    if record is not None:
        return work(record)
    author, year = _text(cite.find("Author")), endnote_fields.YEAR.search(_text(cite.find("Year")))
    return Ids(), Fields(author=(names.parse(author),) if author else (), issued=dates.parse(year[0]) if year else None)


def work(record: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<record>`."""
    said = _said(record)
    return endnote_fields.identified(said), endnote_fields.work(said)


def _references(root: etree._Element | None) -> Iterator[etree._Element]:
    if root is not None:
        outer = (each for each in root.iter("record") if next(each.iterancestors("record"), None) is None)
        yield from (each for each in outer if len(each))


def _record(reference: etree._Element, file: str, taken: dict[str, int]) -> Record:
    said = _said(reference)
    number = "".join(said.pop("rec-number", [])[:1])
    fields = endnote_fields.work(said)
    return endnote_fields.record(said, file, brought.keyed(number, fields, taken))


def _said(record: etree._Element) -> dict[str, list[str]]:
    """The values of each field, by the names of its elements; the type of the reference by its name."""
    found: dict[str, list[str]] = {}
    for child in record:
        if child.tag == "ref-type":
            found["ref-type"] = [child.get("name", "") or _text(child)]
        elif child.tag == "database":
            found.setdefault(endnote_fields.LIBRARY, []).append(_text(child) or child.get("name", ""))
        else:
            _gather(child, str(child.tag), found)
    return found


def _gather(element: etree._Element, name: str, found: dict[str, list[str]]) -> None:
    inner = [child for child in element if isinstance(child.tag, str) and child.tag != "style"]
    for child in inner:
        _gather(child, f"{name}/{child.tag}", found)
    written = "" if inner else _written(element, name)
    if written:
        found.setdefault(name, []).append(written)


def _written(element: etree._Element, name: str) -> str:
    if name in endnote_fields.AS_LINES:
        return _lines(element)
    return _titled(element) if name in endnote_fields.TITLES and len(element) else _text(element)


def _titled(element: etree._Element) -> str:
    """The text of a title, with tags around what a style sets otherwise (`styled`)."""
    runs: list[styled.Run] = [(element.text or "", ())]
    for style in element:
        faces = style.get("face", "").split() if isinstance(style.tag, str) else ()
        runs.append((_styled(style), tuple(dict.fromkeys(face for face in faces if face in styled.HTML))))
        runs.append((style.tail or "", ()))
    return one_line(styled.dressed(runs, styled.HTML))


def _text(element: etree._Element | None) -> str:
    """The text of an element, whatever styles lie over it."""
    if element is None:
        return ""
    return one_line(_styled(element) if len(element) else element.text or "")


def _styled(element: etree._Element) -> str:
    """The text of an element and all in it; what a style raises or lowers by the characters of `scripts`."""
    return xml_text.text(element, _script)


def _script(style: etree._Element) -> str:
    return next((face for face in style.get("face", "").split() if face.startswith(("sup", "sub"))), "")


def _lines(element: etree._Element) -> str:
    """The text in its lines, with their indents; a line end before the first is the layout of the file."""
    written = _styled(element).replace("\r\n", "\n").replace("\r", "\n").rstrip()
    is_laid_out = written.lstrip(" \t").startswith("\n")
    return "\n".join(map(str.rstrip, (written.lstrip() if is_laid_out else written).split("\n")))
