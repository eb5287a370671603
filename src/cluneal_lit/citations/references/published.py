"""What looks like the end of a reference without volume and pages: a publisher, an edition, a page of the web."""

from __future__ import annotations

from cluneal_lit.citations.references import authors, locators
from cluneal_lit.late import late

# As lawyers write volume, journal, page and year: `12 Harv. L. Rev. 33 (2016)`.
REPORTED = (
    rf"\d{{1,3}}\s(?:[{authors.UPPER}][\w.’']*\s|&\s|of\s){{1,6}}\d{{1,4}}(?:[,–-]\s?\d+){{0,2}}\s\({locators.YEAR}\)"
)
# Place and publisher with year behind a title, editions, a page of the web with the day of its reading, what physicists
# and lawyers write, `Inv. Rev. 12, 345 (2001)`, the number of an article in the place of
# pages, `Inv. Rev., 12, e345`, and pages in Cyrillic letters.
PUBLISHED = late(
    rf"(?:(?<=[^\W\d_]{{2}}[.?!])|(?<=[\])”\"][.?!]))\s[{authors.UPPER}][^\W\d_]+"
    rf"(?:,?\s[{authors.UPPER}][\w.]*){{0,3}}(?:\s\([^()]{{2,20}}\))?:\s[{authors.UPPER}][^:;\d]{{1,60}}[;,]\s?[c©]?{locators.YEAR}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\sed(?:ition\b|n\b|\.)|\bpages\s\d+\s?[-–]\s?\d+"
    r"|https?://\S{1,300}\W{1,5}(?i:accessed|retrieved|visited|cited|abgerufen|zugriff|consulté|consultado|visto)\b"
    rf"|[^\W\d_]\.?,?\s\d{{1,4}},\s[A-Z]?\d{{1,6}}(?:\s?[-–]\s?\d+)?\s\({locators.YEAR}\)"
    rf"|\b{REPORTED}"
    r"|[^\W\d_]\.?,\s\d{1,4}(?:\(\d{1,3}\))?,\s(?:(?i:article|art\.)(?:\s(?i:no\.|id|number))?\s[A-Za-z]?\d+|[A-Za-z]{1,4}\d{3,})\b"
    r"|\b[СC]\.\s?\d+\s?[-–]\s?\d+|\b\d+\s[сc]\.(?:\s|$)"
)
