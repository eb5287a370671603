"""Bytes to text, for every reader in one place."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from cluneal_lit.late import late

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))  # not tab, line ends, form feed, escape
_WESTERN = late(r"[\x00-\x7f\xa0-\xff‚„…†‡‰ŠŒŽ‘’“”•–—™šœžŸ€]*")
_FOREIGN_RUN = re.compile(r"[À-ÖØ-öø-ÿŠŒŽšœžŸ]{3}")
# What a page declares -> what browsers read it as (https://encoding.spec.whatwg.org/#names-and-labels), the same for
# every name that is not here. Only encodings of texts: Python has others, such as rot13.
_LABEL = late(
    r"windows-(?:125\d|874)|cp125\d|iso-?8859-?\d{1,2}|koi8-[ru]|big5(?:-hkscs)?|gb(?:k|2312|18030)|shift_jis|sjis"
    r"|x-sjis|euc-(?:jp|kr)|iso-2022-jp|ks_c_5601-1987|macintosh|ibm866|tis-620|latin-?1|(?:us-)?ascii"
)
_READ_AS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "macintosh": "mac-roman",
}
_DECLARED = late(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_WINDOWS = ("CP125", "WINDOWS-125")
_HEAD = 4096
_SAMPLE = 200_000
_STRAY = 3


def decoded(content: bytes, declared: str = "") -> tuple[str, str] | None:
    """The text, with `\\n` for every line end and no byte-order mark, and how it was read where that was not UTF-8.

    None for bytes that are no text. A declaration is not believed where the bytes are good UTF-8 beyond ASCII, or where
    they cannot be read as it says.
    """
    found = _by_mark(content) or _as_wide(content)
    plain = None if found else _as_utf8(content)
    found = (
        found
        or (_as_declared(content, declared) if declared and (plain is None or b"\x1b" in content) else None)
        or plain
        or _as_western(content)
        or _guessed(content)
    )
    if found is None:
        return None
    text, encoding = found
    sample = text[:_SAMPLE].encode(errors="replace")
    if _controls(sample) > min(_STRAY, len(sample) // 4) + len(sample) / 100:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, encoding


def _controls(sample: bytes) -> int:
    """How many control characters there are that no text has."""
    return len(sample) - len(sample.translate(None, _CONTROLS))


def declared(content: bytes) -> str:
    """The name of the encoding that an HTML page says it has, in lower case; empty where it says none."""
    match = _DECLARED.search(_COMMENT.sub(b"", content[:_HEAD]))
    return (match[1] or match[2]).decode("ascii", errors="replace").lower() if match else ""


def _as_declared(content: bytes, name: str) -> tuple[str, str] | None:
    if not _LABEL.fullmatch(name):
        return None
    encoding = _READ_AS.get(name, name)
    try:
        return content.decode(encoding), (encoding if encoding.startswith("cp125") else name).upper().replace(*_WINDOWS)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_mark(content: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            spoilt = encoding == "utf-8" and "�" in text
            return text, "UTF-8 with broken characters" if spoilt else "" if encoding == "utf-8" else encoding.upper()
    return None


def _as_utf8(content: bytes) -> tuple[str, str] | None:
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return None


def _as_wide(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: in Western text every second byte is zero. (Zeros are valid UTF-8: this comes first.)"""
    sample = content[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[start::2]
        if len(half) > 4 and half.count(0) > 0.7 * len(half):
            return content.decode(encoding, errors="replace"), encoding.upper()
    return None


def _as_western(content: bytes) -> tuple[str, str] | None:
    """Windows-1252, where all that is not ASCII are single accented letters in words, and typographic signs.

    Detection by statistics takes a short English text with one dash or accent for Central European.
    """
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return (text, "WINDOWS-1252") if _WESTERN.fullmatch(text) and not _FOREIGN_RUN.search(text) else None


def _guessed(content: bytes) -> tuple[str, str] | None:
    best = from_bytes(content).best()
    if best is None or _controls(content[:_SAMPLE]):
        return None
    return str(best), best.encoding.upper().replace("_", "-").replace(*_WINDOWS)
