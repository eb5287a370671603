"""YAML whose scalars stay strings, as bibliographies and the settings of documents need it."""

from __future__ import annotations

from typing import Any

import yaml

# libyaml reads some ten times as fast; not every installation of PyYAML has it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(text: str, *, aliases: bool = True) -> object:
    """What a text says: texts, lists and mappings; None where it is no YAML, or holds what stands for something else
    (`*alias`) and that may not be: written out it may be endlessly much."""
    try:
        if not aliases and "*" in text and any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(text, _Loader)):
            return None
        return yaml.load(text, _Loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
