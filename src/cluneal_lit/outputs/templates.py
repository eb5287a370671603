"""What a template is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from cluneal_lit.errors import TemplateError


class Template(Struct, frozen=True):
    """A template: the path that messages name, and its text; `fault`: why it has none, and what to do.

    A folder that cannot be read is one too, by its name with a slash behind: what lies in it, nobody knows.
    """

    path: str
    text: str
    fault: str = ""

    @property
    def error(self) -> TemplateError:
        """What to raise of one that has a fault."""
        return TemplateError(f"{self.path}: {self.fault}")


Templates = Mapping[str, Template]


def shut(name: str, templates: Templates) -> Template | None:
    """The folder that cannot be read in which a template of this name would lie, if it lies in one."""
    folders = (f"{folder}/" for folder in PurePosixPath(name).parents)
    return next((templates[folder] for folder in folders if folder in templates), None)
