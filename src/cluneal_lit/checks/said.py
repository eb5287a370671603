"""What a citation's string says, where its fields were read from one."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from cluneal_lit import others
from cluneal_lit.folding import one_line, plain
from cluneal_lit.model import Citation

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = "'’‘ʼʻˈʹ`´′"
_APOSTROPHIC = re.compile(rf"[^\W_](?:[^\W_]|[{_APOSTROPHES}](?=[^\W_]))*")
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
# Letters that some write out: `TNF-α`, `TNF-alpha`.
ALPHABET = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi"
    " psi omega"
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", ALPHABET.split(), strict=True))
_WRITTEN_OUT = str.maketrans({**_GREEK, "µ": "mu", "ς": "sigma", "&": " ", "×": "x"})
_BARE = str.maketrans(dict.fromkeys(_APOSTROPHES, ""))
_OF_FIELDS = ("@", "{", "<record", "%")  # BibTeX, CSL-JSON, EndNote's XML and its tags
_IDENTIFIERS = re.compile(r"https?://\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+|\bpm(?:id|cid|c)\b[:\s]*\d*", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_SHARP_S = re.compile(r"(?<![^\W\d_])ß(?![^\W\d_])")  # that stands alone is a beta of another keyboard: `TGF-ß1`


def text(citation: Citation) -> str:
    """The string that the citation's fields were read from, without identifiers, whose parts look like other fields.

    Empty where the document itself gives fields, as BibTeX and CSL-JSON do.
    """
    if citation.form != "reference" or citation.raw.lstrip().startswith(_OF_FIELDS):
        return ""
    return _IDENTIFIERS.sub(" ", citation.raw)


def is_cut_off(citation: Citation) -> bool:
    """Whether the citation says that it does not name all authors."""
    string = one_line(text(citation))
    before, title, behind = string.partition(citation.fields.title or "\0")
    return others.are_meant(string, before if not title or _LETTER.search(before) else behind)


@lru_cache(maxsize=4096)
def tokens(string: str) -> tuple[str, ...]:
    """The folded words of a text, Greek letters written out."""
    return tuple(_WORD.findall(plainly(string).translate(_BARE)))


def placed(string: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The folded text with what parts its words, and each word with where it begins and ends there."""
    text = plainly(string)
    return text, [(found[0].translate(_BARE), *found.span()) for found in _APOSTROPHIC.finditer(text)]


def plainly(string: str) -> str:
    """The folded text with its marks, without markup, entities and hyphens at the ends of lines; Greek letters written
    out."""
    unescaped = unescape(unescape(string)) if "&" in string else string  # some registries escape twice
    written = _SHARP_S.sub("β", _MARKUP.sub("", _BROKEN.sub("", unescaped)))
    return plain(mended(written)).translate(_WRITTEN_OUT)


def letters(string: str) -> str:
    """The folded letters and digits of a text, without what parts its words."""
    return "".join(tokens(string))


def mended(string: str) -> str:
    """The text, whose UTF-8 was once read as Latin-1, as it was meant: `MÃ¼ller` gives Müller."""
    if not may_be_garbled(string):
        return string
    try:
        return string.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return string


def may_be_garbled(string: str) -> bool:
    """Whether letters stand in a text that UTF-8 has where it is read as Latin-1."""
    return "Ã" in string or "â€" in string
