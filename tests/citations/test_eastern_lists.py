"""Lists of author and year in Chinese, Japanese and Korean. The works are invented."""

from __future__ import annotations

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
