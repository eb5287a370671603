"""Word and Excel files, read back by our own readers. The works are invented."""

from __future__ import annotations

import io
import zipfile

from msgspec.structs import replace

from cluneal_lit.documents import read
from cluneal_lit.model import Citation, Place
from cluneal_lit.outputs import docx, evidence, xlsx
from cluneal_lit.outputs.pieces import Pieces
from tests.formats.invented import NASTY, article
from tests.outputs.hard import HARD


def test_the_word_file_says_what_the_bibliography_says() -> None:
    cited = Citation("c", "talk.md", Place(3), 0, 1, "[1]", "marker")
    retracted = next(one for one in HARD if one.key == "retracted2020")
    assert retracted.note
    signed = replace(retracted.note, by="Ada Quimby", reviewed="2026-11-20")
    works = (replace(retracted, note=signed), article(cited_in=(cited,)))
    document = read("a.docx", docx.bibliography("Invented nerves", works))
    assert [line for line in document.text.split("\n") if line] == [
        "Invented nerves: annotated bibliography",
        "Cited in the documents",
        "Invented nerves in a sample of MRI volunteers from Japan: A report",
        "No notice of retraction or correction, asked 2026-11-20.",
        "Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan: A report. J Invent Find. "
        "2019 Mar;7(2):25-32. doi: 10.5555/invented.1. Epub 2019 Jan 28. PMID: 99999901; PMCID: PMC9999901.",
        "important · middle",
        "What it says.",
        "Cited in: talk.md:3",
        "Not cited in the documents",
        "Relief in every patient",
        "Retracted, 2020 May 4 (PubMed, Crossref). Retraction in: J Invent. 2020 May 4;7(5):99. "
        "doi: 10.5555/invented.retraction. PMID: 99999902.",
        "Muster A. Relief in every patient. J Invent Find. 2018 Sep;7(2):637-641. doi: 10.5555/invented.retracted. "
        "Epub 2018 Apr 13. Erratum in: J Invent. 2019 Jan;6(1):7. PMID: 99999913.",
        "not recommended: retracted · middle · block",
        "Bottom line. Do not rely on it; see group2021.",
        "Result. 31 of 40 {sic} & 100%.",
        "Ada Quimby, reviewed 2026-11-20.",
    ]
    assert [span.target for span in document.spans if span.kind == "link"][:1] == ["https://doi.org/10.5555/invented.1"]


def test_the_excel_file_holds_the_table_of_evidence() -> None:
    text = read("a.xlsx", xlsx.workbook(HARD)).text
    cells = [cell for entry in HARD for cell in evidence.row(entry) if cell]
    assert [cell for cell in (*evidence.HEADS, *cells) if cell.split("\n")[0] not in text] == []


def test_any_text_leaves_the_files_whole_and_the_same_bytes() -> None:
    works = [
        article(f"k{at}", fields=article().fields.__class__(title=f"{text}\x0b\x1f\ufffe"))
        for at, text in enumerate(NASTY)
    ]
    for made in (docx.bibliography("\x00 & <b>", works), xlsx.workbook(works)):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert archive.testzip() is None
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.bibliography("x", works) == docx.bibliography("x", works)
    assert read("a.docx", docx.bibliography("x", works)).findings == ()
    assert read("a.xlsx", xlsx.workbook(works)).findings == ()


def test_what_was_kept_gives_the_same_bytes_in_another_order_too() -> None:
    first = Pieces()
    docx.bibliography("x", HARD, first)
    xlsx.workbook(HARD, first)
    again, other = Pieces(first.used), HARD[::-1]
    assert docx.bibliography("x", other, again) == docx.bibliography("x", other)
    assert xlsx.workbook(other, again) == xlsx.workbook(other)
    assert (again.used, len(again.used)) == (first.used, 2 * len(HARD))
