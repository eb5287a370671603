"""Finders of identifiers and references: `python finders.py NAME` prints what each finds in texts, and the seconds.

The standard input is JSON: `texts`, by the name of their document. None of these was made for whole documents: each is
called for what it does, a validator for each word, an address reader for each address. Run in their environment.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterator

Find = Callable[[str], Iterator[tuple[str, str]]]
_WORD = re.compile(r"[^\s,;|\"'“”<>]+")
_URL = re.compile(r"https?://[^\s<>\"'|]+[^\s<>\"'|.,;)\]]")
_KEY = re.compile(r"@((?:doi|pmid|pmcid|arxiv|isbn):[^\s;,\]]+)")


def idutils() -> Find:
    """Each word that is an identifier by the validators; a lone number is a PMID to them, and left out."""
    from idutils import detect_identifier_schemes, normalize_pid

    def find(text: str) -> Iterator[tuple[str, str]]:
        for match in _WORD.finditer(text):
            word = match[0].strip("().[]")
            for scheme in detect_identifier_schemes(word)[:1]:
                if scheme in ("doi", "pmid", "pmcid", "arxiv", "isbn") and not word.isdigit():
                    yield scheme, normalize_pid(word, scheme)

    return find


def metapub() -> Find:
    """Its three expressions; the one for PMIDs takes every number."""
    from metapub import text_mining

    def find(text: str) -> Iterator[tuple[str, str]]:
        yield from (("doi", found) for found in text_mining.findall_dois_in_text(text))
        yield from (("pmcid", found) for found in text_mining.findall_pmcIDs(text))
        yield from (("pmid", found) for found in text_mining.re_pmid.findall(text) if 4 <= len(found) <= 8)

    return find


def manubot() -> Find:
    """Its citation keys, and each address that it makes one of."""
    from manubot.cite.citekey import url_to_citekey

    def find(text: str) -> Iterator[tuple[str, str]]:
        keys = [match[1] for match in _KEY.finditer(text)]
        for match in _URL.finditer(text):
            with contextlib.suppress(ValueError, AttributeError, IndexError):
                keys.append(url_to_citekey(match[0]))
        for key in keys:
            kind, _, value = key.partition(":")
            if kind in ("doi", "pmid", "pmcid", "arxiv", "isbn"):
                yield kind, value

    return find


def papis() -> Find:
    """The DOI that it finds in each line."""
    from doi import find_doi_in_text

    def find(text: str) -> Iterator[tuple[str, str]]:
        for line in text.splitlines():
            if found := find_doi_in_text(line):
                yield "doi", found

    return find


def refextract() -> Find:
    """The references that it makes of a text, each under `reference`, and their identifiers."""
    from refextract import extract_references_from_string

    def find(text: str) -> Iterator[tuple[str, str]]:
        for one in extract_references_from_string(text, is_only_references=False):
            yield "reference", " ".join(one.get("raw_ref", ("",)))
            yield from (("doi", value.removeprefix("doi:")) for value in one.get("doi", ()))
            yield from (("isbn", value) for value in one.get("isbn", ()))

    return find


FINDERS = {"idutils": idutils, "metapub": metapub, "manubot": manubot, "papis": papis, "refextract": refextract}


def main() -> None:
    """Print what the finder that is named finds in each text, and the seconds for all."""
    texts = json.load(sys.stdin)["texts"]
    with contextlib.redirect_stdout(io.StringIO()):
        find = FINDERS[sys.argv[1]]()
        start = time.perf_counter()
        found = {name: [[kind, str(value)] for kind, value in find(text)] for name, text in texts.items()}
        seconds = time.perf_counter() - start
    json.dump({"found": found, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
