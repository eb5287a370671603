"""The forms of `--json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from cluneal_lit import decided, findings
from cluneal_lit.model import Citation, Collection, Decision, Entry, Finding, Ids, Mention, Place, Told
from cluneal_lit.outputs import counting
from cluneal_lit.store.baseline import Kept

Json = dict[str, object]


def citation(found: Citation, key: str | None, decisions: Iterable[Decision] = ()) -> Json:
    """One citation, as `scan` gives it: what the document says, and `embedded` what a field code or the bibliography of
    a key says for it."""
    carried = found.form == "field" or (found.form == "key" and bool(found.fields))
    told = {"ids": ids(found.ids), "fields": msgspec.to_builtins(found.fields)}
    said = {"ids": ids(Ids()), "fields": {}} if carried else told
    return {
        "document": found.document,
        **place(found.place),
        "raw": found.raw,
        "cited_as": found.cited_as or None,
        "ids": said["ids"],
        "malformed": list(found.malformed),
        "fields": said["fields"],
        "embedded": told if carried else None,
        "in_list": found.in_list,
        "number": found.number,
        "label": found.label or None,
        "cited_at": [mention(one) for one in found.cited_at],
        "key": key,
        "decisions": [decision(one) for one in decisions],
        "id": found.id,
        "sentence": found.sentence,
        "form": found.form,
        "confidence": found.confidence,
    }


def mention(found: Mention) -> Json:
    """Where an entry is cited; the document too, where it is not the entry's own."""
    elsewhere = {"document": found.document} if found.document else {}
    return {**elsewhere, **place(found.place), "sentence": found.sentence}


def ids(found: Ids) -> Json:
    """Identifiers, null where there is none."""
    one: Json = {kind: getattr(found, kind) or None for kind in ("pmid", "doi", "pmcid", "arxiv")}
    return {**one, "isbn": list(found.isbn), "nct": found.nct or None, "shortdoi": found.shortdoi or None}


def place(found: Place) -> Json:
    """Line and column, and what else the format has."""
    return {"line": found.line, "column": found.column, **msgspec.to_builtins(found)}


def decision(found: Decision) -> Json:
    """What a person decided about a citation."""
    return {
        "kind": found.kind,
        "citation": decided.citation(found),
        "work": decided.work(found),
        **{name: getattr(found, name) or None for name in ("by", "on", "reason")},
    }


def pair(found: Decision) -> Json:
    """What a person decided about two works."""
    said = {name: getattr(found, name) or None for name in ("by", "on", "reason")}
    return {"kind": found.kind, "works": list(decided.pair(found)), **said}


def waiver(found: Decision) -> Json:
    """What a person decided about findings."""
    said = {name: getattr(found, name) or None for name in ("by", "on", "reason", "until")}
    return {"kind": found.kind, "about": found.about, **said}


def told(found: Told) -> Json:
    """One finding with its words, how it stands today among them."""
    return {
        **finding(found.finding),
        "waived": waiver(found.waiver) if found.waiver else None,
        "known": found.is_known,
    }


def gone(found: Kept) -> Json:
    """One finding of a baseline that is there no more."""
    return {"id": found.id, "code": found.code, "document": found.document or None, "message": found.message}


def finding(found: Finding) -> Json:
    """One finding with its words."""
    return {
        "id": findings.identity(found),
        "code": found.code,
        "level": findings.rule(found).level,
        "document": found.document or None,
        **place(found.place),
        "key": found.key or None,
        "message": findings.message(found),
        "do": findings.advice(found),
    }


def entry(found: Entry) -> Json:
    """One work, as `run` gives it."""
    return {
        "key": found.key,
        "ids": ids(found.ids),
        "status": found.status.name,
        "provisional": found.status.provisional,
        "verdict": found.verdict,
        "cited_in": [{"document": cited.document, **place(cited.place)} for cited in found.cited_in],
    }


def counts(collection: Collection, told: Iterable[Finding]) -> Json:
    """How many of each: citations by verdict, works by status, findings by level."""
    levels = Counter(findings.rule(found).level for found in told)
    return {
        "documents": len(collection.documents),
        "citations": len(collection.citations),
        "works": len(collection.entries),
        "cited_works": sum(1 for found in collection.entries if found.cited_in),
        "verdicts": _counted(verdict.name for verdict in collection.verdicts),
        "status": dict(sorted(counting.statuses(collection.entries).items())),
        "findings": {level: levels[level] for level in reversed(findings.LEVELS)},
    }


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
