"""Editorial statuses of all that is recorded, beside what a person read in the same answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from tests.sources.recorded import crossref_record, crossref_works

from benchmarks import gold, rows
from benchmarks.rows import SHARED, Options, Row
from cluneal_lit import dates, identifiers
from cluneal_lit.entries.status import relations, status
from cluneal_lit.entries.versions import told
from cluneal_lit.formats import nbib
from cluneal_lit.model import Record, Work


class Read(NamedTuple):
    """What a person read: the status, its day as words, an identifier of the notice."""

    name: str
    day: str = ""
    notice: str = ""


NONE = Read("none")
# By the identifier of the record. PubMed's were read from PublicationType and CommentsCorrections (in MEDLINE's form
# PT, RIN, ECI, EFR), Crossref's from `updated-by`; what stands in neither table has no notice.
LABELS = {
    "pmid:8655018": Read("retracted", "1998 Jul", "pmid:9867474"),
    "pmid:9500320": Read("retracted", "2010 Feb 6", "pmid:20137807"),  # retracted in 2004 in part; a concern in 2011
    "pmid:36736314": Read("retracted", "2023 May 3", "pmid:36972587"),  # an erratum that was itself retracted
    "pmid:10475862": Read("concern", "2019 Feb 5", "pmid:30721916"),
    "pmid:9505772": Read("corrected", "1998 Jul"),
    "pmid:9861576": Read("corrected", "1999 Mar"),
    "pmid:11704686": Read("corrected", "2002 Feb 21"),
    "pmid:17713168": Read("corrected", "2007"),
    "pmid:17823161": Read("corrected", "2008 Jan 12", "doi:10.1136/bmj.39454.454676.ad"),
    "pmid:28647898": Read("corrected", "2017 Dec", "pmid:28786003"),
    "pmid:35649368": Read("corrected", "2022 Jun 28", "pmid:35767954"),
    "pmid:38147649": Read("corrected", "2025 Jan 7", "pmid:39705317"),
    "pmid:26858277": Read("corrected", "2018 Aug 17", "pmid:30120145"),
    "pmid:11034741": Read("superseded", "2001", "pmid:11406024"),
    "pmid:11279676": Read("superseded", "2001", "pmid:11405950"),
    "doi:10.1371/journal.pone.0064723": Read("concern", "2021 Oct 28", "doi:10.1371/journal.pone.0256488"),
    "doi:10.29328/journal.jcmhs.1001023": Read(
        "partially-retracted", "2022 Dec 1", "doi:10.29328/journal.jcmhs.1001023"
    ),
    "doi:10.1016/s0140-6736(20)31180-6": Read("retracted", "2020 Jun 5", "doi:10.1016/s0140-6736(20)31324-6"),
    "doi:10.1073/pnas.1414271111": Read("corrected", "2015 May 4", "doi:10.1073/pnas.1507001112"),
}
# Notices, papers that name another, and one whose correction names itself: told apart from the works they are about.
CLEAN = (
    "pmid:11600210",
    "pmid:38962805",
    "pmid:11748851",
    "pmid:11892742",
    "pmid:10168751",
    "pmid:11858625",
    "pmid:11562649",
    "doi:10.1016/s0140-6736(20)31324-6",
    "doi:10.1103/physrevb.98.104436",
)
# By the preprint the paper that it became, and by its paper's identifier what a notice in the recordings says of it.
PUBLISHED = {"pmid:36798302": "pmid:37385249"}
ABOUT = {
    "pmid:11600210": ("pmid:11543891", "retraction"),
    "pmid:38962805": ("pmid:38446048", "correction"),
    "pmid:11748851": ("pmid:11524736", "corrected-republication"),
    "pmid:11892742": ("pmid:11784042", "corrected-republication"),
    "doi:10.1016/s0140-6736(20)31324-6": ("doi:10.1016/s0140-6736(20)31180-6", "retraction"),
}


def measure(options: Options) -> Iterator[Row]:
    """The share of recorded works whose status, its day, notice and tie to other works are those that a person read."""
    if not (SHARED / "recorded").is_dir():
        print("statuses: the recorded answers are not here; left out", file=sys.stderr)
        return
    records = recorded()
    missing = {*LABELS, *CLEAN, *PUBLISHED, *ABOUT} - records.keys()
    wrong = [*(f"{name} is not among the recordings" for name in sorted(missing)), *_wrong(records)]
    print("".join(f"statuses: {line}\n" for line in wrong), end="", file=sys.stderr)
    of = len(records) + len(PUBLISHED) + len(ABOUT)
    share = 100 * (of - len(wrong)) / of
    yield Row("every editorial status right", share, 100, f"% of {of}", most=False, accuracy=True)


def recorded() -> dict[str, Record]:
    """Each recorded answer of PubMed and Crossref as a record, by its identifier; the last of several that say most."""
    found: dict[str, Record] = {}
    for record in (*gold.of_pubmed(), *_of_medline(), *_of_crossref()):
        before = found.get(record.id)
        if record.id and (before is None or len(record.relations) >= len(before.relations)):
            found[record.id] = record
    return found


def _of_medline() -> Iterator[Record]:
    """Statuses of which no XML is recorded, under the service's name that they come from."""
    for path in sorted((SHARED / "recorded" / "medline").glob("bibaudit_*.txt")):
        for _, record in nbib.entries(path.read_text(encoding="utf-8")):
            yield Record(
                1,
                "pubmed",
                f"pmid:{record.ids.pmid}",
                record.ids,
                record.fields,
                types=record.types,
                relations=record.relations,
                status=record.status,
            )


def _of_crossref() -> Iterator[Record]:
    for path in sorted((SHARED / "recorded" / "crossref").iterdir()):
        yield from map(crossref_record, crossref_works(path))


def _wrong(records: dict[str, Record]) -> Iterator[str]:
    for name, record in records.items():
        found, label = status((record,)), LABELS.get(name, NONE)
        notice = label.notice if label.notice in found.notice.keys() else ", ".join(found.notice.keys())
        read = Read(found.name, dates.words(found.date), notice)
        if read != label:
            yield f"{name} is {' '.join(read)}, read was {' '.join(label)}"
    for name, paper in PUBLISHED.items():
        ties = [tie for tie in relations((records[name],)) if (tie.kind, tie.direction) == ("preprint", "of")]
        if [paper] != [key for tie in ties for key in tie.ids.keys() if key.startswith("pmid:")]:
            yield f"{name} was published as {paper}"
    for notice, (paper, kind) in ABOUT.items():
        if kind not in _told_of(paper, records[notice]):
            yield f"{notice} tells no {kind} of {paper}"


def _told_of(paper: str, notice: Record) -> list[str]:
    """The kinds of notices that a record is to a paper that is silent."""
    ids = identifiers.ids((paper,))
    silent = Record(1, notice.source, paper, ids, notice.fields)
    works = [Work((one.id,), (one,), None, one.ids) for one in (notice, silent)]
    return [tie.kind for tie in told(works).get(paper, ())]


if __name__ == "__main__":
    sys.exit(rows.main("statuses", lambda options: list(measure(options))))
