"""The people of a work in APA style. (Publication Manual of the APA, 7th edition, chapter 9)"""

from __future__ import annotations

import re

from cluneal_lit import names
from cluneal_lit.model import Name

_MOST = 20  # authors; of more the first nineteen and the last


def listed(people: tuple[Name, ...]) -> str:
    """`Muster, A. M., van der Berg, J., Jr., & Study Group`."""
    shown = [_person(name) for name in people if name != names.ET_AL]
    if names.ET_AL in people:
        return ", ".join((*shown, "et al."))
    if len(shown) > _MOST:
        return f"{', '.join(shown[: _MOST - 1])}, . . . {shown[-1]}"
    return ", & ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def named(people: tuple[Name, ...]) -> str:
    """`J. van der Berg & A. Muster`; of three and more with a comma before the sign, as in a list of authors."""
    shown = [_given_first(name) for name in people if name != names.ET_AL]
    if names.ET_AL in people:
        return ", ".join((*shown, "et al."))
    between = ", & " if len(shown) > 2 else " & "
    return between.join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def _person(name: Name) -> str:
    family = f"{name.non_dropping_particle} {name.family}".strip()
    return name.literal or ", ".join(part for part in (family, _initials(name.given), _suffix(name)) if part)


def _given_first(name: Name) -> str:
    """`W. A. Petri, Jr.`, `C. O’Brien, III`."""
    family = f"{name.non_dropping_particle} {name.family}".strip()
    person = " ".join(part for part in (_initials(name.given), family) if part)
    return name.literal or ", ".join(part for part in (person, _suffix(name)) if part)


def _suffix(name: Name) -> str:
    suffix = names.suffixed(name, roman=True).suffix
    return f"{suffix}." if suffix in ("Jr", "Sr") else suffix


def _initials(given: str) -> str:
    """`J.-Y. M.` of `Jean-Yves M.`; the letters of `JY` apart; names in a script without capitals as they are."""
    if given.lower() == given.upper():
        return given
    if names.is_initials(given) and "-" not in given:
        return " ".join(f"{letter}." for letter in given if letter.isalpha())
    parts = ([one for one in part.split("-") if one] for part in re.split(r"[\s.]+(?!-)", given) if part.strip("-."))
    return " ".join("-".join(f"{one.strip('.')[:1]}." for one in part) for part in parts)
