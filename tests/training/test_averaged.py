"""The average of two models, by hand."""

from __future__ import annotations

from array import array

from training.averaged import averaged, packed


def test_each_weight_is_half_of_both_sums_whatever_the_order_of_labels() -> None:
    one = packed(("B", "O"), {"w=hip": {0: 100, 1: -40}, "w=x": {0: 1}}, array("h", [10, 20, 30, 40, 50, 60]))
    other = packed(("O", "B"), {"w=hip": {0: 40, 1: 300}, "w=the": {0: 8}}, array("h", [4, 3, 2, 1, 6, 5]))
    assert averaged(one, other) == packed(
        ("B", "O"),
        {"w=hip": {0: 200}, "w=the": {1: 4}},
        array("h", [(10 + 1) // 2, (20 + 2) // 2, (30 + 3) // 2, (40 + 4) // 2, (50 + 5) // 2, (60 + 6) // 2]),
    )
