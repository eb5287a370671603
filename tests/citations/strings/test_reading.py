"""What the reader keeps from string to string, against what the model learned. The strings are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.strings import crf
from cluneal_lit.citations.strings.attributes import attributes
from cluneal_lit.citations.strings.reading import Reader, cut, stored


@pytest.mark.parametrize(
    "text",
    [
        "Orlov B, Quimby A. Deep knees of rowers. Spine. 2011;4(2):137-44. doi:10.5555/knees.1",
        "Strong, C. (1998). “Hüften: Ruderer”. In: D. Brown (Ed.), Journal of Hips (pp. 3–9). Oslo: Patella Press.",
        "Hips",
    ],
)
def test_strings_are_labelled_by_the_attributes_of_their_tokens(text: str) -> None:
    found, model, reader = cut(text).tokens, crf.Model(stored().weights), Reader(stored())
    expected = model.labelled([model.packed(row) for row in attributes(found, reader.journals)])
    assert [reader.labelled(found), reader.labelled(found)] == [expected, expected]
