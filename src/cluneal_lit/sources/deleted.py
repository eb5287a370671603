"""NCBI's list of the PMIDs that were deleted, one a line (https://ftp.ncbi.nlm.nih.gov/pubmed/deleted.pmids.gz)."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Sequence

from cluneal_lit.model import Answer, Question, Reply, Request, Services
from cluneal_lit.sources import replies

NAME = "deleted"
BATCH = sys.maxsize

_SERVICE = "NCBI's list of deleted PMIDs"
_PIECE = 2**16
_LARGEST = 2**28  # bytes, unpacked: eight digits for every PMID there can be would be less than four times as many


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One download, whatever number is asked about."""
    names = replies.ids(questions)
    return (Request(source=NAME, url=services.deleted_pmids, ids=names),) if names else ()


def parse(request: Request, answer: Answer) -> Reply:
    """Which of the PMIDs stand in the list; the others are absent from it."""
    if answer.status != 200:
        raise replies.refusal(_SERVICE, request, f"HTTP {answer.status}")
    wanted = {name.partition(":")[2].encode(): name for name in request.ids}
    found, lines = set(), 0
    for line in _lines(request, answer.body):
        if not line.isdigit() and line:
            raise replies.refusal(_SERVICE, request, "it sent something else than a list of PMIDs")
        lines += bool(line)
        if line in wanted:
            found.add(wanted[line])
    if not lines:
        raise replies.refusal(_SERVICE, request, "it sent an empty list")
    here = tuple(name for name in request.ids if name in found)
    return Reply(deleted=here, absent=tuple(name for name in request.ids if name not in found))


def _lines(request: Request, body: bytes) -> Iterator[bytes]:
    rest = b""
    for piece in _unpacked(request, body):
        *whole, rest = (rest + piece).split(b"\n")
        if len(rest) > 100:
            whole, rest = [rest], b""
        yield from (line.strip() for line in whole)
    yield rest.strip()


def _unpacked(request: Request, body: bytes) -> Iterator[bytes]:
    """The list in pieces, of which only one is held; it may have been unpacked on the way."""
    if not body.startswith(b"\x1f\x8b"):
        yield body
        return
    unpacker, size = zlib.decompressobj(zlib.MAX_WBITS | 16), 0
    try:
        while not unpacker.eof and (piece := unpacker.decompress(body, _PIECE)):
            size += len(piece)
            if size > _LARGEST:
                raise replies.refusal(_SERVICE, request, "it unpacks to more than can be a list of PMIDs")
            yield piece
            body = unpacker.unconsumed_tail
    except zlib.error as error:
        raise replies.refusal(_SERVICE, request, "it cannot be unpacked") from error
    if not unpacker.eof:
        raise replies.refusal(_SERVICE, request, "it is cut off")
