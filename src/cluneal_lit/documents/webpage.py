"""Pages of the web as files: their format and encoding are what the host says, where the content leaves them open."""

from __future__ import annotations

import codecs
from urllib.parse import unquote, urlsplit

from cluneal_lit.documents import decoding
from cluneal_lit.documents.file import File
from cluneal_lit.documents.kinds import BINARY, kind

# https://www.iana.org/assignments/media-types/, and the names in use for what is not registered there.
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "text/x-tex": "latex",
    "application/x-tex": "latex",
    "application/x-latex": "latex",
    "text/x-bibtex": "bibtex",
    "application/x-bibtex": "bibtex",
    "application/x-research-info-systems": "ris",
}


def file(url: str, content: bytes, content_type: str) -> File:
    """The file that an address shows; a text is given in UTF-8, whatever its encoding was."""
    media, _, parameters = content_type.partition(";")
    form = kind(unquote(urlsplit(url).path), content)
    if form == "text":
        form = _TYPES.get(media.strip().lower(), form)
    if content and form not in BINARY:
        said = _charset(parameters) or (decoding.declared(content) if form == "html" else "")
        if decoded := decoding.decoded(content, said):
            content = codecs.BOM_UTF8 + decoded[0].encode(errors="replace")
    return File(url, content, form=form)


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""
