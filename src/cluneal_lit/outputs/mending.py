"""How an identifier is put into the source of a document: in its normal form, in another's place, or behind a text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from cluneal_lit.formats import bibtex_blocks
from cluneal_lit.formats.notices import HEADINGS
from cluneal_lit.late import late
from cluneal_lit.outputs.patch import Edit

# The formats whose source is a text that people write.
FORMS = frozenset(("text", "markdown", "latex", "rst", "html", "typst", "bibtex", "ris"))
_LONG_ENOUGH = 5  # digits of a PMID that stands nowhere by accident
_GAP = r"(?:\s|&nbsp;|&#160;|&#x[aA]0;|~|\\[ ,])"  # blanks that do not break too
_END = r"(?:/(?![\w?#])|(?![\w/?#]))"
# As DOI Foundation, PubMed and PMC write them: https://www.doi.org/doi-handbook/HTML/encoding-dois.html,
# https://pubmed.ncbi.nlm.nih.gov/help/, https://pmc.ncbi.nlm.nih.gov/about/new-in-pmc/ (October 2024).
_NORMAL: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late(pattern, re.IGNORECASE), form)
    for pattern, form in (
        (r"\b(?!(?-i:https://doi))https?://(?:(?:dx|www)\.)?doi\.org/(?=10\.\d)", r"https://doi.org/"),
        (
            rf"\bhttps?://(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/0*([1-9]\d{{0,7}}){_END}",
            r"https://pubmed.ncbi.nlm.nih.gov/\1/",
        ),
        (
            rf"\bhttps?://(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/PMC0*([1-9]\d{{0,8}}){_END}",
            r"https://pmc.ncbi.nlm.nih.gov/articles/PMC\1/",
        ),
        (r"\b(PMID:?\s*)0+([1-9]\d{0,7})\b", r"\1\2"),
        (r"\b(PMCID:?\s*)0*([1-9]\d{0,8})\b(?!\.\d)", r"\1PMC\2"),
        (rf"(?<![\w/])PMC(?:{_GAP}+0*|0+)([1-9]\d{{0,8}})\b", r"PMC\1"),
        # In small letters also keys and the names of places are written so.
        (r"(?<![\w/@#{,\"'=.-])(?!(?-i:PMC))PMC0*([1-9]\d{4,8})\b(?![\"'}=-])", r"PMC\1"),
    )
)
# What stands around an identifier in a field of its own.
_FIELDS: dict[str, tuple[re.Pattern[str], str]] = {
    "doi": (re.compile(r"\s*(?:https?://(?:(?:dx|www)\.)?doi\.org/|doi:?\s*)(10\.\d\S*)\s*", re.IGNORECASE), r"\1"),
    "pmid": (re.compile(r"\s*(?:PMID:?\s*0*|0+)([1-9]\d{0,7})\s*", re.IGNORECASE), r"\1"),
    "pmcid": (
        re.compile(rf"\s*(?!(?-i:PMC)[1-9]\d*\s*\Z)(?:PMCID:?{_GAP}*)?(?:PMC)?{_GAP}*0*([1-9]\d{{0,8}})\s*", re.I),
        r"PMC\1",
    ),
}
_OF_RIS = re.compile(r"^(?:(DO)|UR|N1|AN|C2)  - ([^\n\r]*)", re.MULTILINE)
_SHOWN = ("url", "note", "howpublished", "annote")
_PLAIN = re.compile(r"[\w.()/:;+-]+", re.ASCII)
_CLOSING = {
    "html": re.compile(r"(?:[^<>&\s]*;)?(?:</(?:a|i|em|b|strong|span|cite|small)\s*>)*", re.IGNORECASE),
    "markdown": re.compile(r"[*_]*"),
    "latex": re.compile(r"\}*"),
}
_ENDED = re.compile(r"(?:[.;,!?)]|https?://\S+|</a>)(?:\s|</?\w+>)*$")
# `Erratum in: …` at the beginning of a sentence, with the blank and the marks of emphasis before it.
_SAID = "|".join((*HEADINGS.values(), "Erratum for", "Comment (?:in|on)"))
_NOTICE = late(
    rf"(?:(?<=[.;\])])\s+|\s+(?=[\[(]))(?:</?\w+>|[*_]+|\\\w+\{{)*[\[(]?(?:{_SAID})(?:</\w+>|[*_}}]+)*:", re.IGNORECASE
)
_HABITS = {
    "doi": re.compile(r"https?://doi\.org/(?=10\.)|\bdoi:? ?(?=10\.)", re.I),
    "pmid": re.compile(r"PMID:? ?", re.I),
}
_USUAL = {"doi": "https://doi.org/", "pmid": "PMID: "}
_LATEX = re.compile(r"([%#&_$])")


def normal(source: str, start: int, end: int, form: str) -> Iterator[Edit]:
    """What brings the identifiers of a citation, which stands there, into their normal form."""
    stretches = [(start, end)]
    if form == "bibtex":
        values = {name: _inner(source, span) for name, span in _fields(source, start, end).items()}
        stretches = [values[name] for name in _SHOWN if name in values]
        for name in _FIELDS.keys() & values.keys():
            yield from _exchanged(source, *values[name], *_FIELDS[name])
    elif form == "ris":
        lines = list(_OF_RIS.finditer(source, start, end))
        stretches = [line.span(2) for line in lines if not line[1]]
        for line in lines:
            if line[1]:
                yield from _exchanged(source, *line.span(2), *_FIELDS["doi"])
    for pattern, written in _NORMAL:
        for first, last in stretches:
            for match in pattern.finditer(source, first, last):
                yield from _edit(match.start(), match[0], match.expand(written))


def _exchanged(source: str, start: int, end: int, pattern: re.Pattern[str], written: str) -> Iterator[Edit]:
    if match := pattern.fullmatch(source, start, end):
        yield from _edit(start, match[0], match.expand(written))


def _edit(start: int, old: str, new: str) -> Iterator[Edit]:
    if old != new:
        yield Edit(start, start + len(old), new)


def instead(source: str, start: int, end: int, old: str, new: str) -> Iterator[Edit]:
    """What writes one identifier (`pmid:1`) in the place of another of its kind; nothing where it is not found so."""
    kind, _, value = old.partition(":")
    other = new.partition(":")[2]
    if kind != new.partition(":")[0] or (kind == "pmid" and len(value) < _LONG_ENOUGH):
        return
    pattern = {
        "pmid": rf"(?<![\d.])0*{value}(?!\d)",
        "pmcid": rf"(?<!\w)PMC\s*0*{value[3:]}(?!\d)",
    }.get(kind, rf"(?<![\w.]){re.escape(value)}(?![\w/])")
    for match in re.compile(pattern, re.IGNORECASE).finditer(source, start, end):
        yield Edit(*match.span(), other)


def habits(texts: Iterable[str]) -> dict[str, str]:
    """What a document writes before a DOI and a PMID in its references, mostly."""
    counts: dict[str, dict[str, int]] = {kind: {} for kind in _HABITS}
    for text in texts:
        for kind, pattern in _HABITS.items():
            for match in pattern.finditer(text):
                counts[kind][match[0]] = counts[kind].get(match[0], 0) + 1
    most = {kind: max(sorted(said), key=lambda way: said[way]) for kind, said in counts.items() if said}
    return {**_USUAL, **most}


def behind(source: str, start: int, end: int, form: str, names: Sequence[str], habit: dict[str, str]) -> Iterator[Edit]:
    """What adds identifiers to a reference, which stands there; nothing where the format leaves no sure way."""
    pairs = [(kind, value) for kind, _, value in (name.partition(":") for name in names)]
    if form == "bibtex":
        yield from _in_fields(source, start, end, pairs)
    elif form == "ris":
        ends = source.rfind("\nER  -", start, end + 1) + 1
        line = "\r\n" if source[ends - 2 : ends - 1] == "\r" else "\n"
        lines = (f"{'DO  - ' if kind == 'doi' else 'N1  - PMID: '}{value}{line}" for kind, value in pairs)
        yield from [Edit(ends, ends, "".join(lines))] if ends else []
    elif all(written := [_written(form, kind, value, habit) for kind, value in pairs]):
        yield _put(source, start, end, form, written)


def _put(source: str, start: int, end: int, form: str, written: Iterable[str]) -> Edit:
    """What puts identifiers behind a reference, or before what it says of notices about the work."""
    notice = _NOTICE.search(source, start, end)
    closing = None if notice or form not in _CLOSING else _CLOSING[form].match(source, end)
    text, said = "", source[start : notice.start() if notice else end]
    for one in written:
        text += f"{' ' if _ENDED.search(text or said) else '. '}{one}"
    at = notice.start() if notice else closing.end() if closing else end
    return Edit(at, at, f"{text}{'.' if notice and not _ENDED.search(text) else ''}")


def _of_doi(value: str) -> str:
    return f"https://doi.org/{quote(value, safe='/:;()')}"


def _written(form: str, kind: str, value: str, habit: dict[str, str]) -> str:
    before = habit[kind]
    is_address = before.lower().startswith("http")
    if form == "html":
        url = _of_doi(value) if kind == "doi" else f"https://pubmed.ncbi.nlm.nih.gov/{value}/"
        return f'<a href="{html.escape(url)}">{html.escape(before + value)}</a>'
    if kind == "doi" and not _PLAIN.fullmatch(value):
        return _of_doi(value) if form in ("text", "markdown") else ""
    if form == "latex":
        return _LATEX.sub(r"\\\1", f"{'doi:' if is_address else before}{value}")
    return f"https://doi.org/{value}" if kind == "doi" and form in ("typst", "rst") else f"{before}{value}"


def _in_fields(source: str, start: int, end: int, pairs: Iterable[tuple[str, str]]) -> Iterator[Edit]:
    fields = _fields(source, start, end)
    added = ""
    last = max((end for _, end in fields.values()), default=0)
    line = source.rfind("\n", start, last)
    blanks = re.compile(r"[ \t]*").match(source, line + 1)
    indent = blanks[0] if blanks else ""
    before = ("\r\n" if source[line - 1 : line] == "\r" else "\n") + indent if line >= 0 else " "
    for kind, value in pairs:
        if kind in fields:
            first, behind = _inner(source, fields[kind])
            if behind > first and not source[first:behind].strip():
                yield Edit(first, behind, value)
        elif fields and not re.search(r"[{}\\%]", value):
            added += f",{before}{kind} = {{{value}}}"
    if added:
        yield Edit(last, last, added)


def _fields(source: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Where the values of an entry's fields stand; none for an entry that is broken."""
    block = next(bibtex_blocks.blocks(source[start:end]), None)
    values = block.fields if block and not block.fault else {}
    return {name: (start + value.start, start + value.end) for name, value in values.items()}


def _inner(source: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a value stands without its braces or quotes."""
    start, end = span
    return (start + 1, end - 1) if source[start : start + 1] in ("{", '"') else span
