"""Forms that publishers have for groups, books, states of publication and electronic places: what parse says of them,
whole. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RKD 2016 Knee and Hip Collaborators. Burden of rowing in nine towns. Acta Orthop 2017; 39: 1211–59.",
            {
                "author": "RKD 2016 Knee and Hip Collaborators",
                "type": "article-journal",
                "title": "Burden of rowing in nine towns",
                "in": "Acta Orthop",
                "date": "2017",
                "volume": "39",
                "page": "1211–59",
            },
        ),
        (
            "Quimby A, Orlov B; on behalf of the Rower Investigators. Knees of rowers in winter. "
            "Acta Orthop. 2003;84:493-5.",
            {
                "author": "Quimby A; Orlov B; Rower Investigators",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Acta Orthop",
                "date": "2003",
                "volume": "84",
                "page": "493-5",
            },
        ),
        (
            "Quimby A, Orlov B. Knees of rowers in winter. Acta Orthop. 2014 Nov 22. pii: "
            "S0999-9999(14)00313-7. doi: 10.9999/j.acta.2014.11.005.",
            {
                "author": "Quimby A; Orlov B",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Acta Orthop",
                "date": "2014 Nov 22",
            },
        ),
        (
            "Quimby A, Orlov B. Knees of rowers in winter [published correction appears in Acta "
            "Orthop. 2020;23(4):391]. Acta Orthop. 2019;22(19):1843-1844.",
            {
                "author": "Quimby A; Orlov B",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Acta Orthop",
                "date": "2019",
                "volume": "22",
                "issue": "19",
                "page": "1843-1844",
            },
        ),
        (
            "Quimby A. Knees of rowers in winter. Acta Orthop. 2021 Mar 4:ao202345. Epub ahead of print.",
            {
                "author": "Quimby A",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Acta Orthop",
                "date": "2021 Mar 4",
                "page": "ao202345",
            },
        ),
        (
            "Quimby A, Orlov B: Knees of rowers in winter. Acta Orthop 33, 2015 (suppl; abstr 4506)",
            {
                "author": "Quimby A; Orlov B",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Acta Orthop",
                "date": "2015",
                "volume": "33",
                "page": "4506",
            },
        ),
        (
            "Quimby, A. E., Orlov, R. E., and Strong, D. (1985). “Knees of rowers,” in Endurance, "
            "eds I. Rower and M. C. Boat (New York, NY: Patella Press), 1–44.",
            {
                "author": "Quimby A. E.; Orlov R. E.; Strong D.",
                "editor": "Rower I.; Boat M. C.",
                "type": "chapter",
                "title": "Knees of rowers",
                "in": "Endurance",
                "place": "New York, NY",
                "publisher": "Patella Press",
                "date": "1985",
                "page": "1–44",
            },
        ),
        (
            "Quimby, S.M. (2003). Knees of rowers: structure and load. In Winter Sports, M. "
            "Rower, ed. (Patella Press), pp. 45–78.",
            {
                "author": "Quimby S.M.",
                "editor": "Rower M.",
                "type": "chapter",
                "title": "Knees of rowers: structure and load",
                "in": "Winter Sports",
                "publisher": "Patella Press",
                "date": "2003",
                "page": "45–78",
            },
        ),
        (
            "Quimby PR, Orlov KS. Knees of rowers. 4th ed. St. Louis: Patella Press; 2002.",
            {
                "author": "Quimby PR; Orlov KS",
                "type": "book",
                "title": "Knees of rowers",
                "place": "St. Louis",
                "publisher": "Patella Press",
                "edition": "4",
                "date": "2002",
            },
        ),
        (
            "Quimby, J. L. (2010). Rodillas de remeros en invierno (Tesis doctoral). Universidad de Remo.",
            {
                "author": "Quimby J. L.",
                "type": "thesis",
                "title": "Rodillas de remeros en invierno",
                "publisher": "Universidad de Remo",
                "date": "2010",
            },
        ),
        (
            "Demir, E. (2012). Kürekçilerde diz ağrısı (Yayımlanmamış doktora tezi). Ankara Üniversitesi, Ankara.",
            {
                "author": "Demir E",
                "type": "thesis",
                "title": "Kürekçilerde diz ağrısı",
                "place": "Ankara",
                "publisher": "Ankara Üniversitesi",
                "date": "2012",
            },
        ),
        (
            "Quimby, P., Orlov, W., & Strong, J. (2017). Knees of rowers in winter. Journal of "
            "Invented Medicine. Advance online publication. https://doi.org/10.9999/jim-2017",
            {
                "author": "Quimby P.; Orlov W.; Strong J.",
                "type": "article-journal",
                "title": "Knees of rowers in winter",
                "in": "Journal of Invented Medicine",
                "date": "2017",
            },
        ),
        (
            "Quimby P, Orlov W. Knees of Rowers in Winter. In Proceedings of the 2018 Conference "
            "on Rowing, 21–25 May 2018; pp. 1234–1239.",
            {
                "author": "Quimby P; Orlov W",
                "type": "paper-conference",
                "title": "Knees of Rowers in Winter",
                "in": "Proceedings of the 2018 Conference on Rowing",
                "date": "2018 May",
                "page": "1234–1239",
            },
        ),
        (
            "Quimby D. Rowing clubs and their knees. http://www.example.org/knees. Published "
            "April 28, 2004. Accessed December 29, 2006.",
            {"author": "Quimby D", "type": "webpage", "title": "Rowing clubs and their knees", "date": "2004 Apr 28"},
        ),
        (
            "Quimby H, Orlov B. Tables of rowers. R package version 1.0.7; 2021. "
            "https://CRAN.R-project.org/package=rowr",
            {"author": "Quimby H; Orlov B", "type": "software", "title": "Tables of rowers", "date": "2021"},
        ),
        (
            "Knee-Pain.org [Internet]. New York: Association of Rowers; 2001. Available from: http://www.example.org/.",
            {
                "type": "webpage",
                "title": "Knee-Pain.org",
                "place": "New York",
                "publisher": "Association of Rowers",
                "date": "2001",
            },
        ),
        (
            "University of Remo. Nerve block for knees of rowers (KNEEBLOCK). ClinicalTrials.gov "
            "identifier: NCT09999999. Updated March 2, 2021. Accessed May 6, 2021. "
            "https://clinicaltrials.gov/ct2/show/NCT09999999",
            {
                "author": "University of Remo",
                "type": "webpage",
                "title": "Nerve block for knees of rowers (KNEEBLOCK)",
                "date": "2021 Mar 2",
            },
        ),
        (
            "Quimby P, Orlov K. Payment for boats of rowers. Dallas (TX): Patella Institute; 1994 "
            "Oct. Report No.: RKSIGOEI69200860.",
            {
                "author": "Quimby P; Orlov K",
                "type": "report",
                "title": "Payment for boats of rowers",
                "place": "Dallas (TX)",
                "publisher": "Patella Institute",
                "date": "1994 Oct",
                "number": "RKSIGOEI69200860",
            },
        ),
        (
            "Quimby R, Orlov R. Treatments for knees of rowers. AHRQ Publication No. 16-RK004-EF. "
            "Rockville, MD: Agency for Rowing Research; 2016.",
            {
                "author": "Quimby R; Orlov R",
                "type": "report",
                "title": "Treatments for knees of rowers",
                "place": "Rockville, MD",
                "publisher": "Agency for Rowing Research",
                "date": "2016",
                "number": "16-RK004-EF",
            },
        ),
        (
            "Bates D, Quimby M. Models of rowers in boats. R package version 1.1-7; 2014.",
            {"author": "Bates D; Quimby M", "type": "software", "title": "Models of rowers in boats", "date": "2014"},
        ),
        (
            "Quimby, A., & Orlov, B. (2020). Gait of rowers (Version 2) [Data set]. Zenodo. "
            "https://doi.org/10.9999/zenodo.123457",
            {
                "author": "Quimby A.; Orlov B.",
                "type": "dataset",
                "title": "Gait of rowers",
                "publisher": "Zenodo",
                "date": "2020",
            },
        ),
        (
            "Rowing Manager (RowMan) [Computer program]. Version 5.3. Oslo: The Rowing Centre; 2014.",
            {
                "type": "software",
                "title": "Rowing Manager (RowMan)",
                "place": "Oslo",
                "publisher": "The Rowing Centre",
                "date": "2014",
            },
        ),
        (
            "Rowing Health Organization. (2021). Rowing statistics 2021: monitoring knees. Rowing "
            "Health Organization. https://www.example.org/342703",
            {
                "author": "Rowing Health Organization",
                "type": "webpage",
                "title": "Rowing statistics 2021: monitoring knees",
                "publisher": "Rowing Health Organization",
                "date": "2021",
            },
        ),
        (
            "Quimby, J.; Orlov, R. Handbook of Rowing, 2nd ed.; Patella Press: Oslo, Norway, 2007.",
            {
                "author": "Quimby J.; Orlov R.",
                "type": "book",
                "title": "Handbook of Rowing",
                "place": "Oslo, Norway",
                "publisher": "Patella Press",
                "edition": "2",
                "date": "2007",
            },
        ),
        (
            "Bernau A. Knieschmerz. In: Quimby CJ, Orlov L, Hrsg. Rudern und Rudermedizin. "
            "Stuttgart: Patella; 2004: 120–144",
            {
                "author": "Bernau A",
                "editor": "Quimby CJ; Orlov L",
                "type": "chapter",
                "title": "Knieschmerz",
                "in": "Rudern und Rudermedizin",
                "place": "Stuttgart",
                "publisher": "Patella",
                "date": "2004",
                "page": "120–144",
            },
        ),
        (
            "Rowing Core Team (2021). R: A boat and environment for rowing computing. R "
            "Foundation for Rowing Computing, Oslo, Norway. URL https://www.example.org/.",
            {
                "author": "Rowing Core Team",
                "type": "webpage",
                "title": "R: A boat and environment for rowing computing",
                "place": "Oslo, Norway",
                "publisher": "R Foundation for Rowing Computing",
                "date": "2021",
            },
        ),
        (
            "Patella Corp. Released 2017. Patella Statistics for Windows. Oslo: Patella Corp.",
            {
                "author": "Patella Corp",
                "type": "book",
                "title": "Patella Statistics for Windows",
                "place": "Oslo",
                "publisher": "Patella Corp",
                "date": "2017",
            },
        ),
        (
            "Quimby-Johnson, S. (1994). Assessment of rowers who are blind: Infancy through high "
            "school (2nd ed.). Austin, TX: Row-ed.",
            {
                "author": "Quimby-Johnson S",
                "type": "book",
                "title": "Assessment of rowers who are blind: Infancy through high school",
                "place": "Austin, TX",
                "publisher": "Row-ed",
                "edition": "2",
                "date": "1994",
            },
        ),
        (
            "RKDC: Rowing Change 2013: The Physical Basis, Patella University Press, Oslo, Norway, 1535 pp., 2013.",
            {
                "author": "RKDC",
                "type": "book",
                "title": "Rowing Change 2013: The Physical Basis",
                "place": "Oslo, Norway",
                "publisher": "Patella University Press",
                "date": "2013",
            },
        ),
        (
            "Rowing Manager (RowMan) [Computer program]. Version 5.3. Oslo: The Rowing Centre, 2014.",
            {
                "type": "software",
                "title": "Rowing Manager (RowMan)",
                "place": "Oslo",
                "publisher": "The Rowing Centre",
                "date": "2014",
            },
        ),
        (
            "Quimby, A.B.; Orlov, C.D.; Weiß, E. Vitamin D and Rowing: A Review. Nutrients 2019, "
            "11, 1234. [CrossRef] [PubMed]",
            {
                "author": "Quimby A.B.; Orlov C.D.; Weiß E.",
                "type": "article-journal",
                "title": "Vitamin D and Rowing: A Review",
                "in": "Nutrients",
                "date": "2019",
                "volume": "11",
                "page": "1234",
            },
        ),
    ],
)
def test_forms_of_other_publishers_are_read_whole(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected
