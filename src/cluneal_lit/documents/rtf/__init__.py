"""RTF, as word processors save it: text, raised numbers, links and notes.

Notes stand behind the text, and what refers to one leads there. Places are paragraphs, and the numbers of notes.
(Rich Text Format specification 1.9.1, https://www.microsoft.com/download/details.aspx?id=10725)
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.documents.rtf.notes import KINDS, Notes, kind_ahead, kind_at
from cluneal_lit.documents.rtf.words import CHARACTERS, CODEPAGE, HIDDEN, PARAGRAPHS, State, decoded
from cluneal_lit.documents.spans import touching
from cluneal_lit.model import Document, Place, Span

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|(?P<hex>(?:\\'[0-9a-fA-F]{2}[\r\n]*)+)|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)', re.IGNORECASE)
_MARKS = tuple("*†‡§¶")
_SHOWN = KINDS | {""}
_CELL_ENDS = re.compile(r"[}\s]{0,99}\\(?:nest)?cell(?![a-z])")  # the paragraph of a cell ends with it


def read(file: File) -> Document:
    """The document of an RTF source; what is broken in it is passed over."""
    reader = _Reader(file.content.decode("latin-1"))
    reader.read()
    reader.notes.write(reader.text)
    document = reader.text.document(file.path, "rtf")
    marks = [span for span in document.spans if span.target.startswith(("#footnote-", "#endnote-"))]
    return replace(document, spans=touching(document.spans, {at for mark in marks for at in (mark.start, mark.end)}))


class _Reader:
    """What is read so far: the text, its notes, and the groups that are open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.text = Composed()
        self.notes = Notes()
        self._state = State()
        self._outer: list[State] = []
        self._paragraph = 0
        self._marked = False  # whether a number is written whose note is still to come
        self._fresh = True
        self._lifted = -1  # where a raised part of the text ended
        self._skip = self._half = self._at = 0
        self._codepage = "cp1252"

    def read(self) -> None:
        at = 0
        while match := _TOKEN.match(self._source, at):
            at = self._at = match.end()
            if match["word"]:
                at += self._word(match["word"], int(match["number"]) if match["number"] else None)
            elif match["hex"]:
                self._write(decoded(match["hex"], self._codepage, self._skipped(match["hex"].count("\\"))))
            elif match["sign"]:
                self._sign(match["sign"])
            elif match["brace"]:
                self._brace(match["brace"])
            elif match["text"]:
                self._write(decoded(match["text"], self._codepage, self._skipped(len(match["text"]))))

    def _skipped(self, most: int) -> int:
        """How many of these characters only stand for one that was written as Unicode."""
        skipped = min(self._skip, most)
        self._skip -= skipped
        return skipped

    def _word(self, word: str, number: int | None) -> int:
        """Do what a control word says; gives how many bytes of data follow it."""
        state = self._state
        if word == "bin":
            return max(0, number or 0)
        if word == "u" and number is not None:
            self._unicode(number % 65536)
            self._skip = state.skip
        elif word == "uc":
            self._state = replace(state, skip=max(0, min(number or 0, 100)))
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self._codepage = CODEPAGE.get(word, "") or f"cp{number or 1252}"
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in PARAGRAPHS:
            if not (word == "par" and _CELL_ENDS.match(self._source, self._at)):
                self._part(PARAGRAPHS[word])
        elif word in ("super", "up", "nosupersub", "sub", "plain", "dn"):
            hidden = state.deleted and word != "plain"
            self._state = replace(state, raised=word in ("super", "up") and number != 0, deleted=hidden)
        elif word in ("deleted", "v"):
            self._state = replace(state, deleted=number != 0)
        elif word == "chftn":
            self._refer(kind_ahead(self._source, self._at))
        else:
            self._destination(word)
        return 0

    def _unicode(self, code: int) -> None:
        """Write a character; one of two halves is kept until the other comes, and left out where it does not."""
        if 0xDC00 <= code < 0xE000 and self._half:
            self._write(chr(0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00))
        elif not 0xD800 <= code < 0xE000:
            self._write(chr(code))
        self._half = code if 0xD800 <= code < 0xDC00 else 0

    def _refer(self, kind: str) -> None:
        """Write the number of the next note where the text refers to it, and lead there."""
        if self._state.into == "":
            number = self.notes.count(kind)
            self._marked = True
            start = self.text.size
            self._state, outer = replace(self._state, raised=True), self._state
            self._write(str(number))
            self._state = outer
            if self.text.size > start:
                self.text.lay((Span(start, self.text.size, "link", f"#{kind}-{number}"),))

    def _note(self, word: str) -> None:
        """Begin the note or comment of this group."""
        kind = "comment" if word == "annotation" else kind_at(self._source, self._at)
        if kind == "comment":
            self.notes.count(kind)
        elif not self._marked and self._lifted != self.text.size and not self._marks():
            self._refer(kind)  # where neither the program nor the author wrote a mark
        self.notes.begin(kind, self._marked or kind == "comment")
        self._marked = self._marked and kind == "comment"
        self._state = replace(self._state, into=kind, raised=False, optional=False)

    def _marks(self) -> bool:
        return self.text.behind(self.text.size - 1) in _MARKS

    def _destination(self, word: str) -> None:
        """Tell where the text of this group goes to."""
        state = self._state
        if word in ("footnote", "annotation") and state.into == "":
            self._note(word)
        elif word == "field" and not state.optional:
            self._state = replace(state, field=[""])
        elif word == "fldinst":
            self._state = replace(state, into="field", optional=False)
        elif word == "fldrslt":
            self._state = replace(state, start=self._stream.size)
        elif word in HIDDEN or state.optional:
            self._state = replace(state, into="nowhere", optional=False)

    def _brace(self, brace: str) -> None:
        self._skip = self._half = 0
        if brace == "{":
            self._outer.append(self._state)
            self._state = replace(self._state, start=-1, optional=False)
            return
        state, stream = self._state, self._stream
        link = _LINK.search("".join(state.field)) if state.start >= 0 and state.into in _SHOWN else None
        if link and stream.size > state.start:
            stream.lay((Span(state.start, stream.size, "link", link[1]),))
        self._state = self._outer.pop() if self._outer else State()
        if state.into in KINDS and self._state.into == "":
            self.notes.end(state.into)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, optional=True)
        elif sign in "\r\n":
            self._part("\n\n")
        else:
            self._write({"~": "\u00a0", "_": "-", "-": ""}.get(sign, sign))

    @property
    def _stream(self) -> Composed:
        return self.notes.streams.get(self._state.into, self.text)

    def _write(self, text: str) -> None:
        state, stream = self._state, self._stream
        if state.into == "field":
            state.field.append(text)
        if state.into not in _SHOWN or state.deleted or not text:
            return
        place = None
        if self._fresh and state.into == "":
            self._paragraph += 1
            place, self._fresh = Place(paragraph=self._paragraph), False
        start = stream.say(text, place)
        if state.raised:
            stream.lay((Span(start, stream.size, "superscript"),))
            self._lifted = stream.size if state.into == "" else self._lifted

    def _part(self, sign: str) -> None:
        if self._state.into in _SHOWN:
            self._stream.say(sign)
            self._fresh = self._fresh or (self._state.into == "" and sign != "\t")
