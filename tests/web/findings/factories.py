"""Findings, items and actions for tests. Each is ready; a test takes away what it is about."""

from itertools import count

from tests.web.world import NOON, person
from waterpas.web.actions.models import Action
from waterpas.web.findings import services
from waterpas.web.findings.models import Finding
from waterpas.web.people.models import Position
from waterpas.web.register.models import Item, Kind, Role

_numbers = count(1)
RULE = services.NewEvidence(kind="rule", text="Er staat nergens waarop de medewerker let.")
SAYS = {
    "title": "Een medewerker kiest alleen wie wordt gecontroleerd",
    "for_whom": "Inwoners met bijstand",
    "points": ["P09"],
}


def item(*, owner: Position | None = None, role: str = Role.SERVICE_PROVIDER, **more) -> Item:
    """An item of the register."""
    values = {"title": f"Onderwerp {next(_numbers)}", "kind": Kind.PROCESS} | more
    return Item.objects.create(role=role, owner=owner, added_at=NOON, added_by="test", **values)


def retire(what: Item) -> Item:
    """Take an item out of the register."""
    what.retired_at, what.retired_by = NOON, "test"
    what.save()
    return what


def finding(**more) -> Finding:
    """A finding that waits for an answer."""
    values = SAYS | {"by": person(), "now": NOON} | more
    return services.add_finding(**values)


def action(*of: Finding, title: str = "Tweede lezer") -> Action:
    """An action that answers findings."""
    made = Action.objects.create(title=title, points=["P09"], added_at=NOON, added_by="test")
    made.findings.add(*of)
    return made


def form(**more) -> dict[str, object]:
    """What somebody fills in for a new finding."""
    return {**SAYS, "item": "", "explanation": "", "kind": "", "text": "", "source": ""} | more
