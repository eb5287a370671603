"""LaTeX inside bibliographies and documents as a reader sees it: accents, symbols, dashes, without commands.

Names of accents and symbols: https://www.latex-project.org/help/documentation/encguide.pdf (OT1, T1 and TS1).
"""

from __future__ import annotations

import re
import unicodedata

from cluneal_lit import scripts
from cluneal_lit.formats.latex_fractions import in_a_line
from cluneal_lit.formats.latex_symbols import GREEK, SYMBOLS
from cluneal_lit.late import late

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "u": "\u0306",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
    "h": "\u0309",
    "G": "\u030f",
}
_SIGN_IN_MATH = re.compile(r"\\[A-Za-z]|^\\?[<>|_~^]$")  # `$\sim$`, `$<$`, `$\_$`
_ACCENT = late(
    r"\\(?:(?P<sign>[`'^~\"=.])\s*|(?P<letter>[cvHkrudbthG])(?:\s+|(?![A-Za-z])))"
    r"(?:\{\s*(?P<braced>\\[ij](?![A-Za-z])|\\(?:ae|AE|o|O|oe|OE|ss)(?![A-Za-z])|[^\\{}\s]{0,20})\s*\}"
    r"|(?P<bare>\\[ij](?![A-Za-z])\s?|[^\W\d_]))"
)
_TOKEN = late(
    r"(?P<math>\$\$?(?P<formula>(?:[^$\\]|\\.){0,400})\$\$?)"
    r"|\\(?P<word>[A-Za-z@]+)\*?\s*(?:\{\s*\})?"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|(?P<tie>~)|(?P<dash>-{2,3})|(?P<open>``?)|(?P<close>'')",
    re.DOTALL,
)
_COMMANDS_WITH_VALUES = late(
    r"\\(?:href|textcolor|colorbox|foreignlanguage|fontsize|hspace|vspace|hyperref|label|protect\s*\\label)\*?"
    r"\s*(?:\[[^\[\]]{0,80}\])?\s*\{[^{}]{0,400}\}"
)
# What an accent on nothing is: `\\~{}`, as many write the sign; a bare one would then be a tie or a quote.
_ALONE = {"~": "\\textasciitilde{}", "`": "\\textasciigrave{}", "^": "^", "'": "'", '"': '"'}
_ADDRESS = late(r"(\\(?:url|path|nolinkurl)\s*\{)((?:[^{}]|\{[^{}]{0,20}\}){0,2000})\}")
_TILDE = late(r"\\~(?:\{\s*\})?")  # no accent in an address
_IN_ADDRESS = str.maketrans({"~": "\\textasciitilde{}", "-": "{-}", "'": "{'}", "`": "\\textasciigrave{}"})
_SIGNS = {"\\": " ", " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "/": "", "-": "", "!": "", "@": ""}
_LATEX = re.compile(r"[\\{}$~`]|--|''")
_SCRIPT = re.compile(r"\\[A-Za-z]+|\\.|[\^_{}]", re.DOTALL)
_STYLED = late(
    r"(?:text(?:it|bf|subscript|superscript)|emph)(?=[A-Za-z\d])"
    r"|(?:text(?:sc|sf|tt|rm|up)|math(?:rm|it|bf|sf|cal))(?=[A-Z\d])"
)
_SIGNED = re.compile(r"textless|textgreater")
_UPRIGHT = late(r"(?:up|text|math|bm|boldsymbol)(?=[a-z])")  # `\upbeta`, `\textbeta`
# Letters and accents within a word whose braces a program left out: `J\\orgensen`, `Ga\\vsi\\'c`, `\\vSimko`; what else
# stands there is a command. No accents are those by which commands begin (`\\textit`, `\\url`, `\\bf`, `\\ref`).
_GLUED = late(r"(?P<letter>ss|ae|AE|oe|OE|aa|AA|[olOLi])(?=[a-z])|(?P<accent>[cvHku])(?P<base>[A-Za-z])")
_GLUED_FIRST = late(r"(?P<letter>AE|AA|OE|O|L(?!arge))(?=[a-z]{2})|(?P<accent>[cvHku])(?P<base>[A-Z])(?=[a-z])")
_COMMAND = re.compile(
    r"cite|cal|item|it$|label|large|left|index|url|under|unskip|kern|hskip|href|hfill|vspace|vskip|LaTeX"
)
_FUNCTIONS = frozenset("arg cos deg det dim exp gcd inf lim ln log max min mod sin sup tan".split())
_DEEPEST = 3


def plain(written: str, *, prose: bool = True) -> str:
    """The text of a LaTeX source on its own lines, what is raised or lowered as `scripts` has it; `prose` is False for
    addresses and identifiers, whose dashes, ties and quotes mean themselves."""
    if not _LATEX.search(written):
        return written
    text = _ADDRESS.sub(_address, scripts.of_latex(in_a_line(written))) if prose else _TILDE.sub("~", written)
    for _ in range(_DEEPEST):  # an accent may stand on an accented letter
        text, count = _ACCENT.subn(_accented, text)
        if not count:
            break
    text = in_a_line(_COMMANDS_WITH_VALUES.sub("", text))
    return _TOKEN.sub(_prose if prose else _verbatim, text)


def formula(written: str) -> str:
    """The characters of a short formula: `\\gamma` as γ, without braces and signs that raise or lower."""
    return _SCRIPT.sub(lambda part: _in_formula(part[0]), in_a_line(written)).replace("--", "–")


def is_simple(written: str) -> bool:
    """Whether a formula is no more than names of symbols, numbers and letters in a row."""
    return all(name in GREEK or name in SYMBOLS for name in re.findall(r"\\([A-Za-z]+)", written)) and not re.search(
        r"[_=+*/&]|\\[^A-Za-z%]", written
    )


def _address(match: re.Match[str]) -> str:
    """An address within prose, in which dashes, ties and quotes mean themselves."""
    return match[1] + _TILDE.sub("~", match[2]).translate(_IN_ADDRESS) + "}"


def _accented(match: re.Match[str]) -> str:
    mark = ACCENTS[match["sign"] or match["letter"]]
    base = (match["braced"] if match["braced"] is not None else match["bare"]).strip()
    if base.startswith("\\"):
        base = {"\\i": "i", "\\j": "j"}.get(base) or SYMBOLS[base[1:]]
    if not base:
        return _ALONE.get(match["sign"], "")
    return unicodedata.normalize("NFC", base[0] + mark) + base[1:]


def _prose(match: re.Match[str]) -> str:
    if match["tie"]:
        return " "
    if match["dash"]:
        return "–" if len(match["dash"]) == 2 else "—"
    if match["open"] or match["close"]:
        return {"`": "‘", "``": "“", "''": "”"}[match[0]]
    return _token(match)


def _verbatim(match: re.Match[str]) -> str:
    """The same of an address or identifier, in which a dollar is one: a formula stands there for a sign at most."""
    if match["math"] and not _SIGN_IN_MATH.search(match["formula"]):
        opens, closes = match["math"].split(match["formula"], 1) if match["formula"] else (match["math"], "")
        return f"{opens}{_TOKEN.sub(_verbatim, match['formula'])}{closes}"
    return _token(match).replace("∼", "~") if match["math"] else _token(match)


def _token(match: re.Match[str]) -> str:
    if match["brace"]:
        return ""
    if match["math"]:
        return formula(match["formula"])
    if match["word"]:
        return SYMBOLS.get(match["word"]) or GREEK.get(match["word"]) or _behind_command(match)
    if match["sign"]:
        return _SIGNS.get(match["sign"], match["sign"])
    return match[0]


def _behind_command(match: re.Match[str]) -> str:
    """What stands behind a command without its braces: `\\textitE. coli` gives the E, `\\textlessi` the tag `<i`."""
    word, end = match["word"], match.end("word")
    before, behind = match.string[: match.start()][-1:], match.string[end : end + 1]
    letters = (_GLUED if before.isalpha() else _GLUED_FIRST).match(word)
    if letters and behind not in ("{", "[") and not _COMMAND.match(word):
        return f"{_letter(letters)}{word[letters.end() :]}{match.string[end : match.end()]}"
    blank = " " if match.string[end : end + 1].isspace() else ""
    if signed := _SIGNED.match(word):
        return SYMBOLS[signed[0]] + word[signed.end() :] + blank
    found = _STYLED.match(word)
    return word[found.end() :] + blank if found else ""


def _letter(glued: re.Match[str]) -> str:
    if glued["letter"]:
        return SYMBOLS[glued["letter"]]
    return unicodedata.normalize("NFC", glued["base"] + ACCENTS[glued["accent"]])


def _in_formula(part: str) -> str:
    name = part.removeprefix("\\")
    if part in ("^", "_", "{", "}"):
        return ""
    return (
        GREEK.get(name)
        or SYMBOLS.get(name)
        or GREEK.get(_UPRIGHT.sub("", name))
        or (name if name in _FUNCTIONS else "")
        or ("" if name.isalpha() else _SIGNS.get(name, name))
    )
