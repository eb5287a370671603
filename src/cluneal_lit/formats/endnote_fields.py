"""EndNote's fields, by the names that its XML gives them, as those of a record; its tagged export has the same.

There is no published schema; the names are those of its exports, the identifiers stand where its guides put them
(PMID in Accession Number, PMCID in Custom 2, article number in Custom 7).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from cluneal_lit import identifiers, languages, names
from cluneal_lit.formats import brought, databases, dated, endnote_types, noted, ris_types, styled, unplaced
from cluneal_lit.formats.csl_item import CALLED
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.formats.people import of_line
from cluneal_lit.model import Date, Fields, Ids, Name, Record

Said = Mapping[str, Sequence[str]]  # the name of a field, with `/` between those of nested elements -> its values

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\[\]]+")
_PMC = re.compile(r"\bPMC\s?\d{1,9}\b", re.IGNORECASE)
_PUBMED = re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|list_uids=)[/?\w=&;]{0,40}?(\d{1,8})\b", re.IGNORECASE)
_LABELLED = re.compile(r"\bPMID:\s*(\d{1,8})\b")
_ARXIV = re.compile(r"^arXiv:(\S+)$", re.MULTILINE)
_OF_NLM = re.compile(r"nlm|pubmed|medline|ncbi", re.IGNORECASE)
UNFIT = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"  # what XML cannot hold
AS_LINES = frozenset(("notes", "research-notes"))  # fields whose lines stay lines
LIBRARY = "library"  # the element `database`: the file of EndNote that has the reference, and no database
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TITLES = ("titles/secondary-title", "periodical/full-title", "titles/alt-title", "alt-periodical/full-title")
_SHORT = ("periodical/abbr-1", "alt-periodical/abbr-1", "titles/alt-title")
TITLES = frozenset((*_TITLES, "titles/title", "titles/short-title", "titles/tertiary-title"))  # which may have styles
_URLS = ("urls/related-urls/url", "urls/web-urls/url", "urls/text-urls/url")
_OF_SEVERAL = (*_TITLES, *_SHORT, *_URLS, "electronic-resource-num")
# What is taken whole, however often it stands.
_LISTS = ("contributors/authors/author", "contributors/secondary-authors/author", "keywords/keyword")
_ONCE = (
    *("titles/title", "publisher", "pub-location", "volume", "number", "pages", "edition", "language", "abstract"),
    *("custom7", "titles/tertiary-title", "titles/short-title", "dates/year"),
)


def record(said: Said, file: str, key: str) -> Record:
    """The record of a reference; what no field has taken is in `custom`, by the names of EndNote's fields."""
    fields, beside = styled.parted(_fields(said))
    ids = identified(said)
    ids = noted.beside(ids, fields, said.get("notes", ()))
    plain = {name: list(map(styled.without_markup, values)) for name, values in said.items() if name in TITLES}
    custom = _custom({**said, **plain}, fields, ids) | beside
    return brought.record(
        file,
        key,
        ids,
        fields,
        issn=" ".join(said.get("isbn", ())),
        keywords=said.get("keywords/keyword", ()),
        abstract=_first(said, "abstract"),
        custom=custom,
    )


def work(said: Said) -> Fields:
    """The fields of a reference."""
    return styled.parted(_fields(said))[0]


def _fields(said: Said) -> Fields:
    """The fields, with tags in the titles where the file has such."""
    container, series = _first(said, *_TITLES), _first(said, "titles/tertiary-title")
    name = _first(said, "ref-type").lower()
    kind = endnote_types.shape(name, _every(said, ("work-type",))) if name else ""
    if kind == "book":  # which stands in nothing but a series
        container, series = "", series or container
    in_series, is_versioned = endnote_types.counts_series(kind, series), kind in VERSIONED
    fields = Fields(
        type=kind,
        genre=_first(said, "work-type") if kind in CALLED else "",
        title=_first(said, "titles/title"),
        title_short=_first(said, "titles/short-title"),
        author=_people(said, "authors"),
        editor=_people(said, "secondary-authors"),
        container_title=container,
        container_title_short=next((one for one in _every(said, _SHORT) if one != container), ""),
        collection_title=series,
        collection_number=_first(said, "number") if in_series else "",
        publisher=_first(said, "publisher"),
        publisher_place=_first(said, "pub-location"),
        edition="" if is_versioned else _first(said, "edition"),
        version=_first(said, "edition") if is_versioned else "",
        issued=_issued(said),
        volume=_first(said, "volume"),
        issue="" if in_series else _first(said, "number"),
        page=_first(said, "pages"),
        number=_first(said, "custom7"),
        language=languages.code(_first(said, "language")),
        url=_first(said, *_URLS),
    )
    lines = [line.strip() for note in _every(said, ("notes",)) for line in note.split("\n")]
    left = ({"edition"} if is_versioned else set()) | ({"issue"} if in_series else set())
    return unplaced.noted(lines, fields, unplaced.HELD - left)


def identified(said: Said) -> Ids:
    """The identifiers of a reference."""
    written = _every(said, ("electronic-resource-num",))
    found = [f"doi:{identifiers.doi(match.rstrip('.,;'))}" for match in _DOI.findall(" ".join(written))]
    found += [f"pmid:{identifiers.pmid(number)}" for number in _pmids(said)]
    found += [f"pmcid:{identifiers.pmcid(match)}" for match in _PMC.findall(_first(said, "custom2"))]
    found += [f"arxiv:{identifiers.arxiv(match)}" for match in _ARXIV.findall("\n".join(said.get("notes", ())))]
    found += brought.isbns("\n".join(said.get("isbn", ())))
    return identifiers.ids([each for each in found if not each.endswith(":")])


def _pmids(said: Said) -> Iterator[str]:
    """What may be the PMID, the surest first: called so, the number in PubMed, the address there."""
    if labelled := _LABELLED.search(noted.of_its_own("\n".join(said.get("notes", ())))):
        yield labelled[1]
    if databases.of_one(_OF_NLM, *(_every(said, (f"remote-database-{word}",)) for word in ("name", "provider"))):
        yield _first(said, "accession-num")
    if address := _PUBMED.search(" ".join(value for name in said if name.endswith("url") for value in said[name])):
        yield address[1]


def _issued(said: Said) -> Date | None:
    """The year, with month and day where the date beside it is one of it."""
    written = _first(said, "dates/year")
    year = re.fullmatch(r"\d{4}", written) or YEAR.search(written)
    if not year:
        return dated.read(written)
    beside = _first(said, "dates/pub-dates/date")
    return dated.beside(year[0], beside) if beside else dated.read(written)


def _people(said: Said, role: str) -> tuple[Name, ...]:
    found: list[Name] = []
    for written in said.get(f"contributors/{role}/author", ()):
        name = written.strip(" ,")
        if name:
            group = brought.group(written)
            found += [group] if group else map(names.parted, of_line(name))
    return tuple(found)


def _custom(said: Said, fields: Fields, ids: Ids) -> dict[str, object]:
    held = {fields.container_title, fields.container_title_short, fields.url}
    held |= {fields.collection_title} if fields.type == "book" else set()
    if ids.doi:
        held |= {*(said.get("electronic-resource-num") or ("",))[:1]}
    custom: dict[str, object] = {}
    for name, values in said.items():
        whole = name in _LISTS or (name == "ref-type" and _first(said, name).lower() in endnote_types.PLAIN)
        if whole or (name == "isbn" and _is_numbers(values)):
            continue
        taken = held if name in _OF_SEVERAL else ()
        if name == "work-type":
            taken = {value for value in values if value == fields.genre or ris_types.is_told(fields.type, value)}
        left = [value for value in values[name in _ONCE :] if value and value not in taken]
        if left:
            custom[name] = left[0] if len(left) == 1 else left
    return custom


def _is_numbers(values: Collection[str]) -> bool:
    return all(brought.issns(value) or brought.isbns(value) for value in values)


def _every(said: Said, words: Collection[str]) -> list[str]:
    return [value for word in words for value in said.get(word, ()) if value]


def _first(said: Said, *words: str) -> str:
    return next(iter(_every(said, words)), "")
