"""The ready thing: an action with everything arranged. Tests take away what they are about."""

from datetime import date
from decimal import Decimal
from itertools import count

from tests.web.world import NOON, person, position
from waterpas.web.actions.models import Action, Money, Status
from waterpas.web.findings.models import Finding
from waterpas.web.register.models import Item, Kind, Role

_numbers = count(1)


def item(title="Heronderzoek bijstand", role=Role.SERVICE_PROVIDER) -> Item:
    return Item.objects.create(
        title=title, kind=Kind.PROCESS, role=role, added_at=NOON, added_by="test"
    )


def finding(title="Te veel ruimte voor het oordeel van één consulent", **values) -> Finding:
    values = {"for_whom": "wie bijstand krijgt", "points": ["P07"], **values}
    return Finding.objects.create(title=title, added_at=NOON, added_by="test", **values)


def decided(**values) -> Finding:
    """A finding of which it was decided that nothing changes."""
    why = {"decided_at": NOON, "decided_by": "test", "no_action_reason": "Het is al veranderd."}
    return finding(**why, **values)


def action(*findings: Finding, **values) -> Action:
    number = next(_numbers)
    values = {
        "title": f"Maatregel {number}",
        "points": ["P07"],
        "fte": Decimal("0.5"),
        "euro_once": 2000,
        "money": Money.PROMISED,
        "due": date(2099, 1, 1),
        **values,
    }
    for part in ("owner", "reviewer", "accountable"):
        if part not in values:
            values[part] = position(holder=person())
    made = Action.objects.create(added_at=NOON, added_by="test", **values)
    made.findings.set(findings)
    return made


def introduced(*findings: Finding, **values) -> Action:
    values = {"introduced_on": date(2027, 3, 1), **values}
    return action(*findings, status=Status.INTRODUCED, **values)


def works(*findings: Finding, **values) -> Action:
    ended = {"effect": "Het verschil is weg.", "concluded_at": NOON, "concluded_by": "test"}
    values = {"introduced_on": date(2027, 3, 1), **ended, **values}
    return action(*findings, **{"status": Status.WORKS, **values})
