"""The worded list of kinds of situation that can come together. They are never persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from waterpas.handbook.model import Words
from waterpas.texts import Language

FILE = Path(__file__).parent / "kinds.yaml"
BETWEEN = " × "


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of situation."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class Shelf:
    """The kinds that stand together in the form."""

    id: str
    name: Words
    kinds: tuple[Kind, ...]


@cache
def shelves() -> tuple[Shelf, ...]:
    """The whole list, in the order to show it."""
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Shelf(
            id=each["id"],
            name=Words(**each["name"]),
            kinds=tuple(
                Kind(one["id"], Words(nl=one["nl"], en=one["en"])) for one in each["kinds"]
            ),
        )
        for each in raw
    )


@cache
def by_id() -> dict[str, Kind]:
    """Every kind by its id, in the order of the list."""
    return {kind.id: kind for shelf in shelves() for kind in shelf.kinds}


def in_order(ids: Iterable[str]) -> list[str]:
    """These kinds, each once, in the order of the list; what we do not know is left out."""
    wanted = set(ids)
    return [one for one in by_id() if one in wanted]


def named(ids: Iterable[str], own: str, lang: Language) -> str:
    """A combination in words."""
    parts = [by_id()[one].words.text(lang) for one in in_order(ids)]
    return BETWEEN.join([*parts, own] if own else parts)
