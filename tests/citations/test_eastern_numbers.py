"""Markers of numbers in Chinese, Japanese and Korean. The works are invented."""

from __future__ import annotations

import re

import pytest

from tests.citations.found import cited

_LISTS = {
    "zh": """

参考文献
[1] 李明. 神经[J]. 骨科杂志, 2010, 30(1): 5-9.
[2] 王丽, 刘洋. 腰痛[J]. 骨科杂志, 2016, 36(2): 1-5.
[3] 赵云. 疼痛学[M]. 北京: 卫生社, 2011.
""",
    "ja": """

文献
1) 鈴木一郎, 長谷川太郎: 腰痛. 整形外科 70: 1-9, 2019
2) 佐々木実: 疼痛の検討. 臨整外 54: 3-8, 2018
3) 山田花子: 末梢神経. 東京: 医学書院, 2015
""",
    "ko": """

참고문헌
[1] 김철수. 신경. 의학회지 2018;15:25-32.
[2] 이영희, 박민수. 수술. 학회지 2015;22:10-19.
[3] 최지우. 회복. 학회지 2019;44:1-9.
""",
}


def _meant(text: str, language: str, path: str = "a.txt") -> list[int | None]:
    """The numbers of the entries that the markers of a text mean."""
    found = cited(text + _LISTS[language], path)
    numbers = {one.id: one.number for one in found if one.form == "reference"}
    assert len(numbers) == 3
    return [numbers[target] for one in found if one.form == "marker" for target in one.cites]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "神经卡压可致腰痛［1］。手术有效［2，3］。"),
        ("zh", "神经卡压可致腰痛[1]。手术有效[2、3]。"),
        ("zh", "神经卡压可致腰痛【1】。手术有效【2；3】。"),
        ("zh", "神经卡压可致腰痛〔1〕。手术有效〔2～3〕。"),
        ("zh", "神经卡压可致腰痛[1]。手术有效[2~3]。"),
        ("zh", "见文献[1]，手术有效（2，3）。"),
        ("zh", "2010年[1]手术，5例[2]有效[3]。"),
        ("zh", "如文献1、2所述，文献3也支持。"),
        ("ja", "腰痛が多い１）。手術は有効である２，３）。"),
        ("ja", "腰痛が多い（1）。手術は有効である（2，3）。"),
        ("ja", "腰痛が多い1-3)。"),
        ("ja", "腰痛が多い1),2),3)。"),
        ("ja", "腰痛が多い1）2）3）。"),
        ("ja", "腰痛が多い 1)．手術 2,3)．"),
        ("ja", "腰痛が多い［1］．手術［2・3］．"),
        ("ja", "文献1によれば腰痛が多い。文献2, 3も同様。"),
        ("ko", "요통은 흔하다1). 수술은 유효하다2,3)."),
        ("ko", "요통은 흔하다(1). 수술은 유효하다(2,3)."),
        ("ko", "요통은 흔하다.1 수술은 유효하다.2,3"),
        ("ko", "요통은 흔하다［1］. 수술［2∼3］."),
        ("ko", "김철수[1]는 보고하였다. 이영희 등[2]과 최지우[3]도."),
    ],
)
def test_signs_of_their_own_part_the_numbers_of_a_marker(language: str, text: str, path: str) -> None:
    assert _meant(text, language, path) == [1, 2, 3]


@pytest.mark.parametrize(
    ("one", "other"),
    [("[1]", "[2，3]"), ("[1]", "[2～3]"), ("1", "2，3"), ("1)", "2，3)"), ("1）", "2，3）"), ("（1）", "（2、3）")],
)
def test_raised_numbers_have_them_too(one: str, other: str) -> None:
    text = f"神经卡压可致腰痛<sup>{one}</sup>。手术有效率达到<sup>{other}</sup>，值得推广。"
    assert _meant(text, "zh", "a.md") == [1, 2, 3]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "患者分为1）轻度组2）中度组3）重度组。"),
        ("zh", "包括（1）手术；（2）药物；（3）康复。"),
        ("zh", "共纳入文献3篇，参考文献 2 篇。"),
        ("zh", "住院天数为2天（1～3）。"),
        ("zh", "住院天数为2天[1,3]。"),
        ("zh", "见表（1）。见图（2）。"),
        ("zh", "疼痛评分1～3分，（2～3）次/日。"),
        ("ja", "分類：1）軽度，2）中等度，3）重度。"),
        ("ja", "対象は1)男性，2)女性とした。"),
        ("ja", "症例1）と症例2）。"),
        ("ja", "手順は 1) 洗浄、 2) 切開である。"),
        ("ko", "방법은 1) 세척, 2) 절개이다."),
    ],
)
def test_counts_items_and_parts_are_no_markers(language: str, text: str) -> None:
    assert _meant(text, language) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("多项随机对照研究表明，神经阻滞可缓解疼痛[1-3]。国外报道有效率达80%[4]，但远期疗效不明[5,6]。", "a.txt"),
        (
            "多项研究表明，神经阻滞可缓解疼痛<sup>[1-3]</sup>。有效率达80%<sup>[4]</sup>，远期疗效不明<sup>[5,6]</sup>。",
            "a.md",
        ),
        ("先行研究では腰痛が多い［1-3］。有効率は80%［4］であり，予後は不明である［5，6］。", "a.txt"),
        ("여러 연구에서 요통은 흔하다[1-3]. 유효율은 80%[4]이며 예후는 불명하다[5,6].", "a.txt"),
        ("Trials report less pain [1-3]. Others report 80% [4], but the outcome is unclear [5,6].", "a.txt"),
    ],
)
def test_markers_of_a_list_that_was_lost_are_told(text: str, path: str) -> None:
    found = [re.findall(r"\d", one.raw) for one in cited(text, path)]
    assert found == [["1", "3"], ["4"], ["5", "6"]]


@pytest.mark.parametrize(
    "text",
    [
        "按[1]查询余额，按[2]充值，按[3]返回，研究所。",
        "数组a[1]的值为3，b[2]为4，研究表明c[3]。",
        "第[1]条规定，第[2]条规定，第[3]条规定，参见研究。",
        "年龄56岁[45,67]，体重60kg[55-70]，研究对象。",
        "步骤[1]打开。步骤[2]关闭。步骤[3]保存，研究完成。",
        "価格[1]：りんご。図[2]，表[3]，研究室。",
        "The study gained 80% [75-85] and 12% [8-16].",
    ],
)
def test_other_numbers_in_brackets_are_none(text: str) -> None:
    assert cited(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "本研究为随机对照试验，纳入年龄[18～65]岁的患者。",
        "本研究每日服用[1～2]片。",
        "この研究では[1，2]組に分けた。",
    ],
)
def test_what_is_counted_is_no_marker_of_a_lost_list(text: str) -> None:
    assert cited(text, "a.md") == ()


@pytest.mark.parametrize(
    "section", ["八、致谢\n感谢王教授在2012年的帮助。", "致谢\n感谢王教授。", "附录A 调查问卷\n第一题"]
)
def test_the_next_section_is_no_part_of_the_last_entry(section: str) -> None:
    works = (
        "参考文献\n1．李明．神经．骨科杂志，2010，30（1）：5-9．\n2．张伟．疼痛．中华医学杂志，2011，91（2）：15-19．\n"
    )
    found = cited(f"神经卡压[1]。\n\n{works}{section}\n", "a.txt")
    assert [one.raw.rstrip("．.")[-4:] for one in found if one.in_list] == ["：5-9", "5-19"]
