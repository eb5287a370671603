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


@pytest.mark.parametrize(
    ("written", "read", "address"),
    [
        (r"A \~{} b", "A ~ b", "A ~ b"),
        (r"http://x.example/\~{}me", "http://x.example/~me", "http://x.example/~me"),
        (r"http://x.example/\~{ }me", "http://x.example/~me", "http://x.example/~me"),
        (r"\^{}", "^", "^"),
        (r"\`{}x", "`x", "`x"),
        (r"\~{n}\~n", "ññ", "~n~n"),
        (r"See \url{http://x.example/~z--a\_b\~{}c} -- x~y", "See http://x.example/~z--a_b~c – x y", ""),
        (r"\url{http://x.example/\~me}", "http://x.example/~me", "http://x.example/~me"),
    ],
)
def test_an_accent_on_nothing_is_a_sign_and_an_address_means_itself(written: str, read: str, address: str) -> None:
    assert plain(written) == read
    assert not address or plain(written, prose=False) == address


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("https://example.org/$file?x=$y&z=%7Ba%7D#f_1~2", "https://example.org/$file?x=$y&z=%7Ba%7D#f_1~2"),
        ("http://example.org/a?$filter=b&$top={5}", "http://example.org/a?$filter=b&$top=5"),
        ("10.1000/a_b$c$d", "10.1000/a_b$c$d"),
        (r"10.1000/a\$b\$c", "10.1000/a$b$c"),
        ("a$$b", "a$$b"),
        (r"http://example.org/$\sim$doe", "http://example.org/~doe"),
        (
            "10.1002/(SICI)1097(1998)49:8$<$693::AID-A4$>$3.0.CO;2-O",
            "10.1002/(SICI)1097(1998)49:8<693::AID-A4>3.0.CO;2-O",
        ),
        (r"10.1007/978$\_$1", "10.1007/978_1"),
    ],
)
def test_a_dollar_of_an_address_is_one_and_a_formula_there_is_a_sign(written: str, text: str) -> None:
    assert plain(written, prose=False) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"$\sqrt[3]{2}$", "³√2"),
        (r"$2\sqrt[3]{2}$", "2 ³√2"),
        (r"$10^{\frac{1}{2}}$", "10^(½)"),
        (r"$2^{\frac{2}{7}}$ or $2^{\sqrt{2}}$", "2^(2/7) or 2^(√2)"),
        (r"$x^{1/2}$ at $t_{1/2}$", "x^(1/2) at t1/2"),
    ],
)
def test_a_root_and_a_power_are_no_other_number(source: str, text: str) -> None:
    assert plain(source) == text
