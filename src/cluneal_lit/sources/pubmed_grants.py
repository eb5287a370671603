"""Who paid for a PubMed article, and what it registered or deposited elsewhere."""

from __future__ import annotations

from cluneal_lit.model import Deposit, Grant
from cluneal_lit.sources.pubmed_xml import Element, children, text, texts


def grants(listed: Element) -> tuple[Grant, ...]:
    """The grants of a GrantList."""
    return tuple(_grant(grant) for grant in listed)


def _grant(grant: Element) -> Grant:
    said = children(grant)
    return Grant(*(text(said.get(tag)) for tag in ("GrantID", "Agency", "Acronym", "Country")))


def deposits(listed: Element) -> tuple[Deposit, ...]:
    """The numbers of a DataBankList, by bank."""
    banks = (children(bank) for bank in listed)
    return tuple(Deposit(text(bank.get("DataBankName")), texts(bank.get("AccessionNumberList", ()))) for bank in banks)
