"""Names and years without brackets, which an entry answers. The texts and their lists are invented."""

from __future__ import annotations

import pytest

from tests.citations.test_named_forms import led

LIST = """

# References

Berg, A., Cruz, B., & Dunn, C. (2012). An inventory of pains. *Pain*, 4, 561-571.

London, A., & Price, B. (2003). Nerves. *Pain*, 1, 1-5.

Hall, A., et al. (2014). Wards. *Pain*, 9, 1-5.

Taylor, L. (2015). Patients of the valley. *Pain*, 120, 5–14.
"""
EAST = """

# 参考文献

王丽, 刘洋. 中国高血压调查[J]. 中国循环杂志, 2016, 31(7): 617-622.

山田太郎, 鈴木花子 (2015). 転倒と薬剤. 老年精神医学雑誌, 26, 45-52.

김영희, 이철수. 낙상과 약물. 대한내과학회지 2014;86:1-9.
"""


@pytest.mark.parametrize(
    ("text", "raw", "entry"),
    [
        ("London and Price, 2003, followed the patients.", "London and Price, 2003", "London"),
        ("This was done by London and Price, 2003.", "London and Price, 2003", "London"),
        ("As London & Price 2003 say.", "London & Price 2003", "London"),
        ("Since London and Price (2003) nothing changed.", "London and Price (2003)", "London"),
        ("Berg, Cruz and Dunn, 2012, agree.", "Berg, Cruz and Dunn, 2012", "Berg"),
        ("Taylor, 2015, does not.", "Taylor, 2015", "Taylor"),
        ("Berg and Dunn, 2012, agree.", "Berg and Dunn, 2012", "Berg"),
        ("Berg and Cruuz, 2012, agree.", "Berg and Cruuz, 2012", "Berg"),
        ("Hall and Roe, 2014, agree.", "Hall and Roe, 2014", "Hall"),
    ],
)
def test_names_with_a_year_between_commas_are_markers(text: str, raw: str, entry: str) -> None:
    assert led(text, LIST) == ([raw], [entry], [])


@pytest.mark.parametrize(
    "text",
    [
        "Berg, 2012, was hot.",  # by three, of whom nobody says so
        "Taylor 2015 is a ship.",
        "London, 2003, was hot.",
        "Otto Price and Anna Taylor, 2015, are married.",
        "The congresses in London and Paris, 2003, were full.",
        "In May 2015, it rained.",
        "Taylor and Basel, 2015, saw snow.",
        "London and Basel, 2003, saw snow.",
        "Berg, Cruz and Basel, 2012, saw snow.",
    ],
)
def test_prose_with_such_words_cites_nothing(text: str) -> None:
    assert led(f"So it is (Taylor, 2015). {text}", LIST)[0] == ["(Taylor, 2015)"]


@pytest.mark.parametrize(
    ("text", "raw", "entry"),
    [
        ("王丽和刘洋在2016年报告了结果。", "王丽和刘洋在2016年", "王丽"),
        ("结果由王丽与刘洋于2016年发现。", "王丽与刘洋于2016年", "王丽"),
        ("王丽等在2016年指出。", "王丽等在2016年", "王丽"),
        ("王丽2016年的研究表明。", "王丽2016年", "王丽"),
        ("山田と鈴木は2015年に報告した。", "山田と鈴木は2015年", "山田太郎"),
        ("山田太郎らは2015年に述べた。", "山田太郎らは2015年", "山田太郎"),
        ("김영희와 이철수는 2014년에 보고했다.", "김영희와 이철수는 2014년", "김영희"),
    ],
)
def test_names_of_the_east_with_the_year_in_the_sentence(text: str, raw: str, entry: str) -> None:
    assert led(text, EAST) == ([raw], [entry], [])


@pytest.mark.parametrize(
    "text", ["国王在2016年去世。", "在2016年的研究中。", "王丽在1980年出生。", "富士山は2015年に。"]
)
def test_a_surname_that_ends_a_word_is_nobody(text: str) -> None:
    assert led(text, EAST)[0] == []
