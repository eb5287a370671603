"""What looks like year, volume and pages, by which a stretch of a document shows that it is a reference."""

from __future__ import annotations

from cluneal_lit.late import late

YEAR = r"(?:1[5-9]|20)\d\d"
# What says that there is none, with the letter of one of several: English; German; French, Italian, Portuguese,
# Spanish; Dutch; Polish; Scandinavian; Russian.
NO_DATE = r"\b(?:n\.\s?d|o\.\s?[DJ]|s\.\s?[df]|z\.\s?[dj]|b\.\s?[dr]|u\.\s?å|б\.\s?г)\.(?:-[a-h]\b)?"
# What stands where one would.
UNDATED = (
    r"in press|in preparation|in print|forthcoming|submitted|im Druck|sous presse|en prensa|no prelo"
    rf"|\[?{NO_DATE}\]?"
)
# What looks like volume and pages wherever it stands.
HINT = late(
    rf"{YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:[-\s/][A-Z]?[a-z]*\.?)?(?:\s\d{{1,2}})?)?\s?;\s?[\w\s]{{0,20}}(?:\(|:)"
    r"|\b\d{1,4}\s?[(（]\s?\w[^()（）]{0,20}[)）]\s?[:,：，、]?\s?(?:pp?\.?\s?|S\.\s?)?[A-Za-z]{0,2}\d+"
    r"|\b\d{1,4}\s?[:,：，]\s?(?:pp?\.?\s?)?[A-Za-z]{0,2}\d+\s?[-–－]\s?[A-Za-z]?\d+"
    r"|\b\d{1,4}[:：]\s?[A-Za-z]{0,2}\d+"
    r"|\d\s?[-–－~～〜]\s?\d+\s?[页頁쪽]"
    r"|\b(?:vol|v)\.?\s?\d+|\bpp?\.\s?\d+"
)
