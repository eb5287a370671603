"""`references.bib` in the programs that people cite from. The works are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cluneal_lit.formats.styled import without_markup
from tests.imports import limits, readings, xml_readings
from tests.imports.compared import Said, lost, without
from tests.imports.programs import jabref, node, run


def test_bibtexparser_reads_every_field(output: Path) -> None:
    assert _lost_by_bibtexparser(output / "references.bib") == {}


def _lost_by_bibtexparser(file: Path) -> dict[str, tuple[str, str]]:
    """What it lost of a file but names, which it leaves in one text."""
    return lost(readings.saved(file), lambda said: without(limits.in_bibtex(said), "author", "editor"))


def test_bibtex_reads_every_field_and_warns_of_none(output: Path, tmp_path: Path) -> None:
    style = Path(__file__).with_name("fields.bst")
    (tmp_path / style.name).write_bytes(style.read_bytes())
    (tmp_path / "references.bib").write_bytes((output / "references.bib").read_bytes())
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{fields}\n\\bibdata{references}\n")
    assert "Warning" not in run("bibtex", "all", folder=tmp_path)
    read = readings.bibtex((tmp_path / "all.bbl").read_text("utf-8"))
    assert lost(read, lambda said: without(limits.in_bibtex(said), "type")) == {}


def test_bibtexs_own_style_prints_an_ordinal_before_the_word_for_an_edition(output: Path, tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_bytes((output / "references.bib").read_bytes())
    (tmp_path / "one.aux").write_text("\\citation{book2011}\n\\bibstyle{plain}\n\\bibdata{references}\n")
    run("bibtex", "one", folder=tmp_path)
    assert "Ulm, third edition, 2011." in " ".join((tmp_path / "one.bbl").read_text("utf-8").split())


def test_pandoc_reads_every_field(output: Path) -> None:
    items = json.loads(run("pandoc", "--from=bibtex", "--to=csljson", output / "references.bib"))
    assert lost(readings.csl(items), limits.of_pandoc) == {}


def test_better_bibtex_reads_every_field(output: Path) -> None:
    """It sorts keywords and takes them as they are written, marks paragraphs, and gives titles as HTML."""

    def unlike(said: Said) -> Said:
        found = without(limits.in_bibtex(said), "type")
        if "keywords" in found:
            found["keywords"] = ", ".join(sorted(found["keywords"].replace("&", "\\&").split(", ")))
        return found | {"title": without_markup(found["title"])}

    read = readings.better_bibtex(node("better-bibtex", output / "references.bib"))
    assert lost(read, unlike) == {}


def test_citation_js_reads_every_field(output: Path) -> None:
    """It takes groups for family names."""

    def unlike(said: Said) -> Said:
        found = limits.groups_as_families(limits.of_csl(said, misc="document"))
        return found | {"title": without_markup(found["title"])}

    assert lost(readings.csl(node("citation-js", output / "references.bib")), unlike) == {}


def test_jabref_reads_every_field_and_saves_it_again(output: Path, tmp_path: Path) -> None:
    """Its XML has the fields that BibTeX's own styles know; the others are in the file that it saves."""
    beside = ("type", "author", "editor", "day", "language", "short", "pmid", "pmcid", "nct", "arxiv", "annote")
    read = xml_readings.jabref(jabref(output / "references.bib", "a.xml,bibtexml", tmp_path).read_bytes())
    assert lost(read, lambda said: without(limits.in_bibtex(said), *beside)) == {}
    assert _lost_by_bibtexparser(jabref(output / "references.bib", "a.bib", tmp_path)) == {}


def test_bibutils_reads_what_it_has_a_place_for(output: Path) -> None:
    """It has none for identifiers but DOIs, short titles of journals and annotations, takes keywords for one, a series
    for what holds the book and an arXiv number for an address, parts initials and pages in its own way, and does not
    know all of LaTeX's names of signs."""
    signs = {"---": "—", "--": "-", "^": "⌃", "\\": "\\textbackslash", "<": "\\textless", ">": "\\textgreater"}

    def unlike(said: Said) -> Said:
        found = without(limits.of_csl(said, misc=""), "type", "pmid", "pmcid", "short", "annote", "series")
        found["title"] = without_markup(found["title"])
        for name, sign in ((name, sign) for name in ("title", "abstract") if name in found for sign in signs):
            found[name] = found[name].replace(sign, signs[sign])
        if "author" in found:
            initials = re.sub(r"\b([A-Z])\.", r"\1", found["author"])
            found["author"] = initials.replace("ÖT", "Ö T").replace("Jr", "Jr.")
        found["pages"] = found.get("pages", "").replace(", ", ",-")
        found |= {"container": said["series"]} if "series" in said else {}
        return found | ({"url": f"arxiv:{said['arxiv']}"} if "arxiv" in said else {})

    assert lost(xml_readings.bibutils(run("bib2xml", output / "references.bib")), unlike) == {}
