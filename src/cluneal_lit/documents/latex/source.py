"""A LaTeX source and where its groups end, so that an argument is found at once however deep it lies."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.late import late
from cluneal_lit.lines import Lines
from cluneal_lit.model import Place

# What of the source is no LaTeX: shown as it is, or not at all.
_VERBATIM = frozenset(
    "verbatim Verbatim lstlisting minted alltt BVerbatim LVerbatim"
    " Sinput Soutput Scode pyblock pyconsole pyverbatim sageblock".split()  # of Sweave and its kin
)
_LEFT_OUT = frozenset(
    ("comment", "filecontents", "tikzpicture", "pgfpicture", "axis", "pspicture", "pycode", "sagesilent", "luacode")
)
_RAW_ENVIRONMENT = "|".join(sorted(_VERBATIM | _LEFT_OUT))
_TOKEN = late(
    rf"\\begin\s*\{{(?P<name>{_RAW_ENVIRONMENT})(?P<star>\*?)\}}"
    r"|\\(?:url|nolinkurl|path|href|doi|burl)\s*\{(?=(?P<raw>(?:[^{}\\\n]|\\.|\{[^{}\n]{0,300}\}|\n(?!\s*\n)){0,2000}\}))"
    r"|\\(?:verb|lstinline|mintinline\s*\{\w+\})\*?(?P<quote>[^A-Za-z0-9\s{*])(?P<quoted>[^\n]*?)(?P=quote)"
    r"|\\iffalse(?![A-Za-z])|\\.|%[^\n]*|(?P<brace>[{}])|(?P<bracket>[\[\]])",
    re.DOTALL,
)
_BLANK = re.compile(r"(?:[ \t]|%[^\n]*\n|\n(?![ \t]*\n))*")
_LONGEST_OPTION = 2000
_LONGEST_NOTE = 200


class Raw(Struct, frozen=True):
    """A stretch whose characters mean themselves, from `start` to `end`; nothing of it is shown where `start` is -1."""

    start: int
    end: int
    after: int


class Source:
    """A LaTeX source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.closing: dict[int, int] = {}
        self.raw: dict[int, Raw] = {}
        self._brackets: dict[int, int] = {}
        self._lines = Lines(text)
        self._scan()

    def place(self, at: int, note: str | None = None) -> Place:
        """The line and column of an offset of the source."""
        return Place(*self._lines.position(at), note=note)

    def group(self, at: int) -> tuple[int, int] | None:
        """Where the content of the group begins and ends that follows, blanks and comments left aside."""
        begin = _BLANK.match(self.text, at)
        start = begin.end() if begin else at
        end = self.closing.get(start)
        return (start + 1, end) if end is not None else None

    def option(self, at: int, signs: str = "[]") -> tuple[int, int] | None:
        """Where the content of the `[…]` begins and ends that follows."""
        begin = _BLANK.match(self.text, at)
        start = begin.end() if begin else at
        if self.text[start : start + 1] != signs[0]:
            return None
        end = self.text.find(")", start, start + _LONGEST_NOTE) if signs == "()" else self._brackets.get(start, -1)
        return (start + 1, end) if 0 <= end - start <= _LONGEST_OPTION else None

    def behind_options(self, at: int) -> int:
        """The place behind the `[…]` that stand right behind a command, at most two."""
        for _ in range(2):
            if self.text[at : at + 1] == "[" and (option := self.option(at)):
                at = option[1] + 1
        return at

    def _scan(self) -> None:
        text, at, opened = self.text, 0, list[int]()
        unended: set[str] = set()
        while token := _TOKEN.search(text, at):
            at = token.end()
            if token["brace"] or token["bracket"]:
                self._close(token[0], token.start(), opened)
            elif token["name"]:
                at = self._environment(token, unended)
            elif token["raw"]:
                at = token.end("raw")
                self.closing[token.end() - 1] = at - 1
                self.raw[token.end() - 1] = Raw(token.end(), at - 1, at)
            elif token["quote"]:
                self.raw[token.start()] = Raw(token.start("quoted"), token.end("quoted"), at)
            elif token[0] == "\\iffalse" and "\\fi" not in unended:
                at = self._hidden(token, "\\fi", unended)

    def _close(self, sign: str, at: int, opened: list[int]) -> None:
        """Take a brace or bracket in; a brace closes the brackets that are open within it."""
        if sign in "{[":
            opened.append(at)
            return
        if sign == "]":
            if opened and self.text[opened[-1]] == "[":
                self._brackets[opened.pop()] = at
            return
        while opened and self.text[opened[-1]] == "[":
            opened.pop()
        if opened:
            self.closing[opened.pop()] = at

    def _environment(self, token: re.Match[str], unended: set[str]) -> int:
        ending = f"\\end{{{token['name']}{token['star']}}}"
        if token["name"] not in _VERBATIM:
            return self._hidden(token, ending, unended)
        end = self.text.find(ending, token.end()) if ending not in unended else -1
        if end < 0:
            unended.add(ending)
            return token.end()
        self.raw[token.start()] = Raw(token.end(), end, end + len(ending))
        return end + len(ending)

    def _hidden(self, token: re.Match[str], ending: str, unended: set[str]) -> int:
        end = self.text.find(ending, token.end()) if ending not in unended else -1
        if end < 0:
            unended.add(ending)
            return token.end()
        self.raw[token.start()] = Raw(-1, -1, end + len(ending))
        return end + len(ending)


def uncommented(text: str) -> str:
    """The source without its comments, line ends kept."""
    return re.sub(r"(?<!\\)((?:\\\\)*)%[^\n]*", r"\1", text) if "%" in text else text
