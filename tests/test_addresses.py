"""Addresses of the web; every host is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.addresses import host, names_someone


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://Clinic.example/a?b#c", "clinic.example"),
        ("HTTP://clinic.example:8080/", "clinic.example"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
        ("ftp://clinic.example/", ""),
        ("https://ada:secret@clinic.example/", ""),
        ("https://clinic.example:0/", ""),
        ("https://clinic.example:port/", ""),
        ("https://[clinic/", ""),
        ("https:///a", ""),
        ("clinic.example", ""),
    ],
)
def test_an_address_of_the_web_has_a_host_a_port_and_no_password(address: str, found: str) -> None:
    assert host(address) == found


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://ada:secret@clinic.example/", True),
        ("https://ada@clinic.example", True),
        ("https://clinic.example/@ada", False),
        ("https://clinic.example?by=ada@clinic.example", False),
        ("https://clinic.example", False),
    ],
)
def test_a_name_or_password_stands_before_the_host(address: str, named: bool) -> None:
    assert names_someone(address) == named
