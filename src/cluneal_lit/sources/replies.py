"""What every source does alike: batches of questions, refusals in one line, and an account of every id asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from cluneal_lit.errors import SourceError
from cluneal_lit.folding import one_line, shortened
from cluneal_lit.identifiers import NORMAL
from cluneal_lit.model import Answer, Asked, Question, Record, Reply, Request

T = TypeVar("T")
SECRETS = ("api_key", "email", "mailto")  # parameters whose values no message repeats


def ids(questions: Iterable[Question]) -> tuple[str, ...]:
    """The ids that are asked, each once, in the order of the questions."""
    return tuple(dict.fromkeys(question.id for question in questions))


def value(name: str, kind: str) -> str:
    """The identifier in `kind:value`; raises ValueError for another kind or a value that is not in normal form."""
    found, _, written = name.partition(":")
    if found != kind or not written or NORMAL[kind](written) != written:
        raise ValueError(f"{name!r} is no {kind} in normal form")
    return written


def batches(names: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    """The names, or whatever they are, in tuples of at most `size`."""
    rest = iter(names)
    while batch := tuple(islice(rest, size)):
        yield batch


def parted(
    names: Sequence[str], size: int, can_be_listed: Callable[[str], object]
) -> tuple[list[tuple[str, ...]], list[str]]:
    """The names in lists of at most `size`, and those that go alone: what no list can carry, and a lone one."""
    listed = [name for name in names if can_be_listed(name)]
    lists = [batch for batch in batches(listed, size) if len(batch) > 1]
    together = {name for batch in lists for name in batch}
    return lists, [name for name in names if name not in together]


def divided(request: Request, answer: Answer) -> Reply | None:
    """That a refused list is to be asked about in halves; None for an answer that is no such refusal.

    It may refuse a list for one of its ids, or for its length, and says nothing of the others.
    """
    refused = request.kind == "list" and len(request.ids) > 1 and answer.status in (400, 413, 414)
    return halved(request) if refused else None


def halved(request: Request) -> Reply:
    """That a request is to be made again as two."""
    middle = (len(request.ids) + 1) // 2
    return Reply(apart=(request.ids[:middle], request.ids[middle:]))


_DOUBTED = 20  # so many identifiers in a row that do not exist are less likely than a service with a bad moment


def of_list(request: Request, records: Iterable[Record]) -> Reply:
    """The reply of a list. What it leaves out is unclear until it is asked about alone."""
    came = {record.id: record for record in records}
    return Reply(
        records=tuple(came[name] for name in request.ids if name in came),
        unclear=tuple(name for name in request.ids if name not in came),
    )


def accounted(request: Request, records: Iterable[Record], gone: Iterable[str] = ()) -> Reply:
    """The reply of a service that leaves out what it does not have.

    What was asked and did not come is asked for once more without the others, since a merged id is left out where the
    one that it is now is asked for too; what does not come then is absent. One id that did not come and one record that
    was not asked are a merge: the record is kept and linked. More of them cannot be told apart: what did not come is
    then unclear until it is asked alone, and records that nobody asked for are left out. `gone` are ids that the answer
    itself calls deleted.
    An answer without any of many is doubted: it is asked for again, in halves.
    """
    came = {record.id: record for record in records}
    if not came and len(request.ids) > _DOUBTED:
        return halved(request)
    here = tuple(came[name] for name in request.ids if name in came)
    missing = [name for name in request.ids if name not in came]
    deleted = set(gone).intersection(missing)
    unclear = [name for name in missing if name not in deleted]
    strangers = [record for name, record in came.items() if name not in request.ids]
    absent = tuple(name for name in missing if name in deleted)
    if unclear and here and not strangers:
        return Reply(records=here, absent=absent, apart=(tuple(unclear),))
    if not strangers or not unclear:
        return Reply(records=here, absent=tuple(missing))
    if len(strangers) == len(unclear) == 1 and strangers[0].id:
        return Reply(records=(*here, strangers[0]), links=((unclear[0], strangers[0].id),), absent=absent)
    if len(request.ids) > 1:
        return Reply(records=here, absent=absent, unclear=tuple(unclear))
    others = ", ".join(record.id or "a record without an id" for record in strangers[:3])
    reason = f"{request.source} answered with other records ({others}) and it is not clear which of them it means"
    return Reply(records=here, absent=absent, failed=tuple((name, reason) for name in unclear))


def lines(source: str, reply: Reply, day: str) -> tuple[Asked, ...]:
    """What a reply says of each id that was asked about, as lines of the lock without digests."""
    given = {record.id for record in reply.records}
    return (
        *(Asked(source, one.id, day, "here") for one in reply.records),
        *(_elsewhere(source, name, day, to) for name, to in reply.links if name not in given),
        *(Asked(source, name, day, "absent") for name in reply.absent),
        *(Asked(source, name, day, "deleted") for name in reply.deleted),
    )


def _elsewhere(source: str, name: str, day: str, to: str) -> Asked:
    is_merged = to.partition(":")[0] == name.partition(":")[0]  # and no name of an agency, nor the PMID of a DOI
    return Asked(source, name, day, "merged-into" if is_merged else "elsewhere", to=to)


def quoted(said: str) -> str:
    """What a service says, in quotes and one line, cut at a word: of what is to be kept secret no half stays."""
    return repr(shortened(one_line(said), 100))


def refusal(service: str, request: Request, reason: str, do: str = "run again later") -> SourceError:
    """The error that says in one line what the service answered; whoever tells it takes keys and e-mail addresses out.

    It names no identifier, so that a service that fails a hundred times says one thing.
    """
    return SourceError(f"{service} gave no usable answer: {shortened(one_line(reason), 200)}; {do}")


def told(answer: Answer, said: str) -> str:
    """`HTTP 429, too many requests`: the status, if it is an error, and what the service says."""
    return ", ".join(part for part in ("" if answer.status == 200 else f"HTTP {answer.status}", said) if part)


def looks_like_html(answer: Answer) -> bool:
    """Whether the body is a web page, whatever its content type says."""
    head = answer.body[:500].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html")) or b"<html" in head
