"""The configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit import config
from cluneal_lit.config import Config
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
        ("max_age_days = 'soon'", "Expected `int`"),
        ("title = ", "cannot be read"),
    ],
)
def test_a_broken_setting_says_what_is_wrong_and_where(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / config.FILE).write_text(text)
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path, {})
    assert str(tmp_path / config.FILE) in str(caught.value) and reason in str(caught.value)
    assert "\n" not in str(caught.value)
