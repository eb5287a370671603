"""LaTeX's letters and accents whose braces a program left out; every name is invented or only a name."""

from __future__ import annotations

import pytest

from cluneal_lit.formats.latex_text import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"J\orgensen, Bj\orn", "Jørgensen, Bjørn"),
        (r"Ga\vsi\'c", "Gašić"),
        (r"\vSimko, Mari\'an", "Šimko, Marián"),
        (r"\Ostergaard and \Lukasz Micha\lowski", "Østergaard and Łukasz Michałowski"),
        (r"Fran\ccois Erdo\ugan", "François Erdoğan"),
        (r"golf\cite{invented} in stra\sse", "golfinvented in straße"),
        (r"golf\textit{in} \Large Paris", "golfin Paris"),
        (r"\LaTeX\ in $O(n \log n)$", "LaTeX in O(n log n)"),
    ],
)
def test_letters_without_their_braces_are_letters_and_commands_stay_commands(written: str, read: str) -> None:
    assert plain(written) == read
