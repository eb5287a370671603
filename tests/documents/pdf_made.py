"""A small writer of PDF files: text at places of a page, in Helvetica, and links. Heights grow upwards, in points."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

WIDTH, HEIGHT = 595, 842


_FLOATING = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 340 900] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>"
    " /CharProcs << /one 6 0 R >> /Encoding << /Type /Encoding /Differences [49 /one] >>"
    " /FirstChar 49 /LastChar 49 /Widths [350] >>"
)


class Text(Struct, frozen=True):
    """A text that begins at x, y, with blanks wider than usual by `spread` and raised by `rise`.

    Font F is Helvetica; R has a one only, whose glyph floats above the line.
    """

    x: float
    y: float
    text: str
    size: float = 10
    spread: float = 0
    rise: float = 0
    font: str = "F"


class Link(Struct, frozen=True):
    """A rectangle that leads to an address."""

    x0: float
    y0: float
    x1: float
    y1: float
    target: str


class Picture(Struct, frozen=True):
    """A grey picture that fills the page."""


Part = Text | Link | Picture


def lines(x: float, y: float, *texts: str, size: float = 10, pitch: float = 12) -> list[Text]:
    """Texts below one another."""
    return [Text(x, y - pitch * at, text, size) for at, text in enumerate(texts)]


def pdf(*pages: Sequence[Part], turned: int = 0, encrypt: str = "") -> bytes:
    """The bytes of a file with these pages; `turned` by degrees, `encrypt` is a dictionary for its trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"]
    objects[2] += " /Encoding /WinAnsiEncoding >>"
    objects.append(_stream("80", " /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
                           " /BitsPerComponent 8 /Filter /ASCIIHexDecode"))  # fmt: skip
    objects += [_FLOATING, _stream("350 0 0 350 340 700 d1 0 350 340 350 re f")]
    kids = []
    for parts in pages:
        links = [part for part in parts if isinstance(part, Link)]
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {turned}"
            f" /Resources << /Font << /F 3 0 R /R 5 0 R >> /XObject << /I 4 0 R >> >> /Contents {len(objects) + 2} 0 R"
            f" /Annots [{' '.join(map(_link, links))}] >>"
        )
        objects.append(_stream("\n".join(_drawn(part) for part in parts)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, encrypt)


def _drawn(part: Part) -> str:
    if isinstance(part, Text):
        state = f"/{part.font} {part.size} Tf {part.spread} Tw {part.rise} Ts"
        return f"BT {state} 1 0 0 1 {part.x} {part.y} Tm ({_escaped(part.text)}) Tj ET"
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q" if isinstance(part, Picture) else ""


def _link(link: Link) -> str:
    area = f"[{link.x0} {link.y0} {link.x1} {link.y1}]"
    return f"<< /Type /Annot /Subtype /Link /Rect {area} /A << /S /URI /URI ({_escaped(link.target)}) >> >>"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _stream(content: str, more: str = "") -> str:
    return f"<< /Length {len(content.encode('cp1252'))}{more} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str], encrypt: str) -> bytes:
    written = b"%PDF-1.4\n"
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R {encrypt} >>"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    return written + f"{head}{table}trailer\n{trailer}\nstartxref\n{len(written)}\n%%EOF\n".encode()
