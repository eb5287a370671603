"""The words of RTF that say something about its text."""

from __future__ import annotations

import re

from msgspec import Struct

CODEPAGE = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
PARAGRAPHS = {
    "par": "\n\n",
    "sect": "\n\n",
    "page": "\n\n",
    "line": "\n",
    "row": "\n",
    "nestrow": "\n",
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
}
HIDDEN = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep"
    " ftnsepc aftnsep aftnsepc listtable listoverridetable themedata datastore xmlnstbl rsidtbl generator revtbl"
    " filetbl bkmkstart bkmkend xe tc nonesttables shppict nonshppict objdata mmathPr latentstyles"
    " colorschememapping".split()
)
_HEX = re.compile(r"\\'([0-9a-fA-F]{2})")


class State(Struct, frozen=True):
    """What holds in a group: where its text goes (`field`: the instruction of a field; empty: the text), what it is.

    `skip`: how many characters stand for one of Unicode; `field` grows by the instruction; `start`: where the result of
    a field begins, -1 in other groups; `optional`: the group's destination may be passed over.
    """

    into: str = ""
    raised: bool = False
    deleted: bool = False
    optional: bool = False
    skip: int = 1
    start: int = -1
    field: list[str] = []


def decoded(written: str, codepage: str, skipped: int) -> str:
    """The text of characters, or of `\\'e9` bytes, behind the first few."""
    if written.startswith("\\'"):
        content = bytes.fromhex("".join(_HEX.findall(written)))[skipped:]
    else:
        content = written[skipped:].encode("latin-1")
        if content.isascii():
            return content.decode("ascii").replace("\0", "")
    try:
        return content.decode(codepage, errors="replace")
    except LookupError:
        return content.decode("cp1252", errors="replace")
