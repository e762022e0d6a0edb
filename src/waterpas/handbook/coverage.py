"""Which statement of the source became which item, and where people see it.

`python -m waterpas.handbook.coverage` writes docs/handboek-dekking.md in the repository that you
stand in; with `--check` it only says whether that page is current.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from waterpas.handbook.loader import load, register
from waterpas.handbook.model import Item, Section, Statement

PAGE = Path("docs", "handboek-dekking.md")
NOT_YET = "nog niet"
# Id of an item -> the screen that shows it: the page of its step, or the page of the handbook.
# A test of the platform opens these pages and looks for every item.
SCREENS: Mapping[str, str] = {
    item.id: f"Stap {item.step}" if item.step else "De handreiking" for item in load()
}

HEAD = """# Dekking van de handreiking

Deze pagina is gemaakt met `python -m waterpas.handbook.coverage`. Verander haar niet met de hand.

Bron: {authors}, *{title}*. {publisher}, {year}. Het auteursrecht is van {copyright}. {terms}

Elke rij is een uitspraak van de bron. Met de woorden onder *Zoek op* vindt u de plek in de bron.
Onder *Wat er staat* leest u de uitspraak in onze woorden. Daarachter staat welk onderdeel van
Waterpas haar overneemt, en op welk scherm dat te zien is. `waterpas handbook` toont alle
onderdelen. Adressen en de tekst over de uitgever in het colofon zijn geen uitspraken en staan hier
niet.

- {statements} uitspraken in de bron, waarvan {covered} in een onderdeel
- {items} onderdelen uit de handreiking
- {added} onderdelen van ons
- {shown} onderdelen op een scherm
"""
TABLE = "| Bron | Zoek op | Wat er staat | Onderdeel | Scherm |\n|---|---|---|---|---|\n"
ADDED_HEAD = """## Van ons

Dit zegt de handreiking niet. Wij hebben het toegevoegd. Bij de criteria zijn ook van ons: de soort,
de vraag en wat *ja* betekent, de vragen om over na te denken, het bewijs, de paren en de controles.
Welke onderdelen bij elkaar horen (*zie ook*, *wat kan veranderen*) is overal van ons.

| Onderdeel | Wat er staat | Scherm |
|---|---|---|
"""


def covering(items: Iterable[Item]) -> dict[str, list[str]]:
    """Give per statement of the source the ids of the items that take it over."""
    found: dict[str, list[str]] = {statement.id: [] for statement in register().statements}
    for item in items:
        for statement in item.source.statements:
            found[statement].append(item.id)
    return found


def coverage_page(items: Sequence[Item], screens: Mapping[str, str] = SCREENS) -> str:
    """Write the page: every statement, its items, their screen or `nog niet`."""
    found = covering(items)
    parts = [_head(items, found, screens)]
    for section in register().sections:
        parts.append(_section(section, found, screens))
    parts.append(ADDED_HEAD + "".join(_added_row(item, screens) for item in _added(items)))
    return "\n".join(parts)


def _head(items: Sequence[Item], found: Mapping[str, list[str]], screens: Mapping[str, str]) -> str:
    document = register().document
    return HEAD.format(
        authors=document.authors,
        title=document.title,
        publisher=document.publisher,
        year=document.year,
        copyright=document.copyright,
        terms=document.terms.nl,
        statements=len(found),
        covered=sum(1 for ids in found.values() if ids),
        items=sum(1 for item in items if item.origin == "handreiking"),
        added=len(_added(items)),
        shown=sum(1 for item in items if item.id in screens),
    )


def _section(section: Section, found: Mapping[str, list[str]], screens: Mapping[str, str]) -> str:
    rows = [
        _row(statement, found[statement.id], screens)
        for statement in register().statements
        if statement.section == section
    ]
    return f"## {section.title.nl}\n\n{TABLE}" + "".join(rows)


def _row(statement: Statement, ids: list[str], screens: Mapping[str, str]) -> str:
    shown = dict.fromkeys(screens.get(one, NOT_YET) for one in ids)
    return (
        f"| {statement.id} | {statement.locate} | {statement.about} | {', '.join(ids) or NOT_YET} "
        f"| {', '.join(shown) or NOT_YET} |\n"
    )


def _added(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.origin == "van-ons"]


def _added_row(item: Item, screens: Mapping[str, str]) -> str:
    return f"| {item.id} | {item.title.nl} | {screens.get(item.id, NOT_YET)} |\n"


def screen_gaps(items: Iterable[Item], screens: Mapping[str, str] = SCREENS) -> list[str]:
    """Say what is wrong with the list of screens; nothing as long as no screen is in it.

    An id that no item has is always wrong. As soon as one screen is there, an item without a
    screen is wrong as well.
    """
    ids = [item.id for item in items]
    unknown = [f"{one}: no item has this id" for one in screens if one not in ids]
    missing = [f"{one}: on no screen" for one in ids if screens and one not in screens]
    return unknown + missing


def is_current(page: Path) -> bool:
    """Say whether the page on disk is what the data now give."""
    return page.exists() and page.read_text(encoding="utf-8") == coverage_page(load())


def main(arguments: Sequence[str], page: Path = PAGE) -> int:
    """Write the page, or with `--check` give 1 when it is out of date."""
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write("python -m waterpas.handbook.coverage [--check]\n")
        return 2
    if "--check" in arguments:
        if is_current(page):
            return 0
        sys.stderr.write(f"{page} is out of date: run python -m waterpas.handbook.coverage\n")
        return 1
    page.write_text(coverage_page(load()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
