"""Invented works for the benchmark of asking, and projects that cite them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.services import ADDRESSES, Work

from cluneal_lit.model import Services

EMAIL = "benchmark@example.org"
SENTENCE = "The invented nerves of the invented patients were followed over the iliac crest, and none was found twice. "
HEADINGS = ("*Nerve Block/methods", "Low Back Pain/therapy", "Humans", "Female", "Ilium/innervation", "Cadaver")


@dataclass(frozen=True)
class Mix:
    """How many identifiers of each kind a project cites. PMIDs and PMCIDs are of articles with a DOI at Crossref."""

    pmids: int = 0
    dois: int = 0
    pmcids: int = 0
    datasets: int = 0


def works(mix: Mix) -> tuple[Work, ...]:
    """The works that a mix cites, by PMID, DOI, PMCID and DataCite's DOI in this order."""
    articles = [_work(number, pmid=str(90_000_000 + number)) for number in range(mix.pmids)]
    others = [_work(100_000 + number) for number in range(mix.dois)]
    kept = [
        _work(200_000 + number, pmid=str(91_000_000 + number), pmcid=f"PMC{99_000_000 + number}")
        for number in range(mix.pmcids)
    ]
    datasets = [_work(300_000 + number, types=("Dataset",), agency="DataCite") for number in range(mix.datasets)]
    return (*articles, *others, *kept, *datasets)


def cited(work: Work) -> str:
    """A work as its document names it: by one identifier."""
    if work.pmcid:
        return f"PMCID: {work.pmcid}"
    return f"PMID: {work.pmid}" if work.pmid else f"https://doi.org/{work.doi}"


def project(folder: Path, cites: tuple[Work, ...], services: Services) -> None:
    """Write a project of one document that cites the works, set up to ask these services."""
    documents = folder / "references" / "documents"
    documents.mkdir(parents=True)
    lines = [f"- A finding of number {place} ({cited(work)}).\n" for place, work in enumerate(cites, 1)]
    (documents / "page.md").write_text("# An invented page\n\n" + "".join(lines), encoding="utf-8")
    settings = {"email": EMAIL} | {name: getattr(services, name) for name in ADDRESSES}
    config = "".join(f'{name} = "{value}"\n' for name, value in settings.items())
    (folder / "cluneal-lit.toml").write_text(config, encoding="utf-8")


def _work(number: int, **others: object) -> Work:
    return Work(
        title=f"An invented trial of the invented nerve of number {number}",
        doi=f"10.5555/invented.{number:06}",
        authors=tuple(f"{name}, {given}" for name, given in zip(_NAMES, _GIVEN, strict=True)),
        journal="Journal of Invented Medicine",
        journal_short="J Invent Med",
        issn="0000-0019",
        year=1990 + number % 30,
        month=1 + number % 12,
        volume=str(1 + number % 40),
        issue=str(1 + number % 6),
        pages=f"{100 + number % 800}-{105 + number % 800}",
        abstract=SENTENCE * 12,
        mesh=HEADINGS,
        **others,  # type: ignore[arg-type]
    )


_NAMES = ("Quimby", "Orlov", "Nakagawa", "Ferreira", "Lindqvist", "Adeyemi")
_GIVEN = ("Ada", "Boris", "Chie", "Duarte", "Elsa", "Folake")
