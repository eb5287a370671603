"""Word and Excel files: what of the outputs cannot be a template.

The formats: ISO 29500-1 (https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from cluneal_lit.folding import NOT_XML

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTERNAL = ' TargetMode="External"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, for zip


def text(written: str) -> str:
    """The text for XML, without what XML cannot hold."""
    # What can be printed XML can hold; to translate takes ten times as long as to look.
    return escape(written if written.isprintable() else written.translate(NOT_XML))


def attribute(written: str) -> str:
    """The value of an attribute, with its quotes."""
    return quoteattr(written.translate(NOT_XML))


def package(main: str, kinds: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    """The file of these parts by their paths, `main` first among them; `kinds` are their content types.

    The same parts give the same bytes on every machine: nothing is compressed, and no day is told.
    """
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    whole = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations({"rId1": ("officeDocument", main)}),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in whole.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content.encode())
    return out.getvalue()


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """The part that says where the ids of another part lead: its kind, and a part or an address of the web."""
    lines = (
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target={attribute(target)}'
        f"{_EXTERNAL if kind == 'hyperlink' else ''}/>"
        for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'
