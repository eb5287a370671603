"""Documents: the bytes of a file that cites, made into a text with places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from msgspec.structs import replace

from cluneal_lit.documents import decoding, html, kinds, markdown, text
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding

Reader = Callable[[str, str], Document]

READERS: dict[str, Reader] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".mdown": markdown.read,
    ".qmd": markdown.read,
    ".rmd": markdown.read,
}


def read(path: str, content: bytes) -> Document:
    """The document that the file's content is; a text of unknown suffix is plain text, unless it begins as HTML.

    Raises DocumentError for a format that is not read. What was odd about the file stands in its `findings`.
    """
    suffix = PurePath(path).suffix.lower()
    if unread := kinds.unread(suffix, content):
        raise DocumentError(f"{path}: is {unread}, which is not read yet; read are {kinds.READ}")
    page = kinds.is_html(suffix, content)
    if not content:
        written, encoding = "", ""
    elif (decoded := decoding.decoded(content, decoding.declared(content) if page else "")) is None:
        raise DocumentError(f"{path}: is binary, of no known kind; read are {kinds.READ}")
    else:
        written, encoding = decoded
    findings = []
    if encoding:
        findings.append(Finding("LIT102", path, values={"encoding": encoding}))
    if not written.strip():
        findings.append(Finding("LIT103", path))
    reader = html.read if page else READERS.get(suffix, text.read)
    return replace(reader(path, written), findings=tuple(findings))
