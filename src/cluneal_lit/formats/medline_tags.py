"""What PubMed says of a work beyond its fields, in the tags of its own export.

(https://www.nlm.nih.gov/bsd/mms/medlineelements.html)
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from cluneal_lit import dates, days, identifiers
from cluneal_lit.formats.notices import place
from cluneal_lit.model import Date, Record, Relation, Subject

# Tag -> kind of the relation in which the record's work is the one concerned, or the notice.
IN = {
    **{"RIN": "retraction", "EIN": "correction", "ECI": "concern", "UIN": "update", "CRI": "corrected-republication"},
    **{"RRI": "republication", "CIN": "comment", "SPIN": "summary-for-patients"},
}
OF = {
    **{"ROF": "retraction", "EFR": "correction", "ECF": "concern", "UOF": "update", "CRF": "corrected-republication"},
    **{"RRF": "republication", "CON": "comment", "ORI": "original-report"},
}
_TIES = {**{(kind, "in"): tag for tag, kind in IN.items()}, **{(kind, "of"): tag for tag, kind in OF.items()}}
_TIES |= {("preprint", "of"): "UIN", ("preprint", "in"): "UOF"}
PREPRINT = "Preprint"  # the publication type
_PMID = re.compile(r"PMID:?\s*(\d{1,8})")
_DOI = re.compile(r"(?:doi:\s*|doi\.org/)(10\.\S+?)[.;,]?(?:\s|$)", re.IGNORECASE)


def tie(kind: str, direction: Literal["in", "of"], written: str) -> Relation:
    """The tie to another work that a file cites with its identifiers, dated as it was published."""
    pmid, doi = _PMID.search(written), _DOI.search(written)
    found = [f"pmid:{pmid[1]}"] if pmid else []
    found += [f"doi:{identifiers.doi(doi[1])}"] if doi and identifiers.doi(doi[1]) else []
    return Relation(kind, direction, identifiers.ids(found), days.in_source(written), "library", written)


def of_preprint(tie: Relation, server: str) -> Relation:
    """A tie of a preprint; "Update in" says that it was published, unless the update stands on the same server
    (https://pubmed.ncbi.nlm.nih.gov/36798302/ and 11034741)."""
    stays = bool(server) and tie.text.casefold().startswith(f"{server.rstrip('.').casefold()}.")
    is_update = (tie.kind, tie.direction) == ("update", "in")
    return replace(tie, kind="preprint", direction="of") if is_update and not stays else tie


def stated(record: Record) -> dict[str, list[str]]:
    """Each tag with what it says; headings (MH) are left out, which other formats have among the keywords."""
    said = {
        "PT": list(record.types),
        "PST": [record.state.publication] if record.state else [],
        "STAT": [record.state.record] if record.state else [],
        "JID": [record.journal.id] if record.journal else [],
        "PL": [record.journal.country] if record.journal else [],
        "DEP": [_digits(record.dates.electronic)] if record.dates else [],
        "LID": [_located(name) for name in record.other_ids],
        "NM": list(record.supplementary),
        "RN": [f"{one.number or 0} ({one.name})" for one in record.substances],
        "GR": ["/".join((one.number, one.acronym, one.agency, one.country)) for one in record.grants],
        "SI": [f"{one.bank}/{number}" for one in record.deposits for number in one.numbers or ("",)],
        "OAB": [" ".join(part.text for part in one.sections) for one in record.other_abstracts],
        "GN": list(record.remarks),
        "COIS": [record.conflict_of_interest],
        "CI": [record.copyright],
        "AD": list(dict.fromkeys(place for one in record.authors for place in one.affiliations)),
        "AUID": [f"ORCID: {one.orcid}" for one in record.authors if one.orcid],
        "PHST": [f"{dates.iso(event.date).replace('-', '/')} [{event.kind}]" for event in record.history],
        **_ties(record),
    }
    kept = {tag: [value for value in values if value] for tag, values in said.items()}
    return {tag: values for tag, values in kept.items() if values}


def heading(subject: Subject) -> str:
    """`*Nerve Compression Syndromes/*surgery/therapy`: a subject as PubMed writes it."""
    starred = subject.major and not subject.starred
    parts = (f"*{one}" if one in subject.starred else one for one in subject.qualifiers)
    return "/".join((f"*{subject.term}" if starred else subject.term, *parts))


def _ties(record: Record) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tie in record.relations:
        if tag := _TIES.get((tie.kind, tie.direction)):
            found.setdefault(tag, []).append(_tie(tie))
    return found


def _tie(tie: Relation) -> str:
    """The other work as it was written, with its identifiers where it was not."""
    whole, text = place(tie.text, tie.ids), tie.text.rstrip()
    return text if whole == text.rstrip(". ") else whole


def _located(name: str) -> str:
    kind, _, value = name.partition(":")
    return f"{value} [{kind}]"


def _digits(day: Date | None) -> str:
    return dates.iso(day).replace("-", "")
