"""Headings of lists of references in Chinese, Japanese and Korean, as journals and theses set them: `参 考 文 献`,
`【文献】`, `■引用・参考文献`, `七、参考文献`, `Ⅵ. 참고문헌`, `参考文献一覧`."""

from __future__ import annotations

_GAP = "[ \u00a0\u3000]{0,4}"  # between the signs of a title that is set wide


def _wide(*words: str) -> str:
    """The pattern of any of these words, whose signs gaps may part."""
    return f"(?:{'|'.join(_GAP.join(word) for word in words)})"


_KINDS = _wide("参考", "參考", "引用", "参照", "參照", "征引", "徵引", "参引")
_WORKS = _wide("文献", "文獻", "书目", "書目", "资料", "資料", "图书", "圖書", "図書", "书籍", "書籍")
_AND = rf"{_GAP}(?:[・･·/／、，,及和与與]|と|および|及び)?{_GAP}"
_MAIN = rf"(?:{_wide('主要', '主な', '主要な')}{_GAP})?"
_LISTED = rf"(?:{_GAP}{_wide('一覧', '一览', '一覽', 'リスト', '列表', '目録', '目录', '目錄')})?"
_KOREAN_LISTED = rf"(?:{_GAP}{_wide('목록', '리스트')})?"
_KOREAN = (
    rf"(?:주요{_GAP})?(?:{_wide('참고', '인용')}{_AND}){{1,2}}{_wide('문헌', '자료', '서적', '도서')}{_KOREAN_LISTED}"
)
TITLE = (
    rf"(?:{_MAIN}(?:{_KINDS}{_AND}){{1,2}}{_WORKS}{_LISTED}|{_MAIN}{_wide('文献', '文獻')}{_LISTED}"
    rf"|{_wide('参考', '參考', '出典', '延伸阅读', '延伸閱讀')}|{_KOREAN}|{_wide('문헌')})"
)
"""The title alone."""
_NUMBER = (
    r"(?:[第제]?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2})?|[Ⅰ-Ⅻ]{1,2}|[IVX]{1,4})[)）]?\s?(?:[章节節장])?"
    r"[.．、:：]?\s{0,3})"
)
HEADING = rf"(?:[■●◆▲○◎□◇★※▪]\s?)?{_NUMBER}?[\[【［〔〈《<＜(（]?\s?{TITLE}\s?[\]】］〕〉》>＞)）]?"
"""The title with a mark or the number of its section before it, and in brackets."""
