"""Probes: every statement of `docs/services.md` that can be put to the services, and how their answers are judged."""

from __future__ import annotations

from cluneal_lit.sources.probes import crossref, dois, idconv, pubmed, pubmed_doi
from cluneal_lit.sources.probes.probe import VERDICTS, Judged, Probe, judged

PROBES: tuple[Probe, ...] = (
    *pubmed.PROBES,
    *pubmed_doi.PROBES,
    *idconv.PROBES,
    *crossref.PROBES,
    *dois.PROBES,
)

__all__ = ["PROBES", "VERDICTS", "Judged", "Probe", "judged"]
