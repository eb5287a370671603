"""Invented articles, made by a rule and their number."""

from __future__ import annotations

from cluneal_lit.model import Date, Entry, Fields, Ids, Name, Pages, Status


def invented(number: int) -> Entry:
    """An invented article of 12 fields; no two are the same."""
    first = 25 + number % 900
    return Entry(
        key=f"muster{number}",
        ids=Ids(pmid=str(90_000_000 + number), doi=f"10.5555/invented_{number}"),
        fields=Fields(
            type="article-journal",
            title=f"Invented nerves & MRI findings in {number} volunteers from Japan: A report on 5% of them",
            author=(
                Name(family=f"Muster{_letters(number)}", given=f"Anna {chr(65 + number % 26)}"),
                Name(family=f"Köse {_letters(number // 3).title()}", given="Ş"),
                Name(family=f"Berg{_letters(number // 5)}", given="Jan", non_dropping_particle="van der"),
            ),
            container_title="Journal of Invented Findings & Nerves",
            issued=Date(((2000 + number % 25, 1 + number % 12),)),
            volume=str(1 + number % 90),
            issue=str(1 + number % 12),
        ),
        status=Status("none"),
        verdict="verified",
        issn=("0000-0000",),
        keywords=("nerves", f"volunteers_{number % 50}"),
        pages=Pages(f"{first}-{first + 7}", str(first), str(first + 7)),
    )


def _letters(number: int) -> str:
    """Two letters: of 10,000 works' authors most have come before, as in a bibliography of one field."""
    return chr(97 + number // 26 % 26) + chr(97 + number % 26)


def csl(entry: Entry) -> dict[str, object]:
    """The article as an item of CSL-JSON, without what citeproc-py has no variable for."""
    fields = entry.fields
    return {
        "id": entry.key,
        "type": fields.type,
        "title": fields.title,
        "author": [{"family": name.family, "given": name.given} for name in fields.author],
        "container-title": fields.container_title,
        "issued": {"date-parts": [list(part) for part in fields.issued.date_parts] if fields.issued else []},
        "volume": fields.volume,
        "issue": fields.issue,
        "page": entry.pages.as_written if entry.pages else "",
        "DOI": entry.ids.doi,
    }
