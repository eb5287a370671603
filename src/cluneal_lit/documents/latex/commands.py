"""What LaTeX commands do to the text that a reader sees, as far as it is not what they stand before.

Of a command that is not named here the arguments in braces are text, and those in square brackets are not.
"""

from __future__ import annotations

import re

# How many of the first arguments are no text.
HIDDEN = {
    **dict.fromkeys(
        "label input include includeonly subfile bibliography nobibliography bibliographystyle addbibresource vspace"
        " hspace usepackage documentclass pagestyle thispagestyle color textcolor colorbox hypersetup index glsadd"
        " graphicspath includegraphics scalebox rotatebox raisebox cline cmidrule parbox selectlanguage foreignlanguage"
        " hyphenation phantom hphantom vphantom hypertarget hyperlink markright captionsetup special todo cellcolor"
        " rowcolor bibinfo bibfield BibitemShut pagenumbering setstretch linespread setlist RequirePackage"
        " usetikzlibrary"
        " bibliographyunit setcitestyle citestyle ExecuteBibliographyOptions fontfamily geometry lstset pgfplotsset"
        " ORCID orcid orcidlink newpage email corref fnref tnoteref newcites externaldocument SetKwInOut"
        " addtocategory defbibheading DeclareBibliographyCategory intertext theoremstyle stepcounter refstepcounter"
        " acrodef ead journal nocite makeatletter pdfinfo sisetup graphicspath subfileinclude vadjust".split(),
        1,
    ),
    **dict.fromkeys(
        "setlength addtolength setcounter addtocounter fcolorbox newtheorem DeclareMathOperator rule resizebox"
        " multicolumn multirow fontsize pdfbookmark markboth newglossaryentry titleformat sethlcolor"
        " settowidth".split(),
        2,
    ),
    **dict.fromkeys("definecolor addcontentsline newacronym".split(), 3),
}
DEFINING = frozenset(
    "newcommand renewcommand providecommand DeclareRobustCommand newcommandx newenvironment renewenvironment def gdef"
    " edef let DeclareFieldFormat DeclareSourcemap AtBeginDocument AtEndDocument makeatother newif".split()
)
REFERENCE = re.compile(r"(?:eq|page|auto|c|C|v|name|sub|page)?ref|labelcref|Autoref|Vref|fullref|figref|tabref|secref")
HEADINGS = frozenset("part chapter section subsection subsubsection paragraph subparagraph caption title".split())
# Notes -> what counts them; and the commands that only write the mark of one.
NOTES = {
    **dict.fromkeys("footnote footnotetext tablefootnote sidenote".split(), "footnote"),
    **dict.fromkeys("endnote endnotetext pagenote".split(), "endnote"),
    **dict.fromkeys("thanks marginpar blfootnote".split(), ""),
}
MARKS = {"footnotemark": "footnote", "endnotemark": "endnote"}
BREAKS = frozenset("par newpage clearpage pagebreak maketitle tableofcontents bigskip medskip smallskip".split())
# Whose last argument is text, and may stand behind a blank.
SHOWING = frozenset("bibinfo bibfield textcolor colorbox foreignlanguage multicolumn parbox".split())
LENGTHS = frozenset("penalty kern hskip vskip mkern raise lower".split())
LINES = frozenset("newline tabularnewline linebreak hline toprule midrule bottomrule".split())
# Environment -> how many arguments in braces follow its name.
ENVIRONMENTS = {
    **dict.fromkeys(
        "tabular longtable array minipage multicols thebibliography adjustbox tabulary subfigure subtable spacing"
        " adjustwidth threeparttablex otherlanguage supertabular xltabular".split(),
        1,
    ),
    **dict.fromkeys("tabularx tabular* wrapfigure wraptable longtabu CSLReferences".split(), 2),
}
MATHS = re.compile(r"(?:equation|align|alignat|gather|multline|eqnarray|displaymath|math|flalign|dmath)\*?")
LISTS = frozenset("itemize enumerate description compactitem compactenum inparaenum etaremune tablenotes".split())
NUMBERED = frozenset("enumerate compactenum inparaenum".split())
# What the argument of a command is, as a reader sees it before the number.
LABELS = {
    "doi": "doi:",
    "DOI": "doi:",
    "pmid": "PMID: ",
    "PMID": "PMID: ",
    "pubmed": "PMID: ",
    "pmcid": "PMCID: ",
    "PMCID": "PMCID: ",
    "pmc": "PMCID: ",
    "arxiv": "arXiv:",
    "arXiv": "arXiv:",
    "eprint": "arXiv:",
    "isbn": "ISBN: ",
    "ISBN": "ISBN: ",
}
# natbib, biblatex, apacite, harvard, cite and what authors make of them: https://ctan.org/pkg/natbib, …/biblatex.
CITING = re.compile(r"[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}|bibentry|citen|cites")
NOT_CITING = re.compile(
    r"(?:set|re)?cite(?:style|reset|text|setup|index\w*|tracker\w*|namefont|punct|mid|left|right|form|dash|nopar)"
    r"|newcites?|bibcite|\w*[cC]itecommand|defcite\w*|defcitealias|\w*citation\w*|excite\w*|citename"
)
VOLUME = re.compile(r"[a-zA-Z]*volcites?")
SEVERAL = re.compile(
    r"(?:paren|foot|text|smart|super|auto|Paren|Text|Smart|Auto|full|footfull|vol|[a-z]vol)?[cC]ites(?:text)?|footcitetexts"
)
KEY = re.compile(r"[^\s,{}\\$#%~\[\]][^,{}\\$#%~\n]{0,200}")
