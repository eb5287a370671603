"""`check --fix`: a patch that git itself applies, and with `--write` the same bytes; every work is invented."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.pipeline.source import opened, write
from tests import patching
from tests.cli import forked
from tests.cli.project import FINE, call, make
from tests.documents.office_files import docx, p, r
from tests.services import loopback

WORK = {
    "id": "a",
    "type": "article-journal",
    "title": "An invented trial of a nerve block",
    "author": [{"family": "Quimby", "given": "Ada"}, {"family": "Orlov", "given": "Boris"}],
    "container-title": "Journal of Invented Medicine",
    "issued": {"date-parts": [[2019]]},
    "volume": "12",
    "page": "101-109",
    "DOI": "10.5555/invented.1",
    "PMID": "90000001",
    "PMCID": "PMC9900001",
}
# One digit from the other.
ANOTHER = {
    "id": "b",
    "type": "article-journal",
    "title": "Quite another thing about knees and golfers",
    "author": [{"family": "Zabel", "given": "Carl"}],
    "issued": {"date-parts": [[2015]]},
    "PMID": "90000007",
}
STRING = "Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12:101-109."
DOI = "10.5555/invented.1"
OTHER = "2. Nobody N. Never written at all. Ann Nowhere. 1999;3:1-9. doi: 10.5555/other"
ENDED = "ends as publishers' addresses do"
HEAD = "# Invented\n\nA block may help [1].\n\n## References\n\n"
BIB = """@article{q,
  title = {An invented trial of a nerve block},
  author = {Quimby, Ada and Orlov, Boris},
  journal = {J Invent Med},
  year = 2019,
  volume = {12},
  pages = {101--109}%s
}
"""
RIS = f"""TY  - JOUR
TI  - {WORK["title"]}
AU  - Quimby, Ada
AU  - Orlov, Boris
PY  - 2019
JO  - J Invent Med
VL  - 12
%sER  -\x20
"""
TEX = r"""\documentclass{article}
\begin{document}
A block may help \cite{q}.
\begin{thebibliography}{9}
\bibitem{q} Quimby A, Orlov B. An invented trial of a nerve block. \emph{J Invent Med}. 2019;12:101--109.%s
\end{thebibliography}
\end{document}
"""
HTML = f"<p>A block may help [1].</p>\n<h2>References</h2>\n<ol>\n<li>{STRING}%s</li>\n</ol>\n"
# Name of a file -> its text before and after.
CASES: dict[str, tuple[str, str]] = {
    "lacking.md": (f"{HEAD}1. {STRING}\n", f"{HEAD}1. {STRING} https://doi.org/{DOI}\n"),
    "as the others.md": (
        f"{HEAD}1. {STRING}\n{OTHER}\n",
        f"{HEAD}1. {STRING} doi: {DOI}\n{OTHER}\n",
    ),
    "before a notice.md": (
        f"{HEAD}1. {STRING} Erratum in: J Invent Med. 2020;13:7.\n",
        f"{HEAD}1. {STRING} https://doi.org/{DOI} Erratum in: J Invent Med. 2020;13:7.\n",
    ),
    "both.md": (
        f"{HEAD}1. {STRING} PMID: 90000001\n",
        f"{HEAD}1. {STRING} PMID: 90000001. https://doi.org/{DOI}\n",
    ),
    "dead beside.md": (
        f"{HEAD}1. {STRING} PMID: 90000001. doi: 10.5555/quite.wrong\n",
        f"{HEAD}1. {STRING} PMID: 90000001. doi: {DOI}\n",
    ),
    "dead pmid.md": (
        f"{HEAD}1. {STRING} PMID: 70000003. doi: {DOI}\n",
        f"{HEAD}1. {STRING} PMID: 90000001. doi: {DOI}\n",
    ),
    "crlf.txt": (
        f"A block may help [1].\r\n\r\nReferences\r\n\r\n1. {STRING}\r\n",
        f"A block may help [1].\r\n\r\nReferences\r\n\r\n1. {STRING} https://doi.org/{DOI}\r\n",
    ),
    "unended.txt": (
        f"A block may help [1].\n\nReferences\n\n1. {STRING}",
        f"A block may help [1].\n\nReferences\n\n1. {STRING} https://doi.org/{DOI}",
    ),
    "marked.txt": ("\ufeffPMID: 0090000001 is ours.\n", "\ufeffPMID: 90000001 is ours.\n"),
    "forms.qmd": (
        "See http://dx.doi.org/10.5555/INVENTED.1 and PMID: 0090000001, PMC 9900001,\n"
        "[here](http://www.ncbi.nlm.nih.gov/pubmed/90000001) and https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9900001.\n",
        "See https://doi.org/10.5555/INVENTED.1 and PMID: 90000001, PMC9900001,\n"
        "[here](https://pubmed.ncbi.nlm.nih.gov/90000001/) and https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/.\n",
    ),
    "tails.md": (
        f"See doi:{DOI}/full, <https://dx.doi.org/{DOI}/abstract> and [it](https://doi.org/10.5555/Invented.1.full.pdf),\n"
        f"here https://journal.example/doi/full/{DOI} and there https://journal.example/{DOI}/full.\n",
        f"See doi:{DOI}, <https://doi.org/{DOI}> and [it](https://doi.org/10.5555/Invented.1),\n"
        f"here https://journal.example/doi/full/{DOI} and there https://journal.example/{DOI}/full.\n",
    ),
    "tail.bib": (BIB % f",\n  doi = {{https://doi.org/{DOI}/full}}", BIB % f",\n  doi = {{{DOI}}}"),
    "tail.ris": (RIS % f"DO  - {DOI}/pdf\n", RIS % f"DO  - {DOI}\n"),
    "address.ris": (RIS % f"DO  - https://doi.org/{DOI}/full\n", RIS % f"DO  - {DOI}\n"),
    "spaced.bib": (
        BIB % f",\n  pmcid = {{PMC 9900001}},\n  doi = {{{DOI}}}",
        BIB % f",\n  pmcid = {{PMC9900001}},\n  doi = {{{DOI}}}",
    ),
    "small.bib": (
        BIB % f",\n  pmcid = {{pmc9900001}},\n  doi = {{{DOI}}}",
        BIB % f",\n  pmcid = {{PMC9900001}},\n  doi = {{{DOI}}}",
    ),
    "tied.bib": (
        BIB % f",\n  pmcid = {{PMC~9900001}},\n  doi = {{{DOI}}}",
        BIB % f",\n  pmcid = {{PMC9900001}},\n  doi = {{{DOI}}}",
    ),
    "small.ris": (RIS % f"C2  - pmc9900001\nDO  - {DOI}\n", RIS % f"C2  - PMC9900001\nDO  - {DOI}\n"),
    "small.html": ("<p>See pmc9900001, PMC&#160;9900001.</p>\n", "<p>See PMC9900001, PMC9900001.</p>\n"),
    "small.md": ("See (pmc9900001).\n", "See (PMC9900001).\n"),
    "tied.tex": (TEX % f" doi:{DOI}. PMC~9900001", TEX % f" doi:{DOI}. PMC9900001"),
    "spaced.ris": (RIS % f"C2  - PMC 9900001\nDO  - {DOI}\n", RIS % f"C2  - PMC9900001\nDO  - {DOI}\n"),
    "spaced.md": ("See pmc 9900001 and PMC&nbsp;9900001.\n", "See PMC9900001 and PMC9900001.\n"),
    "behind a word.html": (
        HTML % f' <a href="http://dx.doi.org/{DOI}/full">doi</a>',
        HTML % f' <a href="https://doi.org/{DOI}">doi</a>',
    ),
    "behind a word.tex": (
        TEX % rf" \href{{https://doi.org/{DOI}/full}}{{full text}}",
        TEX % rf" \href{{https://doi.org/{DOI}}}{{full text}}",
    ),
    "behind a title.tex": (
        TEX.replace("An invented trial of a nerve block", rf"\href{{https://doi.org/{DOI}/full}}{{{WORK['title']}}}")
        % "",
        TEX.replace("An invented trial of a nerve block", rf"\href{{https://doi.org/{DOI}}}{{{WORK['title']}}}") % "",
    ),
    "tail.tex": (
        TEX % rf" \href{{https://doi.org/{DOI}/full}}{{{DOI}/full}}",
        TEX % rf" \href{{https://doi.org/{DOI}}}{{{DOI}}}",
    ),
    "said.tex": (
        rf"As they found (\href{{https://doi.org/{DOI}/full}}{{doi:{DOI}/full}})." "\n",
        rf"As they found (\href{{https://doi.org/{DOI}}}{{doi:{DOI}}})." "\n",
    ),
    "twice.md": (
        f"See [{DOI}/full](https://doi.org/{DOI}/full) and [doi:{DOI}/pdf](https://doi.org/{DOI}/pdf).\n",
        f"See [{DOI}](https://doi.org/{DOI}) and [doi:{DOI}](https://doi.org/{DOI}).\n",
    ),
    "tail.typ": (
        f'See #link("https://doi.org/{DOI}/full")[{DOI}/full].\n',
        f'See #link("https://doi.org/{DOI}")[{DOI}].\n',
    ),
    "tail.html": (
        f'<p>As <a href="https://doi.org/{DOI}/full">they</a> found.</p>\n',
        f'<p>As <a href="https://doi.org/{DOI}">they</a> found.</p>\n',
    ),
    "refs.bib": (BIB % "", BIB % f",\n  doi = {{{DOI}}}"),
    "field.bib": (BIB % ",\n  doi = {https://doi.org/10.5555/Invented.1}", BIB % ",\n  doi = {10.5555/Invented.1}"),
    "refs.ris": (RIS % "", RIS % f"DO  - {DOI}\n"),
    "paper.tex": (TEX % "", TEX % f" doi:{DOI}"),
    "page.html": (HTML % "", HTML % f' <a href="https://doi.org/{DOI}">https://doi.org/{DOI}</a>'),
    "href.html": (
        "<p>As <a href='http://www.ncbi.nlm.nih.gov/pubmed/90000001'>they</a> found.</p>\n",
        "<p>As <a href='https://pubmed.ncbi.nlm.nih.gov/90000001/'>they</a> found.</p>\n",
    ),
    "notes.rst": (
        f"A block may help [1]_.\n\n.. [1] {STRING}\n",
        f"A block may help [1]_.\n\n.. [1] {STRING} https://doi.org/{DOI}\n",
    ),
    "notes.typ": (f"= References\n\n+ {STRING}\n", f"= References\n\n+ {STRING} https://doi.org/{DOI}\n"),
    # Swapped digits beside the text of the work.
    "slip.md": (f"{HEAD}1. {STRING} PMID: 90000010\n", f"{HEAD}1. {STRING} PMID: 90000001. https://doi.org/{DOI}\n"),
    "another's.md": (
        f"{HEAD}1. {STRING} PMID: 90000007\n",
        f"{HEAD}1. {STRING} PMID: 90000001. https://doi.org/{DOI}\n",
    ),
    "old slip.md": (
        f"{HEAD}1. {STRING} http://www.ncbi.nlm.nih.gov/pubmed/90000010\n",
        f"{HEAD}1. {STRING} https://pubmed.ncbi.nlm.nih.gov/90000001/ https://doi.org/{DOI}\n",
    ),
}
UNTOUCHED = {
    "right.md": f"{HEAD}1. {STRING} https://doi.org/{DOI}\n",
    "wrong.md": f"{HEAD}1. {STRING.replace('2019', '2017')} http://dx.doi.org/10.5555/nowhere\n",
    "keyed.md": "It may help [@pmc9900001], see <https://pmc.example/pmc9900001> and #pmc9900001.\n",
    "keyed.tex": "\\documentclass{article}\\begin{document}Ours \\cite{pmc9900001}.\\end{document}\n",
    "lone.md": "Only a number: PMID: 90000010.\n",
    "code.md": "```\nhttp://dx.doi.org/10.5555/invented.1\n```\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "works.json").write_text(json.dumps([WORK, ANOTHER]), encoding="utf-8")
    return tmp_path


def fix(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The program, with the bytes that it prints."""
    return forked.run(("check", "--fix", "--catalogue", "works.json", *arguments), folder, os.environ)


def test_git_applies_the_patch_and_write_writes_the_same_bytes_and_then_nothing_is_left(folder: Path) -> None:
    before = {**{name: text for name, (text, _) in CASES.items()}, **UNTOUCHED}
    after = {**{name: text for name, (_, text) in CASES.items()}, **UNTOUCHED}

    def texts() -> dict[str, str]:
        return {name: (folder / name).read_bytes().decode() for name in before}

    for name, text in before.items():
        (folder / name).write_bytes(text.encode())
    patch = fix(folder, *before).stdout
    assert (texts(), patching.applied(folder, patch)) == (before, (0, b""))
    assert texts() == after
    for name, text in before.items():
        (folder / name).write_bytes(text.encode())
    assert (fix(folder, *before, "--write").stdout, texts()) == (patch, after)
    assert fix(folder, *before).stdout == b""


def test_git_takes_the_patch_in_a_folder_of_a_repository(folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    below = folder / "texts" / "our own"
    below.mkdir(parents=True)
    before, after = CASES["lacking.md"]
    for place in (folder / "texts", folder):
        (below / 'naïve "name".md').write_text(before, encoding="utf-8")
        path = (below / 'naïve "name".md').relative_to(place).as_posix()
        patch = fix(place, path, "--catalogue", str(folder / "works.json")).stdout
        assert patching.applied(place, patch) == (0, b"")
        assert (below / 'naïve "name".md').read_text(encoding="utf-8") == after


def test_another_encoding_is_kept_and_a_wide_one_is_left(folder: Path) -> None:
    text = "Café – PMID: 0090000001 is “ours”.\n"
    (folder / "old.txt").write_bytes(text.encode("cp1252"))
    (folder / "wide.txt").write_bytes(text.encode("utf-16"))
    told = fix(folder, "old.txt", "wide.txt")
    assert patching.applied(folder, told.stdout) == (0, b"")
    assert (folder / "old.txt").read_bytes() == text.replace("00900", "900").encode("cp1252")
    assert (folder / "wide.txt").read_bytes() == text.encode("utf-16")


def test_an_office_file_is_told_to_be_left(folder: Path) -> None:
    (folder / "paper.docx").write_bytes(docx(p(r("References")) + p(r(f"1. {STRING}"))))
    told = fix(folder, "paper.docx")
    assert (told.stdout, told.stderr.decode().splitlines()[0]) == (
        b"",
        "cluneal-lit: paper.docx: is Word (DOCX), which is not changed; write by hand what `check` tells",
    )


@pytest.mark.parametrize("arguments", [("--ignore", "LIT415"), ("--select", "LIT210")])
def test_only_what_is_chosen_is_mended(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "a.md").write_text(f"{HEAD}1. {STRING} PMID: 0090000001\n", encoding="utf-8")
    assert patching.applied(folder, fix(folder, "a.md", *arguments).stdout) == (0, b"")
    assert (folder / "a.md").read_text(encoding="utf-8") == f"{HEAD}1. {STRING} PMID: 90000001\n"


def test_what_hangs_behind_a_doi_is_told_where_the_doi_is_one(folder: Path) -> None:
    (folder / "a.md").write_text(CASES["tails.md"][0] + "Nor doi:10.5555/nowhere/full.\n", encoding="utf-8")
    told = json.loads(call(folder, "check", "a.md", "--catalogue", "works.json", "--json").stdout)
    assert [(one["line"], one["code"], one["level"], one["message"]) for one in told["findings"]] == [
        (1, "LIT211", "note", f"{DOI}/full {ENDED}: the DOI is {DOI}"),
        (1, "LIT211", "note", f"{DOI}/abstract {ENDED}: the DOI is {DOI}"),
        (1, "LIT211", "note", f"10.5555/Invented.1.full.pdf {ENDED}: the DOI is 10.5555/Invented.1"),
        (3, "LIT202", "error", "doi:10.5555/nowhere does not exist: the catalogue has no such record"),
    ]


def test_what_nobody_has_answered_about_is_not_cut(folder: Path) -> None:
    text = "An oddity: https://doi.org/10.5555/odd.1/full, and [it](http://dx.doi.org/10.5555/odd.2/full).\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    environment = {"XDG_CACHE_HOME": str(folder / "empty")}
    told = json.loads(call(folder, "check", "a.md", "--offline", "--json", **environment).stdout)
    assert "LIT211" not in {one["code"] for one in told["findings"]}
    call(folder, "check", "a.md", "--offline", "--fix", "--write", **environment)
    assert (folder / "a.md").read_text(encoding="utf-8") == text.replace("http://dx.", "https://")


def test_a_doi_that_really_ends_so_is_left_as_it_is(folder: Path) -> None:
    odd = {**WORK, "id": "odd", "DOI": "10.5555/odd.1/full"}
    (folder / "odd.json").write_text(json.dumps([odd]), encoding="utf-8")
    text = "An oddity: https://doi.org/10.5555/odd.1/full, and doi:10.5555/odd.2/full.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    told = json.loads(call(folder, "check", "a.md", "--catalogue", "odd.json", "--json").stdout)
    assert [(one["verdict"], one["key"]) for one in told["citations"]] == [("verified", "odd"), ("absent", None)]
    assert [(one["code"], one["message"]) for one in told["findings"]] == [
        ("LIT202", "doi:10.5555/odd.2 does not exist: the catalogue has no such record")
    ]
    assert call(folder, "check", "a.md", "--catalogue", "odd.json", "--fix").stdout == ""


@pytest.mark.parametrize(
    ("name", "line"), [("behind a word.html", 4), ("behind a word.tex", 5), ("behind a title.tex", 5)]
)
def test_what_hangs_behind_the_doi_in_the_link_of_a_word_is_told(folder: Path, name: str, line: int) -> None:
    (folder / name).write_text(CASES[name][0], encoding="utf-8")
    told = json.loads(call(folder, "check", name, "--catalogue", "works.json", "--json").stdout)
    message = f"{DOI}/full {ENDED}: the DOI is {DOI}"
    assert [(one["line"], one["code"], one["message"]) for one in told["findings"]] == [(line, "LIT211", message)]


def test_a_link_stays_one_a_mode_is_kept_and_what_may_not_be_written_is_left(folder: Path) -> None:
    before, after = CASES["lacking.md"]
    for name in ("real.md", "kept.md"):
        (folder / name).write_text(before, encoding="utf-8")
    (folder / "linked.md").symlink_to("real.md")
    (folder / "real.md").chmod(0o750)
    (folder / "kept.md").chmod(0o444)
    assert fix(folder, "linked.md", "--write").returncode == 0
    told = fix(folder, "kept.md", "--write")
    assert (told.returncode, told.stdout, told.stderr.decode().splitlines()) == (
        2,
        b"",
        [
            "cluneal-lit: kept.md: may not be written; it was left as it is, make it writable",
            "cluneal-lit: 0 changes in 0 documents",
        ],
    )
    assert ((folder / "linked.md").is_symlink(), (folder / "real.md").stat().st_mode & 0o777) == (True, 0o750)
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("real.md", "kept.md")]
    assert texts == [after, before]


def test_what_cannot_be_written_is_told_and_keeps_no_other_from_being_written(folder: Path) -> None:
    before, after = CASES["lacking.md"]
    names = [f"{letter}.md" for letter in "abcde"]
    kept = ("a.md", "d.md")

    def texts() -> dict[str, str]:
        return {name: (folder / name).read_text(encoding="utf-8") for name in names}

    def anew() -> None:
        for name in names:
            (folder / name).write_text(before, encoding="utf-8")
            (folder / name).chmod(0o444 if name in kept else 0o644)

    anew()
    told = fix(folder, *names, "--write")
    written = {name: before if name in kept else after for name in names}
    lines = [f"cluneal-lit: {name}: may not be written; it was left as it is, make it writable" for name in kept]
    number = json.loads(fix(folder, "a.md", "--json").stdout)["fixes"]
    lines.append(f"cluneal-lit: {3 * len(number)} changes in 3 documents written")
    assert (told.returncode, told.stderr.decode().splitlines(), texts()) == (2, lines, written)
    named = {line[6:] for line in told.stdout.decode().splitlines() if line.startswith("+++ b/")}
    assert named == set(names) - set(kept)

    for name in names:
        (folder / name).chmod(0o644)
    anew()
    answer = json.loads((told := fix(folder, *names, "--write", "--json")).stdout)
    assert (told.returncode, answer["written"], texts()) == (2, True, written)
    assert {one["document"] for one in answer["fixes"]} == set(names) - set(kept)
    reason = "may not be written; it was left as it is, make it writable"
    assert answer["left"] == [{"document": name, "reason": reason} for name in kept]
    answer = json.loads((told := fix(folder, "a.md", "--write", "--json")).stdout)
    assert (told.returncode, answer["fixes"], answer["written"]) == (2, [], False)


def test_the_patch_that_lies_in_the_folder_is_no_document_unless_it_is_named(folder: Path) -> None:
    (folder / "a.md").write_text(CASES["lacking.md"][0], encoding="utf-8")
    patch = fix(folder, "a.md").stdout
    (folder / "fixes.patch").write_bytes(patch)
    (folder / "b.diff").write_bytes(patch)
    assert [fix(folder, name).stdout for name in (".", "*")] == [patch, patch]
    told = json.loads(call(folder, "check", "fixes.patch", "--catalogue", "works.json", "--json").stdout)
    assert {one["document"] for one in told["citations"]} == {"fixes.patch"}


def test_of_csl_json_nobody_says_that_fix_mends_it(folder: Path) -> None:
    item = {"id": "a", "type": "article-journal", "title": "An invented", "DOI": f"{DOI}/full"}
    (folder / "refs.json").write_text(json.dumps([item]), encoding="utf-8")
    told = json.loads(call(folder, "check", "refs.json", "--catalogue", "works.json", "--json").stdout)
    (do,) = [one["do"] for one in told["findings"] if one["code"] == "LIT211"]
    assert (
        do == f"Write {DOI} in its place; `cluneal-lit check --fix` does it in texts that people write, BibTeX and RIS."
    )


def test_a_file_that_changed_meanwhile_is_left(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text(CASES["lacking.md"][0], encoding="utf-8")
    source = opened("a.md", path)
    path.write_text("Somebody else's.\n", encoding="utf-8")
    with pytest.raises(StoreError, match="changed while it was checked"):
        write(source, "Ours.\n")
    assert path.read_text(encoding="utf-8") == "Somebody else's.\n"


def test_in_a_project_what_is_waived_is_not_mended(folder: Path) -> None:
    project = make(folder / "project", document=f"{HEAD}PMID: 0090000001, PMID: 0090000002.\n")
    notes = project / "references" / "documents" / "notes.md"

    def mended() -> list[tuple[str, str]]:
        told = call(project, "check", "--fix", "--json")
        return [(one["id"], one["message"]) for one in json.loads(told.stdout)["fixes"]]

    (name, first), second = mended()
    assert (first, second[1]) == (
        "PMID: 0090000001 is PMID: 90000001 in its normal form",
        "PMID: 0090000002 is PMID: 90000002 in its normal form",
    )
    assert call(project, "waive", name, "--reason", "so it was printed").returncode == 0
    assert mended() == [second]
    assert call(project, "check", "--fix", "--write").returncode == 0
    assert notes.read_text(encoding="utf-8") == f"{HEAD}PMID: 0090000001, PMID: 90000002.\n"
    assert "LIT421" not in call(project, "check").stdout


def test_an_identifier_that_was_replaced_is_mended(tmp_path: Path) -> None:
    with loopback(FINE, merged={"80000001": FINE.pmid}) as service:
        project = make(tmp_path, service.services, f"{HEAD}1. See PMID: 80000001.\n")
        assert call(project, "refresh").returncode == 0
        told = json.loads(call(project, "check", "--fix", "--write", "--json").stdout)
    assert [(one["code"], one["message"]) for one in told["fixes"]] == [
        ("LIT205", "pmid:80000001 is now pmid:90000001")
    ]
    notes = project / "references" / "documents" / "notes.md"
    assert notes.read_text(encoding="utf-8") == f"{HEAD}1. See PMID: 90000001.\n"


@pytest.mark.parametrize(
    "arguments",
    [("--write",), ("--fix", "--format", "sarif"), ("--fix", "--store"), ("--fix", "--html", "a.html")],
)
def test_what_does_not_belong_together_is_one_line(folder: Path, arguments: tuple[str, ...]) -> None:
    told = call(folder, "check", *arguments)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
