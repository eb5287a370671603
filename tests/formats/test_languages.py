"""Languages of every format become codes, and are written so that programs know them. The works are invented."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from cluneal_lit import languages
from cluneal_lit.formats import biblatex, bibtex, csl_entry, csl_write, exchange, nbib_write, ris_write, writers
from cluneal_lit.model import Record
from cluneal_lit.outputs import machines, page
from tests.formats.invented import article

FORMS = {
    "bibtex": "@article{a,\n  title = {Des nerfs},\n  language = {SAID},\n}\n",
    "biblatex": "@article{a,\n  title = {Des nerfs},\n  langid = {SAID},\n}\n",
    "ris": "TY  - JOUR\nID  - a\nTI  - Des nerfs\nLA  - SAID\nER  - \n",
    "nbib": "PMID- 99999901\nTI  - Des nerfs\nLA  - SAID\n",
    "csl": '[{"id": "a", "title": "Des nerfs", "language": "SAID"}]',
    "endnote": "<xml><records><record><titles><title>Des nerfs</title></titles><language>SAID</language>"
    "</record></records></xml>",
    "enw": "%0 Journal Article\n%T Des nerfs\n%G SAID\n",
    "wos": "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Des nerfs\nLA SAID\nER\n\nEF\n",
    "csv": "Title,DOI,Language\nDes nerfs,10.5555/a,SAID\n",
}


def read(form: str, said: str) -> Record:
    """The record of the one work in a text of a format, whose language is said so."""
    records, told = exchange.read(FORMS[form].replace("SAID", said), "own", "bibtex" if form == "biblatex" else form)
    assert (len(records), told) == (1, ())
    return records[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("said", "code", "tag"),
    [
        ("fre", "fr", "fr"),
        ("chi", "zh", "zh"),
        ("German", "de", "de"),
        ("ngerman", "de", "de"),
        ("naustrian", "de-AT", "de-AT"),
        ("austrian", "de-AT", "de-AT"),
        ("nynorsk", "nn", "nn"),
        ("portuges", "pt", "pt"),
        ("mexican", "es-MX", "es-MX"),
        ("polutonikogreek", "el", "el"),
        ("serbianc", "sr-Cyrl", "sr-Cyrl"),
        ("Brazilian", "pt-BR", "pt-BR"),
        ("canadien", "fr-CA", "fr-CA"),
        ("american", "en-US", "en"),
        ("DE-de", "de-DE", "de-DE"),
        ("eng", "en", "en"),
        ("zh-hans", "zh-Hans", "zh-Hans"),
        ("Français", "fr", "fr"),
        ("中文", "zh", "zh"),
        ("Tiếng Việt", "vi", "vi"),
        ("简体中文", "zh-Hans", "zh-Hans"),
        ("scr", "hr", "hr"),
        ("Klingon", "Klingon", ""),
        ("English; French", "English; French", ""),
    ],
)
def test_a_language_is_read_as_its_code_and_what_is_none_stays_without_being_a_tag(
    form: str, said: str, code: str, tag: str
) -> None:
    found = read(form, said)
    entry = replace(article(), fields=found.fields, sources=())
    assert found.fields.language == code
    assert not {"LA", "language", "langid"} & set(found.custom)
    assert page.tongue(entry) == ("" if tag == "en" else tag)
    assert dict(machines.metas(entry)).get("citation_language", "") == (code if tag else "")


@pytest.mark.parametrize("form", FORMS)
def test_csl_gets_the_code(form: str) -> None:
    found = read(form, "ger")
    entry = replace(article(), fields=replace(found.fields, language="ger"))
    assert [csl_write.item("a", found)["language"], csl_entry.item(entry)["language"]] == ["de", "de"]


def test_a_language_stands_once_in_ris_that_is_written_again() -> None:
    assert ris_write.entry("a", read("ris", "fre")).count("LA  - fr\n") == 1
    assert "LA  - fre" not in ris_write.entry("a", read("ris", "fre"))


@pytest.mark.parametrize(
    ("said", "written"), [("de-AT", "ger"), ("zh", "chi"), ("en", "eng"), ("hr", "hrv"), ("xx", "xx"), ("", None)]
)
def test_nbib_has_the_codes_of_medline(said: str, written: str | None) -> None:
    found = read("nbib", said)
    lines = nbib_write.entry(found).splitlines()
    assert [line for line in lines if line.startswith("LA")] == ([f"LA  - {written}"] if written else [])


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ar", "العربية"),
        ("cs", "Čeština cestina"),
        ("de", "Deutsch deutsch DEUTSCH"),
        ("el", "Ελληνικά"),
        ("es", "Español espanol castellano"),
        ("fa", "فارسی"),
        ("hi", "हिन्दी"),
        ("ja", "日本語"),
        ("ko", "한국어"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("th", "ไทย"),
        ("tr", "Türkçe TÜRKÇE"),
        ("uk", "Українська"),
        ("uz", "O‘zbekcha o'zbekcha"),
        ("zh", "中文 汉语 漢語 Mandarin"),
    ],
)
def test_a_language_is_known_by_its_own_name(code: str, names: str) -> None:
    assert [languages.code(name) for name in names.split()] == [code] * len(names.split())


def test_every_known_language_is_named_by_its_code_and_by_its_name() -> None:
    codes = [languages.code(one) for one in languages.WORDS.split("|")]
    assert [languages.tag(one) for one in codes] == codes
    assert json.dumps(codes).islower()


@pytest.mark.parametrize(
    ("title", "english", "foreign"),
    [
        ("An invented view of golf", True, False),
        ("Die Suche nach dem erfundenen Nerv", False, True),
        ("Traitement chirurgical de la douleur", False, True),
        ("Tratamiento del dolor", False, True),
        ("Léčba bolesti", False, False),
        ("Leczenie bólu", False, True),
        ("Sjögren syndrome: diagnosis", False, False),
        ("The role of Ménière in the history of vertigo", True, False),
        ("Diagnosis, treatment", False, False),
    ],
)
def test_a_title_shows_its_language_by_small_words_and_marked_letters(title: str, english: bool, foreign: bool) -> None:
    assert (languages.is_english(title), languages.is_foreign(title)) == (english, foreign)


@pytest.mark.parametrize(
    ("code", "language", "langid"),
    [
        ("de-AT", "german", "naustrian"),
        ("de-CH", "german", "nswissgerman"),
        ("nn", "norwegian", "nynorsk"),
        ("sr-Cyrl", "serbian", "serbianc"),
        ("en-GB", "english", "british"),
        ("en-US", "english", "american"),
        ("pt-BR", "portuguese", "brazilian"),
        ("fr-CA", "french", "canadien"),
        ("de", "german", "ngerman"),
        ("de-LI", "german", "ngerman"),  # for which Babel has no name
    ],
)
def test_bibtex_keeps_the_varieties_of_a_language_that_babel_knows(code: str, language: str, langid: str) -> None:
    entry = article(fields=replace(article().fields, language=code))
    for text in (bibtex.written(entry), biblatex.lines(entry, "{name} = {value}\n")):
        assert (f"language = {{{language}}}" in text, f"langid = {{{langid}}}" in text) == (True, True)
    ((record,), _) = exchange.read(bibtex.written(entry), "own", "bibtex")
    kept = "de" if code == "de-LI" else code
    assert (record.fields.language, {"language", "langid"} & set(record.custom)) == (kept, set())


@pytest.mark.parametrize("form", ["ris", "csl", "csv", "endnote", "enw"])
def test_other_formats_keep_the_code_whole(form: str) -> None:
    ((record,), _) = exchange.read(writers.written([read(form, "de-LI")], form).decode(), "own", form)
    assert record.fields.language == "de-LI"
