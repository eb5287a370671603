"""The annotated bibliography as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from cluneal_lit.formats import notices, prose
from cluneal_lit.model import Entry, Note
from cluneal_lit.outputs import attention, office, quoted, styles, words
from cluneal_lit.outputs.pieces import Pieces

NAME = "annotated-bibliography.docx"  # of the output
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LOOKS = {
    "Normal": ("Normal", '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr>'),
    "Title": ("Title", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'),
    "Heading1": ("heading 1", '<w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr>'),
    "Heading2": ("heading 2", '<w:pPr><w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="1"/></w:pPr>'),
    "Alert": ("Alert", '<w:rPr><w:b/><w:color w:val="A61B1B"/></w:rPr>'),
    "Remark": ("Remark", '<w:rPr><w:color w:val="595959"/><w:sz w:val="19"/></w:rPr>'),
}
_DEFAULT, _BASED = ' w:default="1"', '<w:basedOn w:val="Normal"/>'
_LINK = "\0"  # before and behind an address, which XML cannot hold
_SIZES = {"Heading1": 30, "Heading2": 25}


def bibliography(title: str, entries: Sequence[Entry], kept: Pieces | None = None) -> bytes:
    """The works, those that the documents cite first, each with status, citation, annotation and where it is cited.

    What it makes of works is `kept`, or taken from there.
    """
    kept = kept or Pieces()
    links: dict[str, str] = {}
    heading = f"{title}: annotated bibliography" if title else "Annotated bibliography"
    body = [_paragraph("Title", heading)]
    groups = (
        ("Cited in the documents", [entry for entry in entries if entry.cited_in]),
        ("Not cited in the documents", [entry for entry in entries if not entry.cited_in]),
    )
    for name, own in groups:
        body += [_paragraph("Heading1", name)] if own else []
        body += [_named(str(kept.text(NAME, {"entry": entry}, partial(_work, entry))), links) for entry in own]
    document = (
        f'{office.HEAD}<w:document xmlns:w="{_MAIN}" xmlns:r="{office.RELATIONS}"><w:body>{"".join(body)}'
        "<w:sectPr/></w:body></w:document>"
    )
    targets = {"rId1": ("styles", "styles.xml")} | {name: ("hyperlink", url) for url, name in links.items()}
    return office.package(
        "word/document.xml",
        {"word/document.xml": f"{_KIND}.document.main+xml", "word/styles.xml": f"{_KIND}.styles+xml"},
        {
            "word/document.xml": document,
            "word/_rels/document.xml.rels": office.relations(targets),
            "word/styles.xml": _styles(),
        },
    )


def _work(entry: Entry) -> str:
    """The paragraphs of a work, with the addresses of its links in place of their names."""
    return "".join(_parts(entry))


def _named(work: str, links: dict[str, str]) -> str:
    """The paragraphs with their links, which are named in `links` by their addresses."""
    parts = work.split(_LINK)
    parts[1::2] = [links.setdefault(url, f"rId{len(links) + 2}") for url in parts[1::2]]
    return "".join(parts)


def _parts(entry: Entry) -> Iterator[str]:
    yield _paragraph("Heading2", entry.fields.title or "Title unknown")
    if status := words.status(entry):
        yield _paragraph("Alert", f"{status}. {notices.notice(entry.status)}".strip())
    else:
        yield _paragraph("Remark", f"{attention.quiet(entry)}.")
    if became := notices.published(entry):
        yield _paragraph("Alert", became)
    yield _cited(styles.pieces(entry, told=False))
    if entry.note:
        marks = " · ".join(filter(None, (notices.significance(entry), *entry.note.tags)))
        yield _paragraph("Remark", marks) if marks else ""
        yield from (_paragraph("Normal", part) for part in prose.plain(entry.note.text).split("\n\n") if part)
        yield _paragraph("Remark", _signed(entry.note)) if entry.note.by or entry.note.reviewed else ""
    where = dict.fromkeys(words.address(one.document, one.place) for one in quoted.once(entry.cited_in))
    yield _paragraph("Remark", f"Cited in: {'; '.join(where)}") if where else ""


def _signed(note: Note) -> str:
    """Who wrote the note, and when it was last held against its work."""
    return f"{note.by or 'Unsigned'}, {f'reviewed {note.reviewed}' if note.reviewed else 'not reviewed yet'}."


def _paragraph(style: str, written: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(written)}</w:p>'


def _run(written: str, look: str = "") -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{office.text(line)}</w:t>' for line in written.split("\n"))
    return f"<w:r>{look}{lines}</w:r>"


def _cited(pieces: Iterable[styles.Piece]) -> str:
    """The citation; in place of the name of a link stands its address."""
    look = '<w:rPr><w:color w:val="0B5CAD"/><w:u w:val="single"/></w:rPr>'
    runs = ""
    for piece in pieces:
        run = _run(piece.text, look if piece.url else "")
        runs += f'<w:hyperlink r:id="{_LINK}{piece.url}{_LINK}">{run}</w:hyperlink>' if piece.url else run
    return f"<w:p>{runs}</w:p>"


def _styles() -> str:
    named = "".join(
        f'<w:style w:type="paragraph"{_DEFAULT if key == "Normal" else ""} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{'' if key == 'Normal' else _BASED}{look}{_sized(key)}</w:style>"
        for key, (name, look) in _LOOKS.items()
    )
    return f'{office.HEAD}<w:styles xmlns:w="{_MAIN}">{named}</w:styles>'


def _sized(key: str) -> str:
    return f'<w:rPr><w:b/><w:sz w:val="{_SIZES[key]}"/></w:rPr>' if key in _SIZES else ""
