"""The headings and numbers of lists in Chinese, Japanese and Korean. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

_WORKS = {
    "参考文献": [
        "王建国，李明．神经卡压的诊断与治疗．中国疼痛杂志，2018，24（5）：321-325．",
        "World Health Organization. Global burden. Geneva: WHO; 2019.",
        "Isu T, Kim K, et al. Walking after block[J]. Spine, 2014, 9: 139.",
        "赵敏. 神经卡压的手术治疗[D]. 北京: 北京大学, 2016.",
    ],
    "文献": [
        "青田洋一: 神経障害の診断. 脊髄ジャーナル 27: 967-973, 2014",
        "鈴木一郎, 田中実：神経障害の手術．脳外科 45：235-241，2017",
        "Kim K, Isu T: Pain due to entrapment. Spine 27:309-313, 2018",
    ],
    "참고문헌": [
        "김철수, 이영희. 신경 포착의 진단. 통증학회지 2015;28:120-7.",
        "박민수. 말초신경의 이해. 서울, 군자출판사, 2010, pp 33-40.",
        "Isu T, Kim K. Walking after block. Spine 2014;9:139.",
    ],
}
_LABELS = [
    *(
        "{}．",
        "{}、",
        "{}）",
        "（{}）",
        "{}．\u3000",
        "{} ",
        "{}\u3000",
        "{}: ",
        "{}：",
        "{}，",
        "〈{}〉",
        "{})",
        "({})",
    ),
    *("注{} ", "文献{} ", "注{}）", "[{}] ", "［{}］", "{}. "),
]
_HEADINGS = {
    "参考文献": [
        *(
            "参 考 文 献",
            "参\u3000考\u3000文\u3000献",
            "【参考文献】",
            "［参考文献］",
            "主要参考文献",
            "七、参考文献",
            "（七）参考文献",
        ),
        *(
            "参考文献 References",
            "References 参考文献",
            "参考文献(References)",
            "参考书目",
            "參考資料",
            "引用書目",
            "第七章 参考文献",
        ),
        *("7．参考文献", "参考文献："),
    ],
    "文献": [
        *(
            "文\u3000献",
            "【文献】",
            "■参考文献",
            "■ 参考文献",
            "引用・参考文献",
            "文献一覧",
            "参照文献",
            "参考文献リスト",
            "（文献）",
        ),
        *("６．文献", "Ⅵ　文献", "引用および参考文献"),
    ],
    "참고문헌": [
        "참 고 문 헌",
        "<참고문헌>",
        "[참고문헌]",
        "Ⅵ. 참고문헌",
        "인용문헌",
        "참고자료",
        "참고문헌 목록",
        "제6장 참고문헌",
    ],
}


def _listed(heading: str, works: list[str], label: str, gap: str = "\n") -> str:
    return f"腰痛。\n\n{heading}\n\n{gap.join(label.format(at) + work for at, work in enumerate(works, 1))}\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("label", _LABELS)
@pytest.mark.parametrize("heading", _WORKS)
def test_numbers_with_signs_of_their_own_label_entries(heading: str, label: str, gap: str) -> None:
    found = cited(_listed(heading, _WORKS[heading], label, gap))
    assert [(one.number, one.raw) for one in found] == list(enumerate(_WORKS[heading], 1))


@pytest.mark.parametrize("heading", _WORKS)
def test_circled_numbers_label_entries(heading: str) -> None:
    works = _WORKS[heading]
    found = cited(f"{heading}\n\n" + "\n".join(f"{sign} {work}" for sign, work in zip("①②③④", works, strict=False)))
    assert [(one.number, one.raw) for one in found] == list(enumerate(works, 1))


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("label", ["[{}] ", ""])
@pytest.mark.parametrize(("plain", "heading"), [(plain, one) for plain, heads in _HEADINGS.items() for one in heads])
def test_headings_stand_above_a_list(plain: str, heading: str, label: str, path: str) -> None:
    written = f"# {heading}" if path == "a.md" else heading
    found = cited(_listed(written, _WORKS[plain], label), path)
    assert [one.raw for one in found if one.form == "reference"] == _WORKS[plain]


@pytest.mark.parametrize(
    "text",
    [
        "价目表\n\n1、苹果：5元，2019年3月\n2、香蕉：6元，2020年4月\n3、牛奶：2021，12（3）：15元\n",
        "会议安排\n\n（1）签到：2021年5月1日\n（2）王建国．报告．2021年5月2日\n（3）讨论，2021，3：10\n",
        "手順\n\n1）電源を入れる。2019年製\n2）設定：青田洋一（2014）\n3）終了。\n",
        "순서\n\n1． 김철수, 이영희. 2015년 3월 접수\n2． 박민수. 2010, 33-40호\n",
        "参考文献的数量见下表，共有 3 类文献。\n\n1 王建国. 2018; 24: 321\n2 李明. 2019; 25: 12\n",
    ],
)
def test_numbered_lines_below_no_heading_are_no_entries(text: str) -> None:
    assert cited(text) == ()


def test_a_number_that_a_line_break_brought_to_the_front_begins_no_entry() -> None:
    works = [
        "李明. 神经的解剖与\n3、4月的病例. 骨科杂志, 2010, 30（1）: 5-9.",
        "王丽. 腰痛. 骨科杂志, 2016,\n36（2）: 1-5.",
    ]
    found = cited("参考文献\n\n" + "\n".join(f"[{at}] {work}" for at, work in enumerate(works, 1)) + "\n")
    assert [one.raw for one in found] == [work.replace("\n", " ") for work in works]
