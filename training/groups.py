"""Invented names of organisations and study groups, which seldom stand as authors in the labelled strings."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.labels import Span

_PLACES = (
    "World American European International National German British Canadian Brazilian Swedish French Japanese"
    " Indian Global Pan-American Australian Nordic"
).split()
_TOPICS = (
    "Health Diabetes Heart Cancer Pain Orthopaedic Spine Stroke Cardiac Nutrition Paediatric Statistics Tuberculosis"
    " Vaccine Asthma Thoracic Trauma Surgical Education Science"
).split()
_KINDS = (
    *(
        "Organization",
        "Association",
        "Society",
        "Collaborative Group",
        "Study Group",
        "Trial Investigators",
        "Institute",
    ),
    *("Working Group", "Committee", "Council", "Task Force", "Consortium", "Foundation", "Network", "Federation"),
    *("Research Group", "Academy", "Agency", "Initiative"),
)
# Real ones that many references name.
_KNOWN = (
    *("Ministério da Saúde", "Instituto Brasileiro de Geografia e Estatística", "Conselho Federal de Medicina"),
    *("Ministerio de Salud Pública", "Robert Koch-Institut", "Bundesministerium für Gesundheit", "World Bank"),
    *("Haute Autorité de Santé", "Agência Nacional de Vigilância Sanitária", "Organización Mundial de la Salud"),
    *("Centers for Disease Control and Prevention", "U.S. Food and Drug Administration", "United Nations", "WHO"),
    *("Department of Health and Human Services", "National Institute for Health and Care Excellence", "NICE"),
    *("European Medicines Agency", "Statistisches Bundesamt", "Brasil. Ministério da Saúde"),
)


def grouped(raw: str, spans: Sequence[Span], rng: random.Random) -> tuple[str, list[Span]] | None:
    """The string by a group instead of its authors, or also by one; nothing unless authors stand first, once."""
    places = [(start, end) for label, start, end in spans if label == "author"]
    if len(places) != 1 or places[0][0] > 3:
        return None
    start, end = places[0]
    written = name(rng)
    if rng.random() < 0.2:
        people = raw[start:end].split(" et al")[0].rstrip(".,")
        written = f"{people}{rng.choice((', ', ', for the ', ', on behalf of the ', '; '))}{written}"
    longer = len(written) - (end - start)
    moved = [(label, at + longer * (at >= end), to + longer * (to >= end)) for label, at, to in spans]
    return raw[:start] + written + raw[end:], moved


def name(rng: random.Random) -> str:
    """An invented name, or a real one that many references have."""
    if rng.random() < 0.3:
        return rng.choice(_KNOWN)
    full = f"{rng.choice(_PLACES)} {rng.choice(_TOPICS)} {rng.choice(_KINDS)}"
    short = "".join(word[0] for word in full.split())
    longer = (
        f"{full} ({short})",
        f"{short} – {full}",
        f"{rng.choice(_PLACES)} {rng.choice(_TOPICS)} Study ({short}) Group",
        f"{short} {rng.randint(1990, 2025)} {rng.choice(_TOPICS)} and {rng.choice(_TOPICS)} Collaborators",
    )
    return rng.choice(longer) if rng.random() < 0.4 else full
