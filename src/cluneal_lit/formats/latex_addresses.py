"""Addresses in LaTeX: which ones a source names, and its text with them as they lead somewhere."""

from __future__ import annotations

import re

from cluneal_lit.formats.latex_text import plain
from cluneal_lit.late import late

_BRACED = r"\{((?:[^{}]|\{[^{}]{0,200}\}){0,2000})\}"
# A sign of a bare address. A bracket is one where it is closed within the address, or a letter follows it.
_SIGN = r"[^\s{}\\<>\"()\[\]]|\\[_#%&$~{}]|\{[^{}\s]{0,200}\}"
# Nothing is tried in two ways (`(?>…)`, `{…}+`): of each bracket that would double the time.
_INNER = rf"(?:{_SIGN}|\((?:{_SIGN}){{0,200}}+\)|\[(?:{_SIGN}){{0,200}}+\]){{0,200}}+"
# `\url{…}` or `\url|…|`, `\href{…}{words}`, or bare; a sign that ends a sentence is none of a bare one.
_ADDRESS = late(
    rf"\\href\*?\s*(?:\[[^\[\]]{{0,80}}\])?\s*{_BRACED}\s*{_BRACED}"
    rf"|\\(?:url|nolinkurl|path)\*?\s*{_BRACED}"
    rf"|((?:https?|ftp)://(?>{_SIGN}|\({_INNER}\)|\[{_INNER}\]|[()\[\]](?=\w))+(?<![.,;:!?'\"(\[]))"
    r"|\\(?:url|nolinkurl|path)\*?([|!+])([^|!+\s]{1,2000})\5",
    re.IGNORECASE,
)
_WEB = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)


def text(source: str) -> str:
    """The text of a source with its addresses as they are, that of `\\href` behind its words: `words (address)`."""
    found: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(source) if "://" in source or "\\" in source else ():
        found += (plain(source[at : match.start()]), _shown(match))
        at = match.end()
    return "".join((*found, plain(source[at:])))


def only(source: str) -> str:
    """The address on the web that is all that a source says; empty where it says more, or none."""
    match = _ADDRESS.fullmatch(source.strip(" \t\n{}<>")) or _ADDRESS.fullmatch(source.strip())
    if match and _words(match):
        return ""
    address = plain(source, prose=False).strip() if match is None else _address(match)
    return address if _WEB.fullmatch(address) else ""


def first(source: str) -> str:
    """The first address on the web that a source names; empty for none."""
    return next((found for match in _ADDRESS.finditer(source) if _WEB.fullmatch(found := _address(match))), "")


def _address(match: re.Match[str]) -> str:
    return plain(
        next(part for part in (match[1], match[3], match[4], match[6]) if part is not None), prose=False
    ).strip()


def _shown(match: re.Match[str]) -> str:
    words, address = _words(match), _address(match)
    return f"{words} ({address})" if words else address


def _words(match: re.Match[str]) -> str:
    """The words of `\\href`, where they are more than its address."""
    words, address = plain(match[2] or "").strip(), _address(match)
    said = address.partition("://")[2] or address
    return "" if words in (address, said, said.removesuffix("/")) else words
