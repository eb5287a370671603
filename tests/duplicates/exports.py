"""Invented exports of three databases: a work that all have, one that two have, and two that one has alone."""

from __future__ import annotations

EMBASE = """TY  - JOUR
ID  - A1
TI  - An invented trial of a nerve block
AU  - Quimby, Ada
PY  - 2019
JO  - J Invent Med
VL  - 12
IS  - 3
SP  - 101
EP  - 109
DO  - 10.5555/invented.1
N1  - RAYYAN-INCLUSION: {"Ada"=>"Included"}
N1  - second look: 50% & more
C1  - screened
KW  - nerve
DB  - Embase
ER  -

TY  - JOUR
ID  - 7
TI  - Something else entirely about invented knees
AU  - Yarrow, Dana
PY  - 2001
JO  - Invented Knee Letters
VL  - 1
SP  - 1
EP  - 2
N1  - kept as it stands
DB  - Embase
ER  -
"""
PUBMED = """PMID- 90000001
OWN - NLM
STAT- MEDLINE
DP  - 2019 Mar
TI  - An invented trial of a nerve block.
PG  - 101-9
VI  - 12
IP  - 3
AB  - Invented nerves were blocked.
FAU - Quimby, Ada
AU  - Quimby A
FAU - Orlov, Boris
AU  - Orlov B
LA  - eng
TA  - J Invent Med
JT  - Journal of invented medicine
OT  - block
AID - 10.5555/invented.1 [doi]

PMID- 90000004
OWN - NLM
STAT- MEDLINE
DP  - 2004
TI  - Invented shoulders in the cold.
PG  - 5-6
VI  - 4
FAU - Zabel, Carla
AU  - Zabel C
JT  - Invented shoulder letters

"""
TABLE = """id,title,author,year,journal,volume,pages,doi,source
7,An Invented Trial of a Nerve Block,"Quimby, Ada and Orlov, Boris",2019,J Invent Med,12,101--109,,Scopus
8,Invented shoulders in the cold,"Zabel, Carla",2004,Invented Shoulder Letters,4,5--6,,Scopus
"""
FILES = {"a.ris": EMBASE, "b.nbib": PUBMED, "c.csv": TABLE}
