"""What a template is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Template(Struct, frozen=True):
    """A template: the path that messages name, and its text; `fault`: why it has none, and what to do."""

    path: str
    text: str
    fault: str = ""


Templates = Mapping[str, Template]
