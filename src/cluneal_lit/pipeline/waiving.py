"""The findings of a project as they stand today, and what a person names to waive one."""

from __future__ import annotations

import difflib
import re

from cluneal_lit import findings
from cluneal_lit.checks import waivers
from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Decision, Entry, Finding, Told
from cluneal_lit.pipeline import news
from cluneal_lit.pipeline.check import Checked
from cluneal_lit.pipeline.stored import Stored

_NAMED = re.compile(r"(LIT\d{3})(?:-([0-9a-f]{10})|[:\s]\s*(\S.*))", re.IGNORECASE)


def told(checked: Checked, store: Stored, today: str, further: tuple[Finding, ...] = ()) -> tuple[Told, ...]:
    """Every finding, `further` ones too, with the waiver that holds today, and what is wrong with waivers."""
    collection = checked.collection
    entries = _by_key(checked)
    seen = news.seen(store.changes, collection.entries, checked.links)
    return waivers.judged((*further, *collection.findings), store.decisions, entries, seen, today)


def about(checked: Checked, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The words of a waiver for what a person names, and the findings that it is about; of those none are given that
    are told on request alone.

    Raises ConfigError where there is no such finding, with those that there are.
    """
    code, digest, key = named(text)
    entries = _by_key(checked)
    wanted = f"{code}-{digest}" if digest else f"{code} {key}"
    if code in findings.ON_REQUEST:
        return wanted, ()
    found = tuple(one for one in checked.collection.findings if wanted in waivers.names(one, entries))
    if not found:
        raise ConfigError(f"{text}: there is no such finding; {_there_are(checked, code)}")
    return (wanted if digest else f"{code} {found[0].key}"), found


def taken(checked: Checked, store: Stored, text: str) -> Decision:
    """The waiver that a person names to undo it; its finding may be gone. Raises ConfigError where there is none."""
    code, digest, key = named(text)
    entry = next((one for one in checked.collection.entries if key in (one.key, *one.aliases)), None)
    keys = (entry.key, *entry.aliases) if entry else (key,)
    wanted = {f"{code}-{digest}"} if digest else {f"{code} {one}" for one in keys}
    those = [one for one in store.decisions if one.kind == "waive"]
    if found := next((one for one in those if one.about in wanted), None):
        return found
    there = ", ".join(f"{waivers.called(one.about)} (line {one.line})" for one in those) or "none"
    raise ConfigError(f"{text}: there is no such waiver; there are: {there}")


def named(text: str) -> tuple[str, str, str]:
    """The code, and either the digest of a finding's id or the citation key, that a person names.

    Raises ConfigError for what names no finding.
    """
    match = _NAMED.fullmatch(text.strip())
    if not match:
        raise ConfigError(f"{text}: names no finding; write its id (`cluneal-lit check --json` gives it) or CODE:KEY")
    return match[1].upper(), (match[2] or "").lower(), match[3] or ""


def _there_are(checked: Checked, code: str) -> str:
    if code not in findings.CATALOGUE:
        near = difflib.get_close_matches(code, findings.CATALOGUE, 1, 0)
        return f"did you mean {near[0]}? `cluneal-lit explain` lists the codes"
    here = (one for one in checked.collection.findings if one.code == code)
    called = dict.fromkeys(f"{code}:{one.key}" if one.key else findings.identity(one) for one in here)
    return f"of {code} there are: {', '.join(called) or 'none'}"


def _by_key(checked: Checked) -> dict[str, Entry]:
    return {entry.key: entry for entry in checked.collection.entries}
