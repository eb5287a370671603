"""What a template is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Template(Struct, frozen=True):
    """A template: the path that messages name, and its text."""

    path: str
    text: str


Templates = Mapping[str, Template]
