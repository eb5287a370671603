"""Editorial status in words, the same in every format and on every page.

NLM's headings ("Retraction in:", "Erratum in:"): https://www.nlm.nih.gov/bsd/policy/errata.html
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from cluneal_lit import dates, days
from cluneal_lit.folding import one_line
from cluneal_lit.model import Entry, Ids, Relation, Status

SILENT = frozenset({"none", "unchecked", ""})
RETRACTED = ("retracted", "withdrawn", "partially-retracted")  # the work, or a part of it, was taken back

LABELS = {
    "retracted": "Retracted",
    "withdrawn": "Withdrawn",
    "partially-retracted": "Partially retracted",
    "concern": "Expression of concern",
    "retired": "Retired",
    "superseded": "Superseded",
    "republished": "Retracted and republished",
    "corrected": "Corrected",
    "reinstated": "Reinstated",
}
KINDS = {  # the kind of notice that gives a work each status
    "retracted": "retraction",
    "withdrawn": "withdrawal",
    "partially-retracted": "partial-retraction",
    "concern": "concern",
    "retired": "retired",
    "superseded": "update",
    "republished": "republication",
    "corrected": "correction",
    "reinstated": "reinstatement",
}
MARKS = ("landmark", "key", "useful", "background")  # of a note's significance, as works are sorted by them
# Publication types, in small letters, of what is about another work and may carry its title.
ABOUT_ANOTHER = frozenset(
    ("published erratum", "retraction notice", "retraction of publication", "expression of concern", "peer-review")
)
NAMES = {**{kind: name for name, kind in KINDS.items()}, "corrected-republication": "corrected"}
_TAKING_BACK = ("retraction", "withdrawal")
# Publishers deposit either direction on either record; PubMed and Retraction Watch say which work is the notice.
_UNSURE = frozenset({"publisher", "crossref"})
HEADINGS = {  # gravest first
    "retraction": "Retraction in",
    "withdrawal": "Withdrawal in",
    "partial-retraction": "Partial retraction in",
    "concern": "Expression of concern in",
    "retired": "Retired in",
    "update": "Update in",
    "republication": "Retracted and republished in",
    "corrected-republication": "Corrected and republished in",
    "correction": "Erratum in",
    "reinstatement": "Reinstatement in",
}
KIND_OF = {heading: kind for kind, heading in HEADINGS.items()}


def label(status: Status) -> str:
    """`Retracted`, `Expression of concern` …; empty for a work with which nothing is wrong or that nobody checked."""
    return LABELS.get(status.name, "" if status.name in SILENT else status.name.capitalize())


def grave(status: Status) -> bool:
    """Whether the work must not be relied on, and so is never recommended."""
    return status.name in ("retracted", "withdrawn")


def significance(entry: Entry) -> str:
    """The mark of the entry's note; of a work that must not be relied on, in its place, why it has none."""
    mark = entry.note.significance if entry.note else ""
    return f"not recommended: {label(entry.status).lower()}" if mark and grave(entry.status) else mark


def is_sure(tie: Relation) -> bool:
    """Whether one of those who state a tie knows which of the two works is the notice."""
    return not _UNSURE.issuperset(tie.source.split(", "))


def is_denied(tie: Relation, turned: Collection[Relation], befell: Iterable[Relation]) -> bool:
    """Whether the tie of a notice is as likely the other way round: the two works are tied so as well (`turned`), or
    the notice was itself retracted, by what `befell` it."""
    if is_sure(tie):
        return any(map(is_sure, turned))
    return bool(turned) or (tie.kind in _TAKING_BACK and any(one.kind == tie.kind for one in befell))


def sentence(status: Status) -> str:
    """`RETRACTED 2010 Feb 6. Retraction in: Lancet. 2010;375:445. PMID: 20137807.`, for a note; empty for none."""
    name = label(status).upper()
    return name and f"{_dated(name, status)}. {notice(status)}".rstrip()


def notice(status: Status) -> str:
    """`Retraction in: Lancet. 2010;375:445. PMID: 20137807.`: where the notice stands; empty if unknown."""
    where = place(status.text, status.notice)
    return f"{HEADINGS[_kind(status)]}: {where}." if where and _kind(status) else ""


def printed(entry: Entry, *, told: bool = True) -> tuple[str, ...]:
    """The notices of an entry as NLM prints them before the PMID (`Retraction in: …`), gravest first, each once.

    A status of which nobody says where its notice stands is printed in square brackets, as NLM adds what a work does
    not say of itself: `[Retracted 2010 Feb 6].` Without those `told`, what `notice` and `published` say of the entry,
    and its status, are left out.
    """
    status = entry.status
    if not entry.relations and not _kind(status):
        return ()
    said = [(_kind(status), status.text, status.notice)]
    if tie := publication(entry):
        said.append(("update", tie.text, tie.ids))  # so NLM prints it
    known = [(kind, text, ids) for kind, text, ids in said if told]
    known += [(tie.kind, tie.text, tie.ids) for tie in entry.relations if tie.direction == "in"]
    found: list[str] = []
    for kind, heading in HEADINGS.items():
        seen = {name for one, text, ids in said if one == kind and not told for name in _names(text, ids)}
        # One notice told by two services: the fuller text stands, the other is known by an identifier.
        same = [(text, ids) for one, text, ids in known if one == kind]
        for text, ids in sorted(same, key=lambda notice: -len(notice[0])):
            names = _names(text, ids)
            if names and seen.isdisjoint(names):
                found.append(f"{heading}: {names[0]}.")
            seen |= {*names}
    unnamed = told and not place(status.text, status.notice) and HEADINGS.get(_kind(status))
    if unnamed and not any(one.startswith(f"{unnamed}: ") for one in found):
        found.insert(0, f"[{_dated(label(status), status)}].")
    return tuple(found)


def published(entry: Entry) -> str:
    """`Since published: Cell. 2023 Jul 20;186(15):3307-24. doi: 10.1016/….`: what a preprint became; else empty."""
    tie = publication(entry)
    return f"Since published: {place(tie.text, tie.ids)}." if tie else ""


def publication(entry: Entry) -> Relation | None:
    """The tie of a preprint to the paper that it became, with all that its sources say of it; None for none."""
    ties = sorted(_ties(entry, "preprint", "of"), key=lambda tie: (not tie.text, not tie.ids, tie.ids.keys()))
    if not ties:
        return None
    doi, pmid = (next((value for tie in ties if (value := getattr(tie.ids, kind))), "") for kind in ("doi", "pmid"))
    sources = sorted({name for tie in ties for name in tie.source.split(", ")})
    return replace(ties[0], ids=replace(ties[0].ids, doi=doi, pmid=pmid), source=", ".join(sources))


def newer_version(entry: Entry) -> Relation | None:
    """The tie to the newest version of a work that is known; None for none."""
    return newest(_ties(entry, "update", "in"))


def newest(ties: Iterable[Relation]) -> Relation | None:
    """The latest of these ties, and of one day the one that says most; None of none.

    A tie without a date comes before all dated ones, one that does not say where the other work stands before all.
    """
    return max(
        ties,
        key=lambda tie: (bool(place(tie.text, tie.ids)), days.earliest(tie.date), tie.text, tie.ids.keys()),
        default=None,
    )


def place(text: str, notice: Ids) -> str:
    """The notice's own citation, with those of its identifiers that do not stand in it; without a final full stop."""
    parts = [one_line(text).rstrip(". ")]
    if notice.doi and notice.doi not in text.lower():
        parts.append(f"doi: {notice.doi}")
    if notice.pmid and notice.pmid not in text:
        parts.append(f"PMID: {notice.pmid}")
    return ". ".join(part for part in parts if part)


def _dated(name: str, status: Status) -> str:
    return f"{name} {dates.words(status.date)}".rstrip()


def _kind(status: Status) -> str:
    """The kind of its notice; empty for a status without one."""
    return status.kind or KINDS.get(status.name, "")


def _names(text: str, ids: Ids) -> tuple[str, ...]:
    """How a notice is cited, and its identifiers; nothing where nobody says which it is."""
    where = place(text, Ids(doi=ids.doi) if ids.doi or text else ids)
    return (where, *ids.keys()) if where else ()


def _ties(entry: Entry, kind: str, direction: str) -> list[Relation]:
    ties = (tie for tie in entry.relations if (tie.kind, tie.direction) == (kind, direction))
    return [tie for tie in ties if place(tie.text, tie.ids)]
