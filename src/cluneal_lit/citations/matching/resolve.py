"""Which work each citation means: by a decision, its identifiers, its key, its text, or the list a marker points at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided, identifiers
from cluneal_lit.citations.matching import another
from cluneal_lit.citations.matching.match import Index, Match, best, string
from cluneal_lit.compare import contradict
from cluneal_lit.model import Citation, Decision, Resolution, Work


class _Known(Struct, frozen=True):
    """The works by their keys, by key or alias, by identifier and by what they look like; the decisions by citation."""

    works: Mapping[str, Work]
    by_key: Mapping[str, str]
    by_id: Mapping[str, str]
    links: Mapping[str, str]
    index: Index
    decisions: Mapping[str, tuple[Decision, ...]]

    def meant(self, name: str) -> str:
        """The key of the work that an identifier or a key names; empty where nobody has it."""
        return self.by_id.get(self.links.get(name, name)) or self.by_key.get(name, "")


def resolutions(
    citations: Sequence[Citation],
    works: Sequence[Work],
    links: Mapping[str, str],
    decisions: Iterable[Decision] = (),
    *,
    keyed: bool = True,
) -> tuple[Resolution, ...]:
    """A resolution for each citation, in their order; `links` lead from an old identifier to the one it is now. Not
    `keyed`: the works' keys are nothing that documents cite.

    What people decided overrules everything: an accepted work is meant, be it known yet or not, a refused one is not
    meant by any likeness.
    """
    aliases = {alias: work.keys[0] for work in reversed(works) for alias in work.keys[1:]}
    known = _Known(
        works={work.keys[0]: work for work in works},
        by_key=aliases | {work.keys[0]: work.keys[0] for work in works} if keyed else {},
        by_id=_by_id(works),
        links=links,
        index=Index({work.keys[0]: work.records for work in works}),
        decisions=decided.by_citation(decisions),
    )
    matches: dict[str, Match] = {}
    return _through_lists([_resolved(citation, known, matches) for citation in citations])


def _resolved(citation: Citation, known: _Known, matches: dict[str, Match]) -> Resolution:
    """What one citation means; `matches` keeps what was found by text, which is the same for equal citations."""
    if citation.form == "marker":
        return Resolution(citation)
    now = [known.links.get(name, name) for name in citation.ids.keys()]
    cited = _without_preprint({name: known.by_id[name] for name in now if name in known.by_id}, known.works)
    decisions = known.decisions.get(citation.id, ())
    refused = _refused(decisions, known)
    plain = Resolution(citation, ids=identifiers.ids(now), decisions=decisions, refused=refused)
    if accepted := decided.accepted(decisions):
        return _by_decision(plain, known.meant(decided.work(accepted)), known)
    if cited:
        return replace(plain, works=cited, how="id", near=_instead(plain, cited, known, matches))
    if citation.cited_as in known.by_key:
        return replace(plain, works=(known.by_key[citation.cited_as],), how="key")
    if not citation.fields:
        return plain
    return _by_text(plain, _match(plain, known, matches))


def _match(plain: Resolution, known: _Known, matches: dict[str, Match]) -> Match:
    """The work that a citation's text means."""
    citation = plain.citation
    if citation.id not in matches:
        matches[citation.id] = known.index.match(citation.fields, string(citation), refused=plain.refused)
    return matches[citation.id]


def _instead(plain: Resolution, cited: Sequence[str], known: _Known, matches: dict[str, Match]) -> str:
    """The work that the text means for sure where it is none of those that the identifiers name; else nothing."""
    named = [record for key in cited for record in known.works[key].records]
    if not another.may_be(plain.citation, named):
        return ""
    found = _match(plain, known, matches)
    if found.answer != "match" or found.candidate in cited:
        return ""
    return found.candidate if another.is_of(plain.citation, named, known.works[found.candidate].records) else ""


def _refused(decisions: Iterable[Decision], known: _Known) -> tuple[str, ...]:
    """All names of the works that a citation is not: key and identifiers, where the work is known."""
    names: set[str] = set()
    for one in decisions:
        if one.kind == "reject":
            told = decided.names(one)
            keys = {known.meant(name) for name in told} - {""}
            names |= {*told, *keys, *(name for key in keys for name in known.works[key].names)}
    return tuple(sorted(names))


def _by_decision(plain: Resolution, key: str, known: _Known) -> Resolution:
    """The work that people chose, and how well the text fits it; none where nothing is known of it yet."""
    if not key:
        return replace(plain, how="decision", answer="match")
    fit = best(plain.citation, known.works[key].records, key)
    return replace(plain, works=(key,), how="decision", answer="match", score=fit.score, why=fit.why)


def _by_id(works: Iterable[Work]) -> dict[str, str]:
    """The work of each identifier, a paper's at arXiv by both of its names.

    A trial's number is no work's name, an ISBN only a whole book's.
    """
    found: dict[str, str] = {}
    for work in works:
        book = any(record.fields.type == "book" for record in work.records)
        for name in work.names:
            if not name.startswith(("nct:", "isbn:")) or (book and name.startswith("isbn:")):
                found[name] = work.keys[0]
    others = {identifiers.twin(name): key for name, key in found.items()}
    return {**{name: key for name, key in others.items() if name}, **found}


def _without_preprint(cited: Mapping[str, str], works: Mapping[str, Work]) -> tuple[str, ...]:
    """The works that a citation's identifiers name, without the preprint at arXiv of another of them."""
    papers = {key for name, key in cited.items() if not (name.startswith("arxiv:") or identifiers.twin(name))}
    return tuple(
        key
        for key in dict.fromkeys(cited.values())
        if key in papers or not any(_is_version(works[key], works[paper]) for paper in papers)
    )


def _is_version(one: Work, other: Work) -> bool:
    return not any(contradict(mine.fields, its.fields) for mine in one.records for its in other.records)


def _by_text(plain: Resolution, match: Match) -> Resolution:
    sure = match.answer == "match"
    works, near = ((match.candidate,), "") if sure else ((), match.candidate)
    found = replace(plain, answer=match.answer, score=match.score, why=match.why, near=near)
    return replace(found, works=works, how="text" if sure else "")


def _through_lists(found: list[Resolution]) -> tuple[Resolution, ...]:
    """Markers get the works of the list entries that they mean, in the same document."""
    by_id: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    by_number: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for resolution in found:
        citation = resolution.citation
        if citation.in_list:
            by_id[citation.document, citation.id].update(dict.fromkeys(resolution.works))
        if citation.in_list and citation.number is not None:
            by_number[citation.document, citation.number].update(dict.fromkeys(resolution.works))
    return tuple(
        _through_list(resolution, by_id, by_number) if resolution.citation.form == "marker" else resolution
        for resolution in found
    )


def _through_list(
    marker: Resolution,
    by_id: Mapping[tuple[str, str], Iterable[str]],
    by_number: Mapping[tuple[str, int], Iterable[str]],
) -> Resolution:
    """The marker with its works: those of the entries that it is joined to, else by its numbers."""
    citation, document = marker.citation, marker.citation.document
    meant = [by_id.get((document, name), ()) for name in citation.cites]
    works = dict.fromkeys(
        work
        for entry in meant or [by_number.get((document, number), ()) for number in citation.numbers]
        for work in entry
    )
    return Resolution(citation, tuple(works), "list" if works else "")
