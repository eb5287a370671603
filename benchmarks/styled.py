"""References in many styles, written as their manuals say, for the gold set of `check.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _initials(name: dict[str, str], mark: str = "") -> str:
    return "".join(f"{part[0]}{mark}" for part in name["given"].replace(".", " ").replace("-", " ").split() if part)


def _particled(name: dict[str, str]) -> str:
    return f"{name.get('non-dropping-particle', '')} {name['family']}".strip()


def _year(item: dict[str, Any]) -> str:
    return str(item["issued"]["date-parts"][0][0])


def _ids(ids: dict[str, str]) -> str:
    return "".join(f" {'doi' if name == 'DOI' else name}: {value}." for name, value in ids.items())


def _place(item: dict[str, Any], template: str, missing: str) -> str:
    """Volume, issue and pages by a template; by another where there is no volume."""
    issue = f"({item['issue']})" if item.get("issue") else ""
    return (template if item.get("volume") else missing).format(v=item.get("volume"), i=issue, p=item["page"])


def vancouver(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """Up to six authors, the journal in short where it is known, abbreviated pages."""
    people = [f"{_particled(name)} {_initials(name)}" for name in item["author"]]
    authors = ", ".join(people[:6]) + (", et al" if len(people) > 6 else "")
    journal = item.get("container-title-short") or item["container-title"]
    place = _place({**item, "page": _shortened(item["page"])}, ";{v}{i}:{p}", ":{p}")
    return f"{authors}. {item['title']}. {journal}. {_year(item)}{place}.{_ids(ids)}"


def _shortened(pages: str) -> str:
    first, dash, last = pages.partition("-")
    while dash and len(first) == len(last) > 1 and first[0] == last[0] and last.isdigit():
        first, last = first[1:], last[1:]
    return f"{pages.partition('-')[0]}{dash}{last}"


def ama(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """Three of more than six authors, full pages."""
    people = [f"{_particled(name)} {_initials(name)}" for name in item["author"]]
    authors = ", ".join(people if len(people) < 7 else [*people[:3], "et al"])
    journal = item.get("container-title-short") or item["container-title"]
    return f"{authors}. {item['title']}. {journal}. {_year(item)}{_place(item, ';{v}{i}:{p}', ':{p}')}.{_ids(ids)}"


def apa(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """Surnames with initials, an ampersand, the year in brackets."""
    people = [f"{_particled(name)}, {' '.join(f'{char}.' for char in _initials(name))}" for name in item["author"]]
    if len(people) > 20:
        people = [*people[:19], f"... {people[-1]}"]
        authors = ", ".join(people)
    else:
        authors = f"{', '.join(people[:-1])}, & {people[-1]}"
    place = _place(item, ", {v}{i}, {p}", ", {p}")
    end = "".join(f" https://doi.org/{value}" if name == "DOI" else f" PMID: {value}" for name, value in ids.items())
    return f"{authors} ({_year(item)}). {item['title']}. {item['container-title']}{place}.{end}"


def mla(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """The first author in full and et al., the title in quotation marks."""
    first = item["author"][0]
    authors = f"{_particled(first)}, {first['given'].rstrip('.')}, et al."
    if len(item["author"]) == 2:
        second = item["author"][1]
        authors = f"{_particled(first)}, {first['given'].rstrip('.')}, and {second['given']} {_particled(second)}."
    issue = f", no. {item['issue']}" if item.get("issue") else ""
    volume = f", vol. {item['volume']}" if item.get("volume") else ""
    where = f"{item['container-title']}{volume}{issue}, {_year(item)}, pp. {item['page']}"
    return f"{authors} “{item['title']}.” {where}.{_ids(ids)}"


def harvard(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """All authors with initials, the title in single quotation marks."""
    people = [f"{_particled(name)}, {_initials(name, '.')}" for name in item["author"]]
    authors = f"{', '.join(people[:-1])} and {people[-1]}"
    place = _place(item, ", {v}{i}, pp. {p}", ", pp. {p}")
    return f"{authors} ({_year(item)}) ‘{item['title']}’, {item['container-title']}{place}.{_ids(ids)}"


def bibtex(key: str, item: dict[str, Any], ids: dict[str, str]) -> str:
    """An entry with all that is known."""
    said = {
        "title": item["title"],
        "author": " and ".join(f"{_particled(name)}, {name['given']}" for name in item["author"]),
        "journal": item["container-title"],
        "year": _year(item),
        "volume": item.get("volume", ""),
        "number": item.get("issue", ""),
        "pages": item["page"].replace("-", "--"),
        **{name.lower(): value for name, value in ids.items()},
    }
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in said.items() if value)
    return f"@article{{{key},\n{fields}\n}}"


STYLES: dict[str, Callable[[str, dict[str, Any], dict[str, str]], str]] = {
    style.__name__: style for style in (vancouver, ama, apa, mla, harvard, bibtex)
}
