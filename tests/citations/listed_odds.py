"""Numbered lists of other things than references, with years, names and numbers. All are invented."""

from __future__ import annotations

ODDS = {
    "family line": """
1. Alda J (1812-1875), m. 1836 Anna Berg (1815-1890).
2. Cruz P (1841). Farmer. Nowhere: 1863; Fictive 1870:12.
3. Dunn O (1850). Miller. Fictive: 1871, Nowhere 1872:9.
""",
    "goals": """
1. Alda A. Goal. Minute 12; 3:4.
2. Berg B. Goal. Minute 45; 4:4.
3. Cruz C. Own goal. Minute 90; 4:5.
""",
    "recipe": """
1. Boil 2 l of water for 10 min.
2. Add 250 g of rice; stir 3-4 times.
3. Simmer for 12–15 min (see p. 4).
""",
    "recipe named": """
1. Aunt B. Soup, 2015 version: boil 2 l of water, 10-12 min.
2. Uncle C. Bread, 2016: 500 g flour, 300 ml water.
3. Cousin D. Cake, 2018: bake 180 C, 40-45 min.
""",
    "agenda": """
1. Welcome (Berg, A.), 9:00-9:15
2. Minutes of 12 May 2014 (Dunn, O.)
3. Budget 2015: 12-15 (Cruz, C.)
""",
    "exam": """
1. Alda A. 2015: 87 of 100
2. Berg B. 2015: 85 of 100
3. Cruz C. 2015: 79 of 100
""",
    "exam2": """
1. Alda, A., 4.5, passed 2015
2. Berg, B., 5.0, passed 2015
3. Dunn, O., 3.0, failed 2015
""",
    "match": """
1. Nowhere FC 3:1 Fictive United (2:0), 12 May 2014
2. Alda City 0:0 Berg Town, 13 May 2014
3. Cruz Rovers 2:4 Dunn Athletic (1:1), 14 May 2014
""",
    "race2": """
1. Alda A, Nowhere, 1990, 12:34
2. Berg B, Fictive, 1988, 12:36
3. Cruz C, Nowhere, 1992, 12:40
""",
    "law": """
1. The tenant shall pay by 31 December 2015, see s. 12(3).
2. Section 4(2) of the Invented Act 1998 applies.
3. Notice under Art. 12 (2) is given in writing within 14 days.
""",
    "release": """
1. 2.1.0 (2015-03-04): Fixed crash (A. Berg).
2. 2.0.3 (2015-02-01): Faster start.
3. 2.0.2 (2015-01-10): Typo (O. Dunn).
""",
    "changelog": """
- Berg A. fixed the parser (2015-03-04), #1234
- Dunn O. added tests (2015-03-05), #1240
- Cruz C. removed 12 files (2015-03-07), #1251
""",
    "museum2": """
1. Anna Alda (1845–1901), Hills, 1880. Oil on canvas.
2. Otto Berg (1850–1912), Harbour, 1890. Oil on wood.
3. Carla Cruz (1861–1930), Chairs, 1910. Bronze.
""",
    "minutes": """
1. A.B. reported on 2014 (12 members).
2. C.D. and O.D. will write to the mayor by 12 May 2014.
3. Vote: 12:3 in favour (A.B. abstained).
""",
    "minutes2": """
1. Berg A, Dunn O: minutes of 3 May 2014 approved.
2. Cruz C: report on the hall, 2014-2015.
3. Alda A, Berg A: new paint, 250 l.
""",
    "football squad": """
1. Alda A. (1990), goalkeeper
2. Berg B. (1988), defender
3. Cruz C. (1992), midfielder
""",
    "chess": """
1. Alda A - Berg B 1:0
2. Cruz C - Dunn D 0:1
3. Alda A - Cruz C 1:0, 2015
""",
    "timetable": """
1. 9:00-9:45 Maths, Berg A., room 12
2. 9:50-10:35 Physics, Dunn O., room 14
3. 10:50-11:35 Music, Cruz C., room 3
""",
    "genealogy": """
1. Berg, Jan, b. 1812 Nowhere, d. 1870
2. Berg, Otto, b. 1840, m. 1865 Alda, Maria
3. Berg, Carla, b. 1867, d. 1901 in Nowhere
""",
    "awards": """
1. Alda A., Best Teacher Award, 2015
2. Berg B., Best Paper Award, 2016
3. Cruz C., Fictive Medal, 2017
""",
    "invoice": """
1. Consulting, Berg A., May 2015: 12 h
2. Travel, Nowhere-Fictive, 3 May 2015: 120 km
3. Hotel Dunn, 3-4 May 2015
""",
    "patients": """
1. Patient A. B., 1956, admitted 12 May 2014, ward 3
2. Patient C. D., 1961, admitted 14 May 2014, ward 4
3. Patient E. F., 1948, admitted 2 June 2014, ward 3
""",
    "menu": """
1. Soup of the day, 5.50
2. Berg's beef (for 2), 2015 Merlot
3. Cake C. with cream, 4.20
""",
    "fishes": """
1. Salmo inventus Berg, 1845: 12-15 cm
2. Perca ficta Dunn, 1901: 20-22 cm
3. Esox nullus (Cruz, 1878): 40-60 cm
""",
    "emails": """
1. From Berg A. to Dunn O., 12 May 2014, 10:12
2. From Dunn O. to Berg A., 13 May 2014, 11:15
3. From Cruz C. to all, 14 May 2014, 9:01
""",
    "pairs race": """
1. Alda A, Berg B, Nowhere, 1990, 12:34
2. Cruz C, Dunn D, Fictive, 1988, 12:36
""",
    "score": """
1. Nowhere FC - Fictive FC 3:1, 12 May 2014
2. Alda SC - Berg FC 0:0, 13 May 2014
3. Cruz FC - Dunn SC 2:4, 14 May 2014
""",
    "concert": """
1. Alda A., Sonata No. 3 (1812): Allegro, Adagio
2. Berg B., Trio op. 12 (1845): 24 min
3. Cruz C., Songs (1901), 3-5
""",
    "mark": """
1. Berg, A.: 2,3 (2014), 2,0 (2015)
2. Dunn, O.: 3,0 (2014), 2,7 (2015)
3. Cruz, C.: 1,3 (2014), 1,0 (2015)
""",
    "duty": """
1. Alda A, Berg B: kitchen, 12-14 May 2015
2. Cruz C, Dunn D: garden, 15-17 May 2015
3. Alda A, Dunn D: cellar, 18-20 May 2015
""",
    "species": """
1. Alda A. leg. 12.5.2014, Nowhere, 450 m
2. Berg B. leg. 13.5.2014, Fictive, 300-350 m
3. Cruz C. leg. 1.6.2014, Nowhere, 500 m
""",
    "specs": """
1. Model A.1 (2015): 12 V, 3-4 A
2. Model B.2 (2016): 24 V, 5-6 A
3. Model C.3 (2017): 48 V, 7 A
""",
    "calls": """
1. Berg A., 12 May 2014, 10:15, no answer
2. Dunn O., 12 May 2014, 10:30, wants the 2015 list
3. Cruz C., 13 May 2014, 9:10, will call back
""",
    "commits2": """
1. A. Berg: Merge pull request 12 from walk, 2015
2. O. Dunn: Add tests for feet, 2015
3. C. Cruz: Bump version to 2.1, 2015
""",
    "speakers": """
1. Alda A. (Nowhere): Nerves today. 9:00-9:30
2. Berg B. (Fictive): Blocks and 2015. 9:30-10:00
3. Cruz C. (Nowhere): Feet. 10:30-11:00
""",
    "members": """
1. Alda, Anna (1990), Nowhere
2. Berg, Otto (1988), Fictive
3. Cruz, Carla (1992), Nowhere
""",
    "swimming": """
1. Alda A. / 2001 / SC Nowhere / 1:02,34
2. Berg B. / 2002 / SV Fictive / 1:03,10
3. Cruz C. / 2001 / SC Nowhere / 1:04,99
""",
    "films": """
1. First Walk (1998, dir. A. Berg), 92 min
2. Rain (2001, dir. O. Dunn), 104 min
3. Chairs (2015, dir. C. Cruz), 88-90 min
""",
    "protocol": """
1. Berg A, Dunn O and Cruz C were present on 3 May 2014.
2. Alda A, Berg B excused themselves for 2014.
3. Dunn O, Cruz C will check the 2015 bills.
""",
    "grants": """
1. Alda A., Berg B. Nerve project, 2014-2016, EUR 120 000
2. Cruz C., Dunn D. Block project, 2015-2017, EUR 90 000
3. Dunn O. Feet, 2016, EUR 12 000
""",
}
