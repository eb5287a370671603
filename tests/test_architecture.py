"""The floors of the house: each module imports only from below, each rule with its reason."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from cluneal_lit.documents import READERS

SOURCE = Path(__file__).resolve().parents[1] / "src" / "cluneal_lit"

# Floor, and place on it: on floors 1 and 3 imports go from the names listed first to those listed after them.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    (
        "formats",
        "findings",
        "keys",
        "compare",
        "preprints",
        "known_journals",
        "journals",
        "names",
        "json_values",
        "labels",
        "days",
        "dates",
        "date_forms",
        "year_spans",
        "months",
        "numbering",
        "pages",
        "parts",
        "addresses",
        "ends",
        "end_words",
        "kinds",
        "titles",
        "registries",
        "redacting",
        "decided",
        "identifiers",
        "key_syntax",
        "languages",
        "folding",
        "lines",
        "model",
        "scripts",
        "honorifics",
        "others",
        "late",
    ),
    ("documents", "citations", "sources", "duplicates", "entries", "checks", "outputs"),
    ("store", "http", "config"),
    ("pipeline",),
    ("cli",),
)
STAGES = FLOORS[2]
# Who may touch the world, and why nobody else: a stage that reads a file or a clock cannot be tested with values.
WORLD = {
    "os": ("store", "config", "cli"),
    "tempfile": ("store",),
    "socket": ("http",),
    "requests": ("http",),
    "urllib3": ("http",),
    "threading": ("http",),
    "time": ("http", "cli"),  # the command line says how long the asking will take
    "subprocess": ("cli",),  # `note` opens the editor that a person has chosen; nothing else runs a program
    "random": ("http",),
    "filelock": ("store",),
    "platformdirs": ("config", "store"),
    "shutil": ("store",),
    "argparse": ("cli",),
    "rich": ("cli",),
    "logging": (),
}
# Formats that hold documents of others, and those.
HOLDING = {"epub": frozenset({"html"}), "notebook": frozenset({"html", "markdown"})}
FILE_METHODS = frozenset(
    "mkdir glob rglob read_text read_bytes write_text write_bytes unlink rmdir touch iterdir exists is_file is_dir stat"
    " resolve cwd home".split()
)
WORLD_CALLS = {"open", "print", "input", "exit", "quit"}

# The way from a text to its citations; which works they mean is found from their fields alone.
CITATIONS = ("identifiers", "text", "references", "markers", "joining", "matching")

MODULES = sorted(SOURCE.rglob("*.py"))


def part(name: str) -> str:
    """`citations` for `cluneal_lit.citations.scan`."""
    return [*name.split("."), ""][1]


def own_name(file: Path) -> str:
    return ".".join(("cluneal_lit", *file.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def imports(tree: ast.AST) -> list[tuple[str, ast.stmt]]:
    found: list[tuple[str, ast.stmt]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the floor"
            module = node.module or ""
            found += [(f"{module}.{alias.name}" if module == "cluneal_lit" else module, node) for alias in node.names]
    return found


def place(name: str) -> tuple[int, int]:
    for floor, names in enumerate(FLOORS):
        if name in names:
            return floor, names.index(name)
    raise AssertionError(f"{name} stands on no floor; give it one")


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_a_module_imports_only_from_below(file: Path) -> None:
    own = part(own_name(file))
    if own in ("", "__main__", "__init__"):
        return
    floor, rank = place(own)
    for name, _ in imports(ast.parse(file.read_text(encoding="utf-8"))):
        if not name.startswith("cluneal_lit") or part(name) in ("", "__version__", own):
            continue
        other_floor, other_rank = place(part(name))
        reason = f"{own_name(file)} imports {name}"
        assert other_floor <= floor, f"{reason}, which stands above it: then neither can be read alone"
        if floor == 2:
            assert other_floor < floor, f"{reason}: the stages know values, not each other"
        if floor in (1, 3) and other_floor == floor:
            assert rank < other_rank, f"{reason}, against the order of its floor: circles begin so"


@pytest.mark.parametrize("file", sorted((SOURCE / "citations").rglob("*.py")), ids=own_name)
def test_a_package_of_citations_imports_only_from_those_before_it(file: Path) -> None:
    own = "".join(own_name(file).split(".")[2:3])
    if own not in CITATIONS:
        return
    for name, _ in imports(ast.parse(file.read_text(encoding="utf-8"))):
        other = "".join(name.split(".")[2:3]) if name.startswith("cluneal_lit.citations.") else own
        reason = f"{own_name(file)} imports {name}: circles begin so"
        assert other not in CITATIONS or CITATIONS.index(other) <= CITATIONS.index(own), reason
        assert (own == "matching") == (other == "matching") or other not in CITATIONS, reason


@pytest.mark.parametrize("file", sorted((SOURCE / "documents").rglob("*.py")), ids=own_name)
def test_no_format_imports_another(file: Path) -> None:
    own = own_name(file).split(".")[2:3]
    formats = set(READERS.values()) - HOLDING.get("".join(own), frozenset()) - {*own}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cluneal_lit.documents"):
            named = (node.module or "").split(".")[2:3] or [alias.name for alias in node.names]
            reason = f"{own_name(file)} imports {node.module}: with one format another is loaded, and changes with it"
            assert formats.isdisjoint(named), reason


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_only_store_http_config_and_cli_touch_the_world(file: Path) -> None:
    own = part(own_name(file))
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for name, _ in imports(tree):
        allowed = WORLD.get(name.split(".")[0])
        assert allowed is None or own in allowed, f"{own_name(file)} imports {name}: {allowed} may"
    if own not in ("cli",):
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & WORLD_CALLS, f"{own_name(file)} calls {called & WORLD_CALLS}"


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_imports_stand_at_the_top_but_in_cli(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if part(own_name(file)) == "cli":
        return
    top = {id(node) for node in tree.body}
    inside = [name for name, node in imports(tree) if id(node) not in top]
    assert not inside, f"{own_name(file)} imports {inside} inside a function: a hidden edge of the house"


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_no_handler_catches_everything(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{own_name(file)}:{node.lineno} catches everything"
            caught = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
            if "BaseException" in caught:
                assert isinstance(node.body[-1], ast.Raise), f"{own_name(file)}:{node.lineno} swallows everything"
            assert "Exception" not in caught, f"{own_name(file)}:{node.lineno} catches bugs"


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_files_and_functions_stay_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tables = {"findings.py", "model.py", "verbs.py"}  # catalogue, vocabulary and words of help are tables
    assert file.name in tables or len(text.splitlines()) <= 200, f"{own_name(file)} is too long to read at once"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            said = len((ast.get_docstring(node) or "").splitlines())
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - said
            assert length <= 40, f"{own_name(file)}.{node.name} has {length} lines"


@pytest.mark.parametrize("file", MODULES, ids=own_name)
def test_public_things_say_what_they_are(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{own_name(file)} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{own_name(file)}.{node.name} has no docstring"


def test_help_imports_nothing_heavy() -> None:
    heavy = ["requests", "lxml", "jinja2", "msgspec", "rapidfuzz", "bibtexparser", "yaml", "rich"]
    code = (
        "import sys\nfrom cluneal_lit.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(' '.join(name for name in {heavy!r} if name in sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (answer.stderr, "usage: cluneal-lit" in answer.stdout) == ("", True)
