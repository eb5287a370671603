"""Citations in APA style, as plain text. (Publication Manual of the APA, 7th edition, chapters 9 and 10)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit import dates, titles
from cluneal_lit.formats import csl_item, notices
from cluneal_lit.model import Date, Entry, Fields, Name
from cluneal_lit.outputs import ama, apa_people, imprint, styles

_DAYS = frozenset({"article", "webpage", "post", "post-weblog", "article-newspaper", "article-magazine"})
_KINDS = {"dataset": "Data set", "software": "Computer software"}
_ELECTRONIC = re.compile(r"e\d+", re.IGNORECASE)  # a number of an article where a page stands
_RANGE = re.compile(r"(?<=\w)-(?=\w)")


def apa(entry: Entry) -> str:
    """The entry in APA style: up to twenty authors, the title as it is written, the DOI as an address.

    A retraction stands behind it, `(Retraction published 2010, …)`.
    """
    fields = entry.fields
    author = apa_people.listed(fields.author) or _editors(fields)
    when = f"({_date(fields)})"
    if fields.type in csl_item.LAWS:
        parts = [author, f"{_law(entry)} {when}"]
    else:
        title, *rest = [part for part in _work(entry) if part]
        parts = [author, when, title, *rest] if author else [title, when, *rest]
    written = " ".join(styles.closed(part) for part in parts if part)
    where = imprint.where(entry, doi="https://doi.org/", arxiv="https://arxiv.org/abs/")
    return " ".join(part for part in (written, where, _retraction(entry)) if part)


def _editors(fields: Fields) -> str:
    if not fields.editor or fields.type in csl_item.PARTS:
        return ""
    return f"{apa_people.listed(fields.editor)} (Ed{'s' * (len(fields.editor) > 1)}.)"


def _date(fields: Fields) -> str:
    """The year or years, `ca. 1543`, `1999–2003`, `2009–present`; of what appears by the day also this."""
    issued: Date | None = fields.issued
    if issued is None:
        return "n.d."
    circa, issued = "ca. " if issued.circa else "", replace(issued, circa=False)
    years = dates.years(issued)
    year = _RANGE.sub("–", f"{years}present" if years.endswith("-") else years) if issued.year else years
    if not (fields.type in _DAYS or imprint.meeting(fields)) or issued.literal:
        return f"{circa}{year or 'n.d.'}"
    month = issued.season.title() or ama.day(issued).removesuffix(year).rstrip(" ,")
    return f"{circa}{year}, {month}" if month else f"{circa}{year}"


def _work(entry: Entry) -> Iterator[str]:
    fields = entry.fields
    is_translated = imprint.is_translated(fields)
    title = f"{fields.original_title} {titles.bracketed(fields.title)}" if is_translated else fields.title
    title = title or "[Title unknown]"
    where = _RANGE.sub("–", styles.written_pages(entry))
    if fields.type in imprint.ARTICLES:
        yield title
        yield _journal(fields, where)
    elif told := imprint.meeting(fields):
        yield f"{title} [Paper presentation]"
        yield ", ".join(one for one in (told, fields.event_place) if one)
    elif fields.type in csl_item.PARTS:
        yield title
        yield _within(fields, where)
        yield _publisher(fields)
    else:
        kind = _kind(fields)
        yield f"{title}{_bracketed(_beside(entry))}{f' [{kind}]' if kind else ''}"
        yield fields.container_title if fields.container_title != _author(fields) else ""
        yield "" if fields.type in ("article", "thesis") and (fields.container_title or kind) else _publisher(fields)


def _law(entry: Entry) -> str:
    """`Act on Nerves, 12/2019, 3 Gazette I 3394`: a law, its number, and where it was printed."""
    fields = entry.fields
    gazette = fields.container_title or fields.publisher
    where = " ".join(part for part in (fields.volume, gazette, styles.written_pages(entry)) if part)
    return ", ".join(part for part in (fields.title or "[Title unknown]", fields.number, where) if part)


def _kind(fields: Fields) -> str:
    """What it is, and of a thesis where: `Doctoral dissertation, Invented University`."""
    if fields.type == "thesis":
        return ", ".join(part for part in (fields.genre or "Thesis", fields.publisher) if part)
    return _KINDS.get(fields.type, "")


def _beside(entry: Entry) -> str:
    """What stands in round brackets behind a title: numbers, who else made it, edition and volume."""
    fields, nct = entry.fields, entry.ids.nct
    told = [number] if (number := imprint.number(fields, " No. ")) else []
    told += [f"ClinicalTrials.gov Identifier {nct}"] if nct and fields.type in imprint.ONLINE else []
    others = _translated(fields)
    others += [_edited(fields.editor)] if fields.editor and fields.author else []
    edition = ", ".join((*told, *_edition(fields)))
    return "; ".join(part for part in (*others, edition) if part)


def _edition(fields: Fields) -> list[str]:
    edition, volume = imprint.edition(fields, first=False), imprint.volume(fields)
    return [
        *([styles.closed(edition) if edition.endswith(" ed") else edition] if edition else []),
        *([f"Vol. {volume}"] if volume else []),
        *(
            [f"{fields.collection_title} {place[:1].upper()}{place[1:]}"]
            if (place := imprint.in_series(fields))
            else []
        ),
    ]


def _publisher(fields: Fields) -> str:
    """The publisher, who is not named again behind the same author and the same site."""
    return "" if fields.publisher in (_author(fields), fields.container_title) else fields.publisher


def _author(fields: Fields) -> str:
    """The group that alone is the author; empty for persons."""
    return fields.author[0].literal if len(fields.author) == 1 else ""


def _journal(fields: Fields, where: str) -> str:
    """`Science, 169(3946), 635–641`."""
    issue = f"({fields.issue})" if fields.issue else ""
    number = where or fields.number
    if number and (not where or _ELECTRONIC.fullmatch(where)):
        number = f"Article {number}"
    name = fields.container_title or fields.container_title_short
    return ", ".join(part for part in (name, f"{fields.volume}{issue}", number) if part)


def _within(fields: Fields, where: str) -> str:
    """`In J. van der Berg & A. Muster (Eds.), Nerves (B. Beispiel, Trans.; 3rd ed., pp. 12–34)`."""
    by = f"{apa_people.named(fields.editor)} (Ed{'s' * (len(fields.editor) > 1)}.), " if fields.editor else ""
    told = [*_edition(fields)]
    told += [f"{'pp' if '–' in where else 'p'}. {where}"] if where else []
    beside = "; ".join(filter(None, (*_translated(fields), ", ".join(told))))
    return f"In {by}{fields.container_title}{_bracketed(beside)}" if fields.container_title or by else ""


def _edited(editors: tuple[Name, ...]) -> str:
    return f"{apa_people.named(editors)}, Ed{'s' * (len(editors) > 1)}."


def _translated(fields: Fields) -> list[str]:
    return [f"{apa_people.named(fields.translator)}, Trans."] if fields.translator else []


def _bracketed(told: str) -> str:
    return f" ({told})" if told else ""


def _retraction(entry: Entry) -> str:
    if not notices.grave(entry.status):
        return ""
    status = entry.status
    place = notices.place(status.text, status.notice)
    told = ", ".join(part for part in (dates.year_words(status.date), place) if part)
    kind = "Withdrawal" if status.name == "withdrawn" else "Retraction"
    return f"({kind} published {told})" if told else f"({kind} published)"
