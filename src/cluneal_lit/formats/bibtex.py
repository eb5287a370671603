"""BibTeX as reference managers, BibTeX and Biber take it: entry types, keys, and fields with their delimiters.

What an import keeps: JabRef, Zotero and Biber read UTF-8; Zotero reads `annote`, not `annotation`, `language`, not
`langid`, and no `eid`, so that an article number stands in `pages`. JabRef's check refuses a field with two ISSNs, so
that the first stands alone; CSL-JSON has them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress
from urllib.parse import quote

from cluneal_lit import dates, languages, pages
from cluneal_lit.folding import digest, one_line, plain
from cluneal_lit.formats import bibtex_dates, bibtex_types, editions, notices, published
from cluneal_lit.formats.bibtex_text import escaped, line, names, titled, unprinted
from cluneal_lit.formats.bibtex_title import protected
from cluneal_lit.model import Entry, Fields

_LINE = "  {name} = {value},\n"
_BARE = frozenset(bibtex_dates.MONTHS)  # the names of macros, which have no braces
_CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHER = {"phdthesis": "school", "techreport": "institution"}
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9:_./+-]*")
_NO_KEY = re.compile(r"[^A-Za-z0-9:_./+-]+")
_PARTING = re.compile(r"\s*[,;]\s*")  # what parts keywords: the comma for JabRef, both for Zotero
_RANGE = re.compile(r"(?<=\w)\s*[-\u2010-\u2015\u2212]+\s*(?=\w)")
_ADDRESS = "/:;,.?&=#%+~@$!*'()[]<>|-_"  # everything of an address but braces, backslashes, quotes and blanks
_SAFE = re.compile(f"[A-Za-z0-9{re.escape(_ADDRESS)}]*")


def kind(entry: Entry) -> str:
    """The entry's type: `article`, `book`, … and `misc` for what BibTeX has no type for."""
    inbook = bibtex_types.is_of_titled_book(entry.fields)
    return "inbook" if inbook else bibtex_types.bibtex(bibtex_types.ours(entry.fields))


def key(name: str) -> str:
    """The citation key, if BibTeX allows it; else its allowed letters and a digest, the same in every run."""
    if _KEY.fullmatch(name):
        return name
    head = _NO_KEY.sub("-", plain(name)).strip("-.")
    return f"{head if head[:1].isalpha() else f'ref-{head}'.rstrip('-')}-{digest(name, 6)}"


def written(entry: Entry, *, abstract: bool = False) -> str:
    """The whole entry, a field a line, with a line break at its end."""
    return f"{head(entry)},\n{lines(entry, _LINE, abstract=abstract)}}}\n"


def head(entry: Entry) -> str:
    """`@article{isu2018`: how the entry begins."""
    return f"@{kind(entry)}{{{key(entry.key)}"


def lines(entry: Entry, form: str, *, abstract: bool = False) -> str:
    """The fields one after the other, each in a form such as `  {name} = {value},` with its line break."""
    return laid_out(form, said(entry, abstract=abstract))


def laid_out(form: str, said: Mapping[str, str]) -> str:
    """The form once for each of the fields that say something, filled in with braces but for the name of a month."""
    return _for_each(form, tuple(compress(said, said.values())), said.get("month", "") in _BARE) % said


# Most works have the same fields: to fill in one text is quicker than one for each.
@lru_cache(maxsize=1024)
def _for_each(form: str, names: tuple[str, ...], bare_month: bool) -> str:
    """The form once for each name, with `%(name)s` wherever it has the value: once, several times or nowhere."""
    values = ["\0" if name == "month" and bare_month else "{\0}" for name in names]
    filled = zip(names, values, strict=True)
    return "".join(
        [form.format(name=name, value=value).replace("%", "%%").replace("\0", f"%({name})s") for name, value in filled]
    )


def fields(entry: Entry, *, abstract: bool = False) -> dict[str, str]:
    """The fields by name, in the order in which they are written, each value with its braces; empty ones are absent.

    The abstract only where it may be published. Braces are balanced, and no `@word{` is left in any value.
    """
    values = said(entry, abstract=abstract)
    return {
        name: value if name == "month" and value in _BARE else f"{{{value}}}" for name, value in values.items() if value
    }


def said(entry: Entry, *, abstract: bool = False) -> dict[str, str]:
    """The same without braces; what the entry does not say is empty."""
    written = kind(entry)
    return {
        **_whence(entry.fields, written),
        **_when_where(entry, written),
        **_identifiers(entry),
        **_about(entry),
        # One paragraph: pandoc joins the words at the ends of several.
        "abstract": escaped(published.abstract(entry)) if abstract else "",
    }


def _whence(said: Fields, written: str) -> dict[str, str]:
    short = said.container_title_short if said.container_title != said.container_title_short else ""
    where, name = _CONTAINER.get(written, "howpublished"), said.container_title or said.container_title_short
    return {
        "author": names(said.author),
        "editor": names(said.editor) if said.editor else "",
        "translator": names(said.translator) if said.translator else "",
        "title": protected(said.title, said.language),
        where: protected(name, said.language) if where == "booktitle" else titled(name),
        "shorttitle": said.title_short and titled(said.title_short),
        "origtitle": said.original_title and titled(said.original_title),
        "eventtitle": said.event_title and line(said.event_title),
        "venue": said.event_place and line(said.event_place),
        "shortjournal": line(short) if written == "article" and said.container_title else "",
        "series": said.collection_title and protected(said.collection_title, said.language),
        "edition": said.edition and line(editions.word(said)),
        "version": said.version and line(said.version),
        _PUBLISHER.get(written, "publisher"): said.publisher and line(said.publisher),
        "address": said.publisher_place and line(said.publisher_place),
        "type": bibtex_types.typed(said.type, written, line(said.genre)),
        "entrysubtype": bibtex_types.subtype(bibtex_types.ours(said), written, line(said.genre)),
    }


def _when_where(entry: Entry, written: str) -> dict[str, str]:
    said = entry.fields
    where = pages.full_range(entry.pages or pages.parse(said.page))
    article = written == "article"
    return {
        **bibtex_dates.issued(said.issued),
        "volume": line(said.volume),
        **_numbered(said, article),
        "chapter": said.chapter_number and line(said.chapter_number),
        "pages": _spanned(where) or line(said.number if article else ""),
    }


def _numbered(said: Fields, article: bool) -> dict[str, str]:
    """Of an article the issue, of a book in a series its number there, else the work's own number."""
    if bibtex_types.counts_series(bibtex_types.ours(said), said.collection_title):
        return {"number": line(said.collection_number), "issue": line(said.issue)}
    return {"number": line(said.issue or ("" if article else said.number))}


def _uncounted(said: Fields) -> str:
    """The other of two numbers, of which BibTeX has one, as `convert` notes it, and as it is read again."""
    in_series = bibtex_types.counts_series(bibtex_types.ours(said), said.collection_title)
    word = "number" if in_series else "collection_number"
    return f"{word.replace('_', ' ')}: {number}" if (number := getattr(said, word)) else ""


def _spanned(where: str) -> str:
    """The pages with the dash of a range that LaTeX prints."""
    first, _, last = where.partition("-")
    return f"{first}--{last}" if first.isalnum() and last.isalnum() else _RANGE.sub("--", line(where))


def _identifiers(entry: Entry) -> dict[str, str]:
    ids = entry.ids
    return {
        "doi": _address(ids.doi),
        "pmid": ids.pmid,
        "pmcid": ids.pmcid,
        "eprint": ids.arxiv,
        "eprinttype": "arxiv" if ids.arxiv else "",
        "issn": entry.issn[0] if entry.issn else "",
        "isbn": " ".join(ids.isbn),
        "nct": ids.nct,
        "url": _address(published.url(entry)),
        "urldate": dates.iso(entry.accessed),
    }


def _about(entry: Entry) -> dict[str, str]:
    language = languages.name(entry.fields.language)
    status = line(notices.sentence(entry.status)).removesuffix(".")  # styles close it, or go on behind it
    other = line(_uncounted(entry.fields))
    return {
        "language": language or line(entry.fields.language),
        "langid": languages.babel(entry.fields.language),
        "keywords": ", ".join(map(_keyword, published.keywords(entry))),
        "note": f"{status}.\n{other}" if status and other else status or other,
        "annote": escaped(published.annotation(entry)),
        "ids": ",".join(map(key, entry.aliases)),
    }


@lru_cache(maxsize=2**14)
def _keyword(word: str) -> str:
    return unprinted(_PARTING.sub(" ", word))


def _address(written: str) -> str:
    """The address or DOI without escapes, which programs would print; what BibTeX cannot hold is percent-encoded."""
    return written if _SAFE.fullmatch(written) else quote(one_line(written), safe=_ADDRESS)
