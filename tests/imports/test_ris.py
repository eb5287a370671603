"""`references.ris` in citation-js, JabRef and bibutils. The works are invented."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.formats.styled import without_markup
from tests.imports import limits, readings, xml_readings
from tests.imports.compared import Said, lost, without
from tests.imports.programs import jabref, node, run


def test_citation_js_reads_every_field(output: Path) -> None:
    """It takes groups for family names and a preprint's place for a series, and has none for the number in AN."""

    def unlike(said: Said) -> Said:
        found = limits.in_ris(limits.groups_as_families(said), ",")
        if said["type"] == "article":
            found |= {"type": "manuscript", "series": found.pop("container")}
        return without(found, "pmid") | {"title": without_markup(found["title"])}

    assert lost(readings.csl(node("citation-js", output / "references.ris")), unlike) == {}


def test_jabref_reads_what_it_has_a_place_for(output: Path, tmp_path: Path) -> None:
    """Debian's knows DOIs only with `doi:` before them, no days, no short titles and no AN, keeps one ISSN, has ISBNs
    there too, and takes groups for persons."""

    def unlike(said: Said) -> Said:
        found = limits.renamed(limits.in_ris(said, " "), limits.JABREF)
        found = without(found, "doi", "day", "short", "pmid", "pmcid")
        if "series" in found:
            found["container"] = found["series"]
        if "isbn" in found:
            found["issn"] = found.pop("isbn")
        found["issn"] = found.get("issn", "").rpartition(", ")[2]
        return found | {"type": "manuscript" if said["type"] == "article" else said["type"]}

    text = jabref(output / "references.ris", "a.bib", tmp_path, "ris").read_text("utf-8")
    assert lost(readings.of_jabref(text, lambda fields: fields["refid"]), unlike) == {}


def test_bibutils_reads_what_it_has_a_place_for(output: Path) -> None:
    """It takes T2 for a short title, J2 for what holds the journal, and all people of a book for authors; it keeps one
    ISSN, knows no AN, parts names of groups, and takes C2, C7 and M3 for notes."""

    def unlike(said: Said) -> Said:
        found = without(limits.renamed(limits.in_ris(said, " "), limits.BIBUTILS), "type", "pmid", "pmcid")
        if "editor" in found and "author" in found:
            found["author"] += f"; {found.pop('editor')}"
        beside = (
            said.get("pmcid"),
            said["pages"] if said.get("pages") == limits.NUMBER else "",
            "Preprint" if said["type"] == "article" else "",
        )
        found["note"] = " ".join(filter(None, (found["note"], *beside)))
        place = "beyond" if said["type"] == "chapter" else "container" if "series" in said else "short"
        found |= {"beyond": found.pop("short", ""), place: found.pop("container", "") or found.pop("series", "")}
        found |= {"issn": found.get("issn", "").partition(",")[0]}
        return found

    assert lost(xml_readings.bibutils(run("ris2xml", output / "references.ris")), unlike) == {}
