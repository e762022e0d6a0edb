"""What is filled in of an action, as the services take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Required, TypedDict

from waterpas.web.actions.models import Action
from waterpas.web.people.models import Position
from waterpas.web.register.models import Item


class Values(TypedDict, total=False):
    """What can be filled in of an action. What is left out stays as it is."""

    title: str
    change: str
    points: list[str]
    item: Item | None
    owner: Position | None
    reviewer: Position | None
    accountable: Position | None
    fte: Decimal | None
    euro_once: int | None
    euro_yearly: int | None
    money: str
    due: date | None


class NewValues(Values, total=False):
    """What is filled in of a new action; a title there must be."""

    title: Required[str]  # type: ignore[misc] # here a title must be; mypy lets no key be narrower


@dataclass(frozen=True, slots=True)
class Asked:
    """The means that are asked for one action, and the stand of the money."""

    action: Action
    version: int
    fte: Decimal | None
    euro_once: int | None
    euro_yearly: int | None
    money: str
    started: Mapping[str, str] = field(default_factory=dict)
