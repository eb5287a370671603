"""Templates with which wikis cite, `{{cite journal |last=Berg |title=Walking |pmid=1}}`, as works with their fields.

(https://en.wikipedia.org/wiki/Template:Cite_journal and its relatives: https://de.wikipedia.org/wiki/Vorlage:Literatur,
https://fr.wikipedia.org/wiki/Modèle:Article, https://es.wikipedia.org/wiki/Plantilla:Cita_publicación)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from cluneal_lit import dates, identifiers, names, others
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Embedded, Fields, Ids, Name

_OPENING = late(
    r"\{\{\s*(?P<name>v?cite[_ ](?P<kind>journal|book|web|news|magazine|conference|thesis|report|arxiv|biorxiv|medrxiv)"
    r"|citation|literatur|internetquelle|article|ouvrage|lien[_ ]web|cita[_ ](?:publicación|pubblicazione|libro|web)"
    r"|citar[_ ](?:periódico|livro|web)|citeer[_ ](?:journal|boek|web))\s*(?=\|)",
    re.IGNORECASE,
)
_TYPES = {
    "journal": "article-journal",
    "book": "book",
    "web": "webpage",
    "news": "article-newspaper",
    "magazine": "article-magazine",
    "conference": "paper-conference",
    "thesis": "thesis",
    "report": "report",
}
_BRACES = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_COMMENT = re.compile(r"<!--.*?-->|<ref\b[^<>]*/>|<[^<>]{1,80}>", re.DOTALL)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TEMPLATE = re.compile(r"\{\{[^{}|]*(?:\|([^{}|]*))?[^{}]*\}\}")
_QUOTES = re.compile(r"'{2,5}")
_LONGEST = 5000
# The name of a parameter in the words of CSL; numbers behind it count authors.
_WORDS = {
    "title": "title titel titre título titulo titolo",
    "container": "journal work website newspaper magazine periodical zeitschrift sammelwerk werk périodique revue"
    " publicación revista periódico rivista encyclopedia booktitle",
    "chapter": "chapter capítulo chapitre",
    "volume": "volume band volumen",
    "issue": "issue number nummer heft numéro número numero",
    "page": "pages page p pp at seiten seite passage página páginas pagina pagine articlenumber",
    "issued": "date year jahr datum année año fecha ano data anno jaar",
    "publisher": "publisher verlag éditeur editorial editora editore uitgever",
    "place": "location place ort lieu ubicación local città plaats",
    "family": "last surname authorlast nom apellido apellidos último sobrenome cognome achternaam",
    "given": "first given authorfirst prénom nombre nombres primeiro nome voornaam",
    "authors": "author authors autor autores auteur auteurs autore autori vauthors",
    "url": "url",
    "pmid": "pmid",
    "pmcid": "pmc",
    "doi": "doi",
    "arxiv": "arxiv eprint",
    "isbn": "isbn",
}
_MEANING = {word: meaning for meaning, written in _WORDS.items() for word in written.split()}
_NUMBERED = re.compile(r"(?P<word>\D+?)(?P<number>\d{1,3})?(?P<more>last|first|given)?$")
_AND = re.compile(r"\s(?:and|und|et|y|e|&)\s")


def works(text: str) -> Iterator[Embedded]:
    """The works of a text's templates, in order; one without a title, or that is not closed, is none."""
    behind = 0
    for opening in _OPENING.finditer(text) if "{{" in text else ():
        if opening.start() < behind:
            continue  # within another
        end, parts = _parts(text, opening.end())
        said = _said(parts)
        if end and ("title" in said or "chapter" in said):
            behind = end
            yield Embedded(opening.start(), end, "entry", _ids(said), _fields(said, (opening["kind"] or "").lower()))


def _parts(text: str, at: int) -> tuple[int, list[str]]:
    """Where the template ends whose name ends at an offset, and its parts; 0 where it is not closed."""
    depth, begin, parts = 0, at + 1, list[str]()
    for sign in _BRACES.finditer(text, at + 1, at + _LONGEST):
        if sign[0] in ("{{", "[["):
            depth += 1
        elif sign[0] == "]]" or (sign[0] == "}}" and depth > 0):
            depth -= 1
        elif depth <= 0:
            parts.append(text[begin : sign.start()])
            begin = sign.end()
            if sign[0] == "}}":
                return sign.end(), parts
    return 0, []


def _said(parts: list[str]) -> dict[str, str]:
    """What the parameters say that have a meaning, by that and the number of the author: `family2`."""
    said: dict[str, str] = {}
    for part in parts:
        word, is_parameter, value = part.partition("=")
        match = _NUMBERED.fullmatch(re.sub(r"[\s_-]", "", word.lower()))
        meaning = _MEANING.get((match["word"] + (match["more"] or "")) if match else "")
        if is_parameter and match and meaning and (written := _plain(value)):
            said.setdefault(meaning + ("" if (match["number"] or "1") == "1" else match["number"]), written)
    return said


def _plain(value: str) -> str:
    value = _TEMPLATE.sub(lambda one: one[1] or "", _LINK.sub(r"\1", _COMMENT.sub("", value)))
    return one_line(html.unescape(_QUOTES.sub("", value)))


def _ids(said: Mapping[str, str]) -> Ids:
    kinds = ("pmid", "pmcid", "doi", "arxiv", "isbn")
    normal = ((kind, identifiers.NORMAL[kind](said.get(kind, ""))) for kind in kinds)
    return identifiers.ids([f"{kind}:{value}" for kind, value in normal if value])


def _fields(said: Mapping[str, str], kind: str) -> Fields:
    title, container = said.get("title", ""), said.get("container", "")
    if chapter := said.get("chapter"):
        title, container = chapter, title
    form = "chapter" if chapter else _TYPES.get(kind, "article-journal" if container and "volume" in said else "")
    return Fields(
        type=form,
        title=title.rstrip("."),
        author=tuple(_authors(said)),
        container_title=container,
        publisher=said.get("publisher", ""),
        publisher_place=said.get("place", ""),
        issued=dates.parse(said.get("issued", "")),
        volume=said.get("volume", ""),
        issue=said.get("issue", ""),
        page=said.get("page", "").replace("–", "-"),
        url=said.get("url", ""),
    )


def _authors(said: Mapping[str, str]) -> Iterator[Name]:
    for number in ("", *map(str, range(2, 100))):
        family, given = said.get(f"family{number}", ""), said.get(f"given{number}", "")
        if family:
            yield Name(family=family, given=given)
        elif written := said.get(f"authors{number}"):
            yield from map(_person, _people(written))
        elif number:
            return


def _person(written: str) -> Name:
    """A person, also with the given names first, `Ludwig van Berg`; else a group."""
    name = names.parse(written)
    words = name.family.split(" ")
    if name.given or len(words) == 1:
        return name
    if names.names_group(written):
        return Name(literal=written)
    behind = next((place for place, word in enumerate(words) if word[:1].islower()), len(words) - 1)
    return names.parted(Name(family=" ".join(words[behind:]), given=" ".join(words[:behind]), suffix=name.suffix))


def _people(written: str) -> list[str]:
    """The names of a list: parted by semicolons, by `and`, or by commas where each is a whole name."""
    written = others.without(written).rstrip(",; \n\t")
    for parted in (written.split(";"), written.split(",")):
        people = [one.strip() for part in parted for one in _AND.split(part) if one.strip()]
        if len(people) > 1 and all(" " in one for one in people):
            return people
    return [written]
