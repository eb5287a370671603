"""The configuration: `cluneal-lit.toml`, or `[tool.cluneal-lit]` of a `pyproject.toml`, and the environment."""

from __future__ import annotations

import difflib
import os
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from cluneal_lit.config import values
from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Services

FILE = "cluneal-lit.toml"
PREFIX = "CLUNEAL_LIT_"
# What parts the texts of a list in the environment.
_BETWEEN = {**dict.fromkeys(values.GLOBS, os.pathsep), "facets": ";"}


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """Every setting with its default. In the environment a setting is `CLUNEAL_LIT_` and its name in capitals.

    documents: globs of the documents whose citations are kept, relative to the project; a folder means all in it.
    library: globs of the bibliographies that people bring.
    title: the name of the collection, in the headings of what is written. Empty: they say what it is, without a name.
    email: who asks; PubMed and Crossref want to know, and answer faster for it. It goes to the services that are asked
        alone. Empty: the public pools.
    ncbi_api_key: PubMed then answers ten requests a second in place of three. NCBI_API_KEY is read too.
    max_age_days: a record older than this is asked again by `run`.
    fail_on: the weakest finding that makes the exit code 1: error, warning, note or never.
    incomplete: what an unanswered service does to the exit code: fail (3) or ok (0).
    search: whether references without an identifier are searched for at PubMed and Crossref. Without it identifiers
        alone leave this machine, never a text.
    publish_abstracts: whether outputs hold abstracts, which may be under copyright.
    public: globs of those documents of which the site may tell: that they cite, what, and in which sentence.
    base_url: where the site will stand, for its feed and canonical addresses. Empty: nothing is said of it.
    facets: what tags are: a facet and its tags, as `Nerve: superior, middle`. Other tags are topics.
    pubmed, crossref, doi, datacite, idconv: the addresses of the services; deleted_pmids: that of NCBI's list.
    """

    documents: tuple[str, ...] = ("references/documents/**/*",)
    library: tuple[str, ...] = ("references/library/*",)
    title: str = ""
    email: str = ""
    ncbi_api_key: str = ""
    max_age_days: int = 30
    fail_on: str = "error"
    incomplete: str = "fail"
    search: bool = True
    publish_abstracts: bool = False
    public: tuple[str, ...] = ()
    base_url: str = ""
    facets: tuple[str, ...] = ()
    pubmed: str = Services().pubmed
    crossref: str = Services().crossref
    doi: str = Services().doi
    datacite: str = Services().datacite
    idconv: str = Services().idconv
    deleted_pmids: str = Services().deleted_pmids


class Project(Struct, frozen=True):
    """Where the project is and how it is configured; `file` is None when there is no configuration."""

    root: Path
    config: Config
    file: Path | None = None

    @property
    def references(self) -> Path:
        return self.root / "references"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @property
    def services(self) -> Services:
        config = self.config
        return Services(
            **{name: getattr(config, name).rstrip("/") for name in values.ADDRESSES},
            email=config.email,
            ncbi_api_key=config.ncbi_api_key,
        )


def load(start: Path, environment: Mapping[str, str] = os.environ) -> Project:
    """The project that `start` lies in: the nearest folder upwards with a configuration, else `start` itself.

    Raises ConfigError for a folder that is not there, a file that is no TOML, a setting that does not exist and a value
    that does not fit.
    """
    if not start.is_dir():
        raise ConfigError(f"{start}: there is no such folder; name the folder of the project")
    start = start.resolve()
    for folder in (start, *start.parents):
        for file, table in ((folder / FILE, ()), (folder / "pyproject.toml", ("tool", "cluneal-lit"))):
            settings = _settings(file, table)
            if settings is not None:
                return Project(folder, _config(settings, environment, str(file)), file)
    return Project(start, _config({}, environment, "the environment"))


def without_project(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder in the user's cache where answers are kept that no project asked for.

    Where that is: https://specifications.freedesktop.org/basedir-spec/latest/, and the customs of macOS and Windows.
    """
    usual = {"darwin": Path("Library", "Caches"), "win32": Path("AppData", "Local")}.get(sys.platform, Path(".cache"))
    said = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA") or ""
    base = Path(said) if Path(said).is_absolute() else Path.home() / usual
    return base / "cluneal-lit"


def _settings(file: Path, table: tuple[str, ...]) -> dict[str, object] | None:
    """The settings of a file, None where there are none in it."""
    try:
        settings: object = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}; mend the file") from error
    for name in table:
        if not isinstance(settings, dict) or name not in settings:
            return None
        settings = settings[name]
    if not isinstance(settings, dict):
        raise ConfigError(f"{file}: [tool.cluneal-lit] is not a table; mend the file")
    return {key.replace("-", "_"): value for key, value in settings.items()}


def _config(settings: dict[str, object], environment: Mapping[str, str], where: str) -> Config:
    settings = {**settings, **_from_environment(environment)}
    for name in settings:
        if name not in Config.__struct_fields__:
            near = difflib.get_close_matches(name, Config.__struct_fields__, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(Config.__struct_fields__)}"
            raise ConfigError(f"{where}: there is no setting {name}; {hint}")
    defaults = dict(zip(Config.__struct_fields__, Config.__struct_defaults__, strict=True))
    return Config(
        **{
            name: values.fitting(name, value, type(defaults[name]), defaults[name], _origin(name, where, environment))
            for name, value in settings.items()
        }
    )


def _origin(name: str, where: str, environment: Mapping[str, str]) -> str:
    variable = PREFIX + name.upper()
    return f"the environment, {variable}" if environment.get(variable) else f"{where}: {name}"


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    if key := _said(environment, "NCBI_API_KEY"):
        found["ncbi_api_key"] = key
    for name in Config.__struct_fields__:
        if value := _said(environment, PREFIX + name.upper()):
            found[name] = tuple(value.split(_BETWEEN[name])) if name in _BETWEEN else value
    return found


def _said(environment: Mapping[str, str], variable: str) -> str:
    value = environment.get(variable, "")
    if re.search("[\ud800-\udfff]", value):  # bytes that do not decode
        raise ConfigError(f"the environment, {variable}: is not UTF-8; write it as UTF-8")
    return value
