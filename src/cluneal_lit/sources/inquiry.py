"""Asking about identifiers, while answers bring new ones: PMCID, PMID, DOI, its agency, DataCite, the PMID of a DOI."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.model import Asked, Question, Record, Reply, Request, Services
from cluneal_lit.registries import unasked
from cluneal_lit.sources import pubmed, pubmed_doi, replies
from cluneal_lit.sources.asking import Asking
from cluneal_lit.sources.questions import Cited, Due, cited, dois_borne, questions


class _Found(Struct, frozen=True):
    """The PMIDs that PubMed's search found for some DOIs: which is whose, their records say."""

    dois: tuple[str, ...]
    pmids: tuple[str, ...]


class Inquiry(Asking):
    """The questions about known identifiers and about those that the answers bring.

    `lines` is the lock, which what was answered since then is laid over. `lost` are the names of records that the
    lock knows and the store has not, `borne` the DOIs that PubMed's records bear, with their PMIDs. `settled`: what
    came of searching PubMed for DOIs, known when the records are; who stores it takes it out.
    """

    def __init__(
        self,
        known: Iterable[Cited],
        lines: Mapping[str, Asked],
        lost: frozenset[str],
        due: Due,
        services: Services,
        borne: Mapping[str, str],
    ) -> None:
        super().__init__(services)
        self.settled: deque[Reply] = deque()
        self._lines = dict(lines)
        self._lost, self._due, self._borne = lost, due, dict(borne)
        self._cited: defaultdict[str, list[Cited]] = defaultdict(list)
        self._found: list[_Found] = []
        self._in_vain: set[str] = set()
        self._unanswered: set[str] = set()
        self._add(known)

    @property
    def asked(self) -> int:
        """How many identifiers were asked about, without what was only looked up."""
        return len({name for _, name in self._tries} - self._in_vain)

    @property
    def names(self) -> int:
        """How many identifiers there are to ask about, asked or not."""
        return len(self._cited) - len(unasked(self._cited))

    def take(self, request: Request, reply: Reply) -> Reply:
        """Take a reply in, and open what it leads to. What PubMed's search found in vain is not stored."""
        reply = super().take(request, reply)
        if request.source == pubmed.NAME:
            self._unanswered |= {name for name, _ in reply.failed}
            reply = self._kept(reply)
        self._note(request.source, reply)
        self._bear(reply.records)
        led = (*reply.absent, *reply.deleted, *(name for name, _ in reply.links), *(one.id for one in reply.records))
        self._add(
            [
                *(cited(one.ids, one.fields) for one in reply.records),
                *(one for name in led for one in self._cited.get(name, ())),
            ]
        )
        self._look_up(reply)
        self._settle()
        return reply

    def know(self, records: Iterable[Record]) -> None:
        """Take in records that came otherwise, as their services' answers of today: what they lead to is open, they
        themselves are not asked for again."""
        records = tuple(records)
        self._bear(records)
        for record in records:
            self._sent[record.source, record.id] = Question(record.source, record.id)
            self._note(record.source, Reply(records=(record,)))
        self._add(cited(record.ids, record.fields) for record in records)

    def _note(self, source: str, reply: Reply) -> None:
        self._lines |= {line.key: line for line in replies.lines(source, reply, self._due.today.isoformat())}

    def _add(self, known: Iterable[Cited]) -> None:
        known = tuple(known)
        for one in known:
            for name in one[0].keys():
                if one not in self._cited[name]:
                    self._cited[name].append(one)
        beside = (one for ids, _ in known if ids.doi for one in self._cited[f"doi:{ids.doi}"])
        about = dict.fromkeys((*known, *beside))
        self.open(questions(about, self._lines, self._lost, self._due, self._borne))

    def _bear(self, records: Iterable[Record]) -> None:
        """Know whose the DOIs of PubMed's records are; PubMed is not searched for them any more."""
        for doi, pmid in dois_borne(records).items():
            self._borne[doi] = pmid
            self._open[pubmed_doi.NAME].pop(doi, None)

    def _look_up(self, reply: Reply) -> None:
        """Ask for the records of the PMIDs that a search for DOIs found."""
        if reply.candidates:
            pmids = reply.candidates[0].ids
            self._found.append(_Found(tuple(one.name for one in reply.candidates), pmids))
            self.open(Question(pubmed.NAME, name) for name in pmids if not self._is_answered(name))

    def _kept(self, reply: Reply) -> Reply:
        """The reply without PMIDs that nothing but a search for DOIs named, and that bear none of these."""
        own = {one.id for one in reply.records if (pubmed_doi.NAME, f"doi:{one.ids.doi}") in self._sent}
        merged = dict(reply.links)
        told = {*(one.id for one in reply.records), *reply.absent, *reply.deleted, *merged}
        found = {name for one in self._found for name in one.pmids} & told
        found |= {merged[name] for name in found & merged.keys()}
        vain = found - own - self._cited.keys()
        if not vain:
            return reply
        self._in_vain |= vain
        return replace(
            reply,
            records=tuple(one for one in reply.records if one.id not in vain),
            links=tuple(link for link in reply.links if link[0] not in vain),
            absent=tuple(name for name in reply.absent if name not in vain),
            deleted=tuple(name for name in reply.deleted if name not in vain),
        )

    def _is_answered(self, pmid: str) -> bool:
        return f"{pubmed.NAME}/{pmid}" in self._lines or pmid in self._in_vain or pmid in self._unanswered

    def _settle(self) -> None:
        """Say of DOIs where they are, or that PubMed has them not, when all that was found for them is answered."""
        waiting = []
        for one in self._found:
            if not all(map(self._is_answered, one.pmids)):
                waiting.append(one)
                continue
            links = tuple((doi, self._borne[doi]) for doi in one.dois if doi in self._borne)
            is_told = self._unanswered.isdisjoint(one.pmids)
            absent = tuple(doi for doi in one.dois if is_told and doi not in self._borne)
            self.settled.append(Reply(links=links, absent=absent))
        self._found = waiting
