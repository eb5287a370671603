"""The words of a sentence that is written in reStructuredText, Typst or with formulas, as its readers see them.

(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup, https://typst.app/docs/reference/syntax)
"""

from __future__ import annotations

import re

from cluneal_lit import scripts
from cluneal_lit.folding import one_line
from cluneal_lit.formats import latex_text

# A formula in its line, as pandoc tells it from two sums of money.
_FORMULA = re.compile(r"(?<![\\$\w])\$(?=[^\s$])((?:[^$\\]|\\.){1,400}?)(?<=[^\s\\])\$(?![\d$])")
# A formula of Typst, whose text stands in quotation marks.
_QUOTED = re.compile(r"\"([^\"]*)\"")
_DEEPEST = 4

_ROLE = re.compile(r":(?P<role>[\w:+.-]{1,60}):`(?P<text>[^`]+)`|`(?P<first>[^`<]+)`:(?P<behind>[\w:+.-]{1,60}):")
_LITERAL = re.compile(r"``(.+?)``")
_RST = (
    (re.compile(r"`([^`<]*[^`<\s])\s*(?:<[^<>`]*>)?`_{0,2}"), r"\1"),
    (re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*]+?)(?<=\S)\*{1,2}(?![\w*])"), r"\1"),
    (re.compile(r"\[#?([\w.-]+)\]_"), r"[\1]"),
    (re.compile(r"(?<![\w|])\|(?=[^\s|])([^|]{1,60}?)(?<=\S)\|_{0,2}(?!\w)"), r"\1"),
    (re.compile(r"(?<=[^\W_])_{1,2}(?=[\s.,;:!?)]|$)"), ""),
    (re.compile(r"\\(?:\s|(\S))"), r"\1"),
)
_TARGET = re.compile(r"\s*<[^<>]*>$")

# What Typst calls with content shows that; other calls, and what sets the document up, show nothing of their words.
_ARGUMENTS = r"(?:\((?:[^()\"]|\"[^\"]*\"|\([^()]*\)){0,400}\))"
_CONTENT = re.compile(rf"#(?P<name>[a-z][\w.-]*){_ARGUMENTS}?\[(?P<content>[^\[\]]*)\](?:\[[^\[\]]*\])?")
_CITE = re.compile(r"#cite\(\s*(?:<([^<>]+)>|label\(\s*\"([^\"]+)\"\s*\))[^()]*\)")
_ADDRESS = re.compile(r"#link\(\s*\"([^\"]*)\"\s*\)")
_CALL = re.compile(rf"#[a-z][\w.-]*{_ARGUMENTS}")
_TYPST = (
    (re.compile(r"^=+\s+"), ""),
    (re.compile(r"(?<![\w\\*])\*(?=\S)([^*]+?)(?<=[^\s\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w\\])_(?=\S)([^_]+?)(?<=[^\s\\])_(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w\\@/.])@(\w(?:[\w:.-]*\w)?)"), r"\1"),
    (re.compile(r"(?<=\s)<[\w:.-]+>(?=\s|$)"), ""),
    (re.compile(r"(?<![\\-])---(?!-)"), "—"),
    (re.compile(r"(?<![\\-])--(?!-)"), "–"),
    (re.compile(r"(?<!\\)~"), " "),
    (re.compile(r"\\([^\s\w])"), r"\1"),
)


def without_formulas(text: str) -> str:
    """The text, its formulas as the characters that they show, as far as these are known."""
    return _FORMULA.sub(lambda found: latex_text.formula(scripts.of_latex(found[0])).strip("$"), text)


def of_rst(sentence: str) -> str:
    """The words of reStructuredText without its marks, roles and substitutions."""
    parts = _LITERAL.split(sentence)  # what is literal stands between the others
    return one_line("".join(part if place % 2 else _unmarked(part) for place, part in enumerate(parts)))


def of_typst(sentence: str) -> str:
    """The words of Typst without its marks and calls; what calls show stays."""
    parts = sentence.split("`")
    return one_line("".join(part if place % 2 else _uncalled(part) for place, part in enumerate(parts)))


def _unmarked(sentence: str) -> str:
    sentence = _ROLE.sub(_of_role, sentence)
    for mark, shown in _RST:
        sentence = mark.sub(shown, sentence)
    return sentence


def _of_role(found: re.Match[str]) -> str:
    role, text = found["role"] or found["behind"], _TARGET.sub("", found["text"] or found["first"])
    if role == "math":
        return without_formulas(f"${text}$")
    return _of_kind(role, text, found) if role.startswith(("sup", "sub")) else text


def _uncalled(sentence: str) -> str:
    sentence = _FORMULA.sub(lambda found: without_formulas(_QUOTED.sub(r"\1", found[0])), sentence)
    sentence = _ADDRESS.sub(
        lambda found: (
            f"#link[{found[1]}]" if found.end() == len(found.string) or found.string[found.end()] != "[" else "#link"
        ),
        _CITE.sub(r"\1\2", sentence),
    )
    for _ in range(_DEEPEST):
        sentence = _CONTENT.sub(_shown, sentence)
    sentence = _CALL.sub("", sentence)
    for mark, shown in _TYPST:
        sentence = mark.sub(shown, sentence)
    return sentence


def _shown(call: re.Match[str]) -> str:
    if call["name"] in ("super", "sub"):
        return _of_kind("sup" if call["name"] == "super" else "sub", call["content"], call)
    return call["content"]


def _of_kind(kind: str, text: str, found: re.Match[str]) -> str:
    return scripts.of_kind(kind, text, found.string[: found.start()][-1:])
