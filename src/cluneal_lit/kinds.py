"""The words by which the title of a text says which kind of text it is.

Those of English, German, French, Spanish, Portuguese and Italian journals, folded; the names of replies, protocols and
parts, and of notices, of some more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LINKS = frozenset(
    "of for to on in with by from regarding concerning about zu zum zur auf von fur an einer eines der des de du d del"
    " al a au aux sur par para pour por sobre di da do dos das ao aos su per".split()
)
ARTICLES = frozenset("a an the our my their in une un una uno um o le la les el los il lo gli die das ein eine".split())
# English nouns that say it at the end of their phrase (a `protocol violation` is none), and others at any place of it.
TEXTS = frozenset(
    "reply replies respond responds rejoinder rebuttal counterpoint correspondence protocol protocols letter"
    " letters comment comments commentary commentaries".split()
)
FOREIGN = frozenset(
    "erratum errata erratas corrigendum corrigenda addendum addenda foreword preface obituary"
    " antwort erwiderung replik duplik berichtigung korrektur kommentar stellungnahme nachtrag leserbrief leitartikel"
    " geleitwort vorwort studienprotokoll prufprotokoll studiendesign diskussionsbeitrag"
    " rezension rezensionen buchrezension buchbesprechung buchbesprechungen"
    " reponse replique rectificatif commentaire commentaires lettre protocole respuesta replica correccion correcciones"
    " comentario comentarios carta cartas protocolo resena resenas resposta correcao correcoes resenha resenhas"
    " risposta correzione rettifica commento lettera protocollo editoriale recensione recensioni recension"
    " studieprotokoll studieprotokol studieprotocol onderzoeksprotocol protokol протокол ingezonden genmaele"
    " kommentarer kommentti komentarz komentarze komentar комментарии коментар письмо mektup yorum"
    " hozzaszolas σχολιο πρωτοκολλο επιστολη".split()
)
# Those of a study that is yet to be made.
PLANS = frozenset(
    "protocol protocols design rationale studienprotokoll prufprotokoll studiendesign protocole protocolo"
    " protocollo studieprotokoll studieprotokol studieprotocol onderzoeksprotocol protokol протокол πρωτοκολλο".split()
) | {"analysis plan"}
# What says that a text reviews studies, as no study is.
SYNTHESES = frozenset(
    "systematic review,scoping review,umbrella review,systematischer review,systematische ubersicht"
    ",systematische ubersichtsarbeit,revue systematique,revision sistematica,revisao sistematica,revisione sistematica"
    ",meta analysis,meta analyse,meta analyses,meta analisi,meta analisis,metaanalysis,metaanalyse,metaanalyses"
    ",metanalyse,metaanalisis,metanalise,metanalisi,metaanalisi".split(",")
)
# English nouns that say it only alone, or behind one of the other words: an `immune response` is none.
ALONE = frozenset(
    "response responses correction corrections retraction withdrawal discussion debate reviews design rationale".split()
)
BESIDE = frozenset(
    "author authors editor editors editorial publisher publishers study trial book books peer reviewer reviewers"
    " invited guest short brief final further published".split()
)
OF = frozenset(("response", "responses", "correction", "corrections", "retraction", "withdrawal"))
WRITTEN = frozenset(
    "comment comments commentary letter letters article articles paper authors editor editors critics critique"
    " criticism reviewers colleagues queries questions".split()
)
# Those of which nothing is said at the work's own place: indexes and journals write them there, or leave them out.
FORMS = frozenset(
    "update updates abstract abstracts poster summary synopsis appendix supplement translation version abridged"
    " ubersetzung fassung kurzfassung zusammenfassung aktualisierung ausgabe kongressbeitrag resume traduction resumen"
    " resumo riassunto traduccion traducao traduzione versao versione edicion edicao actualizacion atualizacao"
    " aggiornamento ponencia interview viewpoint editorial critique opinion entrevista entretien".split()
)
# Of these what only says where a text stands: `Poster presented at …`.
LABELS = frozenset("abstract abstracts poster appendix supplement kongressbeitrag ponencia".split())
# What makes a phrase no name: `who comments, and why`.
ASKING = frozenset(
    "who whom which what how why when where whether that wer was wie warum qui que quoi quien chi".split()
)
# The words for a part of a text, before its number or behind it.
PARTS = (
    "part parts pt teil partie parte deel del dijel dio deo osa část časť część cz rész bölüm kısım часть ч частина"
    " част μέρος".split()
)
# What notices are called, by what they do, as journals write it. The English words are patterns, of `checks.as_notice`.
NOTICES: Mapping[str, Sequence[str]] = {
    "correction": "addendum,addenda,berichtigung,berichtigungen,korrektur,korrekturen,korrigendum,korrigenda"
    ",richtigstellung,rectificatif,rectification,errata corrige,rettifica,correzione,correzioni,fe de erratas"
    ",fe de errata,fe de errores,corrección,correcciones,rectificación,correção,correções,retificação,sprostowanie"
    ",oprava,opravy,rättelse,rettelse,korreksjon,rectificatie,oikaisu,helyesbítés,helyreigazítás,düzeltme,исправление"
    ",исправления,поправка,опечатка,виправлення,διόρθωση".split(","),
    "retraction": "rückzug,zurückziehung,zurücknahme,widerruf,retraktion,rétractation,avis de rétractation"
    ",note de rétractation,retrait,avis de retrait,retractación,nota de retractación,aviso de retractación,retirada"
    ",retratação,nota de retratação,retração,aviso de retratação,ritrattazione,nota di ritrattazione,ritiro"
    ",avviso di ritiro,retrakcja,wycofanie,stažení,återkallande,tilbaketrekking,tilbagetrækning,terugtrekking"
    ",intrekking,visszavonás,geri çekme,ретракция,отзыв статьи,ανάκληση".split(","),
    "concern": "äußerung von bedenken,ausdruck der besorgnis,expression de préoccupation,expresión de preocupación"
    ",manifestación de preocupación,expressão de preocupação,manifestação de preocupação"
    ",espressione di preoccupazione,выражение обеспокоенности".split(","),
}
