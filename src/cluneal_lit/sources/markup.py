"""Text out of the HTML, JATS and MathML that publishers put into titles and abstracts."""

from __future__ import annotations

import html
import re

from cluneal_lit import scripts
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Section

# A tag is taken for one only under a known name: "a<b and c>d" is text.
_BLOCK = (
    "abstract|alternatives|br|break|div|formula|disp-formula|h[1-6]|label|li|list|list-item|ol|p|sec|subtitle|title|ul"
)
_SCRIPT = "sup|sub|inf"
_INLINE = (
    "a|b|bold|big|del|em|ext-link|font|fn|i|ins|inline-formula|inline-graphic|it|italic|monospace|named-content|"
    "overline|q|roman|s|sans-serif|sc|scp|small|span|strike|strong|styled-content|tex|tex-math|tt|u|underline|xref|"
    "annotation|math|menclose|mfenced|mfrac|mi|mn|mo|mmultiscripts|mover|mpadded|mprescripts|mroot|mrow|ms|mspace|msqrt|"
    "mstyle|msub|msubsup|msup|mtable|mtd|mtext|mtr|munder|munderover|none|semantics|"
    rf"[a-z]+:(?!(?:{_BLOCK}|{_SCRIPT})\b)[a-z-]+"
)
_ATTRIBUTES = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?"
_INLINE_TAG = late(rf"</?(?:{_INLINE}){_ATTRIBUTES}>", re.IGNORECASE)
_SCRIPT_TAG = late(rf"</?(?:[a-z]+:)?(?:{_SCRIPT}){_ATTRIBUTES}>", re.IGNORECASE)
_BLOCK_TAG = late(rf"</?(?:[a-z]+:)?(?:{_BLOCK}){_ATTRIBUTES}>", re.IGNORECASE)
_HEADING = late(
    rf"<(?:jats:)?title{_ATTRIBUTES}>((?:(?!<(?:jats:)?title).)*?)</(?:jats:)?title\s*>", re.IGNORECASE | re.DOTALL
)
# Some publishers leave out the blanks around italics and formulas: "dynamics of<i>Burkholderia terrae</i>BS001".
_GLUED = (
    (re.compile(r"(?<=[a-z])(?=<(?:i|em|italic)>[^\W\d_]{4})"), " "),
    (re.compile(r"(?<=[^\W\d_]{4}</i>)(?=[^\W\d_])"), " "),
    (re.compile(r"(?<=[a-z]{2})(?=<(?:mml:)?math\b)"), " "),
    (re.compile(r"(?<=</mml:math>)(?=[^\W\d_]{2})"), " "),
)
# A number or sign, or a row of them, that closes a formula's base: `<msup><mi>Ca</mi><mrow>…</mrow></msup>`.
_TOKEN = r"<(?:[a-z]+:)?m[no](?:\s[^<>]{0,200})?>[^<>]{1,20}</(?:[a-z]+:)?m[no]>\s*"
_IN_FORMULA = late(
    rf"({_TOKEN}|<(?:[a-z]+:)?mrow>\s*(?:{_TOKEN})+</(?:[a-z]+:)?mrow>\s*)</(?:[a-z]+:)?m(sup|sub)>", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(text: str) -> str:
    """The text without tags and entities, on one line; markup that was escaped once more goes too.

    What `<sup>` and `<sub>` mark stands as the characters of `scripts`, as far as there are some.
    """
    if "<" not in text and "&" not in text:
        return one_line(_CONTROL.sub("", text))
    for gap, blank in _GLUED:
        text = gap.sub(blank, text)
    for _ in range(2):
        text = html.unescape(_without_tags(text))
    return one_line(_CONTROL.sub("", _without_tags(text)))


def _without_tags(text: str) -> str:
    text = _IN_FORMULA.sub(lambda found: f"<{found[2]}>{found[1]}</{found[2]}>", text)
    return _BLOCK_TAG.sub(" ", _SCRIPT_TAG.sub("", scripts.of_markup(_INLINE_TAG.sub("", text))))


def title(text: str) -> str:
    """The title as plain text without its final full stop; question marks, exclamation marks and ellipses stay."""
    whole = plain(text)
    return whole[:-1].rstrip() if whole.endswith(".") and not whole.endswith("..") else whole


def with_subtitle(title: str, subtitle: str) -> str:
    """`Title: subtitle`; the title alone where it ends with that already."""
    if not subtitle or title.endswith(subtitle):
        return title
    return f"{title.rstrip(':')}: {subtitle}" if title else subtitle


def sections(abstract: str) -> tuple[Section, ...]:
    """The parts of a JATS abstract under their headings; the heading "Abstract" is none."""
    text = html.unescape(abstract) if "<" not in abstract else abstract
    first, *rest = _HEADING.split(text)
    pairs = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    found = []
    for label, body in pairs:
        name = plain(label).rstrip(":")
        if words := plain(body):
            found.append(Section(text=words, label="" if name.lower() == "abstract" else name))
    return tuple(found)
