"""LaTeX as a reader sees it. The documents and works are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Ids, Place
from tests.citations.found import cited

BIB = b"""@article{isu2018, author={Isu, T}, title={Nerves}, year=2018, doi={10.5555/isu}}
@article{kim2020, title={More nerves}, pmid={90000001}}"""
LIST = r"""\begin{thebibliography}{9}
\providecommand{\natexlab}[1]{#1}
\bibitem[Isu(2018)]{isu2018}
Isu T, Kim K. Superior cluneal nerves.
\newblock \emph{J Pain} 3\penalty0 (1):\penalty0 25--32.
\newblock \doi{10.5555/isu}.
\bibitem{trap} Trap A. A book without numbers.
\end{thebibliography}
"""


def document(source: str, **beside: bytes) -> Document:
    files = {name.replace("_", ".").replace("..", "../"): content for name, content in beside.items()}
    return read("paper.tex", source.encode(), files.get)


def text(source: str) -> str:
    return document(source).text


def found(source: str, **beside: bytes) -> list[tuple[str, str, Ids]]:
    """Form, text and identifiers of the citations."""
    return [(one.form, one.raw, one.ids) for one in scan(document(source, **beside))]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a % comment\nb%\n  c \\% d", "a bc % d"),
        ("one\ntwo\n\n\nthree", "one two\n\nthree"),
        ("M\\\"uller, \\O ystein {\\v S}imek, \\'{\\i}, \\c{c}", "Müller, Øystein Šimek, í, ç"),
        ("``a'' 1--2 --- x~y 10\\,ml", "“a” 1–2 — x y 10 ml"),
        ("\\textbf{a \\emph{b}} {\\it c} \\unknown[x]{d} \\unknown e", "a b c d e"),
        ("\\section*{Title}\\label{s} Text \\ref{s} \\vspace{2mm} on", "Title\n\nText on"),
        ("p $x_1 < 2$ and IFN-$\\gamma$", "p $x_1 < 2$ and IFN-γ"),
        ("\\newcommand{\\pv}{\\textit{p}-value}\\newcommand{\\x}[1]{a #1} A \\pv{} is", "A p-value is"),
        ("a\\footnote{first} b.\\footnote{second}\n\nc", "a¹ b.²\n\nc\n\nFootnotes\n\n1. first\n\n2. second"),
        ("a\\footnotemark{} b\\endnote{c}.\\footnotetext{d}", "a¹ b¹.\n\nEndnotes\n\n1. c\n\nFootnotes\n\n1. d"),
        ("a\\footnote[7]{b\\footnote{c}} d\\footnotemark[7]", "a⁷ d⁷\n\nFootnotes\n\n7. b¹\n\nFootnotes\n\n1. c"),
        ("a\\footnote{\\label{x}b} c\\footref{x} d\\footnotemark[\\ref{x}]", "a¹ c¹ d¹\n\nFootnotes\n\n1. b"),
        ("\\begin{comment}x\\end{comment}\\iffalse y \\fi z", "z"),
        ("\\begin{tabular}{ll}a & b \\\\[2pt] \\hline c & d\\end{tabular}", "a\tb\nc\td"),
        ("\\begin{enumerate}\\item a\\item b\\end{enumerate}", "1. a\n2. b"),
        ("\\title{T\\thanks{U}}x\\begin{document}y\\end{document}z", "T\n\ny\n\nU"),
        ("\\url{http://a.org/b_c%20d\\#e} \\href{http://x}{y}", "http://a.org/b_c%20d#e y"),
        (
            "\\pmid{90000001} PMID: \\pmid{90000002} \\doi{10.5555/a\\_b}",
            "PMID: 90000001 PMID: 90000002 doi:10.5555/a_b",
        ),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, shown: str) -> None:
    assert text("\\documentclass{article}" * source.startswith("\\title") + source) == shown


def test_every_character_has_its_place_in_the_source() -> None:
    source = "\\textit{A} b\n{\\'e}c % no\n  \\emph{PMID:~90000001}"
    (one,) = scan(document(source))
    shown = document(source)
    assert [shown.place(shown.text.index(char)) for char in "Abc"] == [Place(1, 9), Place(1, 12), Place(2, 6)]
    assert (one.place, one.ids) == (Place(3, 9), Ids(pmid="90000001"))


def test_what_lies_over_the_text_is_kept() -> None:
    shown = document("a\\textsuperscript{3} \\href{https://x.org/\\%20}{b} \\verb|c d|")
    assert [(span.kind, shown.text[span.start : span.end], span.target) for span in shown.spans] == [
        ("superscript", "3", ""),
        ("link", "b", "https://x.org/%20"),
        ("code", "c d", ""),
    ]


ISU, KIM = ("key", "isu2018", Ids(doi="10.5555/isu")), ("key", "kim2020", Ids(pmid="90000001"))


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("\\cite{isu2018}", [ISU]),
        ("\\citep[see][p.~3]{isu2018,%\n kim2020}", [ISU, KIM]),
        ("\\Citet*{isu2018}", [ISU]),
        ("\\parencites(see)(there)[1]{isu2018}[2]{kim2020}", [ISU, KIM]),
        ("\\footcite[3]{isu2018} \\autocite{kim2020}", [ISU, KIM]),
        ("\\volcite{2}[3]{isu2018}", [ISU]),
        ("\\mycite{isu2018} \\nocite{kim2020} \\nocite{*}", [ISU, KIM]),
        ("\\footnote{As \\cite{isu2018} says}", [ISU]),
        ("% \\cite{isu2018}\n\\citestyle{apa} \\verb|\\cite{kim2020}|", []),
        ("\\cite{nobody}", [("key", "nobody", Ids())]),
        ("\\cite{12}", [("key", "12", Ids())]),
        ("\\cite{doi:10.5555/x}", [("key", "doi:10.5555/x", Ids(doi="10.5555/x"))]),
    ],
)
@pytest.mark.parametrize("name", ["\\bibliography{refs}", "\\addbibresource[a=b]{refs.bib}"])
def test_each_key_is_a_citation_of_the_work_in_the_bibliography(
    name: str, command: str, keys: list[tuple[str, str, Ids]]
) -> None:
    assert found(f"It is {command} so. {name}", refs_bib=BIB) == keys


def test_a_key_has_the_fields_of_its_entry_and_its_own_place() -> None:
    first, second = scan(document("A \\cite{isu2018,\n  kim2020}. \\bibliography{refs}", refs_bib=BIB))
    assert (first.place, first.fields.title, first.cited_as) == (Place(1, 9), "Nerves", "isu2018")
    assert (second.place, second.sentence) == (Place(2, 3), "A [isu2018, kim2020].")


def test_a_chapter_finds_the_bibliography_of_its_main_file() -> None:
    main = b"\\documentclass{book}\\input{setup}"
    source = "% !TEX root = ../main.tex\n\\cite{isu2018}"
    files = {"../main.tex": main, "../setup.tex": b"\\addbibresource{refs.bib}", "../refs.bib": BIB}
    assert [one.ids for one in scan(read("one.tex", source.encode(), files.get))] == [Ids(doi="10.5555/isu")]


def test_a_list_of_references_is_numbered_and_known_to_its_keys() -> None:
    shown = document(f"See \\cite{{trap,isu2018}}. {LIST}")
    assert shown.text == (
        "See [trap, isu2018].\n\nReferences\n\n"
        "[1] Isu T, Kim K. Superior cluneal nerves. J Pain 3(1):25–32. doi:10.5555/isu.\n\n"
        "[2] Trap A. A book without numbers."
    )
    assert [(one.form, one.cited_as, one.number, one.in_list, one.ids) for one in scan(shown)] == [
        ("key", "trap", 2, False, Ids()),
        ("key", "isu2018", 1, False, Ids(doi="10.5555/isu")),
        ("reference", "isu2018", 1, True, Ids(doi="10.5555/isu")),
        ("reference", "trap", 2, True, Ids()),
    ]
    assert scan(shown)[2].fields.title == "Superior cluneal nerves"


BIBER = r"""\entry{isu2018}{article}{}{}
      \name{author}{2}{}{%
        {{hash=1}{%
           family={Isu},
           familyi={I\bibinitperiod},
           given={Toyohiko},
           giveni={T\bibinitperiod}}}%
        {{un=0,hash=2}{%
           family={M{\"u}ller},
           given={K.\bibnamedelima L.},
           givenun=0}}%
      }
      \list{publisher}{1}{%
        {Invented}%
      }
      \field{title}{Nerves}
      \field{journaltitle}{J Pain}
      \field{year}{2018}
      \field{pages}{25\bibrangedash 32}
      \verb{doi}
      \verb 10.5555/is_u
      \endverb
    \endentry
"""


def test_what_biber_writes_is_a_list_and_known_to_keys() -> None:
    (entry,) = scan(read("paper.bbl", BIBER.encode()))
    assert (entry.raw, entry.number, entry.cited_as, entry.ids) == (
        "Isu T, Müller KL. Nerves. J Pain. 2018:25-32. doi:10.5555/is_u",
        1,
        "isu2018",
        Ids(doi="10.5555/is_u"),
    )
    assert [one[2] for one in found("\\cite{isu2018}", paper_bbl=BIBER.encode())] == [Ids(doi="10.5555/is_u")]


REVTEX = r"""\begin{thebibliography}{1}%
\bibitem [{\citenamefont {Isu}\ \emph {et~al.}(2018)\citenamefont {Isu}}]{isu2018}%
  \BibitemOpen
  \bibfield  {author} {\bibinfo {author} {\bibfnamefont {T.}~\bibnamefont {Isu}},\ }\bibfield  {title} {\enquote
  {\bibinfo {title} {Nerves},}\ }\href {\doibase 10.5555/isu} {\bibinfo {journal} {J. Pain}\ (\bibinfo {year} {2018})}%
  \BibitemShut {NoStop}%
\end{thebibliography}%
"""


def test_a_list_of_revtex_is_read_and_known_to_keys() -> None:
    (entry,) = scan(read("paper.bbl", REVTEX.encode()))
    assert (entry.raw, entry.ids) == ("T. Isu, “Nerves,” J. Pain (2018)", Ids(doi="10.5555/isu"))
    assert found("\\cite{isu2018}", paper_bbl=REVTEX.encode()) == [ISU]


@given(st.text(alphabet="\\{}[]%$~-`'&\n abcite*1|@\"", max_size=200), st.sampled_from(["", "\\begin{document}", LIST]))
def test_whatever_the_source_there_is_a_document(source: str, before: str) -> None:
    try:
        shown = document(before + source, paper_bib=BIB)
    except DocumentError as error:
        assert str(error).startswith("paper.tex: ")
        return
    offsets = [anchor.offset for anchor in shown.anchors]
    assert (offsets[:1], offsets) == ([0], sorted(offsets))
    assert all(0 <= span.start < span.end <= len(shown.text) for span in (*shown.spans, *shown.embedded))


def test_the_references_that_pandoc_wrote_are_a_list() -> None:
    source = (
        "Text.\n\n\\begin{CSLReferences}{0}{0}\n\\leavevmode\\vadjust pre{\\hypertarget{ref-a}{}}%\n"
        "\\CSLLeftMargin{1. }\n\\CSLRightInline{Berg A. Nerves. Inv. 2012;3:5-9.}\n\n\\end{CSLReferences}\n"
    )
    assert text(source) == "Text.\n\nReferences\n\n1. Berg A. Nerves. Inv. 2012;3:5-9."


def test_what_cites_the_whole_bibliography_cites_what_no_key_does() -> None:
    source = "\\nocite{*} It is \\cite{isu2018} so. \\bibliography{refs}"
    assert found(source, refs_bib=BIB) == [("key", "* kim2020", KIM[2]), ISU]
    cited = {one.cited_as: len(one.cited_at) for one in scan(document(f"\\nocite{{*}} {LIST}")) if one.in_list}
    assert cited == {"isu2018": 1, "trap": 1}


NOTES = r"""\title{Walking\thanks{Paid in 2001.}}\begin{document}
Nerves hurt.\footnote{Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.} Backs do\footnotemark{} too.
\footnotetext{Cruz C. On feet. J Inv. 2002;1:5-6.}

It helps.\endnote{Dunn D. On hands. J Inv. 2003;1:7-8.} The office was closed.\footnote{It was only open in 2001.}
\begin{thebibliography}{9}\bibitem{x} Kim K. On rest. J Inv. 2004;1:9-10.\end{thebibliography}\end{document}"""


def test_references_in_notes_are_entries_where_their_mark_cites_them() -> None:
    found = [one for one in cited(NOTES, "a.tex") if one.in_list]
    assert [(one.number, one.place.note, [(at.place, at.sentence) for at in one.cited_at]) for one in found] == [
        (1, None, []),
        (1, "endnote 1", [(Place(5, 10), "It helps.¹")]),
        (1, "footnote 1", [(Place(2, 13), "Nerves hurt.¹")]),
        (2, "footnote 2", [(Place(2, 81), "Backs do² too.")]),
    ]


def test_a_note_of_latex_with_several_works_is_an_entry_for_each() -> None:
    works = (
        "Jan Berg, \\emph{Walking} (Nowhere: Press, 2011), 3; Otto Dunn, ``On Feet,'' \\emph{Inv.} 12 (2016): 12--19."
    )
    found = [one for one in cited(f"It hurts.\\footnote{{{works}}}", "a.tex") if one.in_list]
    assert [(one.number, len(one.cited_at), one.raw) for one in found] == [
        (1, 1, "Jan Berg, Walking (Nowhere: Press, 2011), 3"),
        (1, 1, "Otto Dunn, “On Feet,” Inv. 12 (2016): 12–19."),
    ]
