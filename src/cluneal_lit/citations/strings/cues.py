"""Words that say what kind of work a reference means, in English, German, French, Spanish and Portuguese: theses,
programs, data, trials, and what stands in brackets; the others are `cues_of_form`."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.late import late


class Cue(Struct, frozen=True):
    """What announces a kind of work, in lower case; sought only where one of the literals `near` stands in the text.

    `beside`: the title does not count.
    """

    name: str
    near: tuple[str, ...]
    pattern: re.Pattern[str]
    beside: bool


def cue(name: str, near: str, *patterns: str, beside: bool = False) -> Cue:
    """A cue of any of the patterns; `near`: its literals, parted by `|`."""
    return Cue(name, tuple(near.split("|")), late("|".join(patterns)), beside)


def _bracketed(name: str, near: str, pattern: str) -> Cue:
    """A cue in brackets behind the title, `[Internet dissertation]`, under its name in brackets."""
    inside = rf"[\[(](?:[^\])\[(]{{0,40}}\s)?(?:{pattern})\b[^\])\[(]{{0,60}}[\])]"
    return Cue(f"[{name}]", tuple(near.split("|")), late(inside), False)


_DEGREE = (
    r"(?:ph\.?\s?d\.?|d\.?\s?phil\.?|ed\.?d\.?|m\.?d\.?|doctoral|doctorate|master(?:['’]?s)?|m\.?\s?sc\.?|m\.?phil\.?"
    r"|m\.?a\.?|bachelor(?:['’]?s)?|b\.?sc\.?|honou?rs|(?:under)?graduate|unpublished)"
)
_WORK = r"(?:tes[ei]s?|disserta(?:ção|cao))"
_TALK = (
    r"conference|paper presentation|poster|abstract from|talk|vortrag|lecture|keynote|oral presentation"
    r"|communication orale|comunicaci[oó]n oral|comunicação oral|affiche|ponencia"
)
CUES = (
    _bracketed(
        "thesis", "thesis|dissert|tese|tesis|thèse|habil", r"dissertation|thesis|tese|dissertação|tesis|thèse|habil\w+"
    ),
    _bracketed(
        "software",
        "software|program|app|logiciel",
        r"(?:computer |mobile )?(?:software|program(?:me)?|app(?:lication)?)|logiciel|programa (?:inform|de comp)\w+",
    ),
    _bracketed(
        "dataset",
        "data|dato|dado|donn|daten",
        r"data ?set|data (?:file|collection)|database|raw data|datensatz|jeu de données|conjunto de da[dt]os"
        r"|ba(?:nco|se) de da[dt]os",
    ),
    _bracketed(
        "report",
        "report|paper|relat|informe|rapport|bericht",
        r"(?:technical |research )?report|white paper|working paper|relatório|informe|rapport|bericht",
    ),
    _bracketed("preprint", "print|prépub|vorab", r"pre-?print|vorabdruck|prépublication"),
    _bracketed(
        "conference",
        "confer|paper|poster|abstract|talk|vortrag|lectur|keynote|present|comunic|commun|affiche|ponencia",
        _TALK,
    ),
    cue(
        "thesis",
        "thes|tese|tesi|thès|tezi|diss|arbeit|habil|conclus|mémoire|trabajo|monogr|práce|prác|praca|rozpraw|proefschrift"
        "|väitös|avhandling|диссерт|дисс|дис.|автореф|disertac",
        rf"\b{_DEGREE}[\s-]{{1,2}}(?:research\s)?(?:thesis|dissertation|diss\b)",
        rf"\b(?:thesis|dissertation)\s?[(\[,]\s?{_DEGREE}",
        rf"\b{_WORK}\.?,?\s?[(\[]?\s?(?:de\s)?(?:doutora|mestra|livre|doctora|maestr|licenciatura|grado|posgrado|magist)",
        rf"\b{_WORK}\sapresentada|\bmonografia\s[(\[]",
        r"\btrabalho\sde\sconclusão\sde\scurso|\btrabajo\sde\s(?:fin\sde\s)?(?:grado|máster)",
        r"\b(?:doktora|yüksek lisans|uzmanlık)\stezi\b",
        r"\b(?:diplomov[áa]|bakal[áa]řsk[áa]|dise?rtační|dizertačn[áa]|rigor[óo]zní|habilitační) prác[ae]\b",
        r"\b(?:praca|rozprawa) (?:doktorska|magisterska|licencjacka|habilitacyjna)|\btesi di (?:laurea|dottorato)",
        r"\bproefschrift\b|\bväitöskirja\b|\b(?:doktors|ph\.?d\.?-|licentiat)avhandling\b|\bdoktorska disertacija\b",
        r"\b(?:автореф\w*\.?\s)?дисс?(?:\.|ертац\w+)(?:\s|\s?[….]+)",
        r"\bth[èe]se\s(?:de|d['’]|pour|doctora)|\bth[èe]se[.,:]?\s[\[(]?univ",
        r"\bmémoire\sde\s(?:master|ma[îi]trise|dea|fin\sd)",
        r"\b(?:inaugural-?dissertation|habilitationsschrift|doktorarbeit|diplomarbeit|(?:master|bachelor)(?:arbeit|thesis))",
        r"\bdiss(?:ertation)?\.?,?\s(?:univ|techn|med|phil|eth)|[(\[](?:med\.?\s)?diss(?:ertation)?\.?[,)\]]",
    ),
    cue(
        "thesis", "thes|diss|tese|tesis|thèse", r"\b(?:thesis|dissertation|tese|dissertação|tesis|thèse)\b", beside=True
    ),
    cue(
        "patent",
        "patent|brevet",
        r"\b(?:u\.?s\.?|united states|european|german|world|international) patent\b(?! office)"
        r"|\bpatent(?:e|schrift)? (?:n[or°º]|app|us|ep|wo|de|\d)|\bbrevet n[o°º]",
        beside=True,
    ),
    cue("abstracts", "diss", r"\bdiss(?:ertation)?s?\.? abstr", beside=True),
    cue(
        "software named",
        "package|pacote|cran|r foundation|github|release|statacorp|rstudio|biocond|spss",
        r"\br(?: library|-?package| package)\b(?=.{0,40}version|.{0,60}cran)",
        r"\bcran\.r-project|\b(?:package|pacote) ver",
        r"\br foundation for statistical|\bbioconductor\b.{0,40}version|\b(?:python|stata|julia) (?:package|module)\b",
        r"\bgithub\.com/|\bstatistical software: release|\bstatacorp\b|\bpacote r\b|\brstudio\b|\bspss\b.{0,40}version",
    ),
    cue("software named", "zenodo", r"(?:\bversion|\bv\.?)\s?\d+\.\d[\w.]*[\])]?\W{1,3}(?:\[[^\]]*\]\W+)?zenodo\b"),
    cue("software named", "package|library", r"\br(?: package| library)\b", beside=True),
    cue(
        "software",
        "vers|ver.|v.|v|software|program",
        r"(?:\bversi(?:on|ón)|\bversão|\bver\.|\bv\.?)\s?\d+\.\d+|\b(?:computer|statistical) (?:software|program)\b",
        r"\bsoftware\b(?=[.,;:\]]| for\b| version)",
        beside=True,
    ),
    cue(
        "dataset",
        "data|dato|dado|donn|daten|dryad|figshare|pangaea|icpsr",
        r"(?<![/\w.-])data ?sets?\b(?!/)|\bdryad\b|\bfigshare\b|\bpangaea\b",
        r"\bdataverse\b|\bmendeley data\b|\bicpsr\b|\bdata repository\b",
        r"\bdatensatz\b|\bjeu de données\b|\bba(?:nco|se) de da[dt]os\b|\bconjunto de da[dt]os\b",
        beside=True,
    ),
    cue("archive", "zenodo|osf.io", r"\bzenodo\b|\bosf\.io\b", beside=True),
    cue(
        "trial",
        "isrctn|actrn|drks|chictr|umin|jprn|ctri/|irct|rbr-|ntr|pactr|kct|eudra|tctr",
        r"\bisrctn\s?\d{8}|\bactrn\d{14}|\bdrks\d{8}|\bchictr[-\w]*\d{5}|\bumin\d{9}|\bjprn-|\bctri/\d{4}|\birct\d{8}",
        r"\brbr-\w{5,}|\bntr\s?\d{3,4}\b|\bpactr\d{8}|\bkct\d{7}|\beudra\s?ct\b|\btctr\d{8}",
    ),
    cue(
        "trial",
        "trial|ensa|studienreg|isrctn",
        r"clinicaltrials\.gov|clinical trials? regist|registro de ensa[iy]os|trialregister|studienregister|\bisrctn\b",
        beside=True,
    ),
    cue("review", "crd|prospero", r"\bcrd4\d{7,}\b|\bprospero\b", beside=True),
)
