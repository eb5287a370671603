"""Which addresses the whole world reaches: documents and redirections lead to no other."""

from __future__ import annotations

import pytest

from cluneal_lit.http.outside import is_open, leads_inside

OPEN = ("8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1")
INSIDE = (
    "127.0.0.1",
    "10.0.0.1",
    "192.168.1.1",
    "169.254.169.254",  # where clouds give their secrets
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fd00:ec2::254",
    # The same numbers within those of IPv6: mapped, translated, 6to4.
    "::ffff:127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
)


def test_only_numbers_of_the_open_web_are_open() -> None:
    assert {number: is_open(number) for number in (*OPEN, *INSIDE)} == {
        **dict.fromkeys(OPEN, True),
        **dict.fromkeys(INSIDE, False),
    }


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("http://127.0.0.1:8080/a", True),
        ("http://[::1]/", True),
        ("http://2130706433/", True),  # 127.0.0.1 as one number
        ("https://8.8.8.8/", False),
        ("http://[", False),
    ],
)
def test_an_address_leads_inside_by_any_form_of_its_number(url: str, inside: bool) -> None:
    assert leads_inside(url) is inside
