"""Imprints turned around, talks and their meetings, and deposits: what parse says of them, whole. All is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

Case = tuple[str, dict[str, str]]


IMPRINTS: list[Case] = [
    (
        "Quimby A. Knees of rowers. Butterworth-Heinemann: Oxford, 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Oxford",
            "publisher": "Butterworth-Heinemann",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees of rowers. Williams & Wilkins: Baltimore; 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Baltimore",
            "publisher": "Williams & Wilkins",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees of rowers. Prentice-Hall: Englewood Cliffs, NJ, 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Englewood Cliffs, NJ",
            "publisher": "Prentice-Hall",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees of rowers; Lippincott Williams & Wilkins: Philadelphia, PA, USA, 2012.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Philadelphia, PA, USA",
            "publisher": "Lippincott Williams & Wilkins",
            "date": "2012",
        },
    ),
    (
        "Quimby, A. Knees; WHO: Geneva, Switzerland, 2015.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees",
            "place": "Geneva, Switzerland",
            "publisher": "WHO",
            "date": "2015",
        },
    ),
    (
        "Quimby A. Knees. Northern Rowing Clubs Trust: London, 1968.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees",
            "place": "London",
            "publisher": "Northern Rowing Clubs Trust",
            "date": "1968",
        },
    ),
    (
        "Quimby A. Knees of rowers. W. W. Norton: New York, 1968.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "New York",
            "publisher": "W. W. Norton",
            "date": "1968",
        },
    ),
    (
        "Quimby A. Knees of rowers. J.C.B. Mohr: Tübingen, 1968.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Tübingen",
            "publisher": "J.C.B. Mohr",
            "date": "1968",
        },
    ),
    (
        "Quimby A. Knees of rowers. Patella, Strong & Orlov: New York, 2011.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "New York",
            "publisher": "Patella, Strong & Orlov",
            "date": "2011",
        },
    ),
    (
        "Quimby A. Knees of rowers. John Wiley & Sons, Inc.: Hoboken, NJ; 2009.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Hoboken, NJ",
            "publisher": "John Wiley & Sons, Inc.",
            "date": "2009",
        },
    ),
    (
        "Quimby, A. (1999). Knees of rowers. Edward Orlov: London.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "London",
            "publisher": "Edward Orlov",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees. Churchill Livingstone; Edinburgh: 1995.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees",
            "place": "Edinburgh",
            "publisher": "Churchill Livingstone",
            "date": "1995",
        },
    ),
    (
        "Quimby A. Knees. Mosby Year Book, St Louis; 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees",
            "place": "St Louis",
            "publisher": "Mosby Year Book",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees of rowers (Butterworth-Heinemann, Oxford, 1999).",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Oxford",
            "publisher": "Butterworth-Heinemann",
            "date": "1999",
        },
    ),
    (
        "A. Quimby, Knees of Rowers (Patella and Sons, Oslo, 1999).",
        {
            "author": "Quimby A.",
            "type": "book",
            "title": "Knees of Rowers",
            "place": "Oslo",
            "publisher": "Patella and Sons",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Les genoux du rameur. Paris, Rotule, 1865.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Les genoux du rameur",
            "place": "Paris",
            "publisher": "Rotule",
            "date": "1865",
        },
    ),
    ("QK1 manual. Albuquerque, NM; 2013.", {"title": "QK1 manual", "place": "Albuquerque, NM", "date": "2013"}),
    (
        "Quimby A. Knees. In: Orlov B, editor. Rowing medicine. Butterworth-Heinemann: Oxford, 1999. p. 3-9.",
        {
            "author": "Quimby A",
            "editor": "Orlov B",
            "type": "chapter",
            "title": "Knees",
            "in": "Rowing medicine",
            "place": "Oxford",
            "publisher": "Butterworth-Heinemann",
            "date": "1999",
            "page": "3-9",
        },
    ),
    (
        "Quimby A. Knees of rowers. Oxford: Oxford University Press; 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Oxford",
            "publisher": "Oxford University Press",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Knees of rowers: London, 1850 to 1900. Oslo: Patella Press; 1999.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers: London, 1850 to 1900",
            "place": "Oslo",
            "publisher": "Patella Press",
            "date": "1999",
        },
    ),
    (
        "Quimby A. Rowing towns: London, Paris and Rome. Acta Orthop. 2014;12(3):101-10.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "Rowing towns: London, Paris and Rome",
            "in": "Acta Orthop",
            "date": "2014",
            "volume": "12",
            "issue": "3",
            "page": "101-10",
        },
    ),
    (
        "Quimby A, Orlov B. Biochemistry. W H Freeman; 2011.",
        {
            "author": "Quimby A; Orlov B",
            "type": "book",
            "title": "Biochemistry",
            "publisher": "W H Freeman",
            "date": "2011",
        },
    ),
    (
        "Quimby A. Knees of rowers. Little, Orlov and Company: Boston; 2004.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Boston",
            "publisher": "Little, Orlov and Company",
            "date": "2004",
        },
    ),
    (
        "Quimby A. Knees of rowers. Alfred A. Orlov: New York; 2004.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "New York",
            "publisher": "Alfred A. Orlov",
            "date": "2004",
        },
    ),
    (
        "Quimby A. Knees. Department of Health: London, 2004.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees",
            "place": "London",
            "publisher": "Department of Health",
            "date": "2004",
        },
    ),
    (
        "Quimby A. Die Knie. Mohr Siebeck, Tübingen 2004.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Die Knie",
            "place": "Tübingen",
            "publisher": "Mohr Siebeck",
            "date": "2004",
        },
    ),
    (
        "Quimby A. Knees of rowers. New York, London: Academic Press; 2004.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "New York, London",
            "publisher": "Academic Press",
            "date": "2004",
        },
    ),
]

TALKS: list[Case] = [
    (
        "Quimby A. Wie man rudert [Talk]. 53. Kongress der Ruderer, Erlangen; 2019.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Wie man rudert",
            "in": "53. Kongress der Ruderer",
            "place": "Erlangen",
            "date": "2019",
        },
    ),
    (
        "Quimby A. Wie man rudert. Vortrag, 12. Deutscher Ruderkongress, Berlin, 2018.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Wie man rudert",
            "in": "12. Deutscher Ruderkongress",
            "place": "Berlin",
            "date": "2018",
        },
    ),
    (
        "Quimby A. Knees for all. Keynote lecture at the European Rowing Conference, Ljubljana, 2018.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees for all",
            "in": "European Rowing Conference",
            "place": "Ljubljana",
            "date": "2018",
        },
    ),
    (
        "Quimby A. Knees for all. Talk at the Royal Society of Rowers, London, 3 May 2018.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees for all",
            "in": "Royal Society of Rowers",
            "place": "London",
            "date": "2018 May 3",
        },
    ),
    (
        "Quimby A. Knees for all. Lecture given at University of Oslo, 2018.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees for all",
            "in": "University of Oslo",
            "date": "2018",
        },
    ),
    (
        "Quimby A, Orlov B. Knees of rowers. Poster: KNEE Annual Congress, Madrid 2019.",
        {
            "author": "Quimby A; Orlov B",
            "type": "paper-conference",
            "title": "Knees of rowers",
            "in": "KNEE Annual Congress",
            "place": "Madrid",
            "date": "2019",
        },
    ),
    (
        "Quimby, A. (2019, June 3–5). Knees of rowers [Paper presentation]. Nordic Rowers Association "
        "Convention, Chicago, IL, United States.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees of rowers",
            "in": "Nordic Rowers Association Convention",
            "place": "Chicago, IL, United States",
            "date": "2019 Jun 3",
        },
    ),
    (
        "Quimby A. Joelhos. In: Anais do XX Congresso Brasileiro de Remo; 2014; São Paulo.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Joelhos",
            "in": "Anais do XX Congresso Brasileiro de Remo",
            "place": "São Paulo",
            "date": "2014",
        },
    ),
    (
        "Quimby A, Orlov B, editors. Knees V. Proceedings of the 5th Knee Conference; 2001 Sep 13-15; Leeds, "
        "UK. New York: Springer; 2002.",
        {
            "editor": "Quimby A; Orlov B",
            "type": "paper-conference",
            "title": "Knees V",
            "in": "Proceedings of the 5th Knee Conference",
            "place": "New York",
            "publisher": "Springer",
            "date": "2002",
        },
    ),
    (
        "Quimby A, Orlov B. An analysis of knees. In: Strong C, Rower D, editors. Rowing programming. EuroRow"
        " 2002: Proceedings of the 5th European Conference on Rowing Programming; 2002 Apr 3-5; Cork, "
        "Ireland. Berlin: Springer; 2002. p. 182-91.",
        {
            "author": "Quimby A; Orlov B",
            "editor": "Strong C; Rower D",
            "type": "paper-conference",
            "title": "An analysis of knees",
            "in": "Rowing programming. EuroRow 2002: Proceedings of the 5th European Conference on Rowing Programming",
            "place": "Berlin",
            "publisher": "Springer",
            "date": "2002",
            "page": "182-91",
        },
    ),
    (
        "Quimby A. Knees. Presented at: Annual Meeting of the Rowing Society; February 2-5, 2019; Austin, TX.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees",
            "in": "Annual Meeting of the Rowing Society",
            "place": "Austin, TX",
            "date": "2019",
        },
    ),
    (
        "Quimby A. Knees. Invited talk, Knee Symposium, Leuven, Belgium, 2019 May 4.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knees",
            "in": "Knee Symposium",
            "place": "Leuven, Belgium",
            "date": "2019 May 4",
        },
    ),
    (
        "Quimby A. Knie [Poster]. Deutscher Ruderkongress, Berlin, 25. Oktober 2019.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knie",
            "in": "Deutscher Ruderkongress",
            "place": "Berlin",
            "date": "2019 Oct",
        },
    ),
    (
        "Quimby A. Joelho. Trabalho apresentado no XX Congresso Brasileiro de Remo; 2014; São Paulo, SP.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Joelho",
            "in": "XX Congresso Brasileiro de Remo",
            "place": "São Paulo, SP",
            "date": "2014",
        },
    ),
    (
        "Quimby A. Lecture: knees and their discontents. Lancet 2012;64:12.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "Lecture: knees and their discontents",
            "in": "Lancet",
            "date": "2012",
            "volume": "64",
            "page": "12",
        },
    ),
    (
        "Quimby A. The art of the lecture. Talk about knees. Acta Orthop. 2014;12(3):101-10.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "The art of the lecture. Talk about knees",
            "in": "Acta Orthop",
            "date": "2014",
            "volume": "12",
            "issue": "3",
            "page": "101-10",
        },
    ),
]

DEPOSITS: list[Case] = [
    (
        "Quimby A, Orlov B. rowkit v0.24. Zenodo; 2020.",
        {
            "author": "Quimby A; Orlov B",
            "type": "software",
            "title": "rowkit v0.24",
            "publisher": "Zenodo",
            "date": "2020",
        },
    ),
    (
        "Quimby A. Knees of rowers. figshare. Dataset. 2018. https://doi.org/10.6084/m9.figshare.99999999",
        {"author": "Quimby A", "type": "dataset", "title": "Knees of rowers", "publisher": "figshare", "date": "2018"},
    ),
    (
        "QKB SPSS Rowing for Windows, Version 25.0. Oslo, Norway: QKB Corp; 2017.",
        {
            "type": "software",
            "title": "QKB SPSS Rowing for Windows, Version 25.0",
            "place": "Oslo, Norway",
            "publisher": "QKB Corp",
            "date": "2017",
        },
    ),
    (
        "Quimby A. Knees of rowers. Technical Report 12-34, University of Oslo, 2012.",
        {
            "author": "Quimby A",
            "type": "report",
            "title": "Knees of rowers",
            "publisher": "University of Oslo",
            "date": "2012",
            "number": "12-34",
        },
    ),
    (
        "A. Quimby, “Knees of rowers,” Ph.D. dissertation, Dept. Elect. Eng., Univ. of Oslo, Oslo, Norway, 2011.",
        {
            "author": "Quimby A.",
            "type": "thesis",
            "title": "Knees of rowers",
            "place": "Oslo, Norway",
            "publisher": "Univ. of Oslo",
            "date": "2011",
        },
    ),
    (
        "A. Quimby and B. Orlov, “Knees of rowers,” in Proc. Int. Conf. Rowing (ICR), Oslo, Norway, 2011, pp. 12–19.",
        {
            "author": "Quimby A.; Orlov B.",
            "type": "paper-conference",
            "title": "Knees of rowers",
            "in": "Proc. Int. Conf. Rowing (ICR)",
            "place": "Oslo, Norway",
            "date": "2011",
            "page": "12–19",
        },
    ),
]

ARTICLES: list[Case] = [
    (
        "Anonymous. Pain. Lancet 1999;353:2.",
        {
            "author": "Anonymous",
            "type": "article-journal",
            "title": "Pain",
            "in": "Lancet",
            "date": "1999",
            "volume": "353",
            "page": "2",
        },
    ),
    (
        "Pain. Lancet 1999;353:2.",
        {"type": "article-journal", "title": "Pain", "in": "Lancet", "date": "1999", "volume": "353", "page": "2"},
    ),
    (
        "Quimby A, Orlov B, Knees of rowers, Neurospine, 2018, vol 15 pp 25 to 32",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Neurospine",
            "date": "2018",
            "volume": "15",
            "page": "25 to 32",
        },
    ),
    (
        "Quimby A. Knees of rowers (published correction: Sleep 2004;27:1). Sleep. 2003;26:123-130.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Sleep",
            "date": "2003",
            "volume": "26",
            "page": "123-130",
        },
    ),
    (
        "Quimby A. Knees of rowers. Sleep. 2003;26:123-130. Erratum in: Sleep 2004;27:1.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Sleep",
            "date": "2003",
            "volume": "26",
            "page": "123-130",
        },
    ),
    (
        "Quimby A. Correction: knees of rowers. Sleep. 2003;26:123-130.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "Correction: knees of rowers",
            "in": "Sleep",
            "date": "2003",
            "volume": "26",
            "page": "123-130",
        },
    ),
    (
        "Quimby v. Orlov, 123 F.3d 456 (9th Cir. 1997).",
        {
            "type": "legal_case",
            "title": "Quimby v. Orlov",
            "in": "F.3d",
            "date": "1997",
            "volume": "123",
            "page": "456",
        },
    ),
    (
        "Quimby v. Orlov, 123 F. Supp. 2d 456.",
        {"type": "legal_case", "title": "Quimby v. Orlov", "in": "F. Supp. 2d", "volume": "123", "page": "456"},
    ),
]

LAWS: list[Case] = [
    (
        "Quimby SL v OARD, Case C-999/12, ECLI:EU:C:2014:999.",
        {"type": "legal_case", "title": "Quimby SL v OARD", "date": "2014", "number": "C-999/12"},
    ),
    (
        "Case C-999/12 Quimby SL v OARD [2014] ECLI:EU:C:2014:999.",
        {"type": "legal_case", "title": "Quimby SL v OARD", "date": "2014", "number": "C-999/12"},
    ),
    (
        "Regulation (EU) 2016/9999 of the European Parliament of 27 April 2016 on rowing.",
        {
            "type": "legislation",
            "title": "Regulation (EU) 2016/9999 of the European Parliament of 27 April 2016 on rowing",
            "date": "2016",
        },
    ),
    (
        "Directive 95/99/EC of the European Parliament of 24 October 1995 on rowing. OJ L 119, 4.5.1995, p. 1–88.",
        {
            "type": "legislation",
            "title": "Directive 95/99/EC of the European Parliament of 24 October 1995 on rowing",
            "in": "OJ L",
            "date": "1995",
            "volume": "119",
            "page": "1–88",
        },
    ),
    ("Rowing Act 2004, c. 30.", {"type": "legislation", "title": "Rowing Act 2004", "date": "2004", "number": "30"}),
    (
        "Rowing Safety at Sea Act 1974.",
        {"type": "legislation", "title": "Rowing Safety at Sea Act 1974", "date": "1974"},
    ),
    (
        "Quimby A. The Rowing Act 2004 in practice. Acta Orthop. 2014;12(3):101-10.",
        {
            "author": "Quimby A",
            "type": "article-journal",
            "title": "The Rowing Act 2004 in practice",
            "in": "Acta Orthop",
            "date": "2014",
            "volume": "12",
            "issue": "3",
            "page": "101-10",
        },
    ),
    (
        "Quimby A. Knee needle. US Patent No. 9,123,456. 2015.",
        {"author": "Quimby A", "type": "patent", "title": "Knee needle", "date": "2015", "number": "9,123,456"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*IMPRINTS, *TALKS, *DEPOSITS, *ARTICLES, *LAWS])
def test_each_field_is_taken_apart(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected
