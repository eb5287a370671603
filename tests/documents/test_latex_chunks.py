"""Code that Sweave, knitr and their kin weave into LaTeX. All is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read

HEAD = "\\documentclass{article}\n\\begin{document}\nPain is common (PMID: 11111111).\n"
LAST = "\nLast: PMID: 33333333.\n\\end{document}\n"
CODE = "# as PMID: 22222222 says [3]\nz <- coef(fit)[2] - 'it costs $5'\n"
CHUNKS = {
    "noweb": f"<<a, echo=TRUE>>=\n{CODE}@\n",
    "with a remark": f"<<>>=\n{CODE}@ % the end\n",
    "two": f"<<a>>=\n{CODE}<<b>>=\n{CODE}@\n",
    "of Rtex": f"%% begin.rcode a, echo=FALSE\n{CODE}%% end.rcode\n",
    "woven": "\\begin{Schunk}\n\\begin{Sinput}\n> x[1]\n\\end{Sinput}\n"
    "\\begin{Soutput}\n[1] 3.2\n\\end{Soutput}\n\\end{Schunk}\n",
    "inline": "It is \\Sexpr{round(f(x)[2], {2})} and <%= y[3] %>.\n",
    "settings": "\\SweaveOpts{keep.source=TRUE, x=[2]}\n",
}


def found(path: str, source: str) -> list[tuple[int | None, str]]:
    return [(one.place.line, one.raw) for one in scan(read(path, source.encode()))]


@pytest.mark.parametrize("chunk", CHUNKS.values(), ids=CHUNKS)
@pytest.mark.parametrize("path", ["a.Rnw", "a.Snw", "a.Rtex", "a.texw", "a.tex", "a"])
def test_code_is_no_text_and_the_rest_keeps_its_place(path: str, chunk: str) -> None:
    last = (HEAD + chunk + LAST).count("\n") - 1
    assert found(path, HEAD + chunk + LAST) == [(3, "PMID: 11111111"), (last, "PMID: 33333333")]


def test_a_part_that_begins_with_code_is_latex_by_its_name() -> None:
    text = f"<<a>>=\n{CODE}@\nAs \\cite{{isu2018}} says.\n"
    assert [(one.form, one.cited_as) for one in scan(read("a.Rnw", text.encode()))] == [("key", "isu2018")]


def test_what_nothing_closes_is_no_chunk() -> None:
    text = HEAD + "\\verb|x|\n<<a>>=\nAs PMID: 22222222 says.\n" + LAST
    assert [raw for _, raw in found("a.Rnw", text)] == ["PMID: 11111111", "PMID: 22222222", "PMID: 33333333"]


@pytest.mark.parametrize(
    "said",
    [
        "As PMID: 22222222 says.\n",
        "\\section{Results}\nPMID: 22222222.\n",
        "So we see in them (PMID: 22222222).\n",
        "As \\citet{kim2017} and PMID: 22222222 say.\n",
        "\\begin{itemize}\n\\item PMID: 22222222\n\\end{itemize}\n",
    ],
)
def test_a_chunk_that_only_the_next_closes_hides_no_text_between(said: str) -> None:
    code = "x <- 1 # PMID: 44444444\ncat('\\\\cite{x}')\n"
    text = f"{HEAD}<<a>>=\n{code}\n{said}\n<<b>>=\n{CODE}@\n{LAST}"
    pmids = [raw for _, raw in found("a.Rnw", text) if raw.startswith("PMID")]
    assert pmids == ["PMID: 11111111", "PMID: 22222222", "PMID: 33333333"]


def test_an_open_chunk_of_rtex_hides_no_text_before_the_next() -> None:
    text = f"{HEAD}%% begin.rcode a\n% x <- 1\nPMID: 22222222.\n%% begin.rcode b\n{CODE}%% end.rcode\n{LAST}"
    assert [raw for _, raw in found("a.Rtex", text)] == ["PMID: 11111111", "PMID: 22222222", "PMID: 33333333"]
