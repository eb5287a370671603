"""`references.nbib` in Biopython and JabRef. The works are invented; since it has no keys, their titles name them."""

from __future__ import annotations

from pathlib import Path

from Bio import Medline

from tests.imports import limits, readings
from tests.imports.compared import Said, lost, without
from tests.imports.programs import jabref
from tests.outputs.hard import HARD

# What JabRef makes the comment of, by the work's key: the works that the tags of notices and preprints name.
_TIES = {
    "retracted2020": "J Invent. 2019 Jan;6(1):7. PMID: 99999903 J Invent. 2020 May 4;7(5):99. "
    "doi: 10.5555/invented.retraction. PMID: 99999902",
    "preprint2023": "doi: 10.5555/invented.paper. PMID: 99999914",
}
KEYS = {entry.fields.title: entry.key for entry in HARD}


def test_biopython_reads_every_field(output: Path) -> None:
    """It gives persons and groups apart, and ISSNs with a blank between them."""

    def unlike(said: Said) -> Said:
        found = limits.in_nbib(said)
        people = found.get("author", "").split("; ")
        found["author"] = "; ".join(sorted(people, key=lambda name: name.startswith("[")))
        return found | {"issn": found.get("issn", "").replace(",", "")}

    with (output / "references.nbib").open(encoding="utf-8") as file:
        read = dict(map(readings.medline, Medline.parse(file)))
    assert lost({KEYS[title]: found for title, found in read.items()}, unlike) == {}


def test_jabref_reads_what_it_has_a_place_for(output: Path, tmp_path: Path) -> None:
    """Debian's gives groups a field of their own, keeps one ISSN and the last of the notes, but the notices for a
    comment, and has no place for PMIDs and publishers; a book's title is that of a book in which something stands."""

    def unlike(said: Said) -> Said:
        found = without(limits.in_nbib(said), "pmid", "pmcid", "day", "publisher", "series")
        if "author" in found:
            people = found["author"].split("; ")
            found["author"] = "; ".join(name for name in people if not name.startswith("["))
        if said["type"] == "book":
            found["container"] = found.pop("title")
        found["keywords"] = found.get("keywords", "").replace(";", ",")
        found["note"] = _TIES.get(KEYS.get(said["title"], "")) or "".join(limits.nbib_notes(said)[-1:])
        found["issn"] = found.get("issn", "").rpartition(", ")[2]
        found["type"] = "article-journal" if said["type"] == "article-journal" else "document"
        return limits.renamed(found, limits.JABREF)

    text = jabref(output / "references.nbib", "a.bib", tmp_path, "medlineplain").read_text("utf-8")
    read = readings.of_jabref(text, lambda fields: fields.get("title", fields.get("booktitle", "")).replace("\\&", "&"))
    assert lost({KEYS.get(title, title): found for title, found in read.items()}, unlike) == {}
