"""The days that dates mean, to be held against each other; and those that stand in other words."""

from __future__ import annotations

import datetime
import re

from cluneal_lit import dates
from cluneal_lit.folding import plain
from cluneal_lit.model import Date

_ASKED = (
    "accessed access viewed visited retrieved cited consulted downloaded checked browsed",  # English
    "abgerufen abruf aufgerufen aufruf zugriff zugriffsdatum zugegriffen besucht eingesehen heruntergeladen",  # German
    "consulté consultée consultés consultées consultation visité téléchargé",  # French
    "consultado consultada consulta acceso accedido visitado recuperado citado descargado",  # Spanish
    "acesso acessado acessada acedido visualizado baixado consultat accés visitat",  # Portuguese, Catalan
    "consultato consultata consultazione accesso visitato scaricato accesat accesată vizitat",  # Italian, Romanian
    "geraadpleegd bezocht opgehaald gedownload besoek",  # Dutch, Afrikaans
    "hentet besøgt tilgået sitert nedlastet hämtad hämtat besökt citerad åtkomst sótt skoðað",  # Danish to Icelandic
    "viitattu haettu luettu katsottu vaadatud külastatud",  # Finnish, Estonian
    "letöltve letöltés megtekintve hozzáférés",  # Hungarian
    "dostęp dostępu odczyt pobrano odwiedzono cytowano",  # Polish
    "citováno citované přístup navštíveno navštívené zobrazeno staženo stiahnuté",  # Czech, Slovak
    "pristupljeno preuzeto posjećeno posećeno citirano dostopano pridobljeno obiskano",  # Croatian, Serbian, Slovene
    "erişim erişildi erişilen müraciət",  # Turkish, Azerbaijani
    "обращения просмотрено просмотра звернення перегляду звароту",  # Russian, Ukrainian, Belarusian
    "посетен посетена прегледан приступљено преузето посећено пристапено",  # Bulgarian, Serbian, Macedonian
    "žiūrėta skatīts apmeklēts",  # Lithuanian, Latvian
    "πρόσβαση ανακτήθηκε επίσκεψη προσπελάστηκε aksesuar vizituar kontsultatua",  # Greek, Albanian, Basque
    "diakses dicapai",  # Indonesian, Malay
    "אוחזר נצפה נדלה الاطلاع الوصول الاسترجاع دسترسی بازیابی",  # Hebrew, Arabic, Persian
)
ASKED = frozenset(plain(word) for line in _ASKED for word in line.split())
"""The words before the day on which somebody looked at a page, folded: `Accessed 3 May 2020`, `[cited 2020 May 3]`."""
ASKED_BEFORE_DATE = ("stand", "as of", "cit", "vu le", "lu le", "read", "read on", "gelesen am", "visto il", "truy cập")
"""Those that say so only where a date follows: `Stand: 1.5.2020`, `[cit. 2020-05-01]`."""
ASKED_EASTERN = tuple(
    "アクセス 閲覧 参照 取得 访问 訪問 引用 检索 檢索 查阅 查閱 取自 存取 접속 검색 접근 열람 เข้าถึง สืบค้น".split()
)
"""Those in scripts without blanks, before the date or behind it: `2020年5月1日アクセス`, `访问日期：2020-05-01`."""

ONLINE = (
    "epub,e-pub,online first,first online,published online,online published,advance online publication,advance access"
    ",available online,first published,early view,online ahead of print,posted online"  # English
    ",online publiziert,online veröffentlicht,online erschienen,vorab online,online vorab"  # German
    ",mis en ligne,publié en ligne,en ligne,prépublication"  # French
    ",publicado en línea,publicada en línea,en línea,publicación anticipada,publicado online,publicação online"
    ",disponível online,pubblicato online,disponibile online"  # Spanish, Portuguese, Italian
    ",gepubliceerd online,online gepubliceerd,publicerad online,publisert online,publikowane online"  # Dutch to Polish
    ",опубликовано онлайн,онлайн".split(",")
)
"""The words before the day on which a work appeared online, ahead of its issue: `Epub 2020 Feb 3`."""

_IN_SOURCE = re.compile(r"(?<=[\s.])((?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)(?=[;:.]|$)")

Day = tuple[int, int, int]  # year, month, day; only to be compared, the month may have fewer days


def is_day(text: str) -> bool:
    """Whether it is a day, written as 2026-11-20."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def earliest(date: Date | None) -> Day:
    """The first day that the date can mean; before all others where it names no year."""
    is_known = date and date.year and dates.open_end(date) != "start"
    parts = date.date_parts[0] if date and is_known else (0, 0, 0)
    return _day(parts, (1, 1, 1))


def latest(date: Date | None) -> Day:
    """The last day that the date can mean, `(2018, 12, 31)` of a year; after all others where it names no year."""
    is_known = date and date.year and dates.open_end(date) != "end"
    parts = date.date_parts[-1] if date and is_known else (9999, 12, 31)
    return _day(parts, (1, 12, 31))


def _day(parts: tuple[int, ...], rest: Day) -> Day:
    year, month, day = (*parts, *rest[len(parts) :])[:3]
    return year, month, day


def in_source(line: str) -> Date | None:
    """The date in PubMed's line about another article: `Cell. 2023 Jan 5;186(1):1-2.`, `J Urol 1995 Oct;154:9`."""
    match = _IN_SOURCE.search(line)
    return dates.parse(match[1]) if match else None
