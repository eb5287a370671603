"""DOIs in running text: where they begin and where they end."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids, written


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.14245/ns.1836024.012", "10.14245/ns.1836024.012"),
        ("doi:10.14245/NS.1836024.012.", "10.14245/ns.1836024.012"),
        ("(doi: 10.1016/S0140-6736(05)67889-0).", "10.1016/s0140-6736(05)67889-0"),
        ("https://doi.org/10.1007/s00276-008-0306-9,", "10.1007/s00276-008-0306-9"),
        ("http://dx.doi.org/10.1007%2Fs00276-008-0306-9", "10.1007/s00276-008-0306-9"),
        ("“10.14245/ns.1836024.012”", "10.14245/ns.1836024.012"),
        ("b605-10.1136/bmj.b605.", "10.1136/bmj.b605"),
        ("10.1002/sim.5925[published Online First: Epub Date]|.", "10.1002/sim.5925"),
        ("doi:10.14245/ns.1836024.012.PMID", "10.14245/ns.1836024.012"),
        ("https://www.tandfonline.com/doi/full/10.1080/00015458.2022.2123138", "10.1080/00015458.2022.2123138"),
        ("https://link.springer.com/content/pdf/10.1007/s00276-008-0306-9.pdf", "10.1007/s00276-008-0306-9"),
        ("https://onlinelibrary.wiley.com/doi/abs/10.1002/sim.5925/abstract", "10.1002/sim.5925"),
        ("https://www.frontiersin.org/articles/10.3389/fncom.2012.00063/full", "10.3389/fncom.2012.00063"),
        ("https://www.biorxiv.org/content/10.1101/2020.04.22.055822v1.full.pdf+html", "10.1101/2020.04.22.055822"),
        ("doi:10.1101/2020.04.22.055822v1.", "10.1101/2020.04.22.055822"),
        ("(10.64898/2026.01.05.055822v2.full)", "10.64898/2026.01.05.055822"),
        ("https://academic.oup.com/database/article/doi/10.1093/database/baw068/2630414", "10.1093/database/baw068"),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0148538&type=printable",
            "10.1371/journal.pone.0148538",
        ),
        (
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2.",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        (
            "https://doi.org/10.1002/%28SICI%291097-0258%2819980815%2917:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        (
            "doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
            "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
        ),
        ("https://doi.org/10.1016%252Fj.spinee.2008.11.003", "10.1016/j.spinee.2008.11.003"),
        ("https://link.springer.com/article/10.1007/s00276-008-0306-9/fulltext.html", "10.1007/s00276-008-0306-9"),
        ("https://link.springer.com/article/10.1007/s00276-008-0306-9/tables/2", "10.1007/s00276-008-0306-9"),
        ("https://link.springer.com/article/10.1007/s00276-008-0306-9/figures/1", "10.1007/s00276-008-0306-9"),
        (
            "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001929.pub3/full/zh_HANS",
            "10.1002/14651858.cd001929.pub3",
        ),
        (
            "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001929.pub3/abstract/de",
            "10.1002/14651858.cd001929.pub3",
        ),
        ("https://link.springer.com/10.1007/s00276-008-0306-9;jsessionid=A1.f01t02", "10.1007/s00276-008-0306-9"),
        ("https://onlinelibrary.wiley.com/doi/epdf/10.1002/sim.5925#sec1", "10.1002/sim.5925"),
        (
            "https://www.tandfonline.com/doi/full/10.1080/00015458.2022.2123138?needAccess=true",
            "10.1080/00015458.2022.2123138",
        ),
        ("https://www.science.org/doi/suppl/10.1126/science.abc1234/suppl_file/a_sm.pdf", "10.1126/science.abc1234"),
        ("https://direct.mit.edu/neco/article/doi/10.1162/neco_a_01199/95569/Title", "10.1162/neco_a_01199"),
        ("https://www.nature.com/articles/s41586-020-2649-2.pdf", "10.1038/s41586-020-2649-2"),
        ("https://www.biorxiv.org/content/biorxiv/early/2016/09/02/073171.full.pdf", "10.1101/073171"),
        ("10.1101/gr.229202.full", "10.1101/gr.229202"),
        ("10.1053/j.gastro.2009.01.001.PMID", "10.1053/j.gastro.2009.01.001"),
        ("10.1101/142760", "10.1101/142760"),
        ('<a href="https://doi.org/10.14245/ns.1836024.012">here</a>', "10.14245/ns.1836024.012"),
        ("DOI：10.1016/j.jpain.2018.01.002", "10.1016/j.jpain.2018.01.002"),
        ("10.5555/em—dash", "10.5555/em"),
        ("10.5555/end–dash", "10.5555/end"),
        ("https://doi.org/10.5555/em%E2%80%94dash", "10.5555/em—dash"),
        ("10.5555/a‐hyphen‑b", "10.5555/a-hyphen-b"),
        ("doi:10.1016/j.jpain.2018.01.002</p>", "10.1016/j.jpain.2018.01.002"),
        ("10.1016/j.jpain.2018.01.002Epub", "10.1016/j.jpain.2018.01.002"),
        ("10.5555 /invented.1", "10.5555/invented.1"),
        ("10.5555\\/invented.1", "10.5555/invented.1"),
        ("doi: 10.\n5555/invented.1", "10.5555/invented.1"),
        ("https://api.crossref.org/works/10.5555/a.1/transform/application/x-bibtex", "10.5555/a.1"),
        ("https://www.biorxiv.org/content/early/2016/09/02/073171", "10.1101/073171"),
        ("https://elifesciences.org/articles/54321", "10.7554/elife.54321"),
        ("https://peerj.com/articles/1234/", "10.7717/peerj.1234"),
        ("https://peerj.com/articles/cs-123", "10.7717/peerj-cs.123"),
        ("https://www.hindawi.com/journals/prm/2020/1234567/", "10.1155/2020/1234567"),
        ("https://www.bmj.com/content/369/bmj.m1328", "10.1136/bmj.m1328"),
        ("doi:10.5555/www.invented.example/ABC.19-20.54.", "10.5555/www.invented.example/abc.19-20.54"),
        ("https://doi.org/10.5555/www.invented.example/abc.19-20.54", "10.5555/www.invented.example/abc.19-20.54"),
        ("10.5555%2Fwww.invented.example%2Fabc.19-20.54", "10.5555/www.invented.example/abc.19-20.54"),
        ("(10.5555/www.invented.example/abc.19-20.54)", "10.5555/www.invented.example/abc.19-20.54"),
        ("https://www.invented.example/doi/10.5555/www.invented.example/a.1", "10.5555/www.invented.example/a.1"),
        ("10.5555/www.invented.example/a.1www.other.example/b", "10.5555/www.invented.example/a.1"),
        ("10.5555/invented.1www.other.example", "10.5555/invented.1"),
        ("10.5555/invented.1/www.other.example/b", "10.5555/invented.1"),
    ],
)
def test_a_doi_is_found_and_ends_where_it_ends(text: str, doi: str) -> None:
    assert ids(f"See {text} here") == [(f"doi:{doi}",)]


@pytest.mark.parametrize(
    "text",
    [
        "doi: 10.1016/j.\n  spinee.2008.11.003.",
        "doi: 10.1016/\nj.spinee.2008.11.003",
        "doi: 10.1016/j.spinee.2008.\n11.003",
        "doi: 10.1016/j.spinee.2008\n.11.003",
        "https://doi.org/10.1016/j.spinee.\n2008.11.003",
        "https://doi.org/\n10.1016/j.spinee.2008.11.003",
        "doi: 10.1016/ j.spinee.2008.11.003",
    ],
)
def test_a_doi_broken_where_it_cannot_end_goes_on_in_the_next_line(text: str) -> None:
    assert ids(text) == [("doi:10.1016/j.spinee.2008.11.003",)]


def test_two_dois_with_a_comma_between_are_two() -> None:
    assert ids("10.1038/nphys1170,10.1038/nphys1171") == [("doi:10.1038/nphys1170",), ("doi:10.1038/nphys1171",)]


@pytest.mark.parametrize(
    "text",
    [
        "https://doi.org/gdzs5p",
        "https://doi.org/10/gdzs5p",
        "http://dx.doi.org/10/gdzs5p",
        "https://shortdoi.org/gdzs5p",
        "doi:10/gdzs5p",
        "shortDOI: 10/gdzs5p",
        "shortdoi:gdzs5p",
        "10/gdzs5p",
    ],
)
def test_a_short_doi_is_none_but_of_a_kind_of_its_own(text: str) -> None:
    assert ids(f"See {text}.") == [("shortdoi:10/gdzs5p",)]


def test_the_word_behind_short_dois_is_none() -> None:
    assert ids("The shortDOI service and the shortDOI DOI proxy are used.") == []


@pytest.mark.parametrize(
    "text", ["https://www.doi.org/faq", "https://www.doi.org/the-identifier/", "scored 10/10", "10/tenor"]
)
def test_other_pages_of_the_resolver_and_fractions_are_no_short_dois(text: str) -> None:
    assert written(f"See {text} of 2019.") == []


def test_the_next_entry_of_a_list_is_no_continuation() -> None:
    assert ids("doi:10.1016/abc-\n12. Next 3") == [("doi:10.1016/abc",)]


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1016/",
        "doi: 10.12",
        "doi:10.1016",
        "https://doi.org/10.1016/",
        "doi:1O.1016/j.x",
        "DOI: 10.55/x",
        "doi: l0.1016/j.foo.2019.01.001",
        "https://doi.org/10.10O2/abc",
        "doi:10.1016/j",
        "https://doi.org/10.1016/j.jpain",
        "doi:10.1371/journal.pone",
        "10.1016/j.jpain",
        "doi：10.012/x",
    ],
)
def test_what_is_cut_off_or_mistyped_is_malformed(text: str) -> None:
    (citation,) = cited(f"See {text} now.")
    assert (citation.form, citation.malformed, citation.ids.keys()) == ("malformed", (text,), ())


@pytest.mark.parametrize(
    "text",
    [
        "10.5000/10",
        "10.2019/11.2019",
        "1.10.1234/567",
        "10.0.0.0/8",
        "doi: pending",
        "10.1234/5678",
        "tool-10.1234/build-5678",
        "/srv/10.1234/photo-1.png",
        "10.1250/Stück",
    ],
)
def test_sums_dates_and_addresses_are_no_dois(text: str) -> None:
    assert written(f"It was {text} then.") == []


@pytest.mark.parametrize(
    ("text", "path", "found"),
    [
        ("<p>As shown, doi:10.1000/354626<sup>3,4</sup>", "a.html", "doi:10.1000/354626"),
        ("<p>As shown (PMID: 29656<sup>[6]</sup>)", "a.html", "pmid:29656"),
        ("As shown, doi:10.1000/354626^3^", "a.md", "doi:10.1000/354626"),
        ("<p>It has <sup>doi:10.1000/354626</sup> raised", "a.html", "doi:10.1000/354626"),
    ],
)
def test_a_raised_number_is_no_part_of_what_it_touches(text: str, path: str, found: str) -> None:
    assert [key for keys in ids(text, path) for key in keys] == [found]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1002/14651858.\nCD001256.pub2", "10.1002/14651858.cd001256.pub2"),
        ("https://doi.org/10.1002/14651858.\n  CD001256.", "10.1002/14651858.cd001256"),
        ("doi: 10.1371/journal.\r\npone.0148538.", "10.1371/journal.pone.0148538"),
        ("10.1016/j.spin‐\nee.2002.03.102", "10.1016/j.spinee.2002.03.102"),
        ("10.1016/j.spin-\nee.2002.03.102", "10.1016/j.spinee.2002.03.102"),
        ("10.1016/j.spin\u00ad\nee.2002.03.102", "10.1016/j.spinee.2002.03.102"),
        ("10.1007/s00276‐\n008-0306-9", "10.1007/s00276-008-0306-9"),
    ],
)
def test_a_doi_broken_behind_a_full_stop_or_between_syllables_is_whole(text: str, doi: str) -> None:
    assert ids(text) == [(f"doi:{doi}",)]


@pytest.mark.parametrize(
    "following",
    ["arXiv:2004.10706", "NCT01234567", "2019 was", "lowercase1234", "N1  - ", "H1N1 was", "GSE12345 holds"],
)
def test_what_begins_a_sentence_or_an_entry_is_no_continuation(following: str) -> None:
    assert ids(f"doi:10.1002/sim.5925.\n{following}")[0] == ("doi:10.1002/sim.5925",)


@pytest.mark.parametrize("text", ["https://doi.org/10.1016/j.jpain...", "doi:10.1000/354626…", "doi:10.1016/j."])
def test_what_ends_in_an_ellipsis_is_cut_off(text: str) -> None:
    (found,) = cited(f"See {text} now.")
    assert (found.form, found.malformed) == ("malformed", (text.rstrip(".…"),))


@pytest.mark.parametrize(
    "text", ["https://doi.org/10.1000/o12&gt;", "https://doi.org/10.1000/o12&gt;.", "10.1000/o12&gt;"]
)
def test_markup_written_as_entities_is_no_part_of_a_doi(text: str) -> None:
    assert ids(f"See &lt;{text} now", "a.txt") == [("doi:10.1000/o12",)]


@pytest.mark.parametrize(
    "doi", ["10.1145/12345", "10.2307/1885", "10.3386/w21", "10.1000/182", "10.1119/1.18420", "10.1234/w211"]
)
def test_a_short_doi_of_a_registrant_who_gives_such_is_found_bare(doi: str) -> None:
    assert ids(f"See Codd 1970, {doi}; and then ({doi}).") == [(f"doi:{doi}",)] * 2


@pytest.mark.parametrize(
    "text", ["v10.2307/1885", "/srv/10.1145/12345", "10.1145/1234 EUR", "10.2023/rc12", "1.10.1145/12345"]
)
def test_versions_paths_and_prices_are_no_short_dois(text: str) -> None:
    assert written(f"It was {text} then.") == []


def test_addresses_glued_together_are_two() -> None:
    text = "See https://doi.org/10.5555/invented.1https://doi.org/10.5555/invented.2 here"
    assert written(text) == [
        ("doi-url", "https://doi.org/10.5555/invented.1"),
        ("doi-url", "https://doi.org/10.5555/invented.2"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.5555/invented.2PMID: 90000003", ("pmid:90000003", "doi:10.5555/invented.2")),
        ("doi:10.5555/invented.2PMID90000003", ("pmid:90000003", "doi:10.5555/invented.2")),
        ("doi:10.5555/invented.2PMCID: PMC9000004.", ("doi:10.5555/invented.2", "pmcid:PMC9000004")),
        ("doi:10.5555/invented.2PMC9000004.", ("doi:10.5555/invented.2", "pmcid:PMC9000004")),
        ("PMID: 90000003doi:10.5555/invented.2.", ("pmid:90000003", "doi:10.5555/invented.2")),
        ("PMID: 90000003PMCID: PMC9000004.", ("pmid:90000003", "pmcid:PMC9000004")),
        ("doi:10.5555/invented.2[12].", ("doi:10.5555/invented.2",)),
        ("Spine 2012;37(1):1-9.10.5555/inv.0b013.", ("doi:10.5555/inv.0b013",)),
        ("Kim 2012,10.5555/invented.002", ("doi:10.5555/invented.002",)),
    ],
)
def test_a_label_glued_behind_a_doi_is_no_part_of_it(text: str, found: tuple[str, ...]) -> None:
    assert ids(f"See {text} here") == [found]


@pytest.mark.parametrize(
    "address",
    [
        "https://f1000research.com/articles/9-123/v1",  # the DOI has another number
        "https://zenodo.org/record/1234567",  # may have a publisher's DOI
        "https://www.hindawi.com/journals/aaa/2004/123456/",
        "https://peerj.com/preprints/1234",
    ],
)
def test_addresses_that_do_not_determine_a_doi_name_none(address: str) -> None:
    assert ids(f"See {address} here") == []


@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_a_doi_that_a_break_of_markup_parts_is_whole(path: str) -> None:
    assert ids("So it is 10.5555/ejp.<br>1600 here.", path) == [("doi:10.5555/ejp.1600",)]


def test_a_backslash_in_the_place_of_the_slash_is_malformed() -> None:
    assert written("See doi:10.5555\\ejp.1616, there.") == [("malformed", "doi:10.5555\\ejp.1616")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("medRxiv 2020.03.04.20031234.", "10.1101/2020.03.04.20031234"),
        ("medRxiv [Preprint]. 2020 Mar 4:2020.03.04.20031234.", "10.1101/2020.03.04.20031234"),
        ("bioRxiv: 2019.12.01.123457v2", "10.1101/2019.12.01.123457"),
        ("bioRxiv 123456 (2017)", "10.1101/123456"),
    ],
)
def test_preprints_are_named_by_archive_and_number(text: str, value: str) -> None:
    assert ids(text) == [(f"doi:{value}",)]


@pytest.mark.parametrize(
    "text", ["bioRxiv 2019", "medRxiv 123456 times", "bioRxiv 2026.01.01.123456", "bioRxiv 1234567"]
)
def test_other_numbers_behind_an_archive_are_none(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize("behind", ["", " and more", ".", ")."])
@pytest.mark.parametrize(
    "sign",
    "↩ ↩\ufe0e ↑ → ✓ ✔\ufe0f † ‡ ® ™ ■ ¶ § • ▲ ☐ ★ № ° ² ₂ ① 1\ufe0f⃣ × ⟶ ⧉ 🔗 \ue000 \uf08e ｜ \U000f0337".split(),
)
def test_a_sign_behind_a_doi_is_none_of_it(sign: str, behind: str) -> None:
    for doi in ("doi:10.1000/inv.2011", "https://doi.org/10.1000/inv.2011", "10.1000/s0140-6736(99)12345-6"):
        value = doi.removeprefix("doi:").removeprefix("https://doi.org/")
        assert ids(f"Seen in {doi}{sign}{behind}\n") == [(f"doi:{value}",)]


@pytest.mark.parametrize("suffix", ["größe.12", "żółw-12", "测试.12", "µ12", "\u0627\u062812", "e\u030112"])
def test_letters_of_any_script_are_part_of_a_doi(suffix: str) -> None:
    assert ids(f"Seen in https://doi.org/10.1000/{suffix} by many.") == [(f"doi:10.1000/{suffix}",)]


def test_a_sign_that_an_address_writes_in_percents_is_part_of_a_doi() -> None:
    assert ids("https://doi.org/10.1000/a%C2%A7b.12") == [("doi:10.1000/a§b.12",)]
