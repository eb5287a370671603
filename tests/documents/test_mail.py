"""E-mail becomes documents. The mails are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Place

HEAD = "From: a@example.org\nContent-Type: text/plain; charset={}\nContent-Transfer-Encoding: quoted-printable\n\n"


@pytest.mark.parametrize(("charset", "umlaut"), [("utf-8", "=C3=BC"), ("iso-8859-1", "=FC"), ("none-such", "=C3=BC")])
def test_identifiers_that_the_encoding_broke_are_whole(charset: str, umlaut: str) -> None:
    body = f"M{umlaut}ller, see PMID: 200002=\n62 and\nhttps://doi.org/10.1000/ab=2E1=\n2 here\nPMID=3A 20000263\n"
    document = read("a.eml", (HEAD.format(charset) + body).encode())
    if charset != "none-such":
        assert document.text.partition("\n\n")[2].startswith("Müller, see")
        assert [(one.ids.keys(), one.place) for one in scan(document)] == [
            (("pmid:20000262",), Place(line=5)),
            (("doi:10.1000/ab.12",), Place(line=7)),
            (("pmid:20000263",), Place(line=9)),
        ]


def test_parts_that_are_not_encoded_are_as_they_are() -> None:
    parts = f"--b\n{HEAD.format('utf-8')}A=\nB\n--b\nContent-Type: text/plain\n\nx=3D1=\n2\n"
    assert (
        read("a.eml", parts.encode()).text
        == f"--b\n{HEAD.format('utf-8')}AB\n--b\nContent-Type: text/plain\n\nx=3D1=\n2\n"
    )
