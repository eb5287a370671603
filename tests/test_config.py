"""The configuration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cluneal_lit import config
from cluneal_lit.cli import arguments
from cluneal_lit.config import Config, values
from cluneal_lit.errors import ConfigError


def test_without_a_file_the_folder_is_the_project_with_defaults(tmp_path: Path) -> None:
    found = config.load(tmp_path, {})
    assert (found.root, found.config, found.file) == (tmp_path.resolve(), Config(), None)


def test_the_nearest_file_upwards_makes_the_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.cluneal-lit]\ntitle = "Outer"\nmax-age-days = 7\n')
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "other"\n')
    found = config.load(tmp_path / "a" / "b", {})
    assert (found.root, found.config) == (tmp_path.resolve(), Config(title="Outer", max_age_days=7))


def test_the_environment_counts_before_the_file(tmp_path: Path) -> None:
    (tmp_path / config.FILE).write_text('email = "file@example.org"\nmax_age_days = 7\n')
    environment = {"CLUNEAL_LIT_EMAIL": "me@example.org", "CLUNEAL_LIT_MAX_AGE_DAYS": "3", "NCBI_API_KEY": "k"}
    found = config.load(tmp_path, environment).config
    assert found == Config(email="me@example.org", max_age_days=3, ncbi_api_key="k")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("titel = 'x'", "there is no setting titel; did you mean title?"),
        ("zzz = 1", "there is no setting zzz; there are: documents"),
        ("fail_on = 'sometimes'", "fail_on is 'sometimes'; it may be error, warning, note, never"),
        ("fail_on = 3", "fail_on: write a text in quotes"),
        ("max_age_days = 'soon'", "max_age_days: write a whole number, such as 30"),
        ("max_age_days = -1", "max_age_days is -1; write 0 or more days"),
        ("publish_abstracts = 'perhaps'", "publish_abstracts: write true or false"),
        ("email = 'me'", "email: 'me' is no e-mail address; write you@example.org, or leave it empty"),
        ("pubmed = 'ftp://x.org'", "pubmed: 'ftp://x.org' is no web address; write one such as https://eutils"),
        ("crossref = 'https://'", "crossref: 'https://' is no web address"),
        ("doi = 'http://x:y'", "doi: 'http://x:y' is no web address; write one such as https://doi.org"),
        ("documents = 'a.md'", 'documents: write a list of texts, such as ["docs/*.md"]'),
        ("documents = ['/tmp/*.md']", "documents: '/tmp/*.md' leads out of the project"),
        ("documents = ['../x/*.md']", "documents: '../x/*.md' leads out of the project"),
        ("documents = ['']", "documents: '' names no file"),
        ("library = ['.']", "library: '.' names no file"),
        ("library = ['a**']", "library: 'a**' has ** beside other characters"),
        ("public = ['../x.md']", "public: '../x.md' leads out of the project"),
        ("base_url = 'example.org'", "base_url: 'example.org' is no web address of a folder; write one such as https"),
        (
            "base_url = 'https://example.org/\"><b>'",
            "base_url: 'https://example.org/\"><b>' is no web address of a folder",
        ),
        ("base_url = 'https://example.org/?a'", "base_url: 'https://example.org/?a' is no web address of a folder"),
        ("facets = ['Nerve']", "facets: 'Nerve' names no facet with tags; write one such as Nerve: superior, middle"),
        ("title = ", "cannot be read"),
    ],
)
def test_a_broken_setting_says_what_is_wrong_and_where(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / config.FILE).write_text(text)
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path, {})
    assert str(tmp_path / config.FILE) in str(caught.value) and reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_value_of_the_environment_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path, {"CLUNEAL_LIT_MAX_AGE_DAYS": "soon"})
    assert str(caught.value) == "the environment, CLUNEAL_LIT_MAX_AGE_DAYS: write a whole number, such as 30"


@pytest.mark.parametrize("variable", ["NCBI_API_KEY", "CLUNEAL_LIT_TITLE", "CLUNEAL_LIT_DOCUMENTS"])
def test_a_variable_that_is_not_utf8_is_told(tmp_path: Path, variable: str) -> None:
    with pytest.raises(ConfigError, match=f"^the environment, {variable}: is not UTF-8; write it as UTF-8$"):
        config.load(tmp_path, {variable: os.fsdecode(b"caf\xe9")})


def test_a_folder_that_is_not_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no/such: there is no such folder; name the folder of the project"):
        config.load(tmp_path / "no" / "such", {})


def test_a_key_of_the_wrong_form_is_not_repeated(tmp_path: Path) -> None:
    (tmp_path / config.FILE).write_text("ncbi_api_key = 123456")
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path, {})
    assert "123456" not in str(caught.value)


def test_the_command_line_and_the_configuration_know_the_same_levels() -> None:
    assert values.CHOICES["fail_on"] == arguments.FAIL_ON


def test_lists_of_the_environment_are_parted_as_their_texts_allow(tmp_path: Path) -> None:
    environment = {"CLUNEAL_LIT_FACETS": "Nerve: a, b; Study type: c", "CLUNEAL_LIT_PUBLIC": f"a.md{os.pathsep}b.md"}
    found = config.load(tmp_path, environment).config
    assert (found.facets, found.public) == (("Nerve: a, b", " Study type: c"), ("a.md", "b.md"))
