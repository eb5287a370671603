"""The network: requests in, answers out, politely and in bounded time. Nothing else in the program opens a socket."""

from cluneal_lit.http.client import Http

__all__ = ["Http"]
