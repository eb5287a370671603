"""The words and letters before a volume, an issue or pages, in the languages of references: one table for all.

They are those of the countries' own citation styles and journals: `roč. 49, č. 1, s. 12` stands in Czech ones
(ČSN ISO 690), `Т. 49, вип. 1` in Ukrainian ones (ДСТУ 8302:2015), `Cilt 49, Sayı 1` in Turkish ones.
"""

from __future__ import annotations

from cluneal_lit.folding import plain


def _folded(*words: str) -> frozenset[str]:
    return frozenset(plain(word) for line in words for word in line.split())


VOLUME = _folded(
    "vol vols volume volumes v",  # English; with other endings Romance
    "volumen volum volumul volym τόμος τόμ",  # Spanish to Catalan, Romanian, Swedish; Greek
    "año ano anno",  # Spanish, Portuguese, Italian
    "bd band jg jahrg jahrgang",  # German
    "t tome tomo tom tomul",  # French, Spanish, Polish, Romanian
    "jrg jaargang dl deel",  # Dutch
    "årg årgang bind",  # Danish, Norwegian, Swedish
    "vsk vuosikerta nide",  # Finnish
    "kd köide",  # Estonian
    "sēj sējums gads",  # Latvian
    "roč ročník ročn sv svazek svazok zv zväzok",  # Czech, Slovak; Croatian `sv.`
    "god godište godina knj svezak letn letnik",  # Croatian, Serbian, Slovene
    "r rocznik",  # Polish
    "cilt",  # Turkish
    "т том тт год година књ рік річник",  # Russian, Bulgarian, Serbian, Ukrainian
    "jilid tập",  # Indonesian, Vietnamese
    "évf évfolyam kötet",  # Hungarian
)
"""The folded words before the number of a volume."""
ISSUE = _folded(
    "no nos nr nrs n num number numbers issue issues iss №",  # English; in many others
    "numéro número numero núm numer numărul núms",  # French, Spanish, Italian, Polish, Romanian
    "h heft hft ausgabe ausg",  # German
    "fasc fascicule fascicolo fascículo fasz faszikel",
    "afl aflevering",  # Dutch
    "hefte hæfte häfte",  # Danish, Norwegian, Swedish
    "nro",  # Finnish
    "numeris numurs",  # Lithuanian, Latvian
    "č číslo čís",  # Czech, Slovak
    "br broj št številka",  # Croatian, Serbian; Slovene
    "z zesz zeszyt",  # Polish
    "sayı say",  # Turkish
    "вып выпуск вип випуск бр брой број ч",  # Russian, Ukrainian, Bulgarian, Serbian
    "τεύχος τχ",  # Greek
    "nomor số",  # Indonesian, Vietnamese
    "sz szám füz füzet",  # Hungarian
)
"""The folded words before the number of an issue."""
PAGES = _folded(
    "p pp pg pgs page pages pag pags página páginas págs pagina pagine",
    "s ss seite seiten",  # German, Scandinavian, Slavic, Turkish
    "blz bl bladzijde",  # Dutch
    "sid sidor side sider siv sivut",  # Swedish, Danish, Finnish
    "lk lpp psl",  # Estonian, Latvian, Lithuanian
    "str strana strany strona strony stran",  # Czech to Slovene
    "o old oldal",  # Hungarian
    "sf sayfa",  # Turkish
    "с сс стр сторінки",  # Russian to Bulgarian
    "σελ",  # Greek
    "hal hlm halaman tr",  # Indonesian, Vietnamese
    "art article articles artículo artigo artikel articolo id",  # of a number in place of pages
)
"""The folded words before pages, or before the number of an article."""
VOLUME_BEHIND = _folded("évf évfolyam kötet köt sēj sējums")
"""Those behind the number of a volume: `49. évf. 1. sz.`"""
ISSUE_BEHIND = _folded("sz szám füz füzet num")
"""Those behind the number of an issue."""
COUNTED = _folded(
    "ref refs reference references réf réfs références referências referencias riferimenti literaturangaben lit quellen"
    " bibliogr bibl библ",  # what is cited
    "p pp page pages pág págs páginas páginas seite seiten s pagine pagina blz sidor sider side sivua oldal stran"
    " strana strony stron str sayfa с стр страниц",
    "fig figs figure figures abb abbildungen tab tabs table tables tabellen ill illus рис табл",
    "quiz slides words wörter mots palabras authors",
)
"""The folded words behind a number that counts something: `12 refs`, `[12 pages]`."""
