"""Questions about actions. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import QuerySet
from django.urls import reverse

from waterpas import handbook
from waterpas.web.actions import rules, words
from waterpas.web.actions.models import Action, Money, Status
from waterpas.web.actions.rules import ActionValues, Gap, Group
from waterpas.web.findings.models import Evidence, Finding
from waterpas.web.people.models import Position
from waterpas.web.references.urns import Reference, resolve, urn
from waterpas.web.register.models import Item

PREVENTIVE = {6: "RT02", 7: "RT03"}
ASKED = (Money.ASKED, Money.PROMISED, Money.REFUSED)


def actions() -> QuerySet[Action]:
    """All actions, with everything that a list shows."""
    return Action.objects.select_related(
        "item", "owner__holder", "reviewer__holder", "accountable__holder"
    ).prefetch_related("findings__item")


def actions_of(finding: Finding) -> QuerySet[Action]:
    """The actions that answer a finding."""
    return actions().filter(findings=finding)


def taken_over(finding: Finding, change: str) -> Action | None:
    """The action that a change of the handbook became for a finding; not one that was diluted."""
    found = Action.objects.filter(findings=finding, handbook_change=change)
    return found.exclude(status=Status.DILUTED).first()


def values_of(action: Action) -> ActionValues:
    """What the rules need to know of an action."""
    return ActionValues(
        status=action.status,
        has_owner=action.owner is not None,
        owner_holder=_holder(action.owner),
        has_reviewer=action.reviewer is not None,
        reviewer_holder=_holder(action.reviewer),
        has_accountable=action.accountable is not None,
        fte=action.fte,
        euro_once=action.euro_once,
        euro_yearly=action.euro_yearly,
        money=action.money,
        due=action.due,
        introduced_on=action.introduced_on,
    )


def _holder(position: Position | None) -> int | None:
    holder = position.present_holder if position else None
    return holder.pk if holder else None


@dataclass(frozen=True, slots=True)
class ActionNow:
    """An action with what it misses today."""

    action: Action
    gaps: tuple[Gap, ...]

    @property
    def group(self) -> Group:
        """Where it stands in the list."""
        return rules.group_of(self.action.status, self.gaps, money=self.action.money)

    @property
    def is_preventive(self) -> bool:
        """Whether it started without a finding."""
        return not self.action.findings.all()

    @property
    def missing(self) -> list[str]:
        """What it misses, in sentences."""
        return [str(words.GAPS[gap]) for gap in self.gaps]

    @property
    def missing_short(self) -> str:
        """What it misses, in one line of a list."""
        return words.missing(self.gaps)

    @property
    def has_means_decision(self) -> bool:
        """Whether somebody decided about means; zero is a decision."""
        return rules.has_money_decision(values_of(self.action))

    @property
    def money_known(self) -> bool:
        """Whether somebody asked, answered, or said that no money is needed."""
        return self.action.money != Money.NOT_ASKED

    @property
    def means(self) -> str:
        """The means that are filled in, in words; else empty."""
        return words.means(self.action.fte, self.action.euro_once, self.action.euro_yearly)

    @property
    def steps(self) -> frozenset[int]:
        """Steps 6 and 7: by the item, else by what it answers or starts from."""
        return rules.steps_for(_roles(self.action))


def now_of(action: Action, *, today: date) -> ActionNow:
    """An action with what it misses today."""
    return ActionNow(action, tuple(rules.gaps(values_of(action), today=today)))


def with_gaps(found: Iterable[Action], *, today: date) -> list[ActionNow]:
    """Actions with what they miss today."""
    return [now_of(action, today=today) for action in found]


def missing(gap: Gap, *, today: date) -> list[Action]:
    """The actions that miss this."""
    return [now.action for now in with_gaps(actions(), today=today) if gap in now.gaps]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One group of the list: what its actions wait for, in words."""

    code: Group
    title: str
    explanation: str
    actions: list[ActionNow]


def shelves(found: Iterable[ActionNow]) -> list[Shelf]:
    """The actions by what they wait for; empty groups are left out."""
    by_group: dict[Group, list[ActionNow]] = {group: [] for group in Group}
    for now in found:
        by_group[now.group].append(now)
    return [
        Shelf(group, str(words.GROUPS[group][0]), str(words.GROUPS[group][1]), members)
        for group, members in by_group.items()
        if members
    ]


@dataclass(frozen=True, slots=True)
class Totals:
    """Means that were asked (also when promised or refused since), and means that are promised."""

    fte_asked: Decimal
    fte_promised: Decimal
    once_asked: int
    once_promised: int
    yearly_asked: int
    yearly_promised: int

    @property
    def asked(self) -> str:
        """What was asked, in words; empty when nothing was."""
        return words.means(
            self.fte_asked or None, self.once_asked or None, self.yearly_asked or None
        )

    @property
    def promised(self) -> str:
        """What is promised, in words; empty when nothing is."""
        return words.means(
            self.fte_promised or None, self.once_promised or None, self.yearly_promised or None
        )


def totals(found: Iterable[Action]) -> Totals:
    """How much is asked and promised for these actions together."""
    asked = [action for action in found if action.money in ASKED]
    promised = [action for action in asked if action.money == Money.PROMISED]
    return Totals(
        fte_asked=sum((a.fte or Decimal(0) for a in asked), Decimal(0)),
        fte_promised=sum((a.fte or Decimal(0) for a in promised), Decimal(0)),
        once_asked=sum(a.euro_once or 0 for a in asked),
        once_promised=sum(a.euro_once or 0 for a in promised),
        yearly_asked=sum(a.euro_yearly or 0 for a in asked),
        yearly_promised=sum(a.euro_yearly or 0 for a in promised),
    )


def reference(key: str) -> Reference | None:
    """What `urn:waterpas:action:7` stands for."""
    action = Action.objects.filter(pk=key).first() if key.isdecimal() else None
    if action is None:
        return None
    return Reference(urn("action", key), action.title, reverse("actions:detail", args=[action.pk]))


def references_of_item(item: int) -> list[Reference]:
    """The actions about one item of the register."""
    found = Action.objects.filter(item_id=item).order_by("pk")
    return [
        Reference(urn("action", each.pk), each.title, reverse("actions:detail", args=[each.pk]))
        for each in found
    ]


def evidence_to_point_at(action: Action) -> list[Reference]:
    """What the findings of this action rest on: the same study again can show whether it works."""
    names = Evidence.objects.filter(finding__actions=action).exclude(urn="").values("urn")
    found = (resolve(row["urn"]) for row in names.distinct().order_by("urn"))
    return [one for one in found if one]


def findings_to_link(action: Action) -> QuerySet[Finding]:
    """The findings that this action could answer too."""
    return Finding.objects.filter(decided_at=None).exclude(actions=action)


def filtered(
    *,
    today: date,
    status: str = "",
    owner: Position | None = None,
    item: Item | None = None,
    gap: str = "",
) -> list[ActionNow]:
    """The actions that a list shows."""
    found = actions()
    wanted = {"status": status, "owner": owner, "item": item}
    for field, value in wanted.items():
        if value:
            found = found.filter(**{field: value})
    return [now for now in with_gaps(found, today=today) if not gap or gap in now.gaps]


def without_money_decision(*, today: date) -> list[Action]:
    """The actions for which means are still to be asked."""
    return missing(Gap.NO_MONEY_DECISION, today=today)


def concluded(found: Iterable[Action]) -> list[Action]:
    """The actions of which somebody said whether they work."""
    return [action for action in found if action.status in (Status.WORKS, Status.DILUTED)]


@cache
def handbook_items() -> dict[str, handbook.Item]:
    """The items of the handbook by id."""
    return {item.id: item for item in handbook.load()}


def points_of(action: Action) -> list[handbook.Item]:
    """The criteria and patterns that an action starts from."""
    items = handbook_items()
    return [items[point] for point in action.points if point in items]


def preventive_routes(steps: Iterable[int]) -> list[handbook.Item]:
    """What the handbook says about changing before anything is examined; without a step: both."""
    wanted = sorted(steps) or sorted(PREVENTIVE)
    return [handbook_items()[PREVENTIVE[step]] for step in wanted]


def _roles(action: Action) -> set[str]:
    if action.item:
        return {action.item.role}
    findings = list(action.findings.all())
    items = {finding.item.role for finding in findings if finding.item}
    if items:
        return items
    points = [*action.points, *(point for finding in findings for point in finding.points)]
    known = handbook_items()
    return {role for point in points if point in known for role in known[point].role}
