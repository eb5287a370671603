"""The articles of an efetch answer one at a time, so that memory does not grow with the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from cluneal_lit.sources.pubmed_xml import Element, text

BLOCK = 1 << 16

_SET = b"<PubmedArticleSet>"
_START, _END = b"<PubmedArticle>", b"</PubmedArticle>"
_REFERENCES, _REFERENCES_END = b"<ReferenceList", b"</ReferenceList>"
_ROOTS = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation")


class Unreadable(ValueError):
    """XML that is cut off, broken or of another kind; the message says which, and begins in the middle of a line."""


def blocks(body: bytes) -> Iterator[bytes]:
    """The body in pieces for `articles`."""
    return (body[start : start + BLOCK] for start in range(0, len(body), BLOCK))


def articles(pieces: Iterable[bytes]) -> Iterator[Element]:
    """Each PubmedArticle, PubmedBookArticle and DeleteCitation of a set, or the lone article or citation.

    Articles are cut out of the set and read alone, without their reference lists: that takes the memory of one and
    half the time of a parser that is fed the whole. What is left is read at the end, and shows whether the answer was
    whole. Raises Unreadable where it was not: what came before has been given by then.
    """
    # A fresh parser each time: parsers keep their error log, and threads may read at once.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    frame: list[bytes] = []
    rest: list[bytes] = []  # joined only where an article ends: a long one would be copied for each piece
    tail, uncut = b"", False
    for piece in pieces:
        rest.append(piece)
        seam, tail = tail + piece, (tail + piece)[1 - len(_END) :]
        if _END not in seam:
            continue
        *parts, last = b"".join(rest).split(_END)
        rest, tail = [last], last[1 - len(_END) :]
        for part in parts:
            before, start, article = part.partition(_START)
            uncut = uncut or not _is_plain(part) or not (frame or before.rstrip().endswith(_SET))
            if uncut or not start:
                frame.append(part + _END)
            else:
                frame.append(before)
                yield _parsed(start + _without_references(article) + _END, parser)
    root = _parsed(b"".join((*frame, *rest)), parser)
    if root.tag in _ROOTS:
        yield root
    elif root.tag == "PubmedArticleSet" and root.find("ERROR") is None:
        yield from root
    else:
        raise Unreadable(text(root.find("ERROR")) or text(root) or "it sent XML of another kind")


def _is_plain(part: bytes) -> bool:
    """Whether what looks like a tag is one, and needs nothing that stands elsewhere: no comment, CDATA or entity."""
    if b"!" not in part:  # one byte is found ten times as fast as four
        return True
    return not any(mark in part for mark in (b"<!--", b"<![", b"<!ENTITY"))


def _without_references(article: bytes) -> bytes:
    start = article.find(_REFERENCES)
    end = article.rfind(_REFERENCES_END) if start >= 0 else -1
    return article[:start] + article[end + len(_REFERENCES_END) :] if start < end else article


def _parsed(xml: bytes, parser: etree.XMLParser) -> Element:
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"its XML is cut off or broken ({error.msg})") from error
