"""`explain`: what a finding's code means."""

from __future__ import annotations

import argparse
import difflib

import msgspec

from cluneal_lit.cli import terminal
from cluneal_lit.errors import ConfigError
from cluneal_lit.findings import CATALOGUE
from cluneal_lit.outputs.rules import page, plain


def main(options: argparse.Namespace) -> int:
    """Print the catalogue's page for a code or the id of a finding, or a line for each code."""
    code = (options.code or "").partition("-")[0].upper()
    if code and code not in CATALOGUE:
        near = difflib.get_close_matches(code, CATALOGUE, 1, 0) or sorted(CATALOGUE)
        raise ConfigError(f"there is no code {options.code}; did you mean {near[0]}? `cluneal-lit explain` lists all")
    if options.markdown and options.json:
        raise ConfigError("--json and --markdown are two answers; leave one of them out")
    rules = [CATALOGUE[code]] if code else list(CATALOGUE.values())
    if options.json:
        rows = [msgspec.to_builtins(rule) for rule in rules]
        terminal.answer({"schema": "cluneal-lit/explain/1", "rules": rows})
    elif options.markdown:
        terminal.say(page(rules).rstrip("\n"))
    elif not code:
        for rule in rules:
            terminal.say(f"{rule.code} {rule.level:<7} {rule.title}")
    else:
        (rule,) = rules
        terminal.say(terminal.styled(f"{rule.code} {rule.level}: {rule.title}", "bold"))
        terminal.say(rule.why)
        terminal.say(plain(rule.do))
    return 0
