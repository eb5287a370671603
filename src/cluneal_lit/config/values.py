"""What the value of each setting may be."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

import msgspec

from cluneal_lit.errors import ConfigError

_KINDS: dict[type, tuple[Any, str]] = {
    str: (str, "a text in quotes"),
    int: (int, "a whole number, such as 30"),
    bool: (bool, "true or false"),
    tuple: (tuple[str, ...], 'a list of texts, such as ["docs/*.md"]'),
}
ADDRESSES = ("pubmed", "crossref", "doi", "datacite", "idconv", "deleted_pmids")
GLOBS = ("documents", "library", "public")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_FACET = re.compile(r"[^:]*\w[^:]*:[^:]*\w[^:]*")
CHOICES = {"fail_on": ("error", "warning", "note", "never"), "incomplete": ("fail", "ok")}


def fitting(name: str, value: object, kind: type, default: object, where: str) -> Any:
    """The value of a setting in its own type. Raises ConfigError, with what to write, for one that does not fit."""
    form, words = _KINDS[kind]
    try:
        fit = msgspec.convert(value, form, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{where}: write {words}") from error
    if name in CHOICES and fit not in CHOICES[name]:
        raise ConfigError(f"{where} is {fit!r}; it may be {', '.join(CHOICES[name])}")
    if name in GLOBS and (wrong := next(filter(_glob_fault, fit), None)) is not None:
        raise ConfigError(f"{where}: {wrong!r} {_glob_fault(wrong)}")
    if name == "facets" and (odd := next((line for line in fit if not _FACET.fullmatch(line)), None)) is not None:
        raise ConfigError(f"{where}: {odd!r} names no facet with tags; write one such as Nerve: superior, middle")
    if name == "max_age_days" and fit < 0:
        raise ConfigError(f"{where} is {fit}; write 0 or more days")
    if name == "email" and fit and not _EMAIL.fullmatch(fit):
        raise ConfigError(f"{where}: {fit!r} is no e-mail address; write you@example.org, or leave it empty")
    if name == "base_url" and fit and (_holds_more(fit) or not _is_address(fit)):
        raise ConfigError(f"{where}: {fit!r} is no web address of a folder; write one such as https://example.org/lit")
    if name in ADDRESSES and _holds_more(fit):  # not repeated: it may be a password
        raise ConfigError(f"{where}: holds a user's name, password or parameters, which are not sent; write {default}")
    if name in ADDRESSES and not _is_address(fit):
        raise ConfigError(f"{where}: {fit!r} is no web address; write one such as {default}")
    return fit


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            not re.search(r"[\s\"'<>\\^`{|}]", text)  # none of which an address holds (RFC 3986, appendix A)
            and parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and (parts.port or 1) > 0
        )
    except ValueError:
        return False


def _holds_more(address: str) -> bool:
    """Whether what should be a web address says more than host and path."""
    return bool(re.search(r"[@?#]", address))


def _glob_fault(glob: str) -> str:
    """Why a text is no glob of files in the project; empty if it is one."""
    parts = PurePath(glob).parts
    if not parts or "\0" in glob:
        return "names no file; write a path in the project such as docs/*.md"
    if PurePath(glob).anchor or ".." in parts:
        return "leads out of the project; write a path in the project, or put cluneal-lit.toml further up"
    if any("**" in part and part != "**" for part in parts):
        return "has ** beside other characters; write **/*.md for files in folders of any depth"
    return ""
