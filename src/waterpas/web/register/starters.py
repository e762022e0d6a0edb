"""The starter list: what nearly every municipality does, to tick instead of an empty register."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from waterpas.handbook.model import Words
from waterpas.web.register.rules import folded

FILE = Path(__file__).parent / "starter" / "items.yaml"


@dataclass(frozen=True, slots=True)
class Starter:
    """One usual item. `question` says why it is worth looking at, and is never a verdict.

    `patterns` are patterns of the handbook; `process` is the question of step 6 it belongs to.
    """

    id: str
    title: Words
    kind: str
    role: str
    delivery: str
    question: Words
    patterns: tuple[str, ...]
    process: str


@cache
def starters() -> tuple[Starter, ...]:
    """The whole list, per role, in the order to show it."""
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_starter(each) for each in raw)


def _starter(raw: dict[str, Any]) -> Starter:
    return Starter(
        id=raw["id"],
        title=Words(**raw["title"]),
        kind=raw["kind"],
        role=raw["role"],
        delivery=raw["delivery"],
        question=Words(**raw["question"]),
        patterns=tuple(raw["patterns"]),
        process=raw.get("process", ""),
    )


@cache
def by_id() -> dict[str, Starter]:
    """The list by id."""
    return {starter.id: starter for starter in starters()}


@cache
def _by_title() -> dict[str, Starter]:
    return {
        folded(title): starter
        for starter in starters()
        for title in (starter.title.nl, starter.title.en)
    }


def named(title: str) -> Starter | None:
    """The usual item with this name, in Dutch or in English."""
    return _by_title().get(folded(title))
