"""References of JATS: what an element of a list says about a work.

(https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/element-citation.html)
"""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from cluneal_lit import dates, identifiers, names, pages
from cluneal_lit.documents.jats.ids import KINDS, LABELS, ids, targets
from cluneal_lit.documents.parts import attribute, name, said
from cluneal_lit.folding import one_line
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.model import Fields, Ids, Name

CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
_TYPES = {
    **dict.fromkeys(("journal", "article", "periodical", "magazine"), "article-journal"),
    **dict.fromkeys(("confproc", "conf-proc", "conference", "conf-paper"), "paper-conference"),
    **dict.fromkeys(("web", "website", "webpage", "weblink"), "webpage"),
    **dict.fromkeys(("data", "dataset"), "dataset"),
    **{"book": "book", "thesis": "thesis", "report": "report", "patent": "patent", "preprint": "article"},
    **{"software": "software", "newspaper": "article-newspaper"},
}
_GROUPED = (
    "person-group",
    "name",
    "string-name",
    "collab",
    "etal",
    "anonymous",
    "name-alternatives",
    "collab-alternatives",
)
_LOCATING = ("label", "year", "volume", "issue", "fpage", "lpage", "elocation-id")


class Reference(Struct, frozen=True):
    """A work of the list, as it is written and as its elements say it; `targets` are those of its links."""

    text: str
    ids: Ids
    fields: Fields
    targets: tuple[str, ...] = ()


def references(ref: etree._Element) -> list[Reference]:
    """The works of an entry of the list; what it says in no citation, as of a note, is one too."""
    found = []
    for child in ref.iterchildren():
        if name(child) == "citation-alternatives":
            each = [one for one in child.iterchildren() if name(one) in CITATIONS]
            found += [_reference(each[-1], each[0])] if each else []
        elif name(child) in CITATIONS:
            found.append(_reference(child, child))
    if not found and (text := written(ref)):
        found.append(Reference(text, ids(ref), Fields(), targets(ref)))
    return [one for one in found if one.text or one.ids or one.targets]


def _reference(shown: etree._Element, other: etree._Element) -> Reference:
    """A citation; of alternatives one is shown, and another, with elements for its fields, may say what it is."""
    told, further = fields(shown), fields(other) if other is not shown else Fields()
    known = ids(shown) if other is shown else identifiers.ids([*ids(other).keys(), *ids(shown).keys()])
    led = dict.fromkeys((*targets(shown), *targets(other)))
    return Reference(written(shown), known, further or told, tuple(led))


def fields(citation: etree._Element) -> Fields:
    """The fields that the elements of a citation say; none without a title, for then its words say more."""
    part = _first(citation, "article-title", "chapter-title", "part-title", "data-title")
    source = _first(citation, "source")
    kind = attribute(citation, "publication-type") or attribute(citation, "citation-type")
    shape = _TYPES.get(kind.lower(), "")
    if not part and (not source or shape == "article-journal"):
        return Fields()
    year = _first(citation, "year")
    first, last = _first(citation, "fpage"), _first(citation, "lpage")
    return Fields(
        type="chapter" if shape == "book" and part else shape,
        title=without_stop(part or source),
        author=_people(citation, "author"),
        editor=_people(citation, "editor"),
        container_title=source if part else "",
        event_title=_first(citation, "conf-name"),
        issued=dates.from_parts(year[:4], _first(citation, "month") or None, _first(citation, "day") or None),
        volume=_first(citation, "volume"),
        issue=_first(citation, "issue"),
        page=_first(citation, "page-range")
        or "-".join(filter(None, (first, last)))
        or _first(citation, "elocation-id"),
        publisher=_first(citation, "publisher-name"),
        publisher_place=_first(citation, "publisher-loc"),
        edition=_first(citation, "edition"),
    )


def written(citation: etree._Element) -> str:
    """How a citation reads; elements that nothing parts are parted as in a reference list."""
    mixed = (citation.text or "").strip() or any((child.tail or "").strip() for child in citation)
    if mixed or name(citation) not in CITATIONS:
        return one_line(_said(citation))
    told = [child for child in citation.iterchildren() if name(child) not in _LOCATING and not is_label(child)]
    parts = [(name(child), _labelled(child)) for child in told]
    known = [text.rstrip(". ") if kind != "pub-id" else text for kind, text in parts if text]
    place = max(
        (count for count, (kind, _) in enumerate([one for one in parts if one[1]], 1) if kind == "source"), default=0
    )
    return one_line(". ".join(filter(None, (*known[:place], _located(citation), *known[place:]))))


def _located(citation: etree._Element) -> str:
    """Year, volume, issue and pages, as reference lists write them."""
    told = {kind: _first(citation, kind) for kind in _LOCATING}
    where = "-".join(filter(None, (told["fpage"], told["lpage"]))) or told["elocation-id"]
    return pages.located(told["year"], told["volume"], told["issue"], where)


def _said(element: etree._Element) -> str:
    if name(element) in ("name", "string-name") and (person := _person(element)).family and not _has_text(element):
        return f"{person.family} {person.given}".strip()
    pieces = [element.text or ""]
    for child in element.iterchildren():
        pieces += ["" if is_label(child) else _said(child), child.tail or ""]
    return "".join(pieces)


def is_label(element: etree._Element) -> bool:
    """Whether an element holds the number of an entry: Pandoc names it as CSL's styles do."""
    return name(element) == "label" or attribute(element, "content-type") == "csl-left-margin"


def _labelled(child: etree._Element) -> str:
    if name(child) == "person-group":
        each = ("et al" if name(one) == "etal" else one_line(_said(one)) for one in child.iterchildren())
        return ", ".join(filter(None, each))
    named = name(child) in ("pub-id", "object-id")
    kind = KINDS.get(attribute(child, "pub-id-type").lower(), "") if named else ""
    return LABELS.get(kind, "") + one_line(_said(child))


def _has_text(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _first(citation: etree._Element, *wanted: str) -> str:
    for each in wanted:
        for one in citation.iter(f"{{*}}{each}"):
            if text := one_line(said(one)):
                return text
    return ""


def _people(citation: etree._Element, role: str) -> tuple[Name, ...]:
    found: list[Name] = []
    for child in citation.iterchildren():
        group = name(child) == "person-group"
        told = attribute(child, "person-group-type") if group else ""
        if name(child) in _GROUPED and (told or "author").rstrip("s") == role:
            found += (_person(one) for one in (child.iterchildren() if group else (child,)))
    return tuple(one for one in found if one != Name())


def _person(element: etree._Element) -> Name:
    kind, words = name(element), one_line(said(element))
    if kind == "etal":
        return names.ET_AL
    if kind == "collab":
        return Name(literal=words)
    if kind in ("name", "string-name", "name-alternatives"):
        if family := _first(element, "surname"):
            return Name(family=family, given=_first(element, "given-names"), suffix=_first(element, "suffix"))
        return names.parse(words)
    return Name()
