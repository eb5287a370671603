"""Tags and text of an HTML source, each with its offsets.

One regular expression finds the tags, and each is taken apart once however often it is written. What it does not find
whole is sought by hand: comments, and values in quotes that hold `<` or `>`. What is not markup by the standard, and a
tag that never ends, is text: nothing is lost. (https://html.spec.whatwg.org/multipage/parsing.html#tokenization)
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from msgspec.structs import replace

from cluneal_lit.documents.html.elements import UNSEEN
from cluneal_lit.documents.html.foreign import Foreign
from cluneal_lit.documents.html.tags import Tag, Tags, tag_of
from cluneal_lit.documents.html.written import SPACES

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*+>|<(?=/?[a-zA-Z]|[!?])")
_NAME = re.compile(rf"</?[a-zA-Z][^{SPACES}/>]*")
_BETWEEN = re.compile(rf"[{SPACES}/]*")
_ATTRIBUTE = re.compile(rf"[^{SPACES}/>][^{SPACES}/>=]*+(?:[{SPACES}]*+(=)[{SPACES}]*+)?")
_UNQUOTED = re.compile(rf"[^{SPACES}>]*")
_DOCTYPE = re.compile(r"<!doctype[^>\[]*\[", re.IGNORECASE)  # with declarations of its own
_EMPTY_COMMENT = re.compile(r"<!--(?:>|->)")
_CDATA = "<![CDATA["


# Text from one offset to another, the tag behind it, and whether the text's entities stand for other characters.
Token = tuple[int, int, Tag | None, bool]


class Tokens:
    """The texts and tags of a source, in order. What scripts, styles and the like hold is left out."""

    def __init__(self, source: str, xml: bool) -> None:
        self._source = source
        self._xml = xml
        self._foreign = Foreign()
        self._last: dict[str, int] = {}
        self._next: dict[str, tuple[int, int]] = {}

    def __iter__(self) -> Iterator[Token]:
        source, tags, foreign, at = self._source, Tags(), self._foreign.stack, 0
        while at >= 0:
            for found in _MARKUP.finditer(source, at):
                start, end = found.span()
                tag = tags[found[0]]
                if tag.special or foreign or self._xml:
                    at = yield from self._with_care(at, start, end, tag)
                    break
                yield at, start, tag, True
                at = end
            else:
                yield at, len(source), None, True
                at = -1

    def _with_care(self, at: int, start: int, end: int, tag: Tag) -> Generator[Token, None, int]:
        """A tag that needs more than to be found, and the text before it; returns where to go on, -1 for nowhere."""
        source = self._source
        if tag.odd:
            declared = source[start + 1] in "!?"
            end = self._declaration(start) if declared else self._tag_end(start)
            if end < 0:
                yield at, len(source), None, True
                return -1
            if declared:
                yield at, start, None, True
                if source.startswith(_CDATA, start) and self._holds_cdata:
                    yield start + len(_CDATA), max(start + len(_CDATA), end - 3), None, False
                return end
            tag = tag_of(source[start:end])
        tag = self._taken(tag)
        yield at, start, tag, True
        if tag.raw and not tag.empty:
            begin, end = end, self._raw_end(tag.name, end)
            if tag.name not in UNSEEN:
                yield begin, end, None, tag.name == "textarea"
        return end

    def _taken(self, tag: Tag) -> Tag:
        """The tag, `empty` where its slash says so."""
        if tag.closing:
            self._foreign.end(tag.name)
            return tag
        empty = self._foreign.start(tag.name, tag.slash) or (self._xml and tag.slash)
        return replace(tag, empty=True, plain=False) if empty else tag

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
            if empty := _EMPTY_COMMENT.match(source, start):
                return empty.end()
            closing = self._find("-->", start + 4)
            if closing >= 0:
                return closing + 3
        if source.startswith(_CDATA, start) and self._holds_cdata:
            closing = self._find("]]>", start)
            if closing >= 0:
                return closing + 3
        if (doctype := _DOCTYPE.match(source, start)) and (inner := self._find("]", doctype.end())) >= 0:
            end = self._find(">", inner)
            if end >= 0:
                return end + 1
        return self._find(">", start) + 1 or -1

    def _tag_end(self, start: int) -> int:
        """Where the tag at an offset ends; -1 where it never does."""
        source = self._source
        at = _end(_NAME, source, start)
        if source[start + 1] == "/":
            return self._find(">", at) + 1 or -1
        at = _end(_BETWEEN, source, at)
        while at < len(source) and source[at] != ">":
            attribute = _ATTRIBUTE.match(source, at)
            if attribute is None:
                return -1
            at = self._value_end(attribute.end()) if attribute[1] else attribute.end()
            at = _end(_BETWEEN, source, at)
        return at + 1 if at < len(source) else -1

    def _value_end(self, at: int) -> int:
        quote = self._source[at : at + 1]
        closing = self._find(quote, at + 1) if quote in ('"', "'") else -1
        return closing + 1 if closing >= 0 else _end(_UNQUOTED, self._source, at)

    def _raw_end(self, name: str, at: int) -> int:
        """Where the end tag stands of an element whose content is no markup; without one the page ends in it."""
        closing = re.compile(rf"</{name}(?=[{SPACES}/>])", re.IGNORECASE).search(self._source, at)
        return closing.start() if closing else len(self._source)


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    match = pattern.match(source, at)
    return match.end() if match else at
