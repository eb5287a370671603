"""What formats and programs leave of what an entry says: each loss that is not ours to mend, with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cluneal_lit.formats.styled import without_markup
from tests.imports.compared import Said, without

_MEDLINE = {"de": "ger", "zh": "chi"}

NUMBER = "e18777"  # of an article; it is no page


def in_bibtex(said: Said) -> Said:
    """What BibTeX leaves: one ISSN, since JabRef's check refuses two, keywords that commas part, and a note without the
    full stop, behind which styles go on."""
    found = {**said, "url": said.get("url") or _registry(said)}
    for name, change in (
        ("issn", lambda value: value.partition(",")[0]),
        ("keywords", lambda value: value.replace(",", "").replace(";", ",")),
        ("note", lambda value: value.removesuffix(".")),
    ):
        found |= {name: change(found[name])} if name in found else {}
    return found


def _registry(said: Said) -> str:
    """The address of a trial in its registry, which our BibTeX adds."""
    return f"https://clinicaltrials.gov/study/{said['nct']}" if "nct" in said else ""


def of_csl(said: Said, misc: str) -> Said:
    """What pandoc and citation-js make of it: a type of their own of `@misc`, and of `howpublished` a publisher."""
    found = without(in_bibtex(said), "nct", "arxiv")
    if said["type"] == "article":
        found = {**without(found, "container"), "publisher": said["container"]}
    return found | {"type": misc} if said["type"] in ("article", "document") else found


def of_pandoc(said: Said) -> Said:
    """What Debian's pandoc makes of BibTeX and BibLaTeX: it knows no `\\textbraceleft` and `\\textasciigrave`, joins
    the paragraphs of an annotation, and begins with a capital behind a colon. It has no type for `@misc`. In
    CSL-JSON formulas stand by their source (`10^{5}`); where it cites it prints them as they are meant."""
    found = {name: re.sub("[{}`]", "", value) for name, value in of_csl(said, misc="").items()}
    found |= {name: _source(value) for name, value in found.items() if name != "keywords"}
    if "annote" in found:
        found["annote"] = found["annote"].replace(". Result", ".Result")
    return found | {"title": without_markup(found["title"]).replace(': "quotes', ': "Quotes')}


def _source(value: str) -> str:
    """The text with superscripts and subscripts as LaTeX's formulas have them, but for those of Latin-1."""
    for sign, plain in zip("⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉", "0456789+-0123456789", strict=True):
        value = value.replace(sign, f"{'^' if sign in '⁰⁴⁵⁶⁷⁸⁹⁺⁻' else '_'}{{{plain}}}")
    return value


def in_ris(said: Said, between: str) -> Said:
    """What RIS leaves where a program joins its notes: of status and annotation, and of identifiers without a tag."""
    pmcid = f"PMCID: {said['pmcid']}" if "pmcid" in said else ""
    trial = f"NCT: {said['nct']}" if "nct" in said else ""
    notes = [said.get("note"), said.get("annote"), pmcid, trial]
    found = without(said, "annote", "nct", "arxiv") | {"note": between.join(filter(None, notes))}
    return found | ({"keywords": found["keywords"].replace(";", ",")} if "keywords" in found else {})


def in_nbib(said: Said) -> Said:
    """What PubMed's format leaves: its general notes hold what it has no tag for, only some works have a type, and
    languages its own codes."""
    found = without(said, "annote", "arxiv", "nct", "place", "url")
    found |= {"language": _MEDLINE[said["language"]]} if said.get("language") else {}
    typed = said["type"] not in ("article", "document")
    return found | {"note": " ".join(nbib_notes(said)), "type": said["type"] if typed else ""}


def nbib_notes(said: Said) -> list[str]:
    """The general notes of a work, in their order."""
    labelled = {
        "arXiv:": said.get("arxiv"),
        "NCT: ": said.get("nct"),
        "number: ": said["pages"] if said.get("pages") == NUMBER else "",
        "publisher place: ": said.get("place"),
        "url: ": said.get("url"),
    }
    notes = (f"{label}{value}" for label, value in labelled.items() if value)
    return [note for note in (said.get("note"), said.get("annote"), *notes) if note]


def groups_as_families(said: Said) -> Said:
    """What is left where a program knows no groups."""
    return said | {name: re.sub(r"[][]", "", said[name]) for name in ("author", "editor") if name in said}


# What programs make of names where they part them at `and` and spell initials.
JABREF = {
    "Yürük, D;": "Yürük, D.;",
    "Öz, ÖT": "Öz, Ö. T.",
    "III": "I. I. I.",
    "[Invented Nerve and Pain Study Group, Ulm]": "Nerve, Invented; Pain Study Group, Ulm",
    "[ABC Consortium]": "Consortium, A. B. C.",
    "[Invented Editorial Board]": "Board, Invented Editorial",
    "Ampersand & Sons, A. B.": "Sons, Ampersand &; A., B.",
    "[Nerves and Pain {Group}]": "Nerves; Group, Pain",
}
BIBUTILS = {
    "Öz, ÖT": "Öz, Ö T",
    "A., Jr": "A.,, Jr.",
    ", III": ",, III",
    "R. M.": "R M",
    "[Invented Nerve and Pain Study Group, Ulm]": "Nerve, Invented; Pain Study Group, , Ulm",
    "[ABC Consortium]": "Consortium, A B C",
    "[Invented Editorial Board]": "Board, Invented Editorial",
    "A. B.; [Nerves and Pain {Group}]": "A B; [Nerves]; {Group}, Pain",
}


def renamed(said: Said, names: Mapping[str, str]) -> Said:
    """The same with each of these names as a program reads it."""
    found = {**said}
    for role, written in ((role, written) for role in ("author", "editor") if role in said for written in names):
        found[role] = found[role].replace(written, names[written])
    return found
