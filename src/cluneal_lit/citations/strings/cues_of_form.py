"""Words that say how a work was published: at a meeting, as a report, a preprint, a chapter, a book, or online."""

from __future__ import annotations

from cluneal_lit.citations.strings.cues import cue

CUES_OF_FORM = (
    cue(
        "conference",
        "proc|anais|actas|actes|tagung|presented|poster|paper|abstract|vortrag|confer|sympos|worksh|simp|semin|encontr|congr|lectur|talk|present|présent|ponencia",
        r"\bproceedings of (?:the )?(?:[\w-]+ ){0,9}(?:conference|symposium|workshop|congress|meeting)",
        r"\banais\b(?:\s?\.{3}|\s?…|[ .]\[(?:\.\.\.|…)\]| d[oa])",
        r"\bactas del?\b.{0,40}congreso|\bactes d[ue]\b|\btagungsband\b",
        r"\b(?:presented|poster|paper|abstract) (?:\w+ )?at:? (?:the )?(?:[\w-]+ ){0,9}(?:meet|confer|congress|symp)",
        r"\bin:? (?:\w+ ){0,5}(?:proceedings|proc\.)",
        r"\bvortrag\b.{0,60}(?:tagung|kongress|symposium|konferenz)",
        r"[.?!”\"]\s(?:(?:keynote|invited|oral|plenary|poster) )*(?:lecture|talk|poster|keynote|presentation|vortrag)"
        r"(?: (?:given|held|delivered|presented|session|gehalten))?(?::| at| auf| beim|,\s)",
        r"\b(?:international|annual|national) (?:conference|symposium|workshop) (?:on|of)\b",
        r"\b(?:simpósio|seminário|encontro) (?:brasileiro|nacional|internacional|sobre)|\bcongresso (?:bras|nac|inter)",
    ),
    cue(
        "conference",
        "présent|apresentad|presentad|presentata|ponencia",
        r"\b(?:communication|affiche|comunica(?:ção|ções|ción|zione)|trabalhos?|trabajos?|póster|ponencia)\s(?:\w+\s)?"
        r"(?:présentée?s?|apresentad[oa]s?|presentad[oa]s?|presentata)\s(?!(?:à|a)\s(?:\w+\s)?universi)"
        r"(?:à|aux?|lors|pendant|durante?|[àa]o?s?|n[oa]s?|en|em|all?a?)\b|\bponencia\b.{0,60}(?:congreso|jornada|simposio)",
        beside=True,
    ),
    cue(
        "report",
        "report|rep.|brief|guid|awmf|paper|nota t|relat|informe|rapport|document|bericht|arbeitsp|pub",
        r"\b(?:technical|tech\.|research|progress|final) rep(?:ort|\.)(?: series)?(?: no\b|,|\.|\)| \d)|\breport no\b",
        r"\b(?:working|discussion|white|policy|briefing|staff) papers?\b|\bnota técnica\b|\bdocument de travail",
        r"\brelatório (?:técnico|final|de)|\binforme (?:técnico|final|n)|\brapport (?:techn|final|de recherche|n[o°º])",
        r"\b(?:data|issue|policy) brief\b|\bpublication no\b|\btech(?:nical|\.) rep(?:ort|\.)\s?n[o°º]",
        r"\bguid(?:eline|ance) [\[(]?[a-z]{2,4}\d{1,4}\b|\bclinical guideline,?(?: no\.?)? \d{1,3}\b|\bawmf\b",
        r"\b(?:annual|statistics|science|survey|status|progress|national|global|world)\s(?:\w+\s){0,2}report\b",
        r"\b(?:abschluss|forschungs|arbeits|projekt)bericht|\barbeitspapier|\b(?:dhhs|hhs|nih|ahrq) pub(?:lication|\.)",
    ),
    cue(
        "report",
        "report|relat|rapport|bericht|informe",
        r"\breport\b(?=\s?(?:[.,;:)\]]|no))|\brelatório\b|\brapport\b|\bbericht\b|\binforme\b",
        beside=True,
    ),
    cue(
        "preprint",
        "xiv|research square|ssrn|preprint",
        r"\b(?:bio|med|chem|psy|soc|edu|engr|eco)r?xiv\b|\barxiv\b|\bpsyarxiv\b|\bresearch square\b|\bssrn\b|preprint",
        beside=True,
    ),
    cue(
        "online",
        "http|www.|[|avail|retriev|access|dispon|verf|abgeruf|zugriff|consult|acess|acced",
        r"https?://(?!(?:dx\.)?doi\.org)|\bwww\.|\[(?:internet|online|on-line|en ligne|en línea|em linha)\b",
        r"\bavailable (?:from|at|on|online)|\bretrieved\b|\b(?:last )?access(?:ed)?\b(?=[ :]{1,2}(?:on|\d|[a-z]{3}))",
        r"\bdispon[ií]vel\b|\bdisponible\b|\bverfügbar\b|\babgerufen\b",
        r"\baccedido\b|\bzugriff\b|\bconsult(?:é|ed|ado)\b|\bacesso em\b",
        beside=True,
    ),
    cue(
        "in",
        "in:|in :|en:|em:|en :|em :|dans|pages|páginas",
        r"(?:^|[.?!,\"”’;)\]]\s?)(?:in|e[mn]|dans)\s?:|\bp[aá]g(?:e|ina)s [\d–-]+ in\b",
        beside=True,
    ),
    cue(
        "in",
        "ed.|eds|ed |editor|hrsg|herausg|org.|orgs|dir.|dirs|coord",
        r"\bin:?\s.{3,160}?[(,]\s?(?:eds?\b|editors?\b|hrsg|herausg|orgs?\b)",
        r"(?:\beds?\.|\beditors?|\bhrsg\.|\borgs?\.|\bdirs?\.|\bcoords?\.)[)\],;:]",
        beside=True,
    ),
    cue(
        "published",
        "press|verlag|edit|édit|edicion|publi|:",
        r"\b(?:press|verlag|editora|editores|éditions|ediciones|publishers|publishing|publications)\b",
        r"[.?!)\]]\s(?:[\w.'’/-]+,?\s){0,4}[\w.'’-]+\s?:\s(?:[^:;/]{2,60}[;,.:]\s?c?(?:1[5-9]|20)\d\d\b|[^:;/]{2,40}$)",
        beside=True,
    ),
    cue(
        "book",
        "ed|aufl|éd|p.|pp",
        r"\b(?:\d{1,2}(?:st|nd|rd|th|e|ª|a)?\.?|second|third|fourth|revised|rev\.)\s?(?:rev\w*\.?\s)?(?:ed(?:ition|n|ição|ición)?|éd)\b",
        r"\b\d+\.\s?(?:\w+\s)?aufl(?:age|\.)|(?<![-–\d])\b\d{2,4}\s?pp?\b\.?(?!\s?\d)",
        beside=True,
    ),
)
