"""Markers of author and year in Chinese, Japanese and Korean. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.strings.people import people
from tests.citations.found import cited
from tests.citations.test_named_forms import EASTERN, led


@pytest.mark.parametrize(
    ("before", "marker", "language"),
    [
        ("研究增多。\n\n", "王伟、张敏等（2003）", "zh"),
        ("# 总\n\n", "王伟（2003）", "zh"),
        ("研究很多。", "王伟 & 张敏等（2003）", "zh"),
        ("通증은 흔하다. ", "김철수 및 이영희 외(2003)", "ko"),
        ("통증은 흔하다. ", "김철수 외 (2003)", "ko"),
        ("통증은 흔하다. ", "김철수 & 이영희 외(2003)", "ko"),
    ],
)
def test_eastern_names_begin_with_a_letter_of_their_paragraph(before: str, marker: str, language: str) -> None:
    text = f"{before}{marker} Text.{EASTERN[language]}"
    (found,) = (one for one in cited(text, "a.md") if one.form == "marker")
    place = text.index(marker)
    assert (found.raw, found.cites != ()) == (marker, True)
    assert (found.place.line, found.place.column) == (
        text.count("\n", 0, place) + 1,
        place - text.rfind("\n", 0, place),
    )


@pytest.mark.parametrize("marker", ["（山田・鈴木，2015）", "山田と鈴木（2015）", "（山田太郎・鈴木花子, 2015）"])
def test_japanese_authors_may_be_parted_by_a_dot(marker: str) -> None:
    listed = (
        "\n\n## 文献\n\n山田太郎・鈴木花子 (2015). 転倒と薬剤. 医学雑誌, 26, 45-52.\n\n"
        "田中一郎 (2018). 骨折. 外科, 69, 1-8.\n"
    )
    assert led(f"転倒は多い{marker}。", listed) == ([marker], ["山田太郎・鈴木花子"], [])


@pytest.mark.parametrize(
    ("written", "count"),
    [("山田太郎・鈴木花子・伊藤三郎", 3), ("ジョン・スミス", 1), ("卡尔·马克思", 1), ("김철수·이영희", 2)],
)
def test_a_dot_parts_people_or_the_words_of_a_name(written: str, count: int) -> None:
    assert len(people(written)) == count


def test_an_entry_with_the_year_behind_its_authors_is_led_to() -> None:
    listed = (
        "\n\n参考文献\n\n李明, 张三, 等. 2003. 神经[J]. 疼痛杂志, 9(1): 10-12.\n"
        "王丽, 刘洋. 2016. 腰痛[J]. 骨科杂志, 36(2): 1-5.\n"
    )
    assert led("王丽和刘洋在2016年报道了。李明等（2003）指出。", listed) == (
        ["王丽和刘洋在2016年", "李明等（2003）"],
        ["王丽", "李明"],
        [],
    )
