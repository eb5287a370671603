"""What a page says of itself at its end: when and by whom it was written, whose it is, who paid, how to reach them."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_LONGEST = 600
_THIS = r"(?:this|the|these|diese[rs]?|die|das|der|cette?|la|le|est[ae])"
_PAGE = (
    r"(?:page|article|post|web\s?site|site|document|text|guideline|leaflet|list|version|content|information|work|wiki"
    r"|entry|handout|file|seite|artikel|dokument|leitlinie|liste|fassung|documento?|página)s?"
)
_DONE = (
    r"(?:updated|reviewed|modified|edited|changed|revised|published|created|generated|posted|printed|written|compiled"
    r"|prepared|maintained|authored|translated|submitted|approved|accepted|downloaded|funded|financed|sponsored|supported|hosted|provided|licensed|presented"
    r"|aktualisiert|geändert|bearbeitet|überarbeitet|veröffentlicht|erstellt|verfasst|geschrieben|geprüft|gefördert"
    r"|finanziert|mise? à jour|modifiée?|publiée?|rédigée?|créée?|financée?|actualizad[ao]|publicad[ao]|escrito)"
)
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[./\s-]\s?(?:[^\W\d_]+\.?|\d{1,2})[./,\s-]\s?\d{4}|\d{4}-\d\d-\d\d"
    rf"|[^\W\d_]+\.?\s(?:\d{{1,2}},?\s)?\d{{4}}|{locators.YEAR})"
)
_LABEL = (
    r"(?:contacts?|kontakt|correspondence|korrespondenz|corresponding authors?|address|adresse|anschrift|e-?mail|tel"
    r"|phone|fax|web(?:site)?|funding|finanzierung|financement|financiación|grants?|sponsors?|disclaimer|haftungs\w+"
    r"|authors?|autor(?:in|en|innen|es)?|auteure?s?|verfasser(?:in|innen)?|editors?|redaktion|reviewers?"
    r"|publisher|herausgeber(?:in|innen)?|verantwortlich\w*|responsible|responsable"
    r"|(?:last |next |date of )?(?:updates?|review|revision|edit)(?: due| date)?|valid until|gültig bis"
    r"|(?:publication |issue |review |revision |creation )?date|datum|stand|status|fecha|versions?|fassung"
    r"|licen[cs]e|lizenz|conflicts? of interests?|competing interests?|interessenkonflikte?"
    r"|(?:declaration|disclosure)s?(?: of [a-z ]{3,30})?|acknowledge?ments?|danksagung|remerciements|imprint|impressum"
    r"|keywords?|schlagw\w+|tags?|categor(?:y|ies)|kategorien?|reading time|word count|posted in|filed under"
    r"|letzte (?:änderung|aktualisierung)|dernière (?:mise à jour|modification)|next|previous|weiter|zurück"
    r"|última (?:actualización|modificación))"
)
# The same in Chinese, Japanese and Korean, as their journals have it below or above an article.
_EASTERN_LABEL = (
    r"(?:(?:收稿|修回|修[订訂]|接受|录用|出版|发布|發布|更新|网络出版)(?:日期|时间|時間)|(?:基金|资助|資助)(?:项目|項目)"
    r"|作者(?:简介|簡介|单位|單位|贡献)|(?:第一|通[讯訊信]|[责責]任)作者|通[讯訊信]地址|[责責]任[编編][辑輯]|本文[编編][辑輯]"
    r"|[编編][辑輯集]|[伦倫]理(?:[审審]\S{1,2}|批准|声明)?|利益(?:冲突|衝突|相反)|致[谢謝]|[关關][键鍵][词詞]|中图分类号|文献标[识志]码|文章编号|引用(?:本文|格式)|电子邮[件箱]"
    r"|(?:受付|受理|採択|掲載|公開|投稿|最終更新)日?|(?:著者)?連絡先|責任著者|別刷\S{0,4}|謝辞|助成|キーワード"
    r"|(?:접수|투고|심사|수정|출판|작성|게재\s?(?:확정|승인))일|(?:교신|책임|제1)\s?저자|저자\s?(?:소개|정보)|연락처|이메일"
    r"|이해\s?(?:관계|상충)|감사의 글|사사|주제어|키워드|핵심어|연구비)"
)
# Without a colon: `（2021-03-02收稿）`, `編集/李明`, `이 논문은 …`, and what stands below a figure.
_EASTERN_TOLD = (
    r"[（(]?\d{4}[-./年년]\s?\d{1,2}[-./月월]\s?\d{1,2}[日일]?\s?(?:收稿|修回|受稿|受付|受理|採択|접수|게재)"
    r"|[编編][辑輯集]\s?[/／]|(?:이|본)\s?(?:논문|연구)[은는]\s|논문\s?접수|本刊\d{4}年|本(?:研究|論文)は"
    r"|(?:[图圖図表]|그림|표)\s?\d{1,2}\s"
    r"|(?:[一二三四五六七八九十]{1,3}、\s?|第[一二三四五六七八九十\d]{1,3}[章节節]\s?)[^\n\d。．.，,：:]{2,20}(?:\n|$)"
    r"|(?:致\s{0,4}[谢謝]|[谢謝]\s{0,4}[辞辭]|附\s{0,4}[录錄録]|付録|부록|감사의 글|사사)"
    r"\s?[A-Z\d一二三]?(?:[ \u3000][^\n\d。．.，,]{1,20})?(?:\n|$)"
)
_LAST = r"(?:last|first|next|most recently|medically|clinically|scientifically|zuletzt|letztmals)\s"
_BY = r"\s(?:on|by|at|from|under|am|von|durch|vom|le|par|por|el)\b"
# `This page was last edited on …`, `Last updated: 3 May 2021`
_OF_PAGE = (
    rf"(?:{_THIS}\s)?(?:{_PAGE}\s(?:(?:was|is|were|has been|will be|wurde|ist|a été|fue)\s)?(?:{_LAST})?|{_LAST})"
    rf"{_DONE}\b|(?:written|reviewed|compiled|authored|verfasst|geprüft|rédigée?)\s(?:by|von|par)\b"
)
# `Written by J. Berg.`, `Published 3 May 2021.`
_STAMPED = rf"{_DONE}(?:\s?:|{_BY}|\s(?:in\s)?{_DATE}(?=\s*(?:[.,;)|]|$)))"
# `© 2021 Berg Clinic, Town`, `Copyright 2021 by Berg`
_OWNED = (
    r"(?:©|\(c\))\s?(?:copyright\s)?(?:by\s)?(?:\d{4}|(?-i:[A-Z]))|copyright\s(?:©|\(c\)|by\b|\d{4}|holder)"
    r"|all rights reserved|alle rechte vorbehalten|tous droits réservés"
)
# `Funding: …`, `Author: J. Berg, 2021`, `Stand Mai 2021`, `Disclaimer: this page …`
_LABELLED = (
    rf"{_LABEL}\s?:(?:\s|$)|stand\s{_DATE}|[【［\[（(]?{_EASTERN_LABEL}[^:：\n]{{0,6}}[:：】］\]]|{_EASTERN_TOLD}"
)
_VERSION = r"(?:version|revision|v)\s?\d+(?:\.\d+){0,3}(?:\s?[,(–—:-]|\.?$|\s(?:of|from|vom|du)\s\d)"
# `This page replaces no visit.`, `We thank …`, `Dr. J. Berg, Town, May 2021`
_TOLD = (
    rf"(?:this|diese[rs]?|cette?|est[ae])\s{_PAGE}\s(?:.*\s)?"
    r"(?:is|was|has|does|may|should|can|will|replaces|ist|wurde|dient|ersetzt|est|ne|es|no)\s"
    r"|(?:the )?authors? (?:declare|has|have|thank|report|received|disclose)\b|we (?:thank|acknowledge|declare)\b"
    r"|(?-i:(?:Dr|Prof|PD|Dipl)\.[\s-])|nach oben\b|(?:back|download|share|print|zurück)\s(?:to|as|this|the|zu[mr]?)\b"
)
_APART = late(rf"[*_>\s]*(?:{_OF_PAGE}|{_OWNED}|{_LABELLED}|{_TOLD})", re.IGNORECASE)
_OWN = late(rf"[*_>\s]*(?:{_OF_PAGE}|{_STAMPED}|{_OWNED}|{_LABELLED}|{_VERSION}|{_TOLD})", re.IGNORECASE)


def is_colophon(text: str, start: int, end: int) -> bool:
    """Whether a line or paragraph is nothing but that."""
    return end - start <= _LONGEST and bool(_OWN.match(text, start, end))


def begins_colophon(text: str, start: int, end: int) -> bool:
    """Whether a line is that wherever it stands: what was published or updated may be the work of the line above."""
    return end - start <= _LONGEST and bool(_APART.match(text, start, end))
