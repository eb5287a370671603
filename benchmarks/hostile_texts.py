"""What hostile texts hold over and over: a text of it once cost more than it is long. All is invented."""

from __future__ import annotations

# By the name of the file; some behind a head that stands once.
REPEATED = {
    "a.txt": ["(", "[1] ", "\n", " "],
    "a.md": [
        "> ",
        "[",
        "[](",
        "[a](b \"'",
        "[a]( ",
        "[^1]",
        "[@a",
        "`",
        "``` ",
        "~~~\n",
        "<!--",
        "[[",
        " %%a",
        "\n ",
        "- ",
    ],
    "a.html": ["<", "<a ", "<!--", "<li>", "<ol><li>", "</p>", "<svg>", "&", "<table><tr><td>", "<b><i>", "<script>"],
    "a.tex": [
        "{",
        "}",
        "[",
        "\\bibitem",
        "\\bibitem ",
        "\\bibitem[{",
        "\\bibliography  ",
        "\\cite{",
        "\\verb|",
        "%\n",
        "\\footnote{a}",
        "\\begin{itemize}\\item ",
        "\\begin  ",
        "\\newcommand{\\a}",
        "$",
        "\\iffalse",
        "\\url{",
        "  ",
    ],
    "a.bbl": ["\\entry{a}{b}{\n", "\\entry{a}{b}{", "\\bibitem[", "{", "\\field{"],
    "a.rst": ["`", ".. ", ".. [a] x\n", ".. [#] x\n", ":a:`", "*", "::\n", "|", "a::\n\n b\n", " "],
    "a.typ": ["/*", "`", "@a", "#link(", "#cite(<", "[", "#let ", "bibliography(", "#footnote[", "#footnote[]<a> @a"],
    "a.bib": ["@", "@a{", "@article{a, b={", '"', "@string{a=a#a}\n", "@a{b,c=d", "a and ", "#", "{"],
    "a.ris": ["TY  - JOUR\n", "ER  - \n", " ", "\n", "AB  - a\n"],
    "a.nbib": ["PMID- 1\n", "      a\n", "\n", " "],
    "a.csv": ['"a",', '"', '""', '",', ",", '"a\n', "\t", ";"],
    "a.xml": ["<?xml?>", "<!-- a -->\n", "<!DOCTYPE a [", "<a>"],
    "b.xml": ["<a>", "<p>", "&a;", "&#0", "&#xD800;"],
    "a.rtf": [
        "{",
        "}",
        "\\'e9",
        "\\u246?",
        "{\\footnote a}",
        "{\\super a}\\par ",
        "{\\field{\\*\\fldinst ",
        "\\bin1 a",
    ],
}
HEADS = {
    "b.xml": "<article><body>",
    "a.rtf": "{\\rtf1 ",
    "a.html": "<html><body>",
    "a.ris": "TY  - JOUR\nAB  - ",
    "a.nbib": "PMID- 1\nAB  - ",
}
# Blanks without end in the middle of these.
BLANKS = ["[a]({}", "\\bibitem{}", "\\bibliography{}", "- {}", "\\entry{a}{b}{{}"]

WORK = "Jan Berg, *Walking* (Nowhere: Fictive Press, 2011), 3"
LISTED = f"\n\nReferences\n\n1. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.\n2. {WORK}.\n"
IN_NOTE = "Pain hurts.[^1]\n\n[^1]: {}" + LISTED
BEHIND_MARKER = "Pain hurts [1]. {}" + LISTED
IN_TABLE = "#table(/* PMID 1 */ columns: (2, {}), [PMID], [a], [29656623], [b])"
ALONE = "{}"
# What is scanned: a text, and what is repeated in it.
SCANNED = [
    (IN_NOTE, f"{WORK}; "),
    (IN_NOTE, "Jan Berg, W (N: P, 2011; "),
    (IN_NOTE, "Jan Berg, “Walking b,” 1; "),
    (IN_NOTE, "Aa, "),
    (BEHIND_MARKER, "pain1,"),
    (BEHIND_MARKER, "COVID-19 (1) "),
    (BEHIND_MARKER, "A-1"),
    (BEHIND_MARKER, "^(1"),
    (BEHIND_MARKER, "1.10.5555/a"),
    (BEHIND_MARKER, "⁽¹⁾"),
    (BEHIND_MARKER, "(Aa; Bb/"),
    (BEHIND_MARKER, "Aa 2018, p. 3; "),
    (BEHIND_MARKER, "# References / "),
    (BEHIND_MARKER, "(Aa B. C. "),
    (BEHIND_MARKER, "Lancet 2012;1:2 "),
    (BEHIND_MARKER, "(Pain 1:2, "),
    (BEHIND_MARKER, "2012;"),
    (BEHIND_MARKER, "It is a long way to the next bracket of this text. "),
    (IN_TABLE, " "),
    (IN_TABLE, "1, "),
    (IN_TABLE, "("),
    (ALONE, "("),
    (ALONE, "(Orlov "),
    (ALONE, "(2018 "),
    (ALONE, "(Aa et al., 2018; "),
    (ALONE, "A (2018) ("),
    (ALONE, "[1] 2013a, "),
    (ALONE, "• x\n"),
    (ALONE, "1.\n"),
    (ALONE, "Isu T 2018\n"),
    (ALONE, "([3"),
    (ALONE, "(De La De La De La De La De, "),
    (ALONE, "De La De La De La De La De, "),
    (ALONE, "[1]. "),
    (ALONE, "wordword wordword a b c d e f (1)\n"),
    (ALONE, "Aa Bb, "),
]
