"""Lists of author and year in Chinese, Japanese and Korean. The works are invented."""

from __future__ import annotations

import re

import pytest

from tests.citations.found import cited


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("heading", "works"),
    [
        (
            "参考文献",
            [
                "李强. (2010). 腰痛的研究. 疼痛杂志, 16(2), 65-70.",
                "王伟, 张敏等. (2003). 神经的解剖. 骨科杂志, 23(4), 20-25.",
            ],
        ),
        (
            "参考文献",
            [
                "李强. 腰痛的研究[J]. 疼痛杂志, 2010, 16(2): 65-70.",
                "王 伟、张 敏（2003）神经的解剖. 骨科杂志, 23(4): 20-25.",
            ],
        ),
        (
            "文献",
            [
                "鈴木一郎 (2010). 腰痛の研究. 外科, 24(2), 65-70.",
                "田中太郎・佐藤花子（2003）神経の解剖. 脳外科, 31(4), 20-25.",
            ],
        ),
        (
            "참고문헌",
            [
                "이준호 (2010). 요통의 연구. 의학회지, 34(1), 11-15.",
                "김철수, 이영희 (2003). 신경의 해부. 학회지, 16(2), 65-70.",
            ],
        ),
    ],
)
def test_entries_without_numbers_are_told_by_their_authors(heading: str, works: list[str], path: str) -> None:
    text = f"Text.\n\n{'# ' if path == 'a.md' else ''}{heading}\n\n" + "\n\n".join(works) + "\n"
    assert [(one.raw, one.in_list) for one in cited(text, path)] == [(work, True) for work in works]


def test_prose_under_no_heading_is_no_entry() -> None:
    assert cited("腰痛的研究. 2010年有十二例.\n\n北京, 上海 (2003). 两地.\n") == ()


_LINE_BY_LINE = {
    "参考文献": [
        [
            "李明. 神经[J]. 骨科杂志, 2010, 30(1): 5-9.",
            "王丽, 刘洋. 腰痛[J]. 骨科杂志, 2016, 36(2): 1-5.",
            "赵云. 疼痛学[M]. 北京: 卫生社, 2011.",
        ],
        ["李明. 2010. 神经[J]. 骨科杂志, 30(1): 5-9.", "王丽, 刘洋. 2016. 腰痛[J]. 骨科杂志, 36(2): 1-5."],
        ["李明（2010）。神经研究。骨科杂志，30(1)，5-9。", "王丽、刘洋（2016）。腰痛研究。骨科杂志，36(2)，1-5。"],
        ["李明．神经［J］．骨科杂志，2010，30（1）：5-9．", "王丽，刘洋．腰痛［J］．骨科杂志，2016，36（2）：1-5．"],
        [
            "李明. 神经. 骨科杂志 2010;30:5-9.",
            "Isu T, Kim K. Walking. Spine 2018;15:25-32.",
            "王丽. 腰痛. 骨科杂志 2016;36:1-5.",
        ],
    ],
    "文献": [
        ["鈴木一郎, 長谷川太郎: 腰痛. 整形外科 70: 1-9, 2019", "佐々木実: 疼痛の検討. 臨整外 54: 3-8, 2018"],
        ["田中実・鈴木一郎 (2019) 疼痛. 臨整外, 54, 3-8.", "佐藤花子, 山田次郎 (2020). 腰. 整形外科, 71, 1-9."],
        ["佐藤花子（2020）『腰の文化史』本屋書店。", "田中実（2019）「疼痛の歴史」『臨床外科』54(3)、3-8頁。"],
    ],
    "참고문헌": [
        ["김철수 (2018). 신경. 의학회지, 15(1), 25-32.", "이영희, 박민수 (2015). 수술. 학회지, 22(3), 10-19."],
        ["김철수. 신경. 의학회지 2018;15:25-32.", "이영희, 박민수. 수술. 학회지 2015;22:10-19."],
        ["김철수, 「신경」, 『의학회지』 15(1), 2018, 25-32쪽.", "이영희, 『수술』, 서울: 학사, 2015."],
    ],
}


@pytest.mark.parametrize("above", ["腰痛。\n\n{}\n\n", "腰痛。\n\n{}\n", "腰痛。\n{}\n", "腰痛。\n\n## {}\n\n"])
@pytest.mark.parametrize(("heading", "works"), [(head, one) for head, lists in _LINE_BY_LINE.items() for one in lists])
def test_entries_line_by_line_are_one_each(heading: str, works: list[str], above: str) -> None:
    path = "a.md" if "#" in above else "a.txt"
    found = cited(above.format(heading) + "\n".join(works) + "\n", path)
    assert [(one.raw, one.in_list) for one in found] == [(work, True) for work in works]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        (
            "参考文献",
            ["李明, 王丽. 2010. 神经卡压", "诊断. 进展[D].", "上海: 大学.", "赵云. 2011. 疼痛学. 北京: 卫生社."],
        ),
        (
            "文献",
            ["鈴木一郎, 田中実 (2015). 上殿皮", "神経. 脊髄外科, 29(1), 1-5.", "佐藤花子 (2018). 腰. 外科, 27, 10-15."],
        ),
        (
            "참고문헌",
            ["김철수, 최지우 (2019).", "회복. 학회지, 44(2), 1-9.", "이영희 (2015). 수술. 학회지, 22, 10-19."],
        ),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_short_word_that_begins_a_line_is_no_author(heading: str, lines: list[str], between: str) -> None:
    works = ["\n".join(lines[:-1]), lines[-1]]
    found = cited(f"腰痛。\n\n{heading}\n\n{between.join(works)}\n")
    assert [one.raw.replace("\n", " ") for one in found] == [" ".join(lines[:-1]), lines[-1]]


_SAYS = re.compile(r"[（(]\d{4}[）)](?:指|は|는)")


@pytest.mark.parametrize("gap", ["\n", ""])
@pytest.mark.parametrize(
    "behind",
    [
        "收稿日期：2016-03-01；修回日期：2016-05-02",
        "基金项目：国家科学基金（81171140），2014年",
        "作者简介：李明（1970—），男，教授，2010年毕业。",
        "受付日：2019年1月1日\u3000受理日：2019年3月1日",
        "접수일: 2018년 1월 1일, 게재확정일: 2018년 3월 1일",
        "교신저자: 김철수, 서울 병원, 2018.",
        "（收稿日期：2021-05-01）",
        "（责任编辑：张三）",
        "（2021-03-02收稿）",
        "编辑/李明",
        "伦理审批：北京大学伦理委员会（2019-123）",
        "本刊2021年征订启事：邮发代号 2-123，定价 20 元",
        "图1 2010年各省发病率",
        "（2019年5月10日受稿，2019年8月1日受理）",
        "(접수일: 2021년 3월 1일)",
        "논문접수일 2021.03.01 심사완료일 2021.04.01",
        "이 논문은 2018년도 정부의 재원으로 지원을 받아 수행된 연구임(NRF-2018R1A2B1234567).",
        "李明（2010）指出手术有效，我们认为这很重要。",
        "鈴木一郎（2019）は神経を報告した。",
        "김철수(2018)는 신경을 보고하였다.",
    ],
)
def test_what_stands_below_a_list_is_no_entry(behind: str, gap: str) -> None:
    if _SAYS.search(behind):
        gap = "\n"  # a sentence with a name and a year may go on with what stands above it
    works = ["李明. 神经. 骨科杂志 2010;30:5-9.", "王丽, 刘洋. 腰痛. 骨科杂志 2016;36:1-5."]
    text = "\n".join(("腰痛。\n\n参考文献\n", *works)) + f"\n{gap}{behind}\n"
    assert [one.raw for one in cited(text) if one.form == "reference"] == works
