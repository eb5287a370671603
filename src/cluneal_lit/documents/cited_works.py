"""The works that reference managers put into the citation fields of Word and OpenDocument files."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree
from msgspec.structs import replace

from cluneal_lit import dates, identifiers, names
from cluneal_lit.documents.parts import mended
from cluneal_lit.errors import StoreError
from cluneal_lit.folding import one_line
from cluneal_lit.formats import csl, endnote
from cluneal_lit.model import Fields, Ids, Name

Work = tuple[Ids, Fields]

_JSON = json.JSONDecoder(strict=False)
# What Zotero keeps in its field "Extra", which becomes CSL's `note`.
_NOTED = re.compile(r"^[ \t]*(PMID|PMCID|DOI|arXiv)[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_MENDELEY = "MENDELEY_CITATION_"
_CITAVI = re.compile(r"CitaviPlaceholder\{([A-Za-z0-9+/=\s]+)\}")
_RECORD_ENDS = "</record>"


class CitedWorks:
    """The works that the fields of a document name: each is read once, however often it is cited."""

    def __init__(self) -> None:
        self._known: dict[str, Work | None] = {}

    def of_code(self, code: str, carried: str) -> list[Work]:
        """The works of a field code (`ADDIN ZOTERO_ITEM CSL_CITATION {…}`); `carried` is what it holds in base64."""
        if "CSL_CITATION" in code or "ZOTERO_ITEM" in code or "Mendeley Citation" in code:
            return self._of_csl(code)
        if "EN.CITE" in code:
            return self._of_endnote(code) or self._of_endnote(_unpacked(carried))
        if placeholder := _CITAVI.search(code):
            return _of_citavi(_unpacked(placeholder[1]))
        return []

    def of_tag(self, tag: str) -> list[Work]:
        """The works of a content control by its tag, `MENDELEY_CITATION_v3_` and JSON in base64."""
        return self._of_csl(_unpacked(tag.rpartition("_")[2])) if tag.startswith(_MENDELEY) else []

    def _of_csl(self, code: str) -> list[Work]:
        """The works of the first JSON object in a text, as Zotero and Mendeley write it: `citationItems`, each with
        `itemData` in CSL-JSON."""
        items = _object(code).get("citationItems")
        told = [_told(item) for item in items] if isinstance(items, list) else []
        try:
            return self._read([json.dumps([work | {"id": "1"}]) for work in told if work], _of_item)
        except RecursionError:
            return []

    def _of_endnote(self, code: str) -> list[Work]:
        """The works of EndNote's `<Cite>`s, which differ in pages and the like where their records are the same."""
        cites = [piece.partition("</Cite>") for piece in code.split("<Cite")[1:]]
        return self._read([_record(cite) or f"<Cite{cite}{closed}" for cite, closed, _ in cites if closed], _of_cite)

    def _read(self, sources: Sequence[str], read: Callable[[str], Work | None]) -> list[Work]:
        for source in sources:
            if source not in self._known:
                self._known[source] = read(source)
        return [work for source in sources if (work := self._known[source])]


def _of_item(item: str) -> Work | None:
    try:
        records, _ = csl.read(item, "")
    except StoreError:
        return None
    works = ((_further(record.ids, record.custom, record.fields.url), record.fields) for record in records)
    return next(works, None)


def _told(item: object) -> dict[str, Any]:
    work = item.get("itemData") if isinstance(item, dict) else None
    return work if isinstance(work, dict) else {}


def _further(ids: Ids, custom: Mapping[str, object], url: str) -> Ids:
    """The identifiers, with those that only the note or the address of the work hold."""
    noted = [f"{kind.lower()}:{value}" for kind, value in _NOTED.findall(str(custom.get("note", "")))]
    normal = filter(None, map(identifiers.key, [*noted, f"doi:{url}", f"arxiv:{url.rpartition('arxiv.org/abs/')[2]}"]))
    return identifiers.ids([*ids.keys(), *normal])


def _record(cite: str) -> str:
    start, end = cite.find("<record"), cite.rfind(_RECORD_ENDS)
    return cite[start : end + len(_RECORD_ENDS)] if 0 <= start < end else ""


def _of_cite(source: str) -> Work | None:
    parsed, _ = mended(source.encode("utf-8", "replace"))
    if parsed is None:
        return None
    return endnote.work(parsed) if parsed.tag == "record" else endnote.cited(parsed)


def _of_citavi(code: str) -> list[Work]:
    """The works of Citavi's placeholder: `Entries`, each with a `Reference` in the words of Citavi."""
    entries = _object(code).get("Entries")
    references = (
        [entry.get("Reference") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )
    return [_citavi(each) for each in references if isinstance(each, dict)]


def _citavi(reference: Mapping[str, Any]) -> Work:
    def said(word: str) -> str:
        return _plain(reference.get(word))

    periodical = reference.get("Periodical")
    people = reference.get("Authors")
    authors = [each for each in people if isinstance(each, dict)] if isinstance(people, list) else []
    keys = [f"pmid:{said('PubMedId')}", f"doi:{said('Doi')}", f"isbn:{said('Isbn')}"]
    fields = Fields(
        title=said("Title"),
        author=tuple(Name(_plain(one.get("LastName")), _plain(one.get("FirstName"))) for one in authors),
        container_title=_plain(periodical.get("Name")) if isinstance(periodical, dict) else "",
        issued=dates.parse(said("Year")),
        volume=said("Volume"),
        issue=said("Number"),
    )
    return identifiers.ids([key for each in keys if (key := identifiers.key(each))]), fields


def _plain(value: object) -> str:
    """The text of a value, on one line, without halves of characters, which JSON can spell and UTF-8 cannot."""
    return one_line(str(value or "").encode("utf-8", "replace").decode())


def of_sources(source: etree._Element) -> Iterator[tuple[str, Work]]:
    """The works of Word's own bibliography (`b:Sources`), each with its tag."""
    space = source.tag.rpartition("}")[0] + "}" if isinstance(source.tag, str) else ""
    for one in source.iter(f"{space}Source"):
        said = {
            each.tag.rpartition("}")[2]: one_line(each.text or "")
            for each in one.iterchildren(etree.Element)
            if not len(each)
        }
        yield said.get("Tag", "").lower(), (_word_ids(said), _word_fields(said, one, space))


def _word_ids(said: Mapping[str, str]) -> Ids:
    written = [said.get(word, "") for word in ("DOI", "StandardNumber", "URL", "Comments")]
    labelled = (f"{kind.lower()}:{value}" for each in written for kind, value in _NOTED.findall(each))
    keys = [*labelled, *(f"doi:{each}" for each in written), f"isbn:{written[1]}"]
    return identifiers.ids([key for each in keys if (key := identifiers.key(each))])


def _word_fields(said: Mapping[str, str], source: etree._Element, space: str) -> Fields:
    people = source.iterfind(f"{space}Author/{space}Author/{space}NameList/{space}Person")
    fields = Fields(
        title=said.get("Title", ""),
        author=tuple(Name(each.findtext(f"{space}Last", ""), each.findtext(f"{space}First", "")) for each in people),
        container_title=next(
            filter(None, (said.get(word) for word in ("JournalName", "BookTitle", "ConferenceName"))), ""
        ),
        issued=dates.parse(said.get("Year", "")),
        volume=said.get("Volume", ""),
        issue=said.get("Issue", ""),
        page=said.get("Pages", ""),
        publisher=said.get("Publisher", ""),
    )
    group = source.findtext(f"{space}Author/{space}Author/{space}Corporate", "")
    return fields if fields.author or not group else replace(fields, author=(names.parse(group),))


def _object(code: str) -> Mapping[str, Any]:
    """The first JSON object in a text; empty where there is none."""
    try:
        said, _ = _JSON.raw_decode(code, code.index("{"))
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _unpacked(packed: str) -> str:
    """What is written in base64, as EndNote, Mendeley and Citavi pack it; empty for what is no base64."""
    letters = "".join(packed.split())
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4)).decode("utf-8", "replace").rstrip("\0")
    except (binascii.Error, ValueError):
        return ""
