"""The words that send a reader to a reference, and belong to nobody who wrote it: `See also`, `Cf.`, `e.g.,`."""

from __future__ import annotations

from cluneal_lit.late import late

_ALSO = r",?\s(?:also|auch|e\.\s?g\.|for\s(?:example|instance)|z\.\s?B\.)"
_SENDING = rf"(?:(?:[Ss]ee|[Ss]iehe|[Cc]f\.|[Vv]gl\.){_ALSO}|[Cc]f\.|[Vv]gl\.|[Ee]\.\s?g\.|i\.\s?e\.|z\.\s?B\.)[,:]?"
_SEE = r"(?:See|Siehe|Voir|Véase|Vide)"
_LOWER = r"(?:see|siehe|voir|véase|ver|vide)(?=\s[^\W\d_a-z])"  # nobody is called so
_NAME = r"(?:(?:v[ao]n|de[rnl]?|d[aiou]s?|la|le|el|te[rn]|zu[rm]?)\s)*[^\W\d_a-z][\w'’-]+"
# See, and See Toh, is also somebody's name: before initials.
_SOMEBODY = (
    rf"(?=\s(?![^\W\d_a-z]{{1,3}}\b|Toh\b|Tho\b){_NAME}"
    r"(?:,?\s[^\W\d_a-z]{1,3}\b|(?:\s[^\W\d_a-z][\w'’-]+)?(?:,|\s(?:and|und|et|y|e|&)\s)|\s\())"
)
_AGAIN = r"[Ii]bid(?:em)?\.?,?"  # whose reference stands before
_LEAD = late(rf"\s*(?:{_AGAIN}|{_SENDING}|{_LOWER}|{_SEE}(?::|{_SOMEBODY}))\s+(?=[^\W\d_])")


def behind_lead(text: str, start: int) -> int:
    """Where the reference begins behind such words, if they stand at `start`; else `start`."""
    led = _LEAD.match(text, start)
    return led.end() if led else start
