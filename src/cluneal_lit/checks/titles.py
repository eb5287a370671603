"""Whether a citation's title is a record's, whatever scripts, marks and subtitles have done to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cluneal_lit.checks import counted, said, within
from cluneal_lit.checks.spelling import comparisons, letters, written
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields
from cluneal_lit.titles import STATUS_LABEL

_BRACKETED = re.compile(r"\[([^\]]{8,})\]")
# `[corrected]`, `(Review)`, `[in German]`, `[version 2; peer review: …]`
_REMARK = re.compile(r"(?:\s*[\[(](?:[^\])]{0,40}|version \d[^\])]*)[\])])+\.?$")
_BEHIND = re.compile(r"\s*\[(?:[^\[\]]|\[[^\[\]]*\])*\]\.?$")  # `[Erratum appears in …]`, the title in another language
# What journals and some databases put before a title: what kind of article it is, and never that it is about another.
_KINDS = (
    r"(?:short|brief|case|clinical|technical|original|research) (?:reports?|notes?)|(?:brief|rapid|short) communication"
    r"|(?:(?:state-of-the-art|mini|clinical|narrative|invited|literature) ?-?)?reviews?(?: article)?"
    r"|original (?:articles?|research|investigations?|contributions?|papers?|stud(?:y|ies)|work)"
    r"|(?:clinical|basic|applied)? ?research(?: articles?| papers?| perspectives?| letter)?"
    r"|(?:randomi[sz]ed )?(?:clinical|controlled) trials?|clinical (?:study|investigations?|practice|update)"
    r"|special (?:article|report|communication)|extended abstract|medical progress|practice|analysis|education"
    r"|original(?:arbeit|artikel|beitrag|ie)(?:en)?|übersicht(?:s(?:arbeit|artikel))?|kasuistik|fallbericht"
    r"|wissenschaftliche arbeit|kurzmitteilung"
    r"|articles? original|article de recherche|recherche|(?:travail|mémoire) original|(?:cas|fait) clinique"
    r"|mise au point|revue (?:générale|de la littérature)"
    r"|(?:artículo )?original(?:es)?|artículo (?:original|de revisión|especial)|trabajo original"
    r"|investigación(?: original)?|revisión|caso clínico|casos clínicos|nota clínica"
    r"|artigo (?:original|de revisão|especial)|pesquisa|revisão|relato de caso"
    r"|articol[oi] original[ei]|ricerca|rassegna|lavoro originale|caso clinico"
    r"|oorspronkelijk(?:e stukken|e artikelen| artikel)|onderzoek|casuïstiek|originalartikel|originalarbete"
    r"|praca (?:oryginalna|poglądowa)|artykuł (?:oryginalny|przeglądowy)|opis przypadku|původní práce|přehledový článek"
    r"|оригинальн(?:ая статья|ое исследование)|обзор(?: литературы)?|клинический случай"
    r"|(?:orijinal|özgün) (?:araştırma|makale)|araştırma|derleme|olgu sunumu"
)
_KIND = late(
    rf"^(?:{_KINDS})(?:\s*[:.–—]\s*|\s+-\s+)|^MEDICAL PROGRESS (?=[A-Z])"
    r"|^(?:poster|abstract|paper)\s(?:no\.?\s?)?[A-Z]{0,3}-?\d{1,5}\b[.:]?\s+"
    r"|^(?-i:[A-Z]{1,4}-?0\d{1,4})\b[.:]?\s+",
    re.IGNORECASE,
)
_GREEK = late(rf"[α-ωµ]|\b(?:{said.ALPHABET.replace(' ', '|')})\b", re.IGNORECASE)
# A hyphen beside which a letter stood: `Interferon- (IFN-)`.
_LOST = re.compile(r"[^\W_]-(?![^\W_])|(?<![^\W_])-(?=[^\W_])")
# That one version of a title explains, and another does not.
_ACRONYM = re.compile(r"\s*\((?=[^()]*[A-Z])[^\W_][\w-]{1,9}\)")
_SUBTITLE = re.compile(r"[:.?!;]\s+|\s[–-]+\s|—|\s=\s")
_HEAD = 20  # letters that a title without its subtitle keeps at least
# What may stand before or behind other papers' titles too: of the same title it makes another.
_OF_A_KIND = late(
    r"\W*(?:(?:the |an? )?(?:author\S*|editor\S*|invited|in) )?(?:repl(?:y|ies)|respon[sd]\w*|re(?=\s?:)|comment\w*|"
    r"letters?|corrigend\w+|errat\w+|corrections?|retract\w+|withdraw\w+|expressions? of concern|editorial|"
    r"introduction|preface|foreword|discussion|reviews?|abstracts?|protocol|update\w*|supplement\w*|addend\w+|"
    r"parts?|chapters?|sections?|volumes?|numbers?|no|cases?|(?:case )?reports?|[ivx]+|\d+)\b",
    re.IGNORECASE,
)
# `Outcomes1`, `Judgments1,2`, `WHO IS IT? 1`
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe"})
_FOOTNOTES = re.compile(r"(?:(?<=[a-z]{4})|(?<=[?!])\s?)(?:[1-9](?:,\s?[1-9])*|[¹²³⁴-⁹])$")
_GENUS = re.compile(r"(?<![^\W_])([A-Z])(?:\.\s?|\s)([A-Za-z]{4,})")  # `E. coli`
_BINOMIAL = re.compile(r"\b([A-Za-z]{3,})(?=\s([A-Za-z]{4,})\b)")


def same(citation: Citation, record: Fields) -> bool:
    """Whether both titles have the same letters, one perhaps without subtitle or remark, or the string has theirs."""
    ours = citation.fields.title
    if not ours or ours == record.title:
        return True
    if _compare_otherwise(ours, record):
        return False
    if any(_alike(one, title) for one in (ours, *_BRACKETED.findall(ours)) for title in _titles(record)):
        return True
    if any(_is_cut(ours, title) for title in _titles(record)):
        return True
    if not said.text(citation):
        return False
    return any(within.stands(citation, title, record) for title in _titles(record) if len(letters(title)) > _HEAD)


def _compare_otherwise(ours: str, record: Fields) -> bool:
    """Whether both titles compare numbers, and otherwise: `<3 h`, `>3 h`. Many an export loses such signs."""
    told = comparisons(ours)
    return bool(told) and bool(known := comparisons(record.title)) and told != known


def is_head(ours: str, record: Fields) -> bool:
    """Whether a title, however short, is a record's up to where its subtitle begins.

    None that is the name of a kind of article, and none before a subtitle that is: `Reply: …`, `…: part II`.
    """
    whole = letters(ours)
    for title in _titles(record):
        for cut in _SUBTITLE.finditer(title):
            if whole and whole == letters(title[: cut.start()]):
                return not (_OF_A_KIND.match(ours) or _OF_A_KIND.match(title, cut.end()))
    return False


def goes_on(citation: Citation, record: Fields) -> bool:
    """Whether a title is a record's and goes on behind a stop, and does not say there that it is another text's."""
    cited = citation.fields

    def has_head(title: str) -> bool:
        heads = _heads(_with_genus(cited.title, title), lambda piece: within.is_of_other(piece, cited, record))
        return not heads.isdisjoint(_whole(_with_genus(title, cited.title)))

    return any(map(has_head, _titles(record)))


def _titles(record: Fields) -> Iterator[str]:
    """The titles of a record: as it is, in the other language, and each of one in two languages."""
    for title in (record.title, record.original_title):
        if title:
            yield title
            yield from _BRACKETED.findall(title)


def _alike(one: str, other: str) -> bool:
    one, other = _with_genus(one, other), _with_genus(other, one)
    ours, theirs = _whole(one), _whole(other)
    if not ours.isdisjoint(theirs) or not ours.isdisjoint(_heads(other, within.is_of_answer)):
        return True
    if _same_parts(one, other):
        return True
    return _lost_greek(one, other) or _lost_greek(other, one)


def _same_parts(one: str, other: str) -> bool:
    """Whether two titles of parts are the same with the numbers of the parts written one way, the one perhaps without
    what stands behind the number."""
    ours, theirs = counted.one_way(one), counted.one_way(other)
    if ours == one or theirs == other:
        return False
    return not _whole(ours).isdisjoint(_whole(theirs) | _heads(theirs, within.is_of_answer))


def _is_cut(ours: str, theirs: str) -> bool:
    """Whether a title ends at a word within the other's subtitle, as programs cut what is long."""
    words, whole = said.tokens(ours), said.tokens(theirs)
    begun = len(words) < len(whole) and words == whole[: len(words)]
    cut = letters(ours)
    return begun and any(cut.startswith(head) and cut != head for head in _heads(theirs))


def _with_genus(title: str, other: str) -> str:
    """The title, each genus that it abbreviates spelt out as the other title has it: `E. coli`, Escherichia coli."""

    if not _GENUS.search(title):
        return title
    genera = {(genus[0].lower(), species.lower()): genus for genus, species in reversed(_BINOMIAL.findall(other))}

    def spelt_out(found: re.Match[str]) -> str:
        genus = genera.get((found[1].lower(), found[2].lower()))
        return f"{genus} {found[2]}" if genus else found[0]

    return _GENUS.sub(spelt_out, title)


def _lost_greek(lossy: str, whole: str) -> bool:
    """Whether a title is the other one but for Greek letters that an export could not write."""
    if not _LOST.search(lossy) or _GREEK.search(lossy) or not _GREEK.search(whole):
        return False
    return letters(lossy) == letters(_GREEK.sub("", whole))


def _whole(title: str) -> set[str]:
    """The letters of a title, as it is and without a remark before or behind it; a word that an export glued to the
    next may be a small one."""
    bare = STATUS_LABEL.sub("", title)
    kept = {left_out.sub("", bare) for left_out in (_REMARK, _BEHIND, _KIND, _FOOTNOTES, _ACRONYM)} | {bare}
    kept |= {out for one in tuple(kept) if (out := one.translate(_WRITTEN_OUT)) != one}
    return ({letters(one) for one in kept} | {said.letters(written(bare))}) - {""}


def _heads(title: str, tells: Callable[[str], bool] = lambda _: False) -> set[str]:
    """The letters of a title without its subtitle, by each way of cutting it, where enough of it is left, and what is
    cut off does not tell that it is another paper's."""
    return {letters(head) for head, rest in cuts(STATUS_LABEL.sub("", title)) if not tells(rest)}


def cuts(title: str) -> Iterator[tuple[str, str]]:
    """A title without its subtitle, and what is cut off, by each way of cutting it that leaves enough."""
    both = ((title[: cut.start()], title[cut.end() :]) for cut in _SUBTITLE.finditer(title))
    return (pair for pair in both if len(letters(pair[0])) >= _HEAD)
