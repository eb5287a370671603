"""A zipped LaTeX project, as Overleaf exports it: each source in it is a document of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from posixpath import dirname, join, normpath

from cluneal_lit.documents.file import File
from cluneal_lit.documents.kinds import BROKEN_ARCHIVE
from cluneal_lit.errors import DocumentError

_SUFFIXES = (".tex", ".ltx", ".latex", ".rnw", ".rtex", ".bib", ".bbl")
_MOST_MEMBERS = 2000
_LARGEST = 200_000_000  # bytes of all sources together: a packed file may hold a thousand times its size


def members(file: File) -> Iterator[File]:
    """The sources of a project, sorted by name, as `paper.zip/chapters/one.tex`; beside each stand the others.

    Raises DocumentError for an archive that is broken, locked, or unpacks to more than anybody writes.
    """
    try:
        sources = _unpacked(file)
    except BROKEN_ARCHIVE as error:
        reason = "is locked with a password" if "encrypted" in str(error) else "is a broken ZIP archive"
        raise DocumentError(f"{file.path}: {reason}; export the project again") from error
    for name in sorted(sources):
        yield File(f"{file.path}/{name}", sources[name], beside=partial(_beside, sources, dirname(name)))


def _unpacked(file: File) -> dict[str, bytes]:
    sources: dict[str, bytes] = {}
    left = _LARGEST
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        found = [member for member in archive.infolist() if _is_source(member.filename)]
        if len(found) > _MOST_MEMBERS:
            raise DocumentError(
                f"{file.path}: holds {len(found)} LaTeX files, of {_MOST_MEMBERS} at most that are read"
            )
        for member in found:
            with archive.open(member) as packed:
                content = packed.read(left + 1)
            left -= len(content)
            if left < 0:
                raise DocumentError(f"{file.path}: unpacks to more than {_LARGEST // 1_000_000} MB, which is not read")
            sources[normpath(member.filename)] = content
    return sources


def _is_source(name: str) -> bool:
    """Whether a member is a source, and not what macOS keeps beside one, or a way out of the folder."""
    parts = name.split("/")
    hidden = parts[0] == "__MACOSX" or parts[-1].startswith("._") or ".." in parts or name.startswith("/")
    return name.lower().endswith(_SUFFIXES) and not hidden


def _beside(sources: Mapping[str, bytes], folder: str, name: str) -> bytes | None:
    return sources.get(normpath(join(folder, name)))
