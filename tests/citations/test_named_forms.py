"""Markers of author and year in many forms and languages. The texts and their lists are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation
from tests.citations.found import cited

LIST = """

# References

Berg AT, Cruz B, Dunn C, Falk E (1961). An inventory of invented pains. J Invent Med 4:561-571.

Falk JC (2000). The index of invented backs. Nerves 25:2940-2952.

Health Office Inc. (2003). Guidelines for invented knees. Health Office, Geneva.

Hauser EC (1974). Measuring invented pain. Pain 2:1127-1131.

Marten, M., & Lindau, J. (2015). Prevalence of invented pain. Nerves, 29(4), 266-272.

Zorn AS, Snell RP (1983). The scale of invented fears. J Invent Med 67:361-370.
"""
EASTERN = {
    "zh": """

## 参考文献

李强. (2010). 腰痛的研究. 疼痛杂志, 16(2), 65-70.

王伟, 张敏, 刘洋. (2003). 神经的解剖. 骨科杂志, 23(4), 201-205.

赵军, 陈静. (2015). 腰痛与运动. 康复杂志, 30(1), 11-15.

Smith J, Lee K (2011). Back pain. Nerves 25:2940-52.
""",
    "ja": """

## 文献

鈴木一郎 (2010). 腰痛の研究. 外科, 24(2), 65-70.

田中太郎, 佐藤花子 (2003). 神経の解剖. 脳外科, 31(4), 201-205.

山本健, 中村誠, 小林明 (2015). 腰痛と運動. 整形外科, 66(1), 11-15.
""",
    "ko": """

## 참고문헌

김철수, 이영희, 박민수 (2003). 신경의 해부. 통증학회지, 16(2), 65-70.

이준호 (2010). 요통의 연구. 의학회지, 34(1), 11-15.

최수진, 정민호 (2015). 요통과 운동. 정형외과학회지, 50(1), 21-25.
""",
}


def led(text: str, listed: str = LIST) -> tuple[list[str], list[str], list[str]]:
    """What the markers of a text are, the first words of the entries that they mean, and what no entry answers."""
    found = cited(text + listed, "a.md")
    return of(found)


def of(found: tuple[Citation, ...]) -> tuple[list[str], list[str], list[str]]:
    entries = {one.id: one.raw.replace(",", " ").replace(".", " ").split()[0] for one in found}
    markers = [one for one in found if one.form == "marker"]
    meant = [entries[each] for one in markers for each in one.cites]
    return [one.raw for one in markers], meant, [each for one in markers for each in one.missing]


@pytest.mark.parametrize(
    ("marker", "entries"),
    [
        # What stands before the author.
        ("(BIP; Berg et al., 1961)", ["Berg"]),
        ("(SIF; Zorn and Snell, 1983)", ["Zorn"]),
        ("(IIB, Falk 2000)", ["Falk"]),
        ("(GAMs; Zorn & Snell, 1983; BIP-II; Berg et al., 1961)", ["Berg", "Zorn"]),
        ("(Inventory of Pains; Berg et al., 1961)", ["Berg"]),
        ("(Inventory of Pains [BIP]; Berg et al., 1961)", ["Berg"]),
        ("(Study 1: Berg et al., 1961)", ["Berg"]),
        ("(for the BIP Berg et al. 1961)", ["Berg"]),
        # What stands behind the year, and between.
        ("(Falk, 2000, for details)", ["Falk"]),
        ("(Berg et al., 1961, Study 1)", ["Berg"]),
        ("(Berg et al., 1961; Falk, 2000, respectively)", ["Berg", "Falk"]),
        ("(Falk, 2000, pp. 3-5, emphasis added)", ["Falk"]),
        ("(Falk, 2000 [my translation])", ["Falk"]),
        ("(Falk 2000 [2010])", ["Falk"]),
        ("(zit. n. Falk 2000, S. 12 ff.)", ["Falk"]),
        ("(but see Falk, 2000, for another view; Zorn & Snell, 1983)", ["Falk", "Zorn"]),
        ("(see e.g. Berg et al. 1961 or Falk 2000)", ["Berg", "Falk"]),
        ("(this is shown by Falk 2000 and others)", ["Falk"]),
        ("(Falk, 1923/2000)", ["Falk"]),
        ("Falk (2000; see also Zorn & Snell, 1983)", ["Falk", "Zorn"]),
        ("Falk (2000, for a review, see Zorn & Snell, 1983)", ["Falk", "Zorn"]),
        ("Berg et al. (1961, Study 2)", ["Berg"]),
        ("Berg’s inventory (1961)", ["Berg"]),
        # Initials and names in full, firms.
        ("(Berg AT et al., 1961)", ["Berg"]),
        ("(A. T. Berg et al., 1961)", ["Berg"]),
        ("(Anna T. Berg et al., 1961)", ["Berg"]),
        ("(Zorn AS, Snell RP. 1983)", ["Zorn"]),
        ("(Zorn, A. S., & Snell, R. P., 1983)", ["Zorn"]),
        ("Berg, A.T. (1961)", ["Berg"]),
        ("Berg AT, Cruz B, et al. (1961)", ["Berg"]),
        ("(Health Office Inc. 2003)", ["Health"]),
        ("Health Office Inc. [HOI] (2003)", ["Health"]),
        # Emphasis, blanks, broken lines, links.
        ("(Berg *et al.*, 1961)", ["Berg"]),
        ("Berg _et al._ (1961)", ["Berg"]),
        ("(**Zorn**  &\n> Snell, 1983)", ["Zorn"]),
        ("Berg et al. ([1961](#ref-berg))", ["Berg"]),
        ("[Zorn and Snell](#ref-zorn) ([1983, 3](#ref-zorn))", ["Zorn"]),
        ("Zorn & Snell 1983", ["Zorn"]),
    ],
)
def test_what_an_entry_answers_is_a_marker_whatever_stands_around_it(marker: str, entries: list[str]) -> None:
    raws, meant, missing = led(f"It hurts, as is said in {marker}.")
    assert (sorted(meant), missing) == (entries, [])
    assert raws == [" ".join(marker.split())]


@pytest.mark.parametrize(
    "marker",
    [
        *(
            f"(Marten {word} Lindau, 2015)"
            for word in "a i y e en og och ve u. et ja és și oraz dan và un ir in и та και".split()
        ),
        *(f"so sagen Marten {word} Lindau (2015)" for word in "a i y e en og och ve und и".split()),
        *(
            f"(Berg {others}, 1961)"
            for others in ("y colegas", "& cols.", "y colaboradores", "i wsp.", "a kol.", "ve ark.")
        ),
        "(BIP; Marten y Lindau, 2015, traducción propia)",
        "(véase Marten y Lindau, 2015, p. 267)",
        "(zit. nach Marten u. Lindau 2015)",
    ],
)
def test_and_in_further_languages(marker: str) -> None:
    _, meant, missing = led(f"So ist es {marker}.")
    assert (len(meant), missing) == (1, [])


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("zh 腰痛很常见（王伟等，2003）。", ["王伟"]),
        ("zh 研究表明，王伟等（2003）报告了。", ["王伟"]),
        ("zh 赵军和陈静（2015）与（李强，2010，第66页）。", ["李强", "赵军"]),
        ("zh 王等（2003年）", ["王伟"]),
        ("zh Smith和Lee（2011）及（Smith等，2011）", ["Smith", "Smith"]),
        ("zh （中国，2010）中国（2003）", []),
        ("ja 田中・佐藤（2003）は（鈴木，2010；山本ら，2015）", ["山本健", "田中太郎", "鈴木一郎"]),
        ("ja 田中と佐藤（2003）は（東京，2010）", ["田中太郎"]),
        ("ko 요통은 흔하다(김철수 등, 2003).", ["김철수"]),
        ("ko 최수진과 정민호(2015)는 (이준호, 2010)", ["이준호", "최수진"]),
        ("ko (김 등, 2003) (서울, 2010)", ["김철수"]),
    ],
)
def test_names_in_chinese_japanese_and_korean(text: str, entries: list[str]) -> None:
    language, _, said = text.partition(" ")
    _, meant, missing = led(said, EASTERN[language])
    assert (sorted(meant), missing) == (entries, [])


def test_a_chinese_name_with_others_that_no_entry_answers_is_missing() -> None:
    _, meant, missing = led("（李强，2010）、（赵军、陈静，2015）和（陈明等，2001）", EASTERN["zh"])
    assert (meant, missing) == (["李强", "赵军"], ["陈明 2001"])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("(BIP; Hamilton et al., 1960)", ["Hamilton 1960"]),
        ("(Hamilton, 1960, for details)", ["Hamilton 1960"]),
        ("(Berg et al., 1961; Falk, 2001, and so on)", ["Falk 2001"]),
        ("Falk (2000; see also Hamilton, 1960)", ["Hamilton 1960"]),
        ("(Smith, Zorn, & Jones, 1983)", ["Smith, Zorn, & Jones 1983"]),
        ("(Smith and Falk, 2000)", ["Smith and Falk 2000"]),
        ("(Falk, 2000, 1970/1971)", ["Falk 1970", "Falk 1971"]),
    ],
)
def test_what_no_entry_answers_is_told_by_its_own_name(text: str, missing: list[str]) -> None:
    assert led(f"Pain (Hauser, 1974) and Falk (2000) and {text}.")[2] == missing


@pytest.mark.parametrize(
    "text",
    [
        "(Spain, 2003, for details)",
        "(in Spain, 2003) May (2003)",
        "(Falk, 2000–2010)",
        "Zorn (1920–1983)",
        "(from Falk in Ohio, June 2000)",
        "(Windows 2000, Service Pack 4)",
        "Falk (2000 patients)",
        "(Falk was there in 2000)",
        "(D´epret & Falk, 2000)",
        "Berg, A. T. (1970) Walking and sitting.",
    ],
)
def test_prose_beside_a_list_cites_nothing(text: str) -> None:
    raws, _, missing = led(f"Pain (Hauser, 1974; Zorn & Snell, 1983) is common. {text}")
    assert (raws, missing) == (["(Hauser, 1974; Zorn & Snell, 1983)"], [])


@pytest.mark.parametrize("far", ["", f"as is said at length {'and again ' * 20}by "])
def test_names_in_a_bracket_are_no_marker_besides_it(far: str) -> None:
    assert led(f"It hurts ({far}Zorn and Snell 1983) and [{far}Zorn and Snell, 1983].")[1] == ["Zorn", "Zorn"]


def test_long_brackets_are_read_whole() -> None:
    many = "; ".join(f"Orlov & Quimby, {1900 + year}" for year in range(30))
    raws, meant, missing = led(f"It hurts (Berg et al., 1961; {many}; Falk, 2000) and (Hauser, 1974).")
    assert (meant, len(missing)) == (["Berg", "Falk", "Hauser"], 30)
    assert len(raws) == 2


@pytest.mark.parametrize("path", ["a.html", "a.tex", "a.rst"])
def test_other_formats_are_read_alike(path: str) -> None:
    said = "It hurts (BIP; Berg {0}et al.{1}, 1961), for details Falk (2000; see Zorn {2} Snell, 1983)."
    entries = LIST.partition("# References")[2].strip()
    text = {
        "a.html": "<p>"
        + said.format("<i>", "</i>", "&amp;")
        + "</p><h2>References</h2>"
        + "".join(f"<p>{one}</p>" for one in entries.replace("&", "&amp;").split("\n\n")),
        "a.tex": "\\documentclass{article}\\begin{document}"
        + said.format("\\emph{", "}", "\\&")
        + "\n\\section*{References}\n"
        + entries.replace("&", "\\&")
        + "\n\\end{document}",
        "a.rst": said.format("*", "*", "&") + "\n\nReferences\n----------\n\n" + entries + "\n",
    }[path]
    _, meant, missing = of(scan(read(path, text.encode())))
    assert (meant, missing) == (["Berg", "Falk", "Zorn"], [])


@pytest.mark.parametrize("entry", ["([1900] 2010)", "(1900/2010)", "2010 [1900]", "(2010)", "(1900)"])
@pytest.mark.parametrize(
    "said",
    ["Orlov ([1900] 2010)", "Orlov (2010 [1900])", "Orlov (1900/2010)", "(Orlov, [1900] 2010, p. 4)", "([1900] 2010)"],
)
def test_the_year_when_a_work_was_first_published_may_stand_in_brackets(said: str, entry: str) -> None:
    listed = f"\n\n## References\n\nOrlov, A. {entry}. Knees of the rowers. Oslo: Patella Press.\n\n"
    listed += "Kim, B. (2011). Backs. Oslo: Patella Press.\n"
    marker = said if "Orlov" in said else f"Orlov {said}"
    assert led(f"It is said: {marker} and Kim (2011).", listed) == ([marker, "Kim (2011)"], ["Orlov", "Kim"], [])


@pytest.mark.parametrize("said", ["(Orlov, 1900)", "(Orlov, 2010)"])
@pytest.mark.parametrize("entry", ["([1900] 2010). Knees.", "2010 [1900]. Knees.", "(2010). Knees.[]"])
def test_an_entry_with_two_years_answers_either(said: str, entry: str) -> None:
    end = " (Original work published 1900)" if "[]" in entry else ""
    listed = f"\n\n## References\n\nOrlov, A. {entry.removesuffix('[]')} Oslo: Patella Press.{end}\n"
    assert led(f"It hurts {said}.", listed) == ([said], ["Orlov"], [])


def test_of_two_entries_that_of_the_very_year_is_meant() -> None:
    listed = (
        "\n\n## References\n\nOrlov, A. (1900/2010). Knees. Oslo: Patella Press.\n\n"
        "Orlov, A. (2010). Backs. Oslo: Patella Press.\n"
    )
    found = cited(f"It hurts (Orlov, 2010).{listed}", "a.md")
    (marker,) = (one for one in found if one.form == "marker")
    assert [one.raw[:25] for one in found if one.id in marker.cites] == ["Orlov, A. (2010). Backs. "]
