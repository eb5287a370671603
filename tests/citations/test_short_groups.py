"""What groups are called in short, in markers and their entries. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited
from tests.citations.test_named_forms import of

LIST = """

## References

Hauser, A. (1974). Pain of the knee. *Nerves*, 4, 20-25.

{entry} *Report on knees*. Oslo: Verlag.

Zorn, J., & Snell, K. (1983). Pain of the hip. *Nerves*, 5, 30-35.
"""


@pytest.mark.parametrize(
    ("marker", "entry"),
    [
        ("(Destatis, 2020)", "Statistisches Bundesamt [Destatis]. (2020)."),
        ("(AERA, 2020)", "American Educational Research Association [AERA]. (2020)."),
        ("(WHO, 2020)", "WHO – World Health Organization (2020)."),
        ("(HAS, 2020)", "HAS — Haute Autorité de santé (2020)."),
        ("(Haute Autorité de Santé, 2020)", "HAS — Haute Autorité de Santé (2020)."),
        ("(IBGE, 2020)", "Instituto Brasileiro de Geografia e Estatística – IBGE. (2020)."),
    ],
)
def test_a_group_is_known_by_its_short_name(marker: str, entry: str) -> None:
    found = cited(f"So it is (Hauser, 1974) {marker}.{LIST.format(entry=entry)}", "a.md")
    _, meant, missing = of(found)
    assert (len(meant), meant[-1:], missing) == (2, [entry.split()[0]], [])
    (work,) = (one for one in found if one.raw.startswith(entry))
    assert work.fields.issued and work.fields.issued.year == 2020
    assert "2020" not in work.fields.author[0].literal
