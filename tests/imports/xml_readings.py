"""What programs give back as XML, in the words of the comparison."""

from __future__ import annotations

from lxml import etree

from cluneal_lit.formats import bibtex_types
from tests.imports.compared import Said, person
from tests.imports.readings import BIBTEX, coded, latex, of_bibtex

_BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
_BIBLATEX = {
    "journaltitle": "container",
    "booktitle": "container",
    "howpublished": "container",
    "shortjournal": "short",
    "location": "place",
    "number": "issue",
    "annotation": "annote",
    "eid": "pages",
    "eprint": "arxiv",
    "organization": "container",
}


def biber(xml: bytes) -> dict[str, Said]:
    """The entries of BibLaTeXML, whose texts are LaTeX still."""
    return {entry.get("id", ""): _of_biber(entry) for entry in etree.fromstring(xml)}


def _of_biber(entry: etree._Element) -> Said:
    kind, subtype = entry.get("entrytype", ""), entry.findtext(f"{_BLTX}entrysubtype", "")
    said: Said = {"type": bibtex_types.of_subtype(subtype) or bibtex_types.READ[kind]}
    for element in entry:
        word = etree.QName(element).localname
        name = _BIBLATEX.get(word, word)
        if word == "names":
            said[element.get("type", "")] = "; ".join(map(_of_biber_name, element))
        elif word == "date":
            said |= dict(
                zip(("year", "month", "day"), (str(int(part)) for part in _text(element).split("-")), strict=False)
            )
        elif word == "pages":
            ranges = ("-".join(map(_text, [*one] or [one])) for one in element.iter(f"{_BLTX}item"))
            said[name] = ", ".join(ranges)
        elif name in ("langid", *BIBTEX.values()):
            said["language" if word == "langid" else name] = _text(element)
    return coded(said)


def _of_biber_name(name: etree._Element) -> str:
    parts = {part.get("type"): _text(part) for part in name}
    if set(parts) == {"family"}:
        return person(group=parts["family"])
    return person(*(parts.get(part, "") for part in ("family", "given", "prefix", "suffix")))


def _text(element: etree._Element) -> str:
    return latex(" ".join(" ".join(element.itertext()).split()))


_MODS = "{http://www.loc.gov/mods/v3}"
_PLACES = {
    "title": "titleInfo[not(@type)]/title",
    "subtitle": "titleInfo[not(@type)]/subTitle",
    "publisher": ".//publisher",
    "place": ".//placeTerm",
    "edition": ".//edition",
    "volume": "part/detail[@type='volume']/number",
    "issue": "part/detail[@type='issue']/number",
    "doi": ".//identifier[@type='doi']",
    "issn": ".//identifier[@type='issn']",
    "isbn": ".//identifier[@type='isbn']",
    "pmid": ".//identifier[@type='pubmed']",
    "url": ".//url",
    "date": ".//dateIssued",
    "container": "relatedItem/titleInfo[not(@type)]/title",
    "short": "relatedItem/titleInfo[@type='abbreviated']/title",
    "beyond": "relatedItem/relatedItem/titleInfo/title[text()]",
    "language": "language/languageTerm[@type='text']",
    "abstract": "abstract",
    "start": "part/extent/start",
    "end": "part/extent/end",
    "page": "part/detail[@type='page']/number",
}


def bibutils(xml: str) -> dict[str, Said]:
    """The works of MODS by their keys."""
    root = etree.fromstring(xml.lstrip("\ufeff").replace(f'xmlns="{_MODS[1:-1]}"', "").encode())
    return {work.get("ID", ""): _of_mods(work) for work in root}


def _of_mods(work: etree._Element) -> Said:
    said = {name: text for name, path in _PLACES.items() if (text := _first(work, path))}
    for role in ("author", "editor"):
        names = work.xpath(f".//name[role/roleTerm='{role}']")
        said |= {role: "; ".join(map(_of_mods_name, names))} if names else {}
    day = filter(None, said.pop("date", "").split("-"))
    date = dict(zip(("year", "month", "day"), (str(int(part)) for part in day), strict=False))
    said["keywords"] = ", ".join(work.xpath("subject/topic/text()"))
    said["note"] = " ".join(work.xpath("note/text()"))
    pages = "-".join(filter(None, (said.pop("start", ""), said.pop("end", "")))) or said.pop("page", "")
    title = ": ".join(filter(None, (said.pop("title", ""), said.pop("subtitle", ""))))
    return coded({name: value for name, value in (said | date | {"pages": pages, "title": title}).items() if value})


def _first(work: etree._Element, path: str) -> str:
    return next((" ".join("".join(found.itertext()).split()) for found in work.xpath(path)), "")


def _of_mods_name(name: etree._Element) -> str:
    parts = {kind: " ".join(name.xpath(f"namePart[@type='{kind}']/text()")) for kind in ("family", "given", "suffix")}
    return person(**parts) if parts["family"] else person(group=_first(name, "namePart"))


def jabref(xml: bytes) -> dict[str, Said]:
    """The entries of BibTeXML but their names, as BibTeX writes them."""
    root = etree.fromstring(xml)
    return {
        entry.get("id", ""): of_bibtex({etree.QName(field).localname: field.text or "" for field in entry[0]})
        for entry in root
    }
