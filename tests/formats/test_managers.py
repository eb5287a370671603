"""What Mendeley and JabRef export, from their documentation; every work is invented.

(https://www.mendeley.com/guides/desktop/06-import-export, https://docs.jabref.org/advanced/fields,
https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups)
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.dates import parse
from cluneal_lit.formats.exchange import read
from cluneal_lit.formats.writers import written
from cluneal_lit.model import Fields, Ids, Name

MENDELEY = r"""
@article{Muster2019,
abstract = {Nerves hurt.},
annote = {Read the {\%} again.},
author = {Muster, Anna and M{\"{u}}ller, Jan},
doi = {10.5555/invented.1},
file = {:C$\backslash$:/Users/anna/nerves.pdf:pdf},
issn = {1234-5679},
journal = {Journal of Invented Medicine},
keywords = {nerves,pain},
mendeley-groups = {Review},
mendeley-tags = {nerves},
month = {mar},
number = {3},
pages = {101--109},
pmid = {90000001},
title = {{Invented nerves}},
url = {http://example.org/nerves},
volume = {12},
year = {2019}
}
"""
JABREF = r"""% Encoding: UTF-8

@Article{Muster2019,
  author       = {Muster, Anna and Müller, Jan},
  date         = {2019-03},
  journaltitle = {Journal of Invented Medicine},
  title        = {Invented nerves},
  doi          = {10.5555/invented.1},
  issn         = {1234-5679},
  number       = {3},
  pages        = {101--109},
  pmid         = {90000001},
  volume       = {12},
  url          = {http://example.org/nerves},
  abstract     = {Nerves hurt.},
  comment-anna = {Read again.},
  file         = {:nerves.pdf:PDF},
  groups       = {Review, To read},
  keywords     = {nerves, pain},
  priority     = {prio1},
  readstatus   = {skimmed},
  owner        = {anna},
  timestamp    = {2019-04-01},
}

@Comment{jabref-meta: databaseType:biblatex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Review\;0\;1\;\;\;\;;
}
"""
FIELDS = Fields(
    type="article-journal",
    title="Invented nerves",
    author=(Name("Muster", "Anna"), Name("Müller", "Jan")),
    container_title="Journal of Invented Medicine",
    issued=parse("2019-03"),
    volume="12",
    issue="3",
    page="101-109",
    url="http://example.org/nerves",
)
BESIDE = {
    "mendeley": {
        "annote": r"Read the {\%} again.",
        "file": r":C$\backslash$:/Users/anna/nerves.pdf:pdf",
        "mendeley-groups": "Review",
        "mendeley-tags": "nerves",
    },
    "jabref": {
        "comment-anna": "Read again.",
        "file": ":nerves.pdf:PDF",
        "groups": "Review, To read",
        "priority": "prio1",
        "readstatus": "skimmed",
        "owner": "anna",
        "timestamp": "2019-04-01",
    },
}


@pytest.mark.parametrize(("program", "text"), [("mendeley", MENDELEY), ("jabref", JABREF)])
def test_an_export_is_read_and_what_no_field_takes_is_kept_and_written_again(program: str, text: str) -> None:
    (record,), told = read(text, "a.bib")
    assert told == ()
    assert (record.id, record.fields) == ("a.bib#Muster2019", FIELDS)
    assert record.ids == Ids(pmid="90000001", doi="10.5555/invented.1")
    assert (record.issn, record.keywords) == (("1234-5679",), ("nerves", "pain"))
    assert record.abstract[0].text == "Nerves hurt."
    assert record.custom == BESIDE[program]
    again = read(written([record], "bibtex").decode(), "a.bib")[0]
    assert again == (replace(record, custom=again[0].custom),)
    assert BESIDE[program].items() <= again[0].custom.items()


def test_mendeleys_ris_is_read() -> None:
    text = """TY  - JOUR
T1  - Invented nerves
A1  - Muster, Anna
A1  - Müller, Jan
Y1  - 2019/03//
N2  - Nerves hurt.
JF  - Journal of Invented Medicine
VL  - 12
IS  - 3
SP  - 101
EP  - 109
DO  - 10.5555/invented.1
UR  - http://example.org/nerves
KW  - nerves
KW  - pain
N1  - Read again.
L1  - file:///C:/Users/anna/nerves.pdf
ER  -
"""
    (record,), told = read(text, "a.ris")
    assert (told, record.fields, record.ids) == ((), FIELDS, Ids(doi="10.5555/invented.1"))
    assert (record.keywords, record.abstract[0].text) == (("nerves", "pain"), "Nerves hurt.")
    assert record.custom == {"N1": "Read again.", "L1": "file:///C:/Users/anna/nerves.pdf"}
