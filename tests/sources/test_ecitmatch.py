"""ECitMatch: what is asked of which reference, and what each line of an answer says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.errors import SourceError
from cluneal_lit.model import Answer, Candidates, Date, Fields, Name, Question, Reply, Request, Services
from cluneal_lit.sources import ecitmatch
from tests.sources.recorded import outcome

MANN = Fields(
    container_title="Proc. Natl. Acad. Sci. U.S.A.",
    issued=Date(((1991,),)),
    volume="88",
    page="3248-52",
    author=(Name("Mann", "Barbara J."), Name("Torian", "B. E.")),
)
NAMES = tuple(f"citation:{letter}" for letter in "abcd")


def asked(*fields: Fields) -> tuple[Request, ...]:
    questions = [Question("ecitmatch", f"citation:{place}", one) for place, one in enumerate(fields)]
    return ecitmatch.requests(questions, Services(pubmed="http://127.0.0.1/eutils"))


def parsed(body: str | bytes, *names: str, status: int = 200) -> Reply:
    request = Request("ecitmatch", "http://127.0.0.1/ecitmatch.cgi", names or NAMES[:1])
    return ecitmatch.parse(request, Answer(status, body.encode() if isinstance(body, str) else body, "text/plain"))


def line(place: int, found: str) -> str:
    return f"a journal|2000|1|1|an a|q{place}|{found}\n"


def test_a_reference_is_a_line_in_lower_case_without_punctuation() -> None:
    (request,) = asked(MANN)
    assert request == Request(
        source="ecitmatch",
        url="http://127.0.0.1/eutils/ecitmatch.cgi",
        ids=("citation:0",),
        params=(
            ("db", "pubmed"),
            ("retmode", "xml"),
            ("bdata", "proc natl acad sci u s a|1991|88|3248|mann bj|q0|"),
            ("tool", "cluneal-lit"),
        ),
    )


def test_twenty_five_go_in_one_request_each_under_its_own_key() -> None:
    first, second = asked(*[MANN] * 30)
    lines = dict(first.params)["bdata"].split("\r")
    assert ([one.split("|")[5] for one in lines], len(second.ids)) == ([f"q{place}" for place in range(25)], 5)


def test_the_sender_is_named_as_far_as_it_is_known() -> None:
    services = Services(email="a@lab.example", ncbi_api_key="abc123")
    (request,) = ecitmatch.requests([Question("ecitmatch", "citation:a", MANN)], services)
    assert request.params[3:] == (("tool", "cluneal-lit"), ("email", "a@lab.example"), ("api_key", "abc123"))


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (Fields(container_title="Neurospine", page="S12-S20"), "neurospine|||s12||q0|"),
        (Fields(container_title="Pain & Therapy", volume="12 Suppl 1"), "pain therapy||12 suppl 1|||q0|"),
        (
            Fields(container_title="Spine", container_title_short="Spine (Phila Pa 1976)", volume="3", page="4"),
            "spine phila pa 1976||3|4||q0|",
        ),
        (
            Fields(container_title="Rev Méd Chile", volume="1", author=(Name(literal="The Group"),)),
            "rev med chile||1|||q0|",
        ),
        (
            Fields(container_title="a|b\rc", volume="1|2\r\n3", page="e5", author=(Name("O|Brien", "K"),)),
            "a b c||1 2 3|e5|o brien k|q0|",
        ),
    ],
)
def test_values_are_folded(fields: Fields, line: str) -> None:
    (request,) = asked(fields)
    assert dict(request.params)["bdata"] == line


@pytest.mark.parametrize(
    ("fields", "askable"),
    [
        (MANN, True),
        (Fields(container_title="Nature", volume="1"), True),
        (Fields(container_title="Nature", page="1"), True),
        (Fields(container_title="Nature", issued=Date(((2000,),)), author=MANN.author), False),
        (Fields(volume="1", page="2", author=MANN.author), False),
        (Fields(container_title="日本", volume="1", page="2"), False),
        (Fields(type="chapter", container_title="A book", volume="1", page="2"), False),
        (Fields(), False),
    ],
)
def test_a_journal_with_a_volume_or_page_can_be_asked_about(fields: Fields, askable: bool) -> None:
    assert ecitmatch.askable(fields, "") == askable
    if not askable:
        with pytest.raises(ValueError, match="no journal with a volume or page"):
            asked(fields)


@pytest.mark.parametrize(
    ("found", "ids"),
    [
        ("2014248", ("pmid:2014248",)),
        ("NOT_FOUND", ()),
        ("NOT_FOUND;INVALID_JOURNAL", ()),
        ("AMBIGUOUS (783 citations)", ()),
        ("AMBIGUOUS(5 citations)", ()),
        ("AMBIGUOUS 33057196,32076266,32025019", ("pmid:33057196", "pmid:32076266", "pmid:32025019")),
        ("AMBIGUOUS 26315901, 25768914", ("pmid:26315901", "pmid:25768914")),
    ],
)
def test_the_last_value_of_a_line_says_what_was_found(found: str, ids: tuple[str, ...]) -> None:
    assert parsed(line(0, found)) == Reply(candidates=(Candidates("citation:a", ids),))


def test_lines_are_told_by_their_key_whatever_their_order_and_however_many_values_they_lost() -> None:
    body = f"fake journal|2000|1|1|q1|NOT_FOUND;INVALID_JOURNAL\r\n{line(0, '5')}"
    assert parsed(body, *NAMES[:2]).candidates == (Candidates("citation:a", ("pmid:5",)), Candidates("citation:b"))


def test_a_line_that_is_missing_between_others_is_unclear_until_it_is_asked_about_alone() -> None:
    reply = parsed(line(0, "5") + line(2, "7") + line(3, "NOT_FOUND"), *NAMES)
    assert (reply.unclear, reply.apart, len(reply.candidates)) == (("citation:b",), (), 3)


def test_where_an_answer_ends_too_early_the_first_that_is_missing_is_asked_about_alone() -> None:
    assert parsed(line(0, "5"), *NAMES) == Reply(
        candidates=(Candidates("citation:a", ("pmid:5",)),), apart=(("citation:b",), ("citation:c", "citation:d"))
    )


@pytest.mark.parametrize("end", ["31978945", "3197", "NOT_", "AMBIGUOUS 33057196,320"])
def test_a_last_line_without_an_end_may_lack_digits_and_says_nothing(end: str) -> None:
    body = line(0, "5") + line(1, end).rstrip()
    assert parsed(body, *NAMES[:2]) == Reply(
        candidates=(Candidates("citation:a", ("pmid:5",)),), apart=(("citation:b",),)
    )


def test_what_says_something_that_is_not_known_is_no_answer() -> None:
    assert parsed(line(0, "PERHAPS") + line(1, "7"), *NAMES[:2]).unclear == ("citation:a",)
    with pytest.raises(SourceError, match="PERHAPS"):
        parsed(line(0, "PERHAPS"))


def test_what_is_too_long_is_halved() -> None:
    assert parsed("", *NAMES, status=414).apart == (NAMES[:2], NAMES[2:])


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, '{"error":"API rate limit exceeded","count":"11"}', "API rate limit exceeded"),
        (429, '{"error":"API rate limit exceeded","api-key":"192.0.2.1"}', "HTTP 429, API rate limit exceeded"),
        (200, "<html><body>Busy</body></html>", "it sent a web page instead of citations"),
        (200, "", "it sent an empty answer"),
        (200, "[]", "it sent JSON instead of citations"),
        (502, "<html>Bad gateway</html>", "HTTP 502"),
        (200, "Down\ntoday", "it sent something else than the citations asked about, Down today"),
        (200, line(7, "5"), "it sent something else than the citations asked about, a journal|2000|1|1|an a|q7|5"),
    ],
)
def test_an_answer_without_lines_is_one_clear_line(status: int, body: str, said: str) -> None:
    with pytest.raises(SourceError) as error:
        parsed(body, status=status)
    assert str(error.value) == f"PubMed gave no usable answer: {said}; run again later"


@pytest.mark.parametrize("name", ["pubmed-client_citmatch_found.txt", "pubmed-client_citmatch_mixed.txt"])
def test_every_recorded_line_is_read(shared: Path, name: str) -> None:
    """The recorded keys stand where ours do."""
    lines = (shared / "recorded/ecitmatch" / name).read_text("utf-8").splitlines()
    keys, found = zip(*(one.split("|")[-2:] for one in lines), strict=True)
    body = "".join(f"{one}\n" for one in lines)
    for place, key in enumerate(keys):
        body = body.replace(f"|{key}|", f"|q{place}|")
    reply = parsed(body, *NAMES[: len(keys)])
    assert [one.ids for one in reply.candidates] == [(f"pmid:{one}",) if one.isdigit() else () for one in found]


def test_every_value_that_was_seen_elsewhere_is_read(shared: Path) -> None:
    quoted = json.loads((shared / "recorded/cassettes/quoted_error_bodies.json").read_text("utf-8"))
    log = (shared / "recorded/ecitmatch/metapub_example_citation_lookup_results.txt").read_text("utf-8")
    seen = {one.partition("pmid:")[2].strip() for one in log.splitlines() if one.startswith("predicted pmid")}
    for value in (*quoted["ecitmatch_values"], *sorted(seen)):
        numbers = value.removeprefix("AMBIGUOUS ").split(",")
        ids = tuple(f"pmid:{number}" for number in numbers) if all(map(str.isdigit, numbers)) else ()
        assert parsed(line(0, value)).candidates == (Candidates("citation:a", ids),)


WORDS = st.text(max_size=40)


@given(st.lists(st.builds(Fields, container_title=WORDS, volume=WORDS, page=WORDS, number=WORDS), max_size=4), WORDS)
def test_no_text_breaks_the_form_of_a_line(fields: list[Fields], family: str) -> None:
    told = [Fields("", container_title=one.container_title, volume=one.volume, page=one.page) for one in fields]
    named = [Fields(author=(Name(family, family),), container_title=one.container_title, page="1") for one in fields]
    for request in asked(*(one for one in (*fields, *told, *named) if ecitmatch.askable(one, ""))):
        lines = dict(request.params)["bdata"].split("\r")
        assert [one.count("|") for one in lines] == [6] * len(request.ids)
        assert [one.split("|")[5] for one in lines] == [f"q{place}" for place in range(len(lines))]
        assert not set("\n\x0b\x0c\x1c\x85\u2028") & set("".join(lines))


@given(st.integers(0, 200), st.integers(1, 4))
def test_truncation_at_any_byte_gives_a_reply_or_one_error(cut: int, count: int) -> None:
    whole = line(0, "2014248") + line(1, "NOT_FOUND") + line(2, "AMBIGUOUS 33057196,32076266") + line(3, "7")
    names = NAMES[:count]
    try:
        reply: Reply | SourceError = parsed(whole.encode()[:cut], *names)
    except SourceError as error:
        reply = error
    assert outcome(names, reply) == []
    if isinstance(reply, Reply) and count > 1:
        right = {one.name: one for one in parsed(whole, *names).candidates}
        assert all(right[one.name] == one for one in reply.candidates)


@given(st.binary(), st.integers(1, 3))
def test_any_bytes_give_a_reply_or_one_error(body: bytes, count: int) -> None:
    for given_ in (body, b"q|q0|" + body + b"\n" + body):
        try:
            reply: Reply | SourceError = parsed(given_, *NAMES[:count])
        except SourceError as error:
            reply = error
        assert outcome(NAMES[:count], reply) == []
