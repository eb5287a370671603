"""A collection and templates in, the texts of the outputs out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from traceback import walk_tb

import jinja2
from jinja2 import TemplateSyntaxError
from msgspec import Struct

from cluneal_lit.errors import TemplateError
from cluneal_lit.model import Collection
from cluneal_lit.outputs import docx, environment, paths, variables, xlsx
from cluneal_lit.outputs.escapes import leaving
from cluneal_lit.outputs.pieces import Pieces
from cluneal_lit.outputs.site import Site, shown, without
from cluneal_lit.outputs.templates import Templates

NOWHERE = Site()
# What of the program's own outputs names documents, or holds verdicts by them or works that they alone cite; what a
# project's own templates tell nobody knows.
_OF_DOCUMENTS = frozenset(
    {"annotated-bibliography.md", "annotated.json", "evidence.csv", "report.md", "statement.md"}
    | {"references.bib", "biblatex/references.bib", "references.json", "references.nbib", "references.ris"}
    | {docx.NAME, xlsx.NAME}
)
_OF_PROGRAM = (docx.NAME, xlsx.NAME)  # outputs that no template makes
_EACH = re.compile(r"\[([^\]/]*)\]")
_PUBLISHED = ("site/", "reading-lists/")  # folders of what the site consists of, or links to in any case
_KINDS = frozenset({"list", "key", "document"})
# What a template does without end, and what is said of it. Jinja raises RuntimeError for some wrong calls.
_ENDLESS = {
    RecursionError: "it takes in itself without end, or is nested too deeply",
    MemoryError: "it makes more than the memory holds",
}
_BROKEN = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RuntimeError,
)


class Rendered(Struct, frozen=True):
    """The bytes of every output by its path, sorted by path; `broken`: why others have none, by theirs.

    A path there that ends in a slash is a folder of templates that cannot be read.
    """

    contents: dict[str, bytes]
    broken: dict[str, TemplateError]

    @property
    def texts(self) -> dict[str, str]:
        """The same as texts."""
        return {path: content.decode() for path, content in self.contents.items()}


def rendered(
    collection: Collection,
    templates: Templates,
    *,
    compiled: environment.Compiled | None = None,
    pieces: Pieces | None = None,
    publish_abstracts: bool = False,
    site: Site = NOWHERE,
) -> Rendered:
    """The outputs by their paths under the output folder; a broken template is told and holds no other up.

    `NAME.j2` gives NAME, and with `[list]`, `[key]` or `[document]` in its name one output for each; parts, whose
    names begin with `_` or a full stop, give none, nor does an XML template that prints nothing. Those that are
    published, below `site/` and `reading-lists/`, know of what is public alone. `compiled` gives where compiled
    templates of a suffix are kept, `pieces` what an earlier build made.
    """
    pieces = pieces or Pieces()
    known = variables.variables(collection, publish_abstracts=publish_abstracts)
    public, of_site = collection, known
    if any(name.startswith(_PUBLISHED) for name in templates):
        public, of_site = _of_site(collection, templates, site, publish_abstracts)
    environments: dict[str, jinja2.Environment] = {}
    contents: dict[str, bytes] = {}
    broken = {name: one.error for name, one in templates.items() if name.endswith("/") and not _is_part(name)}
    written: dict[str, str] = {}
    for name in sorted(templates):
        if _is_part(name) or name in broken:
            continue
        suffix = PurePosixPath(name.removesuffix(".j2")).suffix
        if suffix not in environments:
            environments[suffix] = environment.environment(suffix, templates, compiled, pieces)
        is_site = name.startswith(_PUBLISHED)
        for path, own in _outputs(name, public if is_site else collection):
            try:
                _refuse(name, path, taken=path in contents or path in broken)
                _tell_apart(name, path, written.setdefault(paths.caseless(path), path))
                content = _content(environments[suffix], name, (of_site if is_site else known) | own)
            except TemplateError as error:
                broken.setdefault(path, error)
                contents.pop(path, None)  # of two templates for one output neither is meant
                continue
            if content.strip() or not path.endswith(".xml"):  # an empty file is no XML, and of other kinds it is one
                contents[path] = content
    return Rendered(dict(sorted(contents.items())), broken)


def _of_site(
    collection: Collection, templates: Templates, site: Site, publish_abstracts: bool
) -> tuple[Collection, dict[str, object]]:
    """What of the collection is public, and what templates of what is published may use."""
    public = shown(collection, site)
    whole = _whole(templates, of_documents=public.documents == collection.documents)
    places = paths.places(collection.documents)
    left_out = {one.key for one in collection.entries} - {one.key for one in public.entries}
    site = without(site, left_out)
    return public, variables.of_site(public, site, whole, places, publish_abstracts=publish_abstracts)


def _refuse(name: str, path: str, *, taken: bool) -> None:
    if len(kinds := set(_EACH.findall(name))) > 1 or not kinds <= _KINDS:
        raise TemplateError(f"{name}: a template's name may hold one of [list], [key] and [document]; rename it")
    if taken:
        raise TemplateError(f"{name}: writes {path}, as another template does; rename one of them")
    if path.lower() in _OF_PROGRAM:
        raise TemplateError(f"{name}: writes {path}, which no template can make; rename it")


def _tell_apart(name: str, path: str, other: str) -> None:
    if path != other:
        one_file = f"differs from {other} by capitals or accents alone, and is the same file on Windows and macOS"
        raise TemplateError(f"{name}: writes {path}, which {one_file}; rename what one of them is named after")


def _whole(templates: Templates, *, of_documents: bool) -> tuple[str, ...]:
    """The outputs that are one for the whole collection, with those that tell `of_documents` or without."""
    own = (_path(name) for name in templates if name.endswith(".j2") and not _EACH.search(name) and not _is_part(name))
    return tuple(sorted(name for name in (*own, *_OF_PROGRAM) if of_documents or name not in _OF_DOCUMENTS))


def _path(name: str) -> str:
    return paths.safe(name.removesuffix(".j2"))


def _is_part(name: str) -> bool:
    return any(part.startswith(("_", ".")) for part in name.split("/"))


def _outputs(name: str, collection: Collection) -> Iterator[tuple[str, dict[str, object]]]:
    """Each output of a template: its path, and the variables that are its own."""
    path = _path(name)
    kinds = sorted(set(_EACH.findall(path)))
    if kinds == ["list"]:
        names = paths.apart(one.name for one in collection.lists)
        for one in collection.lists:
            yield _EACH.sub(names[one.name], path), {"list": one}
    elif kinds == ["key"]:
        for entry in collection.entries:
            yield _EACH.sub(paths.file(entry.key), path), {"entry": entry}
    elif kinds == ["document"]:
        for document, place in paths.places(collection.documents).items():
            yield _EACH.sub(place, path), {"document": document}
    else:
        yield path, {}


def _content(made: jinja2.Environment, name: str, values: dict[str, object]) -> bytes:
    """The rendered template, without what nobody sees and programs obey, ending in one line break."""
    try:
        text = leaving(made.get_template(name).render(values))
        # A template can spell halves of characters, which no file can hold.
        return text.encode().rstrip(b"\n") + b"\n"
    except TemplateSyntaxError as error:
        raise TemplateError(_told(f"{error.filename or error.name or name}:{error.lineno}", error)) from error
    except tuple(_ENDLESS) as error:
        reason = next(reason for kind, reason in _ENDLESS.items() if isinstance(error, kind))
        raise TemplateError(_told(_place(error, of_filter=False) or name, reason)) from error
    except _BROKEN as error:
        raise TemplateError(_told(_place(error) or name, error)) from error


def _place(error: Exception, *, of_filter: bool = True) -> str:
    """`file:line` of the template in which the error arose, and of the filter, if there; empty before any ran."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    places = [f"{file}:{line}" for file, line in frames if file.endswith(".j2")]
    file, line = frames[-1]
    inner = (
        ""
        if not of_filter or file.endswith(".j2") or isinstance(error, jinja2.TemplateError)
        else f" ({PurePosixPath(file).name}:{line})"
    )
    return places[-1] + inner if places else ""


def _told(place: str, error: Exception | str) -> str:
    reason = " ".join(str(error).split()).removesuffix(".")
    return f"{place}: {reason}; mend the template, or move it away: the program's own, if it has one, is used then"
