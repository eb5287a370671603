"""Tags and text of an HTML source, each with its offsets.

Made by hand because the standard library's parser takes quadratic time on pages full of `<a` or `<!--`
(https://github.com/python/cpython/issues/135462, mended in new versions only) and reads odd pages differently from one
Python to the next. What is not markup by the standard, and a tag that never ends, is text: nothing is lost.
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from cluneal_lit.documents.html_foreign import Foreign

_MARKUP = re.compile(r"<(?=[a-zA-Z!?]|/[a-zA-Z])")
_NAME = re.compile(r"[a-zA-Z][^ \t\n\f\r/>]*")
_BETWEEN = re.compile(r"[ \t\n\f\r/]*")
_ATTRIBUTE = re.compile(r"([^ \t\n\f\r/>][^ \t\n\f\r/>=]*)(?:[ \t\n\f\r]*+(=)[ \t\n\f\r]*+)?")
_UNQUOTED = re.compile(r"[^ \t\n\f\r>]*")
_DOCTYPE = re.compile(r"<!doctype[^>\[]*\[", re.IGNORECASE)  # with declarations of its own
# A name without semicolon before `=` or a letter is a part of an address: `?a=1&copy=2`.
_REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*(?:;|(?![=a-zA-Z0-9])))")
_UNSEEN = frozenset(("script", "style", "iframe", "noembed", "noframes", "noscript", "title"))
_RAW = _UNSEEN | {"textarea", "xmp"}


class Tag(Struct, frozen=True):
    """A tag that begins at `start`; `empty` says that nothing is in the element, as `/>` does in XML, SVG and MathML.

    Of two attributes of one name the first counts.
    """

    name: str
    start: int
    closing: bool = False
    empty: bool = False
    attributes: dict[str, str] = {}


class Run(Struct, frozen=True):
    """Text from `start` to `end`; `decoded` says that its entities stand for other characters."""

    start: int
    end: int
    decoded: bool = True


class Tokens:
    """The tags and texts of a source, in order. What scripts, styles and the like hold is left out."""

    def __init__(self, source: str, xml: bool) -> None:
        self._source = source
        self._xml = xml
        self._foreign = Foreign()
        self._last: dict[str, int] = {}
        self._next: dict[str, tuple[int, int]] = {}

    def __iter__(self) -> Iterator[Tag | Run]:
        source, at = self._source, 0
        while found := _MARKUP.search(source, at):
            start = found.start()
            if start > at:
                yield Run(at, start)
            at = start
            if source[start + 1] in "!?":
                ended = self._declaration(start)
                if source.startswith("<![CDATA[", start) and self._holds_cdata and ended > 0:
                    yield Run(start + 9, max(start + 9, ended - 3), decoded=False)
            else:
                tag, ended = self._tag(start)
                if tag and ended > 0:
                    yield tag
                    if tag.name in _RAW and not tag.closing and not tag.empty:
                        begin, ended = ended, self._raw_end(tag.name, ended)
                        if tag.name not in _UNSEEN:
                            yield Run(begin, ended, decoded=tag.name == "textarea")
            if ended < 0:
                break
            at = ended
        if at < len(source):
            yield Run(at, len(source))

    @property
    def _holds_cdata(self) -> bool:
        return self._xml or bool(self._foreign)

    def _find(self, sign: str, at: int) -> int:
        """Where the sign stands next; -1 for nowhere.

        Where it stands last and where it was found are remembered: no stretch is searched for it twice, so that a page
        of openings without ends takes linear time.
        """
        if sign not in self._last:
            self._last[sign] = self._source.rfind(sign)
        if at > self._last[sign]:
            return -1
        begun, found = self._next.get(sign, (0, -1))
        if not begun <= at <= found:
            found = self._source.find(sign, at)
            self._next[sign] = at, found
        return found

    def _declaration(self, start: int) -> int:
        """Where a comment, document type or instruction ends; -1 where it never does."""
        source = self._source
        if source.startswith("<!--", start):
            if empty := re.compile(r"<!--(?:>|->)").match(source, start):
                return empty.end()
            closing = self._find("-->", start + 4)
            if closing >= 0:
                return closing + 3
        if source.startswith("<![CDATA[", start) and self._holds_cdata:
            closing = self._find("]]>", start)
            if closing >= 0:
                return closing + 3
        if (doctype := _DOCTYPE.match(source, start)) and (inner := self._find("]", doctype.end())) >= 0:
            end = self._find(">", inner)
            if end >= 0:
                return end + 1
        return self._find(">", start) + 1 or -1

    def _tag(self, start: int) -> tuple[Tag | None, int]:
        """The tag at an offset and where it ends; -1 where it never does."""
        source = self._source
        closing = source[start + 1] == "/"
        name = _NAME.match(source, start + 1 + closing)
        if name is None:
            return None, -1
        if closing:
            self._foreign.end(name[0].lower())
            return Tag(name[0].lower(), start, closing=True), self._find(">", name.end()) + 1 or -1
        attributes: dict[str, str] = {}
        said = name.end()
        at = _end(_BETWEEN, source, said)
        while at < len(source) and source[at] != ">":
            attribute = _ATTRIBUTE.match(source, at)
            if attribute is None:
                return None, -1
            value, said = self._value(attribute.end()) if attribute[2] else ("", attribute.end())
            attributes.setdefault(attribute[1].lower(), value)
            at = _end(_BETWEEN, source, said)
        if at >= len(source):
            return None, -1
        slash = at > said and source[at - 1] == "/"
        empty = self._foreign.start(name[0].lower(), slash) or (self._xml and slash)
        return Tag(name[0].lower(), start, empty=empty, attributes=attributes), at + 1

    def _value(self, at: int) -> tuple[str, int]:
        quote = self._source[at : at + 1]
        closing = self._find(quote, at + 1) if quote in ('"', "'") else -1
        if closing >= 0:
            return _decoded(self._source[at + 1 : closing]), closing + 1
        end = _end(_UNQUOTED, self._source, at)
        return _decoded(self._source[at:end]), end

    def _raw_end(self, name: str, at: int) -> int:
        """Where the end tag stands of an element whose content is no markup; without one the page ends in it."""
        closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(self._source, at)
        return closing.start() if closing else len(self._source)


def meant(entity: str) -> tuple[str, int]:
    """What an entity stands for, and how many of its last letters stand for themselves: the last two of `&notit`."""
    text = unescape(entity)
    if text == entity:
        return "", len(entity)
    tail = 0
    while tail < len(text) - 1 and text[-1 - tail] == entity[-1 - tail]:
        tail += 1
    return text[: len(text) - tail], tail


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    match = pattern.match(source, at)
    return match.end() if match else at


def _decoded(value: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match[0]), value) if "&" in value else value
