"""The names of OpenDocument's elements, and those that a reader of the text does not see.

https://docs.oasis-open.org/office/OpenDocument/v1.3/
"""

from __future__ import annotations

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
UNSEEN = frozenset(
    (
        *(f"{TEXT}{name}" for name in "tracked-changes sequence-decls variable-decls user-field-decls".split()),
        *(f"{TEXT}{name}" for name in "note-citation ruby-text hidden-text dde-connection-decls".split()),
        *(f"{OFFICE}{name}" for name in "forms annotation-end event-listeners".split()),
        *("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}" + name for name in ("title", "desc")),
        *(f"{{http://purl.org/dc/elements/1.1/}}{name}" for name in ("creator", "date")),
        "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creator-initials",
    )
)
