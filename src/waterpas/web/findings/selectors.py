"""Questions about findings. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from waterpas.web.findings import rules
from waterpas.web.findings.answers import Answered, answers
from waterpas.web.findings.models import Finding
from waterpas.web.findings.points import roles_of
from waterpas.web.findings.rules import State
from waterpas.web.people.models import Position
from waterpas.web.references.urns import Reference, urn
from waterpas.web.register.models import Item

KIND = "finding"


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding, how it is answered, and where it stands."""

    finding: Finding
    answered: Answered
    state: State

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_diluted(self) -> bool:
        """Whether nothing is left of its actions, and nothing else was decided."""
        return self.state == State.HAS_ACTIONS and self.answered.all_diluted

    @property
    def since(self) -> date:
        """The day since when it waits: added, or reopened."""
        reopened = [each.reopened_at for each in self.finding.earlier_decisions.all()]
        return localdate(max([self.finding.added_at, *reopened]))

    @property
    def owner(self) -> Position | None:
        """The function that owns the item it is about."""
        return self.finding.item.owner if self.finding.item else None

    @property
    def steps(self) -> frozenset[int]:
        item = self.finding.item
        return rules.steps_of(
            item_role=item.role if item else "", point_roles=roles_of(self.finding.points)
        )


def findings() -> QuerySet[Finding]:
    """All findings with the item they are about, the last one first."""
    return Finding.objects.select_related("item__owner__holder").prefetch_related(
        "earlier_decisions"
    )


def with_actions() -> QuerySet[Finding]:
    """All findings, with the actions that answer them and who owns those."""
    return findings().prefetch_related("actions__owner__holder")


def findings_of(item: Item) -> QuerySet[Finding]:
    """The findings about one item of the register."""
    return findings().filter(item=item)


def standings(of: Iterable[Finding]) -> list[Standing]:
    """Where these findings stand; asks for all answers at once."""
    wanted = list(of)
    found = answers([finding.pk for finding in wanted])
    return [_standing(finding, found[finding.pk]) for finding in wanted]


def _standing(finding: Finding, answered: Answered) -> Standing:
    state = rules.state(
        decided=finding.decided_at is not None, actions=answered.count, diluted=answered.diluted
    )
    return Standing(finding, answered, state)


def standing_of(finding: Finding) -> Standing:
    """Where one finding stands, and how it is answered."""
    return standings([finding])[0]


def state_of(finding: Finding) -> State:
    """Where one finding stands."""
    return standing_of(finding).state


def open_standings() -> list[Standing]:
    """What waits for an action or a decision; what waits longest comes first."""
    waiting = [each for each in standings(findings()) if each.is_open]
    return sorted(waiting, key=lambda each: (each.since, each.finding.pk))


def open_findings() -> list[Finding]:
    """The findings that wait for an action or a decision; what waits longest comes first."""
    return [each.finding for each in open_standings()]


def examined_items() -> QuerySet[Item]:
    """The items that findings are about; also those that left the register."""
    return Item.objects.filter(findings__isnull=False).distinct()


def choosable_items(now: Item | None = None) -> QuerySet[Item]:
    """The items a finding can be about: those in the register, and the one it is about now."""
    return Item.objects.filter(Q(retired_at=None) | Q(pk=now.pk if now else None))


def has_evidence_after_decision(finding: Finding) -> bool:
    """Whether evidence came in after the decision not to act."""
    decided = finding.decided_at
    return decided is not None and finding.evidence.filter(added_at__gt=decided).exists()


def references_of_item(item: int) -> list[Reference]:
    """The findings about one item of the register."""
    found = Finding.objects.filter(item_id=item).order_by("pk")
    return [
        Reference(urn(KIND, each.pk), each.title, reverse("findings:detail", args=[each.pk]))
        for each in found
    ]


def reference(key: str) -> Reference | None:
    """What `urn:waterpas:finding:…` stands for."""
    finding = Finding.objects.filter(pk=key).first() if key.isdecimal() else None
    if finding is None:
        return None
    url = reverse("findings:detail", args=[finding.pk])
    return Reference(urn(KIND, finding.pk), finding.title, url)
