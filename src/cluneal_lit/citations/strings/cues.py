"""Words that say what kind of work a reference means, in English, German, French, Spanish and Portuguese."""

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


def _cue(name: str, near: str, *patterns: str, beside: bool = False) -> Cue:
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
_TALK = r"conference|paper presentation|poster|abstract from|talk|vortrag|lecture|keynote|oral presentation"
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
    _bracketed("conference", "confer|paper|poster|abstract|talk|vortrag|lectur|keynote|present", _TALK),
    _cue(
        "thesis",
        "thes|tese|tesi|thès|tezi|diss|arbeit|habil|conclus|mémoire|trabajo|monogr",
        rf"\b{_DEGREE}[\s-]{{1,2}}(?:research\s)?(?:thesis|dissertation|diss\b)",
        rf"\b(?:thesis|dissertation)\s?[(\[,]\s?{_DEGREE}",
        rf"\b{_WORK}\.?,?\s?[(\[]?\s?(?:de\s)?(?:doutora|mestra|livre|doctora|maestr|licenciatura|grado|posgrado|magist)",
        rf"\b{_WORK}\sapresentada|\bmonografia\s[(\[]",
        r"\btrabalho\sde\sconclusão\sde\scurso|\btrabajo\sde\s(?:fin\sde\s)?(?:grado|máster)",
        r"\b(?:doktora|yüksek lisans|uzmanlık)\stezi\b",
        r"\bth[èe]se\s(?:de|d['’]|pour|doctora)|\bth[èe]se[.,:]?\s[\[(]?univ",
        r"\bmémoire\sde\s(?:master|ma[îi]trise|dea|fin\sd)",
        r"\b(?:inaugural-?dissertation|habilitationsschrift|doktorarbeit|diplomarbeit|(?:master|bachelor)(?:arbeit|thesis))",
        r"\bdiss(?:ertation)?\.?,?\s(?:univ|techn|med|phil|eth)|[(\[](?:med\.?\s)?diss(?:ertation)?\.?[,)\]]",
    ),
    _cue(
        "thesis", "thes|diss|tese|tesis|thèse", r"\b(?:thesis|dissertation|tese|dissertação|tesis|thèse)\b", beside=True
    ),
    _cue(
        "patent",
        "patent|brevet",
        r"\b(?:u\.?s\.?|united states|european|german|world|international) patent\b(?! office)"
        r"|\bpatent(?:e|schrift)? (?:n[or°º]|app|us|ep|wo|de|\d)|\bbrevet n[o°º]",
        beside=True,
    ),
    _cue("abstracts", "diss", r"\bdiss(?:ertation)?s?\.? abstr", beside=True),
    _cue(
        "software named",
        "package|pacote|cran|r foundation|github|release|statacorp|rstudio|biocond|spss",
        r"\br(?: library|-?package| package)\b(?=.{0,40}version|.{0,60}cran)",
        r"\bcran\.r-project|\b(?:package|pacote) ver",
        r"\br foundation for statistical|\bbioconductor\b.{0,40}version|\b(?:python|stata|julia) (?:package|module)\b",
        r"\bgithub\.com/|\bstatistical software: release|\bstatacorp\b|\bpacote r\b|\brstudio\b|\bspss\b.{0,40}version",
    ),
    _cue("software named", "zenodo", r"(?:\bversion|\bv\.?)\s?\d+\.\d[\w.]*[\])]?\W{1,3}(?:\[[^\]]*\]\W+)?zenodo\b"),
    _cue("software named", "package|library", r"\br(?: package| library)\b", beside=True),
    _cue(
        "software",
        "vers|ver.|v.|v|software|program",
        r"(?:\bversi(?:on|ón)|\bversão|\bver\.|\bv\.?)\s?\d+\.\d+|\b(?:computer|statistical) (?:software|program)\b",
        r"\bsoftware\b(?=[.,;:\]]| for\b| version)",
        beside=True,
    ),
    _cue(
        "dataset",
        "data|dato|dado|donn|daten|dryad|figshare|pangaea|icpsr",
        r"(?<![/\w.-])data ?sets?\b(?!/)|\bdryad\b|\bfigshare\b|\bpangaea\b",
        r"\bdataverse\b|\bmendeley data\b|\bicpsr\b|\bdata repository\b",
        r"\bdatensatz\b|\bjeu de données\b|\bba(?:nco|se) de da[dt]os\b|\bconjunto de da[dt]os\b",
        beside=True,
    ),
    _cue("archive", "zenodo|osf.io", r"\bzenodo\b|\bosf\.io\b", beside=True),
    _cue(
        "trial",
        "isrctn|actrn|drks|chictr|umin|jprn|ctri/|irct|rbr-|ntr|pactr|kct|eudra|tctr",
        r"\bisrctn\s?\d{8}|\bactrn\d{14}|\bdrks\d{8}|\bchictr[-\w]*\d{5}|\bumin\d{9}|\bjprn-|\bctri/\d{4}|\birct\d{8}",
        r"\brbr-\w{5,}|\bntr\s?\d{3,4}\b|\bpactr\d{8}|\bkct\d{7}|\beudra\s?ct\b|\btctr\d{8}",
    ),
    _cue(
        "trial",
        "trial|ensa|studienreg|isrctn",
        r"clinicaltrials\.gov|clinical trials? regist|registro de ensa[iy]os|trialregister|studienregister|\bisrctn\b",
        beside=True,
    ),
    _cue("review", "crd|prospero", r"\bcrd4\d{7,}\b|\bprospero\b", beside=True),
    _cue(
        "conference",
        "proc|anais|actas|actes|tagung|presented|poster|paper|abstract|vortrag|confer|sympos|worksh|simp|semin|encontr|congr|lectur|talk|present",
        r"\bproceedings of (?:the )?(?:[\w-]+ ){0,9}(?:conference|symposium|workshop|congress|meeting)",
        r"\banais\b(?:\s?\.{3}|\s?…|[ .]\[(?:\.\.\.|…)\]| d[oa])",
        r"\bactas del?\b.{0,40}congreso|\bactes d[ue]\b|\btagungsband\b",
        r"\b(?:presented|poster|paper|abstract) (?:\w+ )?at:? (?:the )?(?:[\w-]+ ){0,9}(?:meet|confer|congress|symp)",
        r"\bin:? (?:\w+ ){0,5}(?:proceedings|proc\.)",
        r"\bvortrag\b.{0,60}(?:tagung|kongress|symposium|konferenz)",
        r"[.?!”\"]\s(?:(?:keynote|invited|oral|plenary|poster) )*(?:lecture|talk|poster|keynote|presentation|vortrag)"
        r"(?: (?:given|held|delivered|presented|session))?(?::| at| auf| beim|,\s)",
        r"\b(?:international|annual|national) (?:conference|symposium|workshop) (?:on|of)\b",
        r"\b(?:simpósio|seminário|encontro) (?:brasileiro|nacional|internacional|sobre)|\bcongresso (?:bras|nac|inter)",
    ),
    _cue(
        "report",
        "report|rep.|brief|guid|paper|nota t|relat|informe|rapport|document|bericht|arbeitsp|pub",
        r"\b(?:technical|tech\.|research|progress|final) rep(?:ort|\.)(?: series)?(?: no\b|,|\.|\)| \d)|\breport no\b",
        r"\b(?:working|discussion|white|policy|briefing|staff) papers?\b|\bnota técnica\b|\bdocument de travail",
        r"\brelatório (?:técnico|final|de)|\binforme (?:técnico|final|n)|\brapport (?:techn|final|de recherche|n[o°º])",
        r"\b(?:data|issue|policy) brief\b|\bpublication no\b|\btech(?:nical|\.) rep(?:ort|\.)\s?n[o°º]",
        r"\bguid(?:eline|ance) [\[(]?[a-z]{2,4}\d{1,4}\b",
        r"\b(?:annual|statistics|science|survey|status|progress|national|global|world)\s(?:\w+\s){0,2}report\b",
        r"\b(?:abschluss|forschungs|arbeits|projekt)bericht|\barbeitspapier|\b(?:dhhs|hhs|nih|ahrq) pub(?:lication|\.)",
    ),
    _cue(
        "report",
        "report|relat|rapport|bericht|informe",
        r"\breport\b(?=\s?(?:[.,;:)\]]|no))|\brelatório\b|\brapport\b|\bbericht\b|\binforme\b",
        beside=True,
    ),
    _cue(
        "preprint",
        "xiv|research square|ssrn|preprint",
        r"\b(?:bio|med|chem|psy|soc|edu|engr|eco)r?xiv\b|\barxiv\b|\bpsyarxiv\b|\bresearch square\b|\bssrn\b|preprint",
        beside=True,
    ),
    _cue(
        "online",
        "http|www.|[|avail|retriev|access|dispon|verf|abgeruf|zugriff|consult|acess|acced",
        r"https?://(?!(?:dx\.)?doi\.org)|\bwww\.|\[(?:internet|online|on-line|en ligne|en línea|em linha)\b",
        r"\bavailable (?:from|at|on|online)|\bretrieved\b|\b(?:last )?access(?:ed)?\b(?=[ :]{1,2}(?:on|\d|[a-z]{3}))",
        r"\bdispon[ií]vel\b|\bdisponible\b|\bverfügbar\b|\babgerufen\b",
        r"\baccedido\b|\bzugriff\b|\bconsult(?:é|ed|ado)\b|\bacesso em\b",
        beside=True,
    ),
    _cue(
        "in",
        "in:|in :|en:|em:|en :|em :|dans|pages|páginas",
        r"(?:^|[.?!,\"”’;)\]]\s?)(?:in|e[mn]|dans)\s?:|\bp[aá]g(?:e|ina)s [\d–-]+ in\b",
        beside=True,
    ),
    _cue(
        "in",
        "ed.|eds|ed |editor|hrsg|herausg|org.|orgs|dir.|dirs|coord",
        r"\bin:?\s.{3,160}?[(,]\s?(?:eds?\b|editors?\b|hrsg|herausg|orgs?\b)",
        r"(?:\beds?\.|\beditors?|\bhrsg\.|\borgs?\.|\bdirs?\.|\bcoords?\.)[)\],;:]",
        beside=True,
    ),
    _cue(
        "published",
        "press|verlag|edit|édit|edicion|publi|:",
        r"\b(?:press|verlag|editora|editores|éditions|ediciones|publishers|publishing|publications)\b",
        r"[.?!)\]]\s(?:[\w.'’/-]+,?\s){0,4}[\w.'’-]+\s?:\s(?:[^:;/]{2,60}[;,.:]\s?c?(?:1[5-9]|20)\d\d\b|[^:;/]{2,40}$)",
        beside=True,
    ),
    _cue(
        "book",
        "ed|aufl|éd|p.|pp",
        r"\b(?:\d{1,2}(?:st|nd|rd|th|e|ª|a)?\.?|second|third|fourth|revised|rev\.)\s?(?:rev\w*\.?\s)?(?:ed(?:ition|n|ição|ición)?|éd)\b",
        r"\b\d+\.\s?(?:\w+\s)?aufl(?:age|\.)|(?<![-–\d])\b\d{2,4}\s?pp?\b\.?(?!\s?\d)",
        beside=True,
    ),
)
