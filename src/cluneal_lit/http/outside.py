"""The open web, told from what stands in a network of one's own: documents and redirections must not lead in there."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

INSIDE = "stands in a network of its own, which no document leads into; it was not asked"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # in whose last bits stands an IPv4 address (RFC 6052)


def leads_inside(url: str) -> bool:
    """Whether the host of an address, be it by one of its numbers, stands in no open network."""
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname or "", None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):  # then it leads nowhere; UnicodeError: no name by IDNA
        return False
    return not all(is_open(str(one[4][0])) for one in found)


def is_open(number: str) -> bool:
    """Whether the whole world reaches an IP address: none of a private network, of this machine, of a cloud's own."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if within:
            return within.is_global and not within.is_multicast
    return address.is_global and not address.is_multicast


class _Checked(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        if not is_open(str(connection.getpeername()[0])):
            connection.close()
            raise NewConnectionError(self, INSIDE)
        return connection


class _SecurelyChecked(HTTPSConnection, _Checked):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Checked


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecurelyChecked


class Outside(HTTPAdapter):
    """Connections that end where a name leads inside after all: it may mean another number each time it is looked up.

    Those of a proxy are the proxy's.
    """

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make the connections that end."""
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
