"""Invented Word, PowerPoint and OpenDocument files, made from small pieces of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"'
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a ZIP archive of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return written.getvalue()


def relations(**targets: tuple[str, str]) -> str:
    """A part of relations: id → (kind, target); a target with `:` is outside."""
    outside = ' TargetMode="External"'
    listed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{outside if ":" in target else ""}/>'
        for name, (kind, target) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def element(name: str, content: str) -> str:
    """An element with all the namespaces that Office files have."""
    return f"<{name} {_NAMESPACES}>{content}</{name}>"


def docx(body: str, links: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A Word file; `links` are addresses by id, `parts` the content of `footnotes`, `styles`, `numbering`, …"""
    targets = {name: (name, f"{name}.xml") for name in parts if name != "sources"}
    targets |= {name: ("hyperlink", target) for name, target in (links or {}).items()}
    sources = {"customXml/item1.xml": element("b:Sources", parts.pop("sources"))} if "sources" in parts else {}
    return archive(
        {
            "_rels/.rels": relations(rId1=("officeDocument", "word/document.xml")),
            "word/document.xml": element("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(**targets),
            **{f"word/{name}.xml": element(f"w:{name}", content) for name, content in parts.items()},
            **sources,
        }
    )


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is no element is the text of one."""
    whole = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{whole}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def raised(text: str) -> str:
    """A run of raised text."""
    return r(text, '<w:vertAlign w:val="superscript"/>')


def field(code: str, shown: str, carried: str = "") -> str:
    """A field as Word writes it, over five runs; the code is parted in the middle."""
    half = len(code) // 2
    begin = f"<w:fldData>{carried}</w:fldData>" if carried else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>'
        + "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:half], code[half:]) if part)
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + (shown if shown.startswith("<") else r(shown))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
