"""The gold set of `check.py`: citations of recorded works in many styles, untouched or with one named thing wrong.

Nothing is kept: works and strings come from the shared data each time, the same at every call. A case is corrupted in
what it says before it is written in a style, so that every style meets every corruption.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from benchmarks import styled
from benchmarks.rows import SHARED
from cluneal_lit.model import Answer, Record, Request
from cluneal_lit.sources import crossref, pubmed, pubmed_stream

UNTOUCHED, CORRUPTED = 40, 15  # cases of each style, and of each corruption in each kind of document
STRINGS = 300  # real strings of the shared references, half of them with their DOI


@dataclass(frozen=True)
class Said:
    """What a case says of a work: CSL fields and identifiers, and what stands behind a reference string."""

    item: dict[str, Any]
    ids: dict[str, str] = field(default_factory=dict)
    behind: str = ""


@dataclass(frozen=True)
class Case:
    """A citation: its name, what was done to it, the style, its text, and whether an identifier stands in it."""

    name: str
    kind: str
    style: str
    text: str
    named: bool


def recorded() -> list[dict[str, Any]]:
    """The journal articles among the recorded answers of PubMed and Crossref, as CSL items, each DOI and title once."""
    found: dict[str, dict[str, Any]] = {}
    titles: set[str] = set()
    for record in (*of_pubmed(), *_of_crossref()):
        item = _item(record)
        title = re.sub(r"\W", "", item.get("title", "")).lower()
        names = {str(item[name]) for name in ("DOI", "PMID") if name in item}
        if _is_whole(item) and title not in titles and not names & found.keys():
            titles.add(title)
            found |= dict.fromkeys(names, item)
    return list({item["id"]: item for item in found.values()}.values())


def of_pubmed() -> Iterator[Record]:
    """The records of every recorded answer of PubMed in XML."""
    for path in sorted((SHARED / "recorded" / "pubmed-xml").glob("*.xml")):
        try:
            yield from pubmed.records(pubmed_stream.blocks(path.read_bytes()), [])
        except pubmed_stream.Unreadable:
            continue


def _of_crossref() -> Iterator[Record]:
    for path in sorted((SHARED / "recorded" / "crossref").glob("*.json")):
        try:
            message = json.loads(path.read_bytes()).get("message", {})
        except (ValueError, AttributeError):
            continue
        works = message.get("items", [message]) if isinstance(message, dict) else []
        dois = tuple(f"doi:{work['DOI'].lower()}" for work in works if isinstance(work, dict) and work.get("DOI"))
        body = json.dumps({"status": "ok", "message": {"items": works, "total-results": len(works)}}).encode()
        try:
            yield from crossref.parse(Request("crossref", "", dois, kind="list"), Answer(200, body)).records
        except Exception as error:  # noqa: BLE001 - a recording of another form than a list of works
            print(f"gold: {path.name}: {error}", file=sys.stderr)


def _item(record: Record) -> dict[str, Any]:
    item = msgspec.to_builtins(record.fields)
    item |= {name: value for name, value in (("DOI", record.ids.doi), ("PMID", record.ids.pmid)) if value}
    return {**item, "id": record.ids.doi or record.ids.pmid}


def _is_whole(item: dict[str, Any]) -> bool:
    """Whether a style has all that it prints, and no notice is meant."""
    needed = ("title", "author", "container-title", "issued", "volume", "page", "DOI")
    people = [name for name in item.get("author", ()) if len(name.get("family", "")) > 1 and name.get("given")]
    notice = re.match(r"(?i)\W*(?:retract|errat|corri|corre|reply|comment|author)", item.get("title", ""))
    return (
        all(item.get(name) for name in needed)
        and len(people) == len(item["author"]) > 1
        and item.get("type") == "article-journal"
        and len(item["title"]) > 25
        and not notice
        and bool(re.match(r"\w+[-–]\w+$", item["page"]))
    )


_WIDER = (
    "Long-term follow-up of {}",
    "No {}",
    "Reply: {}",
    "{} and its relation to quality of life",
    "{} in children",
    "{}: study protocol",
    "{}: a study protocol",
    "{}: 5-year follow-up",
    "{}: our reply",
    "{}: a systematic review and meta-analysis",
    "Data from: {}",
    "Kommentar zu: {}",
    "Part 2: {}",
)
_STRANGERS = (("Li", "Na"), ("Wu", "Xin"), ("Ho", "Yan"), ("Yu", "Zhen"))
# The corruptions: what is said of a work, and another work to take from, in; what is said wrongly out.
Corruption = Callable[[Said, dict[str, Any], random.Random], Said]


def swapped_digit(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Two neighbouring digits of the identifier change places."""
    name, value = next(iter(case.ids.items()))
    pairs = [at for at in range(len(value) - 1) if value[at : at + 2].isdigit() and value[at] != value[at + 1]]
    at = order.choice([at for at in pairs if at > 7] or pairs)
    return replace(case, ids={name: value[:at] + value[at + 1] + value[at] + value[at + 2 :]})


def pasted(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of another work."""
    return replace(case, ids={"DOI": other["DOI"]})


def dead(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """An invented DOI at the work's own publisher."""
    return replace(case, ids={"DOI": f"{case.item['DOI'].partition('/')[0]}/inv.{order.randrange(10**6)}"})


def year_off(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """A year two or three away."""
    year = case.item["issued"]["date-parts"][0][0] + order.choice((-3, -2, 2, 3))
    return _with(case, issued={"date-parts": [[year]]})


def visited(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """A year two or three away, and behind it the day of a visit in the work's own year."""
    return replace(year_off(case, other, order), behind=f" Accessed May 3, {case.item['issued']['date-parts'][0][0]}.")


def widened(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Words before or behind the title, as another paper of the same people has them."""
    return _with(case, title=order.choice(_WIDER).format(case.item["title"].rstrip(". ")))


def short_stranger(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """An author with a surname of two letters behind the first, as invented references have them."""
    family, given = order.choice(_STRANGERS)
    first, *rest = case.item["author"]
    return _with(case, author=[first, {"family": family, "given": given}, *rest])


def padded(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Two authors of another work behind the work's own."""
    return _with(case, author=[*case.item["author"], *other["author"][:2]])


def other_authors(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Another work's authors behind the first."""
    return _with(case, author=[case.item["author"][0], *other["author"][:3]])


def other_first(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Another work's first author in the place of the first."""
    return _with(case, author=[other["author"][0], *case.item["author"][1:]])


def misspelt(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """A letter of the first author's surname is another."""
    first, *rest = case.item["author"]
    at = order.randrange(1, len(first["family"]))
    letter = order.choice([letter for letter in "bdfgkmpqvxz" if letter != first["family"][at].lower()])
    return _with(case, author=[{**first, "family": first["family"][:at] + letter + first["family"][at + 1 :]}, *rest])


def paraphrased(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Three words of the title are others: the longest of another title."""
    words = case.item["title"].split()
    new = sorted(re.findall(r"[A-Za-z]{5,}", other["title"]), key=len)[-3:] or ["quimby"]
    places = sorted(range(len(words)), key=lambda at: -len(words[at]))[: len(new)]
    return _with(case, title=" ".join(new[places.index(at)] if at in places else word for at, word in enumerate(words)))


def other_volume(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """A volume some away."""
    digits = re.search(r"\d+", case.item["volume"])
    volume = int(digits[0]) if digits else 1
    return _with(case, volume=str(volume + order.choice((7, 11, 13))))


def no_volume(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """No volume, where the pages stand."""
    return _with(case, volume="", issue="")


def other_pages(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Other pages."""
    first = order.randrange(2001, 2999)
    return _with(case, page=f"{first}-{first + 7}")


def other_journal(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The journal of another work."""
    said = {name: value for name, value in case.item.items() if not name.startswith("container")}
    return replace(case, item={**said, "container-title": other["container-title"]})


def same_group(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of another paper by the same people in the same journal and year, which is in the catalogue."""
    return replace(case, ids={"DOI": sibling(case.item)["DOI"]})


def near_pair(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of the paper of the same people whose title differs in a word alone; both are in the catalogue."""
    first, second = pair(case.item)
    return Said(first, {"DOI": second["DOI"]})


def other_text(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of the paper of which the text is the plan, a later report or the data, without pages; both are in the
    catalogue."""
    return Said({**about(case.item), "page": ""}, {"DOI": case.item["DOI"]})


def next_report(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of the same people's report of the year before, in another volume and on other pages; what the text is of
    is not in the catalogue."""
    first, second = reports(case.item)
    return Said(second, {"DOI": first["DOI"]})


def unlisted_pair(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """As `near_pair`, but what the text is of is not in the catalogue; year or volume may be the record's."""
    first, second = unlisted(case.item)
    return Said(first, {"DOI": second["DOI"]})


def unlisted_group(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Another paper by the same people in the same journal and year, without its pages and not in the catalogue."""
    return Said({**another(case.item), "page": ""}, {"DOI": case.item["DOI"]})


def notice(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The DOI of the notice that retracts the work, which is in the catalogue."""
    return replace(case, ids={"DOI": retraction(case.item)["DOI"]})


def invented(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The title's words stirred among another's, no identifier, everything else made up."""
    words = f"{case.item['title']} {other['title']}".split()
    order.shuffle(words)
    year, first = order.randrange(1990, 2024), order.randrange(1, 900)
    said = {"title": " ".join(words[:11]), "issued": {"date-parts": [[year]]}, "page": f"{first}-{first + 9}"}
    people = [
        {"family": f"{a['family'][:3]}{b['family'][-3:].lower()}", "given": "Q"}
        for a, b in zip(case.item["author"], other["author"], strict=False)
    ]
    return Said({**case.item, **said, "author": people[:4], "volume": str(order.randrange(1, 80))})


def chimera(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The title of one work with the authors, journal and place of another, no identifier."""
    return Said({**other, "title": case.item["title"]})


_VISITED = (
    "Přístup: 3. 5. {}.",
    "[cit. {}-05-03].",
    "Hämtad {}-05-03.",
    "Erişim tarihi: 03.05.{}.",
    "Letöltve: {}. 05. 03.",
    "Fecha de consulta: 3 de mayo de {}.",
    "Stand: 03.05.{}.",
)


def visited_abroad(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """As `visited`, in another language."""
    year = case.item["issued"]["date-parts"][0][0]
    return replace(year_off(case, other, order), behind=f" {order.choice(_VISITED).format(year)}")


def counted(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """Other pages, and behind them as many references as the work's first page says."""
    first = case.item["page"].replace("–", "-").partition("-")[0]
    return replace(other_pages(case, other, order), behind=f" {first} refs.")


def exchanged(case: Said, other: dict[str, Any], order: random.Random) -> Said:
    """The volume in the place of the issue, and the issue, or another number, in that of the volume."""
    issue = case.item.get("issue") or "97"
    return case if issue == case.item["volume"] else _with(case, volume=issue, issue=case.item["volume"])


CORRUPTIONS: dict[Corruption, str] = {
    **dict.fromkeys((swapped_digit, pasted, dead), "mismatch absent"),
    **dict.fromkeys((year_off, padded, other_authors, other_first, misspelt), "inexact mismatch absent"),
    **dict.fromkeys((other_volume, other_pages, other_journal), "inexact mismatch absent"),
    **dict.fromkeys((paraphrased, no_volume), "inexact"),
    **dict.fromkeys((same_group, notice), "mismatch"),
    **dict.fromkeys((invented, chimera), "unresolved mismatch absent"),
    **dict.fromkeys((near_pair, next_report), "mismatch"),
    **dict.fromkeys((unlisted_pair, unlisted_group), "inexact mismatch"),
    **dict.fromkeys((visited, widened, short_stranger, visited_abroad, counted, exchanged), "inexact mismatch"),
    other_text: "mismatch",
}
_NAMELESS = (invented, chimera)


def _with(case: Said, **changed: Any) -> Said:
    return replace(case, item={**case.item, **changed})


def sibling(item: dict[str, Any]) -> dict[str, Any]:
    """Another paper by the same people, as a registry would have it."""
    words = item["title"].split()
    title = f"Long-term follow-up and cost after {' '.join(words[-3:])}: a second cohort"
    first = int(re.sub(r"\D", "", item["page"].partition("-")[0]) or 1) + 211
    doi = f"{item['DOI']}.sibling"
    return {**_nameless(item), "id": doi, "DOI": doi, "title": title, "page": f"{first}-{first + 6}"}


def another(item: dict[str, Any]) -> dict[str, Any]:
    """A third paper by the same people in the same volume, which is in no catalogue of the gold set."""
    title = f"Quality of life and return to work after {' '.join(item['title'].split()[-2:])}: a registry study"
    first = int(re.sub(r"\D", "", item["page"].partition("-")[0]) or 1) + 523
    doi = f"{item['DOI']}.another"
    return {**_nameless(item), "id": doi, "DOI": doi, "title": title, "page": f"{first}-{first + 8}"}


# How the titles of two papers of the same people end, and how far the second is from the first in years and volumes.
_PAIRS = (
    (": part 1", ": part 2", 0, 0),
    (": six-month results", ": twelve-month results", 1, 1),
    (" in adults", " in children", 0, 1),
)


def pair(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two papers of the same people on the subject of a work, as registries have such: two parts one behind the other
    in a volume, results after six months and, in the next year and volume, after twelve, a study of adults and, in the
    next volume, of children; which of them, the length of the work's title says."""
    one, two, years, volumes = _PAIRS[len(item["title"]) % len(_PAIRS)]
    year = item["issued"]["date-parts"][0][0]
    volume, page = (int(re.sub(r"\D", "", text) or 1) for text in (item["volume"], item["page"].partition("-")[0]))
    head = item["title"].rstrip(". ")
    made = ((one, year, volume + 1, page + 307), (two, year + years, volume + 1 + volumes, page + 315))
    first, second = (
        {
            **_nameless(item),
            **dict.fromkeys(("id", "DOI"), f"{item['DOI']}.near{place}"),
            **{
                "title": f"{head}{end}",
                "issued": {"date-parts": [[its]]},
                "volume": str(where),
                "page": f"{at}-{at + 7}",
            },
        }
        for place, (end, its, where, at) in enumerate(made, 1)
    )
    return first, second


# What stands before or behind the title of another text about a paper.
_ABOUT = ("{}: a study protocol", "{}: 5-year follow-up", "Data from: {}")


def about(item: dict[str, Any]) -> dict[str, Any]:
    """Another text of the same people about a work, in the same volume; which, the length of the work's title says."""
    title = _ABOUT[len(item["title"]) % len(_ABOUT)].format(item["title"].rstrip(". "))
    first = int(re.sub(r"\D", "", item["page"].partition("-")[0]) or 1) + 617
    doi = f"{item['DOI']}.about"
    return {**_nameless(item), "id": doi, "DOI": doi, "title": title, "page": f"{first}-{first + 7}"}


def unlisted(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Such a pair under a title that no pair in the catalogue has."""
    return pair({**item, "DOI": f"{item['DOI']}.unlisted", "title": f"{item['title'].rstrip('. ')}, revisited"})


def reports(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two reports of the same people, of one year and of the next."""
    year = item["issued"]["date-parts"][0][0]
    volume, page = (int(re.sub(r"\D", "", text) or 1) for text in (item["volume"], item["page"].partition("-")[0]))
    head = item["title"].rstrip(". ")
    first, second = (
        {
            **_nameless(item),
            **dict.fromkeys(("id", "DOI"), f"{item['DOI']}.report{later}"),
            "title": f"{head}: report of {year + later - 1}",
            "issued": {"date-parts": [[year + later]]},
            "volume": str(volume + later),
            "page": f"{page + 401 * (later + 1)}-{page + 401 * (later + 1) + 9}",
        }
        for later in (0, 1)
    )
    return first, second


def retraction(item: dict[str, Any]) -> dict[str, Any]:
    """The notice that retracts a work, as a registry would have it."""
    year, doi = item["issued"]["date-parts"][0][0] + 2, f"{item['DOI']}.retraction"
    place = {"volume": str(int(re.sub(r"\D", "", item["volume"]) or 1) + 2), "page": "3001"}
    said = {"title": f"Retraction: {item['title']}", "issued": {"date-parts": [[year]]}, **place}
    return {**_nameless(item), **said, "id": doi, "DOI": doi}


def _nameless(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in ("PMID", "issue")}


# The works in the catalogue that a corruption takes its identifier from.
_BESIDE: dict[Corruption, Callable[[dict[str, Any]], list[dict[str, Any]]]] = {
    same_group: lambda item: [sibling(item)],
    notice: lambda item: [retraction(item)],
    near_pair: lambda item: [*pair(item)],
    next_report: lambda item: [reports(item)[0]],
    unlisted_pair: lambda item: [unlisted(item)[1]],
    other_text: lambda item: [about(item)],
}


def gold(seed: int = 8, *, quick: bool = False) -> tuple[list[dict[str, Any]], list[Case]]:
    """The catalogue and the cases; `quick`: without the real strings, which it takes half a minute to gather."""
    order = random.Random(seed)
    items = recorded()
    strings, registered = ([], []) if quick else _strings()
    cases = [*strings, *_untouched(items, order)]
    beside: list[dict[str, Any]] = []
    for corrupt in CORRUPTIONS:
        for style in styled.STYLES:
            for item in order.sample(items, CORRUPTED if style == "bibtex" else CORRUPTED // 3):
                other = _other(item, items, order)
                said = corrupt(Said(item, {"DOI": item["DOI"]}), other, order)
                if _prints_the_same(style, said, item):
                    continue
                beside += _BESIDE[corrupt](item) if corrupt in _BESIDE else []
                cases.append(_case(len(cases), corrupt.__name__, style, said, corrupt not in _NAMELESS))
                if corrupt is near_pair:
                    right = replace(said, ids={"DOI": said.item["DOI"]})
                    cases.append(_case(len(cases), "untouched", style, right, named=True))
    return [*{item["id"]: item for item in (*registered, *items, *beside)}.values()], cases


def _prints_the_same(style: str, said: Said, item: dict[str, Any]) -> bool:
    """Whether a style prints nothing of what was changed: authors behind et al., a volume that is the year."""
    write = styled.STYLES[style]
    ours, theirs = write("", said.item, said.ids), write("", item, {"DOI": item["DOI"]})
    behind = said.item["author"][1:] != item["author"][1:] and "et al" in ours
    return ours == theirs or behind or item["volume"] == str(item["issued"]["date-parts"][0][0])


def _other(item: dict[str, Any], items: Sequence[dict[str, Any]], order: random.Random) -> dict[str, Any]:
    """Another work, of other people and another journal."""
    families = {name["family"] for name in item["author"]}
    far = [
        other
        for other in items
        if other["container-title"] != item["container-title"]
        and families.isdisjoint(name["family"] for name in other["author"])
    ]
    return order.choice(far)


def _untouched(items: Sequence[dict[str, Any]], order: random.Random) -> Iterator[Case]:
    for style in styled.STYLES:
        for place, item in enumerate(order.sample(items, min(UNTOUCHED, len(items)))):
            ids = {"DOI": item["DOI"]} if place % 2 else {"PMID": item["PMID"]} if item.get("PMID") else {}
            yield _case(f"{style}-{place}", "untouched", style, Said(item, ids), bool(ids))


def _case(name: object, kind: str, style: str, said: Said, named: bool) -> Case:
    text = styled.STYLES[style](f"g{name}", said.item, said.ids)
    return Case(f"g{name}", kind, style, text if style == "bibtex" else f"{text}{said.behind}", named)


def _strings() -> tuple[list[Case], list[dict[str, Any]]]:
    """Real strings whose work is in the catalogue of the neutral scorer, which tells how its records are made."""
    folder = SHARED / "score"
    sys.path.insert(0, str(folder))
    try:
        spec = importlib.util.spec_from_file_location("matching_catalogue", folder / "matching_catalogue.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        catalogue, queries = module.build(6)
    finally:
        sys.path.remove(str(folder))
    by_doi = {item["id"]: item for item in catalogue}
    # A record made from the string of another author has that author's slips.
    own = (query for query in queries if query[2] == "present" and query[3] != "other string")
    present = [(" ".join(raw.split()), by_doi[doi]) for raw, doi, *_ in own]
    cases = []
    for place, (raw, item) in enumerate((raw, item) for raw, item in present if not _is_cut(raw, item)):
        _date(raw, item)
        text = f"{raw.rstrip('. ')}. doi:{item['id']}" if place % 2 else raw
        cases.append(Case(f"s{place}", "untouched", "string", text, place % 2 > 0))
    return cases[:STRINGS], catalogue


def _is_cut(raw: str, item: dict[str, Any]) -> bool:
    """Whether the scorer's record knows fewer authors than the string, since it was made from one with et al."""
    family = re.escape(item["author"][-1]["family"]) if item.get("author") else ""
    return bool(re.search(rf"{family}[\s,]+(?:[A-Z][.\s-]*){{1,4}}(?:[,;]|and\b|&)+ *(?:and|&)? *(?!et\b)[A-Z]", raw))


def _date(raw: str, item: dict[str, Any]) -> None:
    """Give a record that the scorer dated a year earlier, as the work was online, the year in print too."""
    (year,) = item["issued"]["date-parts"][0][:1]
    if str(year) not in raw and str(year + 1) in raw:
        item |= {"available-date": item["issued"], "issued": {"date-parts": [[year + 1]]}}
