"""The average of models, by hand."""

from __future__ import annotations

from array import array

from training.averaged import averaged, packed


def test_each_weight_is_the_mean_of_all_whatever_the_order_of_labels() -> None:
    one = packed(("B", "O"), {"w=hip": {0: 100, 1: -40}, "w=x": {0: 1}}, array("h", [12, 20, 30, 40, 50, 60]))
    other = packed(("O", "B"), {"w=hip": {0: 40, 1: 300}, "w=the": {0: 9}}, array("h", [4, 3, 2, 0, 6, 5]))
    third = packed(("B", "O"), {"w=hip": {0: -10}}, array("h", [0, 0, 0, 0, 0, -400]))
    assert averaged([one, other, third]) == packed(
        ("B", "O"),
        {"w=hip": {0: 130}, "w=the": {1: 3}},
        array("h", [4, round(22 / 3), 11, round(44 / 3), round(55 / 3), round(-334 / 3)]),
    )
