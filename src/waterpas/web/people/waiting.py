"""Whose turn it is. What nobody holds falls to the coordinator: nothing waits for nobody."""

from collections.abc import Iterable

from waterpas.web.people.models import Person, Position
from waterpas.web.references.checks import WaitsFor

COORDINATOR = "coordinator"


def waits_for(positions: Iterable[Position | None]) -> WaitsFor:
    """The functions that somebody holds; what has no function, or an empty one, is for the rest."""
    wanted = list(positions)
    held = {one.title for one in wanted if one and one.present_holder}
    nobody = any(one is None or one.present_holder is None for one in wanted)
    return WaitsFor(tuple(sorted(held)), coordinator=nobody)


def is_coordinator(person: Person) -> bool:
    """Whether what has no owner falls to this person."""
    return COORDINATOR in person.role_codes
