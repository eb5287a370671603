"""What several formats of exchange have a word for, each its own."""

from __future__ import annotations

# By what is meant the words of each format: all are read, the first is written.
MEANINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "note": {
        "ris": ("N1", "RN"),
        "nbib": ("GN",),
        "bibtex": ("note", "annote", "annotation"),
        "endnote": ("notes",),
        "csl": ("note", "annote"),
        "csv": ("notes", "note", "Notes", "Note", "Extra"),
    },
    "attachment": {
        "ris": ("L1",),
        "bibtex": ("file",),
        "endnote": ("urls/pdf-urls/url",),
        "csv": ("File Attachments",),
    },
    "database": {
        "ris": ("DB",),
        "nbib": ("database",),  # a line of the notes in the file
        "wos": ("database",),
        "bibtex": ("database", "source"),
        "endnote": ("remote-database-name",),
        "csl": ("source",),
        "csv": ("database", "Database", "source", "Source"),
    },
    "provider": {"ris": ("DP",), "endnote": ("remote-database-provider",)},
    "accession": {
        "ris": ("AN",),
        "bibtex": ("unique-id",),
        "endnote": ("accession-num",),
        "wos": ("UT",),
        "csv": ("EID", "UT"),
    },
    "affiliation": {
        "ris": ("AD",),
        "nbib": ("AD",),
        "bibtex": ("affiliation",),
        "endnote": ("auth-address",),
        "wos": ("C1",),
        "csv": ("Affiliations",),
    },
    "accessed": {"ris": ("Y2",), "bibtex": ("urldate",), "endnote": ("access-date",), "csl": ("accessed",)},
    "label": {"ris": ("LB",), "endnote": ("label",)},
    "call number": {"ris": ("CN",), "endnote": ("call-num",)},
    "kind of work": {
        "ris": ("M3",),
        "nbib": ("PT",),
        "endnote": ("work-type",),
        "wos": ("DT",),
        "csv": ("Document Type",),
    },
    **{f"custom {number}": {"ris": (f"C{number}",), "endnote": (f"custom{number}",)} for number in range(1, 9)},
}
BY_WORD = {
    (form, word): meaning for meaning, forms in MEANINGS.items() for form, words in forms.items() for word in words
}
