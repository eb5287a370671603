"""The Jinja environments: one a format, each escaping every value once, where the template prints it.

What a template prints with `{{ … }}` is escaped for its format; in JSON it is written as JSON. What a filter marked
"ready" gives is of that format already. Values are joined by printing them one after the other or with `|join`; `~`
would escape for HTML. The filters stand in `filters`.

`{{ piece("_entry.md.j2", entry=one, works=works) }}` gives what `{% include %}` would, but the part knows the named
values alone, and is rendered anew only when one of them or a template has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from cluneal_lit.outputs import pieces
from cluneal_lit.outputs.escapes import ESCAPES, Escape
from cluneal_lit.outputs.filters import BY_FORMAT, FILTERS
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.outputs.templates import Templates, shut

Compiled = Callable[[str], jinja2.BytecodeCache]


class _Printing(CodeGenerator):
    """Prints what `finalize` gives as it is: to escape it for HTML changes nothing, but copies every piece."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "str(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Environment(ImmutableSandboxedEnvironment):
    """A template of a repository that somebody cloned prints values, and reaches nothing else of the program."""

    code_generator_class = _Printing

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        # Most of what is asked for are fields of ours, which need not be looked into.
        return (isinstance(obj, Struct) and attr in obj.__struct_fields__) or super().is_safe_attribute(
            obj, attr, value
        )


def environment(
    suffix: str, templates: Templates, compiled: Compiled | None = None, kept: Pieces | None = None
) -> jinja2.Environment:
    """The environment for outputs with this suffix; `compiled` gives where its compiled templates are kept.

    What it makes of works is `kept`, or taken from there; without, the filters are as they are.
    """

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        found = templates.get(name) or shut(name, templates)
        if found is None:
            raise jinja2.TemplateNotFound(name, f"there is no template {name!r}")
        if found.fault:
            raise found.error
        return found.text, found.path, lambda: True

    made = _Environment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled(suffix) if compiled else None,
    )
    filters = FILTERS | BY_FORMAT.get(suffix, {})
    made.filters |= filters
    # In HTML `ris` is text that is still to be escaped.
    own = set(filters) if kept and suffix != ".html" else set[str]()
    kept = kept or Pieces()
    made.filters |= {name: pieces.kept(kept, f"{name}{suffix}", filters[name]) for name in own & pieces.TEXTS}
    made.filters |= {name: pieces.kept_cells(kept, f"{name}{suffix}", filters[name]) for name in own & pieces.CELLS}
    made.globals["piece"] = _piece(made, suffix, pieces.name(dict(templates)), kept)
    escape = ESCAPES.get(suffix, str)
    made.finalize = _finalize(escape)
    made.filters["join"] = _join(escape)
    return made


def _finalize(escape: Escape) -> Callable[..., Markup]:
    # Taking the context keeps Jinja from folding constants, which it would escape for HTML before they come here.
    @jinja2.pass_eval_context
    def finalized(_: object, value: object) -> Markup:
        return value if type(value) is Markup else Markup(escape(value))

    return finalized


def _piece(made: jinja2.Environment, suffix: str, templates: str, kept: Pieces) -> Callable[..., Markup]:
    """A part rendered from the values that are handed to it: the others it does not know, and says so."""

    def piece(part: str, **values: object) -> Markup:
        kind = f"{part}{suffix}{templates}"
        return kept.text(kind, values, lambda: made.get_template(part).render(values).rstrip("\n"))

    return piece


def _join(escape: Escape) -> Callable[..., Markup]:
    def joined(values: Iterable[object], between: str = "") -> Markup:
        parts = (str(value) if isinstance(value, Markup) else escape(value) for value in values)
        return Markup(escape(between).join(parts))

    return joined
